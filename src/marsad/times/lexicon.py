"""The English words for days, months and parts of the day, as patterns and as numbers."""

from datetime import date

MONTH_NUMBERS = {
    name: number
    for number, names in enumerate(
        (
            *(("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun")),
            *(("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct")),
            *(("november", "nov"), ("december", "dec")),
        ),
        1,
    )
    for name in names
}
WEEKDAY_NUMBERS = {
    name: number
    for number, names in enumerate(
        (
            *(
                ("monday", "mon"),
                ("tuesday", "tues", "tue"),
                ("wednesday", "wed"),
                ("thursday", "thurs", "thur", "thu"),
            ),
            *(("friday", "fri"), ("saturday", "sat"), ("sunday", "sun")),
        )
    )
    for name in names
}
SEASON_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
NUMBERS = {
    word: number
    for number, word in enumerate(
        (
            *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
            *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        ),
        1,
    )
} | {"a": 1, "an": 1, "the": 1}
ORDINAL_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 1
    )
}
PARTS_OF_DAY = {
    "morning": "morning",
    "mid-morning": "morning",
    "hours": "morning",
    "small": "night",
    "noon": "noon",
    "midday": "noon",
    "afternoon": "afternoon",
    "mid-afternoon": "afternoon",
    "evening": "evening",
    "dusk": "evening",
    "sunset": "evening",
    "nightfall": "evening",
    "night": "night",
    "midnight": "night",
    "dawn": "dawn",
    "daybreak": "dawn",
    "sunrise": "dawn",
    "first light": "dawn",
    "pre-dawn": "dawn",
    "predawn": "dawn",
    "overnight": "overnight",
    "early": "morning",
    "late": "night",
}

GAP = r"\s{1,4}"
"""Spaces between two words, or the line end of wrapped text."""
MONTH = (
    r"(?:January|February|(?-i:March|MARCH|May|MAY)|April|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|(?-i:Mar|MAR)|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?![A-Za-z])\.?)(?![A-Za-z])"
)
WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
ANY_WEEKDAY = rf"(?:{WEEKDAY}|(?-i:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?)"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
DAY_ENDING = r"(?:(?:st|nd|rd|th)\b)?"
YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
DASH = r"[-–—]"
COUNT = (
    r"(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|an?|the)"
)
PART = (
    r"(?:mid-?morning|morning|noon|midday|mid-?afternoon|afternoon|evening|midnight|nightfall|night|pre-?dawn|dawn"
    r"|daybreak|sunrise|sunset|dusk|overnight|first light)"
)
PEOPLE = (
    r"(?:people|persons?|civilians?|children|women|men|soldiers?|fighters?|militants?|terrorists?|rebels?|others|bodies"
    r"|victims|citizens|residents|members|troops|officers|martyrs)\b"
)
"""Who follows a count: "in August 12 people" names no 12 August."""

MONTH_WORDS = frozenset(MONTH_NUMBERS)
WEEKDAY_WORDS = frozenset(WEEKDAY_NUMBERS)
FULL_WEEKDAYS = frozenset(name for name in WEEKDAY_NUMBERS if name.endswith("day"))
NUMBER_WORDS = frozenset(NUMBERS)


def month_number(word: str) -> int:
    """Return 1 to 12 for the name of a month."""
    return MONTH_NUMBERS[word.lower().rstrip(".")]


def weekday_number(word: str) -> int:
    """Return 0 (Monday) to 6 for the name of a weekday."""
    return WEEKDAY_NUMBERS[word.lower().rstrip(".")]


def number(word: str) -> int:
    """Return what a small number, in digits or words, means."""
    return int(word) if word.isdecimal() else NUMBERS[word.lower()]


def part_of_day(word: str) -> str:
    """Return the part of the day as the record names it: dawn, morning, noon, afternoon, evening, night, overnight."""
    plain = " ".join(word.lower().split())
    return PARTS_OF_DAY.get(plain) or PARTS_OF_DAY[plain.removeprefix("mid").removeprefix("-")]


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
