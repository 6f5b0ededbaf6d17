"""Reports made up for timing: of the length and kind that newsrooms write, and the same ones for the same seed."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from marsad.reports.report import Report

FIRST_DAY = date(2031, 3, 1)
DAYS = 60
SENTENCES = 20  # about 2,000 letters
COPIED = 10  # one report in so many repeats an earlier one

TOWNS = ("Tal Arda", "Umm Rihan", "Marj Salwan", "Khan Lubban", "Qasr Nuhas", "Marsa Wadi", "Vel Korsa", "Umm Zarqa")
OUTLETS = ("Coast Wire", "Marj Dispatch", "Sabr Valley Radio", "Agence Littorale", "Valley Post")
HOLDERS = ("two residents", "the civil defence", "the army", "a hospital source", "the Hadra Monitor for Rights")
WEAPONS = (
    "Government jets struck",
    "Artillery shelled",
    "A drone hit",
    "A car bomb exploded at",
    "Mortars landed near",
)
TARGETS = ("the livestock market", "a bakery", "a school", "the bus station", "a checkpoint", "the grain store")
NUMBERS = ("at least 12", "nine", "more than 20", "four", "dozens of", "15", "up to 7", "several")
PEOPLE = ("people", "civilians", "soldiers", "fighters", "farmers", "workers")
DAYS_OF_WEEK = ("on Monday", "on Tuesday morning", "overnight", "on Friday", "at dawn on Sunday", "yesterday")
PLAIN = (
    "Shops in the old town stayed closed and the road to the coast was blocked.",
    "The ministry did not answer requests for comment.",
    "Talks on a truce are to resume next week in the capital.",
    "The price of bread has doubled since the road was cut, traders say.",
    "Rescuers searched the rubble by hand, as there was no fuel for the machines.",
    "The war has killed more than 90,000 people since 2024, according to the monitor.",
)


def invented(count: int, seed: int = 1) -> Iterator[Report]:
    """Yield that many reports; some copy an earlier one under another masthead, as agencies' customers do."""
    chance = random.Random(seed)  # noqa: S311 - for timing, not for secrets
    texts: list[str] = []
    for number in range(count):
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        copied = bool(texts) and number % COPIED == COPIED - 1
        text = chance.choice(texts) if copied else _text(chance)
        texts.append(text)
        title = f"{chance.choice(NUMBERS).capitalize()} killed in {chance.choice(TOWNS)}"
        yield Report(text=text, title=title, publisher=chance.choice(OUTLETS), published=day, language="en")


def _text(chance: random.Random) -> str:
    """Return one report: its news, what others say of it, and sentences around it."""
    town = chance.choice(TOWNS)
    sentences = [_news(chance, town)]
    while len(sentences) < SENTENCES:
        sentences.append(chance.choice((_news, _denial, _plain))(chance, town))
    return "\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))


def _news(chance: random.Random, town: str) -> str:
    return (
        f"{chance.choice(WEAPONS)} {chance.choice(TARGETS)} in {town} {chance.choice(DAYS_OF_WEEK)}, killing"
        f" {chance.choice(NUMBERS)} {chance.choice(PEOPLE)} and wounding {chance.choice(NUMBERS)} others,"
        f" {chance.choice(HOLDERS)} said."
    )


def _denial(chance: random.Random, town: str) -> str:
    return f"{chance.choice(HOLDERS).capitalize()} denied that {chance.choice(TARGETS)} in {town} had been hit."


def _plain(chance: random.Random, _: str) -> str:
    return chance.choice(PLAIN)
