"""A short fixed signature of a text, by which reports that share most of their words are found (scheme 1).

The scheme is frozen and its golden vectors stand in the tests: a stored signature must match one made years later.
Words are folded (NFKC, case), taken five at a time, and each run of five is hashed by BLAKE2b to 8 bytes. One pass of
one-permutation min-hashing puts every hash into one of 128 bins by its lowest 7 bits and keeps each bin's smallest
rest; an empty bin borrows from the next filled one, going round, plus a fixed step a bin of distance.
"""

import hashlib
from collections.abc import Iterable

from marsad.incidents.names import folded_words

SCHEME = 1
RUN = 5
BINS = 128
BIN_BITS = 7
BANDS = 16
ROWS = BINS // BANDS
BORROW = 0x9E3779B97F4A7C15
MASK = (1 << 64) - 1
MOST_WORDS = 20_000
SAMPLED = 4


def shingles(text: str) -> frozenset[int]:
    """Return the hashes of all runs of five words; a shorter text is one run, an empty one has none."""
    words = folded_words(text)[:MOST_WORDS]
    if not words:
        return frozenset()
    last = max(len(words) - RUN, 0)
    return frozenset(_hashed(" ".join(words[start : start + RUN])) for start in range(last + 1))


def signature(hashes: Iterable[int]) -> tuple[int, ...]:
    """Return the 128 numbers of scheme 1; a text without words has no signature."""
    bins: list[int | None] = [None] * BINS
    for one in hashes:
        slot, rest = one & (BINS - 1), one >> BIN_BITS
        held = bins[slot]
        if held is None or rest < held:
            bins[slot] = rest
    if all(held is None for held in bins):
        return ()
    return tuple(_filled(bins, slot) for slot in range(BINS))


def bands(signed: tuple[int, ...]) -> tuple[str, ...]:
    """Return a name for each of the 16 bands of 8 numbers: reports alike share at least one."""
    return tuple(f"{at // ROWS}:{signed[at : at + ROWS]}" for at in range(0, len(signed), ROWS))


def sample(hashes: Iterable[int]) -> tuple[int, ...]:
    """Return about every fourth hash, the same ones in every text: they show that a text stands inside a longer."""
    return tuple(sorted(one for one in hashes if one % SAMPLED == 0))


def _filled(bins: list[int | None], slot: int) -> int:
    """Return a bin's number or, where it is empty, that of the next filled one with its distance added."""
    for distance in range(BINS):
        held = bins[(slot + distance) % BINS]
        if held is not None:
            return (held + distance * BORROW) & MASK
    raise ValueError("a signature needs at least one filled bin")


def _hashed(run: str) -> int:
    """Return the 64-bit hash of one run of words."""
    return int.from_bytes(hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
