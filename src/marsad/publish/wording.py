"""The plain words for what a record holds: kinds, days, places, ranges, stances and holders, as people read them."""

from collections.abc import Mapping
from datetime import date

from marsad.claims.claim import ClaimType, Harm, Kind, Relation, Scope, Stance
from marsad.incidents.incident import Blame, Figure, Incident, RecordedClaim
from marsad.places.place import Level, Place
from marsad.times.interval import Precision, When

KINDS: Mapping[Kind, str] = {
    Kind.AIR_STRIKE: "Air strike",
    Kind.DRONE_STRIKE: "Drone strike",
    Kind.SHELLING: "Shelling or missile attack",
    Kind.ARMED_CLASH: "Armed clash",
    Kind.SUICIDE_BOMB: "Suicide bombing",
    Kind.IED_LANDMINE: "Bomb or landmine",
    Kind.CHEMICAL_WEAPON: "Chemical attack",
    Kind.GRENADE: "Grenade attack",
    Kind.ATTACK_ON_CIVILIANS: "Attack on civilians",
    Kind.SEXUAL_VIOLENCE: "Sexual violence",
    Kind.ABDUCTION: "Abduction",
    Kind.EXECUTION: "Execution",
    Kind.SNIPER_GUNFIRE: "Sniper or gunfire",
    Kind.PROTEST: "Protest",
    Kind.RIOT: "Riot",
    Kind.ARREST: "Arrest",
    Kind.LOOTING_DESTRUCTION: "Looting or destruction",
    Kind.TERRITORY_CHANGE: "Change of control",
    Kind.OTHER: "Other event",
}
HARMS: Mapping[Harm, str] = {
    Harm.KILLED: "killed",
    Harm.INJURED: "injured",
    Harm.KILLED_OR_INJURED: "killed or injured",
    Harm.MISSING: "missing",
    Harm.ABDUCTED: "abducted",
    Harm.DISPLACED: "displaced",
}
STANCES: Mapping[Stance, str] = {
    Stance.ASSERTED: "stated",
    Stance.ALLEGED: "alleged",
    Stance.POSSIBLE: "called possible",
    Stance.DENIED: "denied",
    Stance.PLANNED: "announced",
    Stance.HYPOTHETICAL: "supposed",
}
BLAMES: Mapping[Blame, str] = {
    Blame.STATED: "named as the one who did it",
    Blame.ALLEGED: "accused of it",
    Blame.CLAIMED: "claims it",
    Blame.ACCEPTED: "admits it",
    Blame.DENIED: "denies it",
}
SCOPES: Mapping[Scope, str] = {
    Scope.THIS_INCIDENT: "",
    Scope.PART: "a part of this incident",
    Scope.MULTI_INCIDENT: "several incidents together",
    Scope.CUMULATIVE: "a running total",
}
TYPES: Mapping[ClaimType, str] = {
    ClaimType.OCCURRENCE: "the event itself",
    ClaimType.CASUALTY: "people harmed",
    ClaimType.RESPONSIBILITY: "responsibility",
    ClaimType.DAMAGE: "damage",
    ClaimType.STATUS: "status",
    ClaimType.CORRECTION: "correction",
}
RELATIONS: Mapping[Relation, str] = {
    Relation.IN: "in",
    Relation.NEAR: "near",
    Relation.BETWEEN: "between places at",
    Relation.FROM: "coming from",
    Relation.TO: "towards",
}
LEVELS: Mapping[Level, str] = {
    Level.SITE: "a site",
    Level.NEIGHBOURHOOD: "a neighbourhood",
    Level.SETTLEMENT: "a town or village",
    Level.DISTRICT: "a district",
    Level.PROVINCE: "a province",
    Level.REGION: "a region",
    Level.COUNTRY: "a country",
}
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAY_UNKNOWN = "day not known"
PLACE_UNKNOWN = "place not known"
NOT_STATED = "not stated"


def number(count: int) -> str:
    """Return a number with its thousands set apart."""
    return f"{count:,}"


