"""Reads reports from wherever they are: a file, a folder, standard input or a web address.

One broken file or row never loses the rest: it is a problem in the place where its report would have stood.
"""

import codecs
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from marsad.errors import Problem, RefusedError, UnreadableError
from marsad.reports.broken import BrokenInputError, problem_of
from marsad.reports.folders import display, walk
from marsad.reports.options import Format, ReadOptions
from marsad.reports.pages import MARKUP_SHARE, read_page
from marsad.reports.plain import read_text
from marsad.reports.report import Report
from marsad.reports.sheets import read_spreadsheet
from marsad.reports.streams import DAMAGED, open_file, read_whole, unpacked
from marsad.reports.tables import read_csv, read_json, read_json_lines
from marsad.text.clean import clean

STANDARD_INPUT = "-"

FORMATS = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.TEXT,
    ".markdown": Format.TEXT,
    ".html": Format.PAGE,
    ".htm": Format.PAGE,
    ".xhtml": Format.PAGE,
    ".jsonl": Format.JSON_LINES,
    ".ndjson": Format.JSON_LINES,
    ".json": Format.JSON,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".xlsx": Format.SPREADSHEET,
    ".xlsm": Format.SPREADSHEET,
}
"""The endings of file names marsad knows; all but the spreadsheets also with ``.gz`` after them."""

_ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{1,20}):/")
_PASSWORD = re.compile(r"//[^/@]*@")
_LONGEST_NAME = 500
_KINDS = {
    "text/plain": Format.TEXT,
    "text/markdown": Format.TEXT,
    "application/json": Format.JSON,
    "application/x-ndjson": Format.JSON_LINES,
    "application/jsonl": Format.JSON_LINES,
}


def read_reports(source: str, *, options: ReadOptions | None = None) -> Iterator[Report | Problem]:
    """Yield the reports of a source in its own order, each directly after the problems that were met with it.

    ``source`` is the path of a file or folder, ``-`` for standard input, or an http(s) address. A problem with a report
    that was read carries the report's id; one in whose place no report could be made carries the file, row or address.
    Nothing is raised for what a source holds, nor for a source that is missing, refused or unreadable: that is a
    problem too, and then the only thing that comes.
    """
    options = options or ReadOptions()
    if source == STANDARD_INPUT:
        yield from _guarded(sys.stdin.buffer, name="standard input", form=options.format, options=options)
    elif _ADDRESS.match(source):
        yield from _read_address(source, options)
    else:
        yield from _read_path(Path(source), options)


def _read_path(path: Path, options: ReadOptions) -> Iterator[Report | Problem]:
    name = display(path) if "\0" not in str(path) else repr(str(path))
    try:
        is_folder = path.is_dir()
        there = path.exists()
    except (OSError, ValueError) as error:
        yield problem_of(BrokenInputError("unreadable", f"the path cannot be looked at: {error}"), where=name)
        return
    if not there:
        yield problem_of(BrokenInputError("missing", "there is no such file or folder; check the path"), where=name)
    elif is_folder:
        for found in walk(path):
            if isinstance(found, Problem):
                yield found
            else:
                yield from _read_file(found, options)
    else:
        yield from _read_file(path, options)


def _read_file(path: Path, options: ReadOptions) -> Iterator[Report | Problem]:
    name = display(path)
    packed = path.suffix.lower() == ".gz"
    ending = path.with_suffix("").suffix.lower() if packed else path.suffix.lower()
    form = options.format or FORMATS.get(ending)
    if form is None or (packed and form is Format.SPREADSHEET):
        known = " ".join(FORMATS)
        message = f"the ending {path.suffix!r} is not one of {known}; rename the file or give --read-as"
        yield problem_of(BrokenInputError("format_unknown", message), where=name)
        return
    try:
        stream = open_file(path)
    except OSError as error:
        yield problem_of(_unopened(error), where=name)
        return
    with stream:
        yield from _guarded(stream, name=name, form=form, options=options, packed=packed)


def _guarded(
    stream: BinaryIO, *, name: str, form: Format | None, options: ReadOptions, packed: bool = False
) -> Iterator[Report | Problem]:
    """Yield what the stream holds; what stops the reading is the last problem."""
    try:
        source = unpacked(stream, packed=packed, options=options)
        yield from _read_stream(source, form or _sniffed(source.peek(1_024)), name=name, options=options)
    except DAMAGED as error:
        yield problem_of(_damaged(error), where=name)
    except (UnreadableError, RefusedError) as error:
        yield problem_of(error, where=name)


def _read_stream(
    stream: io.BufferedReader, form: Format, *, name: str, options: ReadOptions
) -> Iterator[Report | Problem]:
    match form:
        case Format.TEXT:
            yield from read_text(read_whole(stream, options.max_bytes), name=name, options=options)
        case Format.PAGE:
            yield from read_page(read_whole(stream, MARKUP_SHARE * options.max_bytes), name=name, options=options)
        case Format.JSON_LINES:
            yield from read_json_lines(stream, name=name, options=options)
        case Format.JSON:
            yield from read_json(stream, name=name, options=options)
        case Format.CSV:
            yield from read_csv(stream, name=name, options=options)
        case Format.SPREADSHEET:
            yield from read_spreadsheet(stream, name=name, options=options)


def _read_address(address: str, options: ReadOptions) -> Iterator[Report | Problem]:
    # A password in the address is refused by the fetcher, and must not reach a record either.
    name = clean(_PASSWORD.sub("//", address[:_LONGEST_NAME])).text
    try:
        page = options.fetcher.fetch(address)
        form = options.format or _KINDS.get(page.kind, Format.PAGE)
        if form is Format.PAGE:
            yield from read_page(page.body, name=name, options=options, url=page.url, charset=page.charset)
            return
        told = replace(options, encoding=options.encoding or page.charset)
        body = unpacked(io.BytesIO(page.body), packed=False, options=told)
        for found in _read_stream(body, form, name=name, options=told):
            if isinstance(found, Report) and form is Format.TEXT and found.url is None:
                yield replace(found, url=page.url)
            else:
                yield found
    except (UnreadableError, RefusedError) as error:
        yield problem_of(error, where=name)


def _sniffed(beginning: bytes) -> Format:
    """Return what standard input most likely is, from its first letters."""
    head = beginning.removeprefix(codecs.BOM_UTF8).lstrip()
    if head.startswith(b"PK\x03\x04"):
        return Format.SPREADSHEET
    if head.startswith(b"{"):
        return Format.JSON_LINES
    if head.startswith(b"["):
        return Format.JSON
    if re.match(rb"<(!doctype html|html|head|body|\?xml|meta|!--)", head, re.IGNORECASE):
        return Format.PAGE
    return Format.TEXT


def _unopened(error: OSError) -> BrokenInputError:
    return BrokenInputError("unreadable", f"the file cannot be opened ({error.strerror}); check its permissions")


def _damaged(error: Exception) -> BrokenInputError:
    return BrokenInputError("unreadable", f"the file is damaged or vanished while it was read ({error})")
