"""Text without conflict, from where it lies: folders of plain text and treebanks of Universal Dependencies."""

import gzip
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from marsad.reports.report import Report

_TREEBANKS = (".conllu", ".conllu.gz")
_NEW_DOCUMENT = "# newdoc id = "
_GENRE = "# meta::genre = "
_TEXT = "# text = "
_NEW_PARAGRAPH = ("# newpar", "# newpar id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document of a treebank: its id, its genre where one is stated, and its paragraphs as sentences."""

    id: str
    genre: str | None
    text: str


def documents(path: Path, genres: Collection[str] = ()) -> Iterator[Report]:
    """Yield the documents under a path, in the order of their names.

    A folder gives its ``.txt`` files and treebanks, a file what it holds. ``genres`` chooses among documents that state
    one; those that state none are all kept, as plain text is.
    """
    if path.is_dir():
        for file in sorted(path.iterdir()):
            if file.suffix == ".txt" or file.name.endswith(_TREEBANKS):
                yield from documents(file, genres)
    elif path.name.endswith(_TREEBANKS):
        for document in treebank(path):
            if not genres or document.genre is None or document.genre in genres:
                yield Report(text=document.text, external_id=document.id)
    else:
        yield Report(text=path.read_text(encoding="utf-8", errors="replace"), external_id=path.stem)


def treebank(path: Path) -> Iterator[Document]:
    """Yield the documents of a treebank (``.conllu``, also packed as ``.gz``), made of its ``# text`` lines."""
    opened = gzip.open if path.suffix == ".gz" else open
    name, genre = path.name.split(".")[0], None
    paragraphs: list[list[str]] = []
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(_NEW_DOCUMENT):
                yield from _document(name, genre, paragraphs)
                name, genre, paragraphs = line.removeprefix(_NEW_DOCUMENT).strip(), None, []
            elif line.startswith(_GENRE):
                genre = line.removeprefix(_GENRE).strip()
            elif line.split("=")[0].strip() in _NEW_PARAGRAPH:
                paragraphs.append([])
            elif line.startswith(_TEXT):
                paragraphs = paragraphs or [[]]
                paragraphs[-1].append(line.removeprefix(_TEXT).strip())
    yield from _document(name, genre, paragraphs)


def _document(name: str, genre: str | None, paragraphs: list[list[str]]) -> Iterator[Document]:
    text = "\n\n".join(" ".join(sentences) for sentences in paragraphs if sentences)
    if text:
        yield Document(id=name, genre=genre, text=text)