def how_many(count: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun in the right form."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def bounds(low: int | None, high: int | None) -> str:
    """Return a range of people in words: "12", "12 or more", "up to 12", "7 to 15"."""
    if low is None and high is None:
        return "number not known"
    if high is None:
        return f"{number(low or 0)} or more"
    if low == high:
        return number(high)
    if not low:
        return f"up to {number(high)}"
    return f"{number(low)} to {number(high)}"


def figure_of(incident: Incident, harm: Harm) -> Figure | None:
    """Return the incident's figure for everybody who suffered this harm, if any report gives one."""
    return next((each for each in incident.figures if each.harm is harm and each.victims == "total"), None)


def toll(incident: Incident, harm: Harm) -> str:
    """Return how many suffered this harm, in words; silence is not zero."""
    found = figure_of(incident, harm)
    return bounds(found.low, found.high) if found else NOT_STATED


def calendar_day(day: date, *, weekday: bool = False) -> str:
    """Return a day as people write it: "4 March 2031"."""
    written = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{DAYS[day.weekday()]} {written}" if weekday else written


def span_of_days(start: date, end: date) -> str:
    """Return the days from start to end in words: "6 to 8 March 2031"."""
    if start == end:
        return calendar_day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {calendar_day(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} to {calendar_day(end)}"
    return f"{calendar_day(start)} to {calendar_day(end)}"


def days(when: When | None) -> str:
    """Return the day or days of an event in words, without the hour."""
    if when is None or when.start is None or when.end is None:
        return DAY_UNKNOWN
    if when.precision is Precision.MONTH:
        return f"{MONTHS[when.start.month - 1]} {when.start.year}"
    if when.precision is Precision.YEAR:
        return str(when.start.year)
    return span_of_days(when.start, when.end)


def time(when: When | None) -> str:
    """Return when it happened in words: weekday, day, part of day and zone as far as they are known."""
    if when is None or when.start is None:
        return DAY_UNKNOWN
    day = calendar_day(when.start, weekday=True) if when.start == when.end else days(when)
    return ", ".join(part for part in (day, when.local_time, when.tz) if part)


def where(place: Place | None) -> str:
    """Return where it happened in words: "near Marsa Wadi"."""
    return f"{RELATIONS[place.relation]} {place.name}" if place else PLACE_UNKNOWN


def headline(incident: Incident) -> str:
    """Return what happened and where in one line."""
    return f"{KINDS[incident.kind]} {where(incident.places[0])}" if incident.places else KINDS[incident.kind]


def landmark(incident: Incident) -> str:
    """Return where and what, the place first: it is what tells rows of one kind apart where room is short."""
    return f"{incident.places[0].name}: {KINDS[incident.kind].lower()}" if incident.places else KINDS[incident.kind]


def speaker(claim: RecordedClaim, publisher: str | None) -> str:
    """Return who says so; a report that names nobody speaks in its own voice."""
    if claim.holder:
        return claim.holder.holder
    return f"{publisher or 'a report without a publisher'} (own voice)"


def rule(name: str | None) -> str:
    """Return by which rule a time was worked out, in words: "rule of UCDP: last week"."""
    scheme, _, what = (name or "").partition(":")
    return f"rule of {scheme.upper() if scheme == 'ucdp' else scheme}: {what.replace('_', ' ')}" if what else ""


def counted(claim: RecordedClaim) -> str:
    """Return who is counted: the group's plural, for one person the report's own noun ("farmer")."""
    victims, count = claim.victims, claim.count
    if victims is None or victims.group is None:
        return ""
    alone = count is not None and count.low == count.high == 1
    return (victims.words if victims.words[:1].isalpha() else "") if alone else victims.group


def statement(claim: RecordedClaim) -> str:
    """Return what a claim says: its number and harm, or what it is about."""
    if claim.type is not ClaimType.CASUALTY or claim.harm is None:
        return TYPES[claim.type]
    people = counted(claim)
    how = bounds(claim.count.low, claim.count.high) if claim.count else "number not known"
    return " ".join(part for part in (how, people, HARMS[claim.harm]) if part)
