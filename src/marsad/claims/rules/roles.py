"""Who, where, when and with what: which mentions of a sentence belong to which of its events."""

import re
from collections.abc import Sequence

from marsad.claims.claim import Mention, Relation, Role
from marsad.claims.extractor import Found
from marsad.claims.rules.events import Event
from marsad.claims.rules.lexicon import Lexicon
from marsad.claims.rules.sight import Sight
from marsad.claims.rules.speech import Frame

CLAUSE_COST = re.compile(
    r"\b(?:after|when|while|that|which|who|as|but|following|response|retaliation)\b", re.IGNORECASE
)
PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
BY = re.compile(
    r"\b(?:by|blamed on|attributed to|work of|conducted by|carried out by|fired by|launched by|forces of)\s+"
    r"(?:(?:the|a|an|what|some|several|two|suspected|unidentified|unknown|masked|armed)\s+){0,2}[“\"]?$",
    re.IGNORECASE,
)
CARRIED_OUT = re.compile(
    r"\b(?:carried out|carry out|carrying out|conducted|conduct|launched|launching|performed|staged|mounted|made|began|"
    r"resumed|continued|continue|intensified|stepped up|in|with|unleashed|opened|set off|planted|dropped|dropping|fired|"
    r"used|using|committed|ordered|hit|waged)\b[^.;:]{0,45}$",
    re.IGNORECASE,
)
AT = re.compile(
    r"\s*(?:also\s+|directly\s+)?(?:on|against|at|targeting|targeted|hit|hitting|struck|of|that hit|that targeted|which hit|"
    r"which targeted)?\s+(?=\S)",
    re.IGNORECASE,
)
FARTHER_AT = re.compile(r"\b(?:against|targeting|targeted|struck)\s+(?=\S)", re.IGNORECASE)
REACH = 110  # code points after an event in which "against" still says what was hit
TARGET_END = re.compile(
    r"[.,;:()“”\"]|\s(?:in|on|at|near|with|by|killing|wounding|injuring|and|as|after|when|while|that|which|who|where|outside|"
    r"around|inside|from|during|said|was|were|is|are|has|have|had|to|late|early|overnight|leaving|causing|on)\b",
    re.IGNORECASE,
)
NEAR = re.compile(
    r"\b(?:near|outside|close to|around|in the vicinity of|on the outskirts of|just off)\s+(?:the\s+\w+\s+of\s+)?$",
    re.IGNORECASE,
)
FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
TO = re.compile(r"\b(?:towards?|bound for|to)\s+(?:the\s+)?$", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
DATELINE = re.compile(r"\s*[()\-–—:/]|,? [A-Z]{3,}")
WORDS = re.compile(r"\w")
PREPOSITION = re.compile(
    r"\b(?:in|inside|into|across|over|throughout|from|within|around|near|of)\s+(?:the\s+)?$", re.IGNORECASE
)
OPENING = 2  # words before a time or place that still stands at the head of its sentence
SPEECH_TIME = 3  # words between a verb of saying and the day on which it was said
DEICTIC = re.compile(r"\b(?:today|tonight|yesterday|tomorrow|now|this)\b", re.IGNORECASE)


def mentions(
    sight: Sight, found: Sequence[Event], said: Sequence[Frame], lexicon: Lexicon
) -> tuple[tuple[Mention, ...], ...]:
    """Return the mentions of each event, in the order of the events."""
    given: list[list[Mention]] = [[] for _ in found]
    for place in sight.places:
        if not _of_speaker(place, said) and _is_where(sight, place):
            _give(
                sight,
                given,
                found,
                place,
                Mention(
                    role=Role.PLACE, evidence=sight.evidence(place.start, place.end), relation=_relation(sight, place)
                ),
            )
    for time in sight.times:
        if (
            time.label in ("habitual", "duration")
            or _is_speech_time(sight, time, said)
            or _is_speakers_day(sight, time)
        ):
            continue
        _give(sight, given, found, time, Mention(role=Role.TIME, evidence=sight.evidence(time.start, time.end)))
    for weapon in lexicon.weapons.find(sight.text):
        piece = Found(start=weapon.start, end=weapon.end, label=weapon.label)
        _give(sight, given, found, piece, Mention(role=Role.WEAPON, evidence=sight.evidence(weapon.start, weapon.end)))
    _share_opening(sight, given, found)
    for index, event in enumerate(found):
        given[index] += _perpetrators(sight, event, found, said)
        given[index] += _targets(sight, event, found, lexicon)
    return tuple(tuple(one) for one in given)


def _give(sight: Sight, given: list[list[Mention]], found: Sequence[Event], piece: Found, mention: Mention) -> None:
    if not found:
        return
    costs = [(_cost(sight, event, piece), index) for index, event in enumerate(found)]
    given[min(costs)[1]].append(mention)


def _share_opening(sight: Sight, given: list[list[Mention]], found: Sequence[Event]) -> None:
    """Give "In August 2022, …" and "In Tal Arda, …" at the head of a sentence to each event that has none of its own."""
    for role in (Role.TIME, Role.PLACE):
        heads = [one for mine in given for one in mine if one.role is role and _opens(sight, one, found)]
        for mine in given:
            if heads and not any(one.role is role for one in mine):
                mine.append(heads[0])


def _opens(sight: Sight, mention: Mention, found: Sequence[Event]) -> bool:
    start = mention.evidence.start - sight.passage.start
    first = min(event.start for event in found)
    return start < first and sight.words_between(0, start) <= OPENING and mention.relation is not Relation.FROM


def _cost(sight: Sight, event: Event, piece: Found) -> int:
    """How far a mention lies from an event: in words, clauses and commas; what follows belongs rather than what precedes."""
    if piece.start >= event.end:
        between, ahead = (event.end, piece.start), 0
    elif piece.end <= event.start:
        between, ahead = (piece.end, event.start), 3
    else:
        return 0
    gap = sight.text[between[0] : between[1]]
    return (
        sight.words_between(*between)
        + ahead
        + 6 * len(CLAUSE_COST.findall(gap))
        + 2 * gap.count(",")
        + 15 * gap.count(". ")
    )


def _of_speaker(place: Found, said: Sequence[Frame]) -> bool:
    return any(frame.start <= place.start < frame.end or _inside(place, frame.deeper) for frame in said)


def _is_where(sight: Sight, place: Found) -> bool:
    """Refuse the dateline, a place inside an actor's name, and a country that no preposition makes a place."""
    if any(actor.start <= place.start and place.end <= actor.end for actor in sight.actors):
        return False
    before, after = sight.text[: place.start], sight.text[place.end :]
    if sight.passage.number <= 1 and not sight.passage.is_title and not WORDS.search(before) and DATELINE.match(after):
        return False
    if sight.text[place.start : place.end].isupper() and not sight.text.isupper():
        return False  # "… MARSA WADI Troops have …": a dateline whose brackets were lost
    return place.label != "country" or PREPOSITION.search(before) is not None or sight.text[place.start].islower()


def _inside(piece: Found, span: tuple[int, int] | None) -> bool:
    return span is not None and span[0] <= piece.start < span[1]


def _is_speech_time(sight: Sight, time: Found, said: Sequence[Frame]) -> bool:
    """Whether a day says when somebody spoke rather than when it happened: "the Observatory said on Monday"."""
    for frame in said:
        start, end = frame.outside
        if time.end <= start and not sight.text[time.end : start].strip() and time.start > 0 and frame.leads:
            return False
        if (
            0 <= time.start - end
            and sight.words_between(end, time.start) <= SPEECH_TIME
            and "," not in sight.text[end : time.start]
        ):
            return True
        if start <= time.start < end:
            return True
    return False


def _is_speakers_day(sight: Sight, time: Found) -> bool:
    """ "Tonight" within quotation marks is the speaker's night, which the report does not date."""
    return sight.is_quoted(time.start) and bool(DEICTIC.search(sight.text[time.start : time.end]))


def _relation(sight: Sight, place: Found) -> Relation:
    before = sight.text[max(0, place.start - 40) : place.start]
    whole = sight.text[place.start : place.end].lower()
    for relation, pattern in (
        (Relation.NEAR, NEAR),
        (Relation.FROM, FROM),
        (Relation.TO, TO),
        (Relation.BETWEEN, BETWEEN),
    ):
        if pattern.search(before):
            return relation
    return (
        Relation.NEAR
        if re.match(r"(?:north|south|east|west|near|outside|around)\w*\s+(?:of\b|\w)", whole) and " of " in whole
        else Relation.IN
    )


def _perpetrators(sight: Sight, event: Event, found: Sequence[Event], said: Sequence[Frame]) -> list[Mention]:
    """Read who did it: the word before the trigger, the doer of the verb, or the one after "by"."""
    actors = [actor for actor in sight.actors if not any(frame.start <= actor.start < frame.end for frame in said)]
    speakers = [actor for actor in sight.actors if actor not in actors]
    for rule in (_right_before, _after_by, _doer):
        hits = rule(sight, event, actors, found) or (
            rule(sight, event, speakers, found) if rule is _right_before else []
        )
        if hits:
            return [Mention(role=Role.PERPETRATOR, evidence=sight.evidence(hit.start, hit.end)) for hit in hits]
    return []


def _is_active(sight: Sight, event: Event) -> bool:
    """Whether "abducted", "executed" and their like are done here by those before them to those after them."""
    if PASSIVE.search(sight.text[: event.start]):
        return False
    return (
        re.match(r"\s*(?:[.,;:)]|$|(?:by|in|on|near|at|from|and|after|when|while)\b)", sight.text[event.end :]) is None
    )


def _right_before(sight: Sight, event: Event, actors: Sequence[Found], _: Sequence[Event]) -> list[Found]:
    """ "US airstrikes", "rebel shelling", "Syrian and Russian raids"."""
    if event.form == "harmed" or (event.form == "passive" and not _is_active(sight, event)):
        return []
    near = [
        a
        for a in actors
        if a.end <= event.start
        and re.fullmatch(r"[\s“\"'’-]*(?:[\w-]+\s+){0,1}[“\"]?", sight.text[a.end : event.start])
    ]
    overlapping = [
        a for a in actors if a.start <= event.start < a.end and (event.form == "verb" or a.start < event.start)
    ]
    chosen = near[-1:] or overlapping[-1:]
    if not chosen or (event.form == "noun" and PASSIVE.search(sight.text[: event.start])):
        return []
    if event.form == "verb" and PASSIVE.search(sight.text[: event.start]):
        return []
    paired = [
        a
        for a in actors
        if a.end <= chosen[0].start
        and re.fullmatch(r"\s*(?:and|,|or)\s+(?:the\s+)?", sight.text[a.end : chosen[0].start])
    ]
    return paired[-1:] + chosen


def _after_by(sight: Sight, event: Event, actors: Sequence[Found], found: Sequence[Event]) -> list[Found]:
    for actor in actors:
        if actor.start < event.end or sight.words_between(event.end, actor.start) > 14:
            continue
        between = sight.text[event.end : actor.start]
        if re.search(r"[.;:]", between) or any(event.end <= one.start < actor.start for one in found):
            break
        if BY.search(sight.text[event.start : actor.start]):
            return [actor]
    return []


def _doer(sight: Sight, event: Event, actors: Sequence[Found], _: Sequence[Event]) -> list[Found]:
    """ "Turkish forces struck …", "the coalition carried out raids"."""
    before = sight.text[: event.start]
    active = (
        event.form in ("verb", "passive")
        and not PASSIVE.search(before)
        and (event.form == "verb" or _is_active(sight, event))
    )
    if not active and not (event.form == "noun" and CARRIED_OUT.search(before)):
        return []
    near = [actor for actor in actors if actor.end <= event.start and sight.words_between(actor.end, event.start) <= 9]
    if not near or re.search(r"[.;:]|\b(?:when|where|while)\b", sight.text[near[-1].end : event.start]):
        return []
    chosen = near[-1:]
    if re.search(
        r"\b(?:by|against|on|of|from|with|backed by|including)\s+(?:the\s+)?$",
        sight.text[: chosen[0].start],
        re.IGNORECASE,
    ):
        chosen = near[-2:-1] or []
    return chosen


def _targets(sight: Sight, event: Event, found: Sequence[Event], lexicon: Lexicon) -> list[Mention]:
    """Read what was hit: the noun after the verb, or after "on", "against", "targeting"."""
    following = min((one.start for one in found if one.start >= event.end), default=len(sight.text))
    match = AT.match(sight.text, event.end)
    if match is None or (event.form == "noun" and not match.group().strip()):
        match = FARTHER_AT.search(sight.text, event.end, min(following, event.end + REACH))
    if match is None:
        return []
    start = match.end()
    stop = TARGET_END.search(sight.text, start)
    end = min(stop.start() if stop else len(sight.text.rstrip(" .")), start + 90)
    words = sight.text[start:end]
    known = (
        any(start <= actor.start < end for actor in sight.actors)
        or bool(lexicon.facilities.find(words))
        or any(word in lexicon.people for word in re.findall(r"[\w-]+", words.lower()))
    )
    return [Mention(role=Role.TARGET, evidence=sight.evidence(start, end))] if known and end > start else []
