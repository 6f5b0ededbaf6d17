"""Which reports only repeat another one, word for word or nearly so: they are told of, and counted once."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from marsad.incidents.signatures import bands, sample, shingles, signature
from marsad.reports.report import Report

SAME_WORDS = 0.8
INSIDE = 0.9
# A run of words that so many reports share is a newsroom's closing line, and points at nothing.
MOST_SHARING = 50
# One in so many of a copy's sampled runs stands in the original; the true share is at least four fifths.
FEWEST_RUNS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """By what a text is looked up: the bands of its signature, and a sample of its runs of words."""

    bands: tuple[str, ...]
    runs: tuple[int, ...]


@dataclass(slots=True)
class _Index:
    """The reports met so far in order, and where to find them: by exact text, by band and by sampled run of words."""

    hashes: dict[str, frozenset[int]] = field(default_factory=dict)
    ranks: dict[str, int] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    sharing: dict[str | int, list[str]] = field(default_factory=dict)


def copies(reports: Iterable[Report]) -> Mapping[str, str]:
    """Return, for every report that repeats another one, the id of the report it repeats.

    A report repeats an earlier one if their bodies are equal, if they share four fifths of their runs of five words,
    or if nine tenths of its own stand in the other, as in a shortened agency text; a longer text that takes up an
    earlier one has more to say and is no copy. The earliest by day of publication is the original, then the longer,
    then the smaller id; a report of unknown day is held to be later than a dated one. Titles do not matter. Each
    report is compared only with those that share a band of its signature or a sampled run.
    """
    unique = {report.id: report for report in reports}
    hashes = {report.id: shingles(report.text) for report in unique.values()}
    index = _Index()
    found: dict[str, str] = {}
    for report in sorted(unique.values(), key=lambda one: (*_day(one), -len(hashes[one.id]), one.id)):
        keys = _keys(hashes[report.id])
        original = _original(report, hashes[report.id], keys, index)
        if original is not None:
            found[report.id] = found.get(original, original)
        _add(report, hashes[report.id], keys, index)
    return found


def resemblance(left: frozenset[int], right: frozenset[int]) -> float:
    """Return the share of runs of words that two texts have in common, of all that stand in either (Jaccard)."""
    return len(left & right) / len(left | right) if left or right else 0.0


def containment(inner: frozenset[int], outer: frozenset[int]) -> float:
    """Return the share of one text's runs of words that stand in the other."""
    return len(inner & outer) / len(inner) if inner else 0.0


def _original(report: Report, hashes: frozenset[int], keys: Keys, index: _Index) -> str | None:
    """Return the earliest report that this one repeats, or None."""
    if not hashes:
        return None
    exact = index.texts.get(report.text_sha256)
    if exact is not None:
        return exact
    by_age = sorted(_near(keys, index), key=index.ranks.__getitem__)
    return next((one for one in by_age if _repeats(hashes, index.hashes[one])), None)


def _near(keys: Keys, index: _Index) -> set[str]:
    """Return the reports that share a band, or half of the sampled runs: fewer no copy has, and chance seldom."""
    near = {one for band in keys.bands for one in index.sharing.get(band, ())}
    hits = Counter(one for run in keys.runs for one in index.sharing.get(run, ()))
    return near | {one for one, shared in hits.items() if shared * FEWEST_RUNS >= len(keys.runs)}


def _repeats(hashes: frozenset[int], other: frozenset[int]) -> bool:
    """Whether the first text repeats the second."""
    return containment(hashes, other) >= INSIDE or resemblance(hashes, other) >= SAME_WORDS


def _keys(hashes: frozenset[int]) -> Keys:
    """Return all by which a text is looked up."""
    return Keys(bands=bands(signature(hashes)), runs=sample(hashes))


def _add(report: Report, hashes: frozenset[int], keys: Keys, index: _Index) -> None:
    """Enter a report, so that later ones are compared with it."""
    index.texts.setdefault(report.text_sha256, report.id)
    index.hashes[report.id] = hashes
    index.ranks[report.id] = len(index.ranks)
    everything: tuple[str | int, ...] = (*keys.bands, *keys.runs)
    for key in everything:
        sharing = index.sharing.setdefault(key, [])
        if len(sharing) < MOST_SHARING:
            sharing.append(report.id)


def _day(report: Report) -> tuple[bool, str]:
    """Return the key that puts dated reports in order and undated ones last."""
    return report.published is None, report.published.isoformat() if report.published else ""
