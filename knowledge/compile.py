"""Turn the hand-written tables of knowledge/ into the JSON files that marsad reads.

``python knowledge/compile.py`` writes src/marsad/knowledge/*.json; with ``--check`` nothing is written, and the exit
status is 1 where a written file differs from its YAML or a table breaks a rule.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
OUT = HERE.parent / "src" / "marsad" / "knowledge"
VOWELS = "aeiou"
PEOPLE_ENDINGS = ("an", "i", "k", "ot", "ar", "zakh", "zech", "ene", "ine", "in")


class TableError(Exception):
    """A table breaks a rule; the message names the file and the entry."""


def read(name: str) -> Any:  # noqa: ANN401 - YAML holds whatever its author wrote; each table checks its own
    """Return what one YAML file holds."""
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def plural(word: str) -> str:
    """Return the plural of an English noun by the usual rules; irregular ones are written out in the tables."""
    if word.endswith(("s", "x", "ch", "sh", "z")):
        return word + "es"
    if word.endswith("y") and word[-2] not in VOWELS:
        return word[:-1] + "ies"
    if word.endswith("man"):
        return word[:-3] + "men"
    return word + "s"


def both_numbers(word: str) -> tuple[str, str]:
    """Return a noun's singular and plural, from ``child/children`` or from the singular alone."""
    singular, slash, written = word.partition("/")
    return singular, written if slash else plural(singular)


def all_forms(words: Iterable[str]) -> list[str]:
    """Return singulars and plurals without repeats, in order."""
    return list(dict.fromkeys(form for word in words for form in both_numbers(word)))


def compile_victims() -> dict[str, Any]:
    """Nouns for people, one entry a noun."""
    table = read("victims.yml")
    nouns: list[dict[str, Any]] = []
    seen: set[str] = set()
    for entry in table["nouns"]:
        for word in entry["words"]:
            singular, many = both_numbers(word)
            if singular in seen:
                continue
            seen.add(singular)
            shared = {key: entry.get(key) for key in ("class", "group", "demographic", "protected")}
            nouns.append({"singular": singular, "plural": many, **shared, "collective": entry.get("collective", False)})
    return {**table, "nouns": nouns}


def compile_weapons() -> list[dict[str, Any]]:
    """Weapons with all their words, singular and plural."""
    return [{**entry, "kind": entry.get("kind"), "words": all_forms(entry["words"])} for entry in read("weapons.yml")]


def compile_facilities() -> list[dict[str, Any]]:
    """Facilities with all their words, singular and plural."""
    return [{**entry, "words": all_forms(entry["words"])} for entry in read("facilities.yml")]


def compile_event_kinds() -> list[dict[str, Any]]:
    """Event kinds as they are written."""
    return list(read("event_kinds.yml"))


def compile_demonyms() -> list[dict[str, Any]]:
    """Countries with their adjectives, peoples, spellings and metonyms; people by adding s where English does."""
    countries = []
    for entry in read("demonyms.yml"):
        adjectives = entry["adjectives"]
        people = entry.get("people") or [name + "s" for name in adjectives if name.endswith(PEOPLE_ENDINGS)]
        forces = entry.get("forces") or f"{(adjectives or [entry['name']])[0]} armed forces"
        countries.append(
            {
                "country": entry["country"],
                "name": entry["name"],
                "adjectives": adjectives,
                "people": people,
                "spellings": entry.get("spellings", []),
                "metonyms": entry.get("metonyms", []),
                "forces": forces,
            }
        )
    return countries


def compile_actors() -> list[dict[str, Any]]:
    """Actors of all files in knowledge/actors, in the order of their ids."""
    actors: dict[str, dict[str, Any]] = {}
    for path in sorted((HERE / "actors").glob("*.yml")):
        for entry in read(f"actors/{path.name}"):
            if entry["id"] in actors:
                raise TableError(f"{path.name}: {entry['id']} stands twice in the roster; keep one of them")
            actors[entry["id"]] = {
                "id": entry["id"],
                "name": entry["name"],
                "kind": entry["kind"],
                "country": entry.get("country"),
                "side": entry.get("side"),
                "active": entry.get("active") or ([entry["country"]] if entry.get("country") else []),
                "names_strong": strong_names(entry),
                "names_weak": entry.get("names_weak", []),
            }
    return [actors[key] for key in sorted(actors)]


def strong_names(entry: dict[str, Any]) -> list[str]:
    """Return an actor's strong names, its own name among them unless that is listed as weak."""
    names = [entry["name"], *entry.get("names_strong", [])]
    return [name for name in dict.fromkeys(names) if name not in entry.get("names_weak", [])]


def compile_descriptions() -> dict[str, Any]:
    """Bodies and groups by description, as they are written."""
    return dict(read("actors_generic.yml"))


def compile_words(name: str) -> Callable[[], Any]:
    """Return what takes a table of the rule reader over as it is written."""
    return lambda: read(f"{name}.yml")


def compile_triggers() -> list[dict[str, Any]]:
    """Words that tell of an event: those that can mean nothing else first, then the loose ones, marked as such."""
    return [*read("triggers.yml"), *({**entry, "loose": True} for entry in read("triggers_loose.yml"))]


TABLES: dict[str, Callable[[], Any]] = {
    "actors": compile_actors,
    "actors_generic": compile_descriptions,
    "demonyms": compile_demonyms,
    "event_kinds": compile_event_kinds,
    "facilities": compile_facilities,
    "victims": compile_victims,
    "weapons": compile_weapons,
    "triggers": compile_triggers,
    **{name: compile_words(name) for name in ("cues", "harms", "surroundings")},
}


def as_text(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return JSON with one entry a line, so that a change in a table is a readable difference."""
    if isinstance(value, list):
        lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in value)
        return f"[\n{lines}\n]\n"
    fields = (f"{json.dumps(key)}: {as_text(part).rstrip()}" for key, part in value.items())
    return "{\n" + ",\n".join(fields) + "\n}\n" if isinstance(value, dict) else json.dumps(value)


def differences(texts: dict[str, str]) -> list[str]:
    """Return the names of tables whose written file is not what the YAML gives."""
    paths = {name: OUT / f"{name}.json" for name in texts}
    return [
        name for name, path in paths.items() if not path.exists() or path.read_text(encoding="utf-8") != texts[name]
    ]


def main(arguments: list[str] | None = None) -> int:
    """Compile all tables, or check that they are compiled; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a table is out of date")
    check = parser.parse_args(arguments).check
    texts = {name: as_text(compile_table()) for name, compile_table in TABLES.items()}
    stale = differences(texts)
    if check:
        sys.stderr.writelines(f"{name}.json is out of date: run python knowledge/compile.py\n" for name in stale)
        return 1 if stale else 0
    OUT.mkdir(parents=True, exist_ok=True)
    for name in stale:
        (OUT / f"{name}.json").write_text(texts[name], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
