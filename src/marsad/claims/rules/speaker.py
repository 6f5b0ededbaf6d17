"""Which words name the speaker beside a verb of saying: "director of the Observatory", "a source at the command"."""

import re

from marsad.claims.rules.lexicon import Lexicon
from marsad.claims.rules.sight import Sight
from marsad.knowledge.phrases import word_set

DESCRIBED_BY = 160  # code points that hold "a group tracking the violence in the country"
SPEAKING_BODIES = frozenset({"monitor", "ngo", "media", "opposition", "igo", "activist"})
APPOSED = re.compile(r"(?:\s\([^()]{1,20}\)|\))?,?\s")
LONGEST = 14  # words a speaker is named by
SHORTEST_NAME = 3  # letters of a sentence's first word: longer and capital it may be a name, shorter it is a particle
# Words that may stand between a speaker and the verb: "the group later said", "police had earlier said".
BETWEEN = word_set(
    """also later earlier had has have then further meanwhile initially however has already on who in turn has since
    again"""
)
DETERMINERS = word_set("the a an this that its their his her one two three several some many other another both")
JOINERS = word_set("of for at in from with to and on")
# Plain words that may stand between an article and a name: "the same source", "a senior army commander".
QUALIFIERS = word_set("same latter senior unnamed unidentified anonymous local official former top second")
ADJOINING = JOINERS - {"and", "to"}
STRAY = JOINERS | {"but", "also", "meanwhile", "so", "now"}
CLAUSE = word_set(
    """that as when after while but because although though which who whom whose since before until where if so than
    was were is are be been being had has have killed wounded injured hit struck left by"""
)
PRONOUNS = word_set("it he she they")
ASIDE = re.compile(
    r",\s(?:(?:which|who|whose)\s[^,.;:\"“”]{1,120}|for (?:its|his|her|their) (?:own )?part|in turn|however|meanwhile),"
    r"\s*$"
)
NAME_GAP = re.compile(r"[\s()'’.\-/&]*")
HOLDER_END = re.compile(
    r"[,.;:()\"“”]|\s(?:that|who|which|as|citing|quoting|said|says|saying|told|adding|added|in|on|but|while|after|when|was|were|is|"
    r"are|has|have|had|killed|where|to|among|including|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
    # Where the comma is lost, another article begins what is said: "according to the agency the clashes went on".
    r"|(?<!\bof)(?<!\bfor)(?<!\bin)(?<!\bat)(?<!\bby)(?<!\bto)(?<!\band)(?<!\bfrom)(?<!\bwith)\s(?:the|an?)(?=\s)",
    re.IGNORECASE,
)
INTO = re.compile(r"\s(?:in|at|on)\s(?:the\s)?")
# Who is told by what they do: "a group tracking the war", "an official close to the talks", "the NGO that counts".
DESCRIBED = re.compile(
    r"\b(?:an?|the|one)\s(?:(?!an?\s|the\s)[\w-]+\s){0,4}?"
    r"(?:group|monitor|organi[sz]ation|network|ngo|agency|charity|watchdog|body|source|official|officer|activist|"
    r"resident|witness|medic|doctor|commander|fighter|spokes(?:man|woman|person))\s"
    r"(?:tracking|monitoring|documenting|following|observing|recording|counting|based|living|working|serving|close|"
    r"familiar|briefed|present|contacted|reached|who|that|which|with (?:knowledge|sources))\s[^,.;:\"“”()]{1,70}$",
    re.IGNORECASE,
)
NAMED_WHO = re.compile(r"\b((?:[A-Z][\w'’.-]*\s){1,5})(?:who|which)\s[^,.;:\"“”()]{1,90}$")
# "Where they worked", "that owns it", "which works in the town": a clause between a speaker and the verb.
RELATIVE = re.compile(
    r"\s(?:(?:where|that|which|who)\s(?:(?:they|he|she|it|we)\s[\w'’-]+|[\w'’-]+\s(?:it|them|him|her|us))"
    r"|(?:which|who)\s[\w'’-]+s\s[^,.;:\"“”()]{1,60})\Z"
)
PLACES_OF_WORK = word_set("mine factory farm plant school shop restaurant port refinery warehouse")
AS_SAYING = re.compile(
    r"\s+as (?:saying|telling|having said)\b|\s+saying\b|\s+who said\b|[,.;]|\s+that\b", re.IGNORECASE
)


def before(sight: Sight, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Walk back from a verb of saying to the speaker before it."""
    stop = _before_clause(sight, _skip_between(sight, end), lexicon)
    start, firm, at, steps, sure, named = stop, stop, stop, 0, False, False
    while steps < LONGEST:
        actor = next((found for found in sight.actors if found.end == at and found.start < at), None)
        word = (actor.start, actor.end) if actor else sight.word_before(at)
        if word is None or not _may_step(sight, word[1], at):
            break
        lowered = sight.text[word[0] : word[1]].lower()
        if actor is None and not _nominal(sight, word, lowered, lexicon, started=start < stop):
            break
        joined = sight.text[at:stop].split(" ", 1)[0].lower() in JOINERS
        if sure and not joined and lowered in lexicon.people - lexicon.speakers:
            break  # "killing nine farmers local activists said", where the points are lost
        if named and actor is None and not joined and not _leads_name(sight, word, lowered, lexicon):
            break
        named = (
            actor is not None or _is_name(sight, word, lowered, lexicon) or (named and lowered not in lexicon.speakers)
        )
        sure = sure or actor is not None or _speaks(sight, word, lowered, lexicon)
        start = at = word[0]
        steps += 1
        if actor is not None or lowered in DETERMINERS or _speaks(sight, word, lowered, lexicon):
            firm = start
        ends = (
            lowered in DETERMINERS and not _joined(sight, word[0], lexicon) and not _together(sight, word[0], lexicon)
        )
        if lowered in PRONOUNS or ends:
            break
    start = _trim(sight, firm, stop)
    sure = sure or _closes_sentence(sight, start, end)
    if sure and start < stop:
        return _apposed(sight, start) or (start, stop)
    reach = max(0, stop - DESCRIBED_BY)
    who = NAMED_WHO.search(sight.text, reach, stop)
    if who is not None and not _is_time_or_place(sight, who.end(1) - 1):
        return who.start(1), who.end(1) - 1
    described = DESCRIBED.search(sight.text, reach, stop)
    return (described.start(), stop) if described is not None else None


def _before_clause(sight: Sight, stop: int, lexicon: Lexicon) -> int:
    """Return where a speaker ends whom a clause describes: "the manager of the mine where they worked said"."""
    match = RELATIVE.search(sight.text, max(0, stop - DESCRIBED_BY), stop)
    word = sight.word_before(match.start()) if match is not None else None
    if match is None or word is None:
        return stop
    named = any(actor.start < word[1] <= actor.end for actor in sight.actors)
    known = named or sight.text[word[0] : word[1]].lower() in lexicon.speakers | PLACES_OF_WORK
    return match.start() if known else stop


def _is_time_or_place(sight: Sight, end: int) -> bool:
    """Whether a name that ends here is a day's or a town's: "on Tuesday, which the government blames"."""
    return any(piece.start < end <= piece.end for piece in (*sight.times, *sight.places))


def is_firm(sight: Sight, holder: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether the last word of a speaker's name is somebody who speaks: "a military airport" is nobody."""
    word = sight.word_before(holder[1])
    if word is None:
        return False
    lowered = sight.text[word[0] : word[1]].lower()
    known = any(actor.start < holder[1] and actor.end > word[0] for actor in sight.actors)
    return known or (_speaks(sight, word, lowered, lexicon) and lowered not in lexicon.people - lexicon.speakers)


def _apposed(sight: Sight, start: int) -> tuple[int, int] | None:
    """Return the name that "a network of activists" explains in "the Marj Committees, a network of activists, said"."""
    word = sight.word_after(start)
    if word is None or sight.text[word[0] : word[1]].lower() not in ("a", "an"):
        return None
    named = [one for one in sight.actors if one.end <= start and one.label in SPEAKING_BODIES]
    if not named or APPOSED.fullmatch(sight.text, named[-1].end, start) is None:
        return None
    return named[-1].start, named[-1].end


def _is_name(sight: Sight, word: tuple[int, int], lowered: str, lexicon: Lexicon) -> bool:
    """Whether a word is a person's or an office's name: "a conservative figure Marwan said" is Marwan's saying."""
    placed = any(place.start <= word[0] < place.end for place in sight.places)
    return sight.text[word[0]].isupper() and word[0] > 0 and not placed and lowered not in lexicon.speakers


def _closes_sentence(sight: Sight, start: int, cue: int) -> bool:
    """Whether nothing but "…, the headman said." stands here: then whoever is named speaks, known or not."""
    word = sight.word_after(start)
    determined = word is not None and sight.text[word[0] : word[1]].lower() in DETERMINERS
    return determined and sight.text[:start].rstrip().endswith(",") and sight.words_between(cue, len(sight.text)) == 1


def _leads_name(sight: Sight, word: tuple[int, int], lowered: str, lexicon: Lexicon) -> bool:
    """Whether a word may stand before an actor's name: an article, a title, a capital, "-based" or a joiner."""
    plain = lowered in DETERMINERS or lowered in JOINERS or lowered in lexicon.speakers
    return (
        plain
        or lowered in QUALIFIERS
        or sight.text[word[0]].isupper()
        or "-" in lowered
        or lowered.endswith(("'s", "’s"))
    )


def _skip_between(sight: Sight, end: int) -> int:
    """Return where the words for a speaker end, before "later", a day, or an aside: "the NGO, which …, said"."""
    at = end
    while True:
        word = sight.word_before(at)
        if word is None:
            return at
        lowered = sight.text[word[0] : word[1]].lower()
        timed = any(time.start <= word[0] < time.end for time in sight.times)
        if lowered not in BETWEEN and not timed:
            break
        at = word[0]
    aside = ASIDE.search(sight.text[:at])
    if aside is not None:
        return aside.start()
    word = sight.word_before(at)
    if word is not None and re.search(r"[”\"»]", sight.text[word[1] : at]):
        return at
    return word[1] + (1 if sight.text[word[1] : word[1] + 1] == ")" else 0) if word else at


def _may_step(sight: Sight, word_end: int, at: int) -> bool:
    gap = sight.text[word_end:at]
    return NAME_GAP.fullmatch(gap) is not None and "\n" not in gap


def _nominal(sight: Sight, word: tuple[int, int], lowered: str, lexicon: Lexicon, *, started: bool) -> bool:
    if lowered in CLAUSE or lowered[0].isdigit():
        return False
    if lowered in JOINERS:
        return started and _joined(sight, word[1], lexicon, at_joiner=True)
    return not any(time.start <= word[0] < time.end for time in sight.times)


def _joined(sight: Sight, at: int, lexicon: Lexicon, *, at_joiner: bool = False) -> bool:
    """Whether words before go on with the name: "director of the Observatory", "a source at the command"."""
    joiner = sight.word_before(at)
    if joiner is None or (not at_joiner and sight.text[joiner[0] : joiner[1]].lower() not in ADJOINING):
        return False
    before = sight.word_before(joiner[0])
    if before is None:
        return False
    word = sight.text[before[0] : before[1]]
    if word.lower() in lexicon.speakers or (word[0].isupper() and before[0] > 0 and at_joiner):
        return True
    return at_joiner and _begins_clause(sight, before[0])


def _together(sight: Sight, at: int, lexicon: Lexicon) -> bool:
    """Whether two speak with one voice: "opposition activists and the group said"."""
    joiner = sight.word_before(at)
    other = sight.word_before(joiner[0]) if joiner else None
    if joiner is None or other is None or sight.text[joiner[0] : joiner[1]].lower() != "and":
        return False
    plural = sight.text[other[0] : other[1]].lower()
    return plural in lexicon.speakers and plural.endswith(("s", "media", "police"))


def _begins_clause(sight: Sight, at: int) -> bool:
    """Whether a noun and its article begin a clause: "A surgeon at Zuhur Hospital said"."""
    article = sight.word_before(at)
    if article is None or sight.text[article[0] : article[1]].lower() not in ("a", "an", "one"):
        return False
    return article[0] == 0 or sight.text[: article[0]].rstrip().endswith((",", "”", '"'))


def _speaks(sight: Sight, word: tuple[int, int], lowered: str, lexicon: Lexicon) -> bool:
    if lowered in PRONOUNS or lowered in lexicon.speakers or lowered in lexicon.people:
        return True
    named = sight.text[word[0]].isupper() and lowered not in DETERMINERS and lowered not in JOINERS
    placed = any(place.start <= word[0] < place.end for place in sight.places)
    return named and not placed and (word[0] > 0 or len(lowered) > SHORTEST_NAME)


def _trim(sight: Sight, start: int, stop: int) -> int:
    """Leave joiners and stray words at the front of a speaker's name out of it."""
    while start < stop:
        word = sight.word_after(start)
        if word is None or sight.text[word[0] : word[1]].lower() not in STRAY:
            return start if word is None else word[0]
        following = sight.word_after(word[1])
        if following is None or following[0] >= stop:
            return stop
        start = following[0]
    return start


def after(sight: Sight, start: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Read the speaker that stands after "according to" or a turned verb."""
    word = sight.word_after(start)
    if word is None or sight.text[start : word[0]].strip(' "“'):
        return None
    near = word[0] + len("the ")
    actor = max((one.end for one in sight.actors if one.start <= near and one.end > word[0]), default=word[1])
    end = _name_ends(sight, actor)
    if sight.words_between(word[0], end) > LONGEST:
        end = actor
    end = word[0] + len(sight.text[word[0] : end].rstrip())
    lowered = sight.text[word[0] : end].lower()
    known = any(found.start < end and found.end > word[0] for found in sight.actors)
    named = any(part[0].isupper() for part in sight.text[word[0] : end].split() if part)
    spoken = any(part in lexicon.speakers for part in re.findall(r"[\w-]+", lowered))
    return (word[0], end) if end > word[0] and (known or named or spoken or lowered in PRONOUNS) else None


def _name_ends(sight: Sight, at: int) -> int:
    """Return where a speaker's name ends that goes on from here; "activists in the Tal Arda Media Office" is one."""
    match = HOLDER_END.search(sight.text, at)
    if match is None:
        return len(sight.text.rstrip(' .”"'))
    office = INTO.match(sight.text, match.start())
    named = (*sight.actors, *sight.places)
    inside = next((one for one in named if office is not None and one.start == office.end()), None)
    return _name_ends(sight, inside.end) if inside is not None else match.start()


def quoted(sight: Sight, start: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Read the deeper speaker of "quoted a source at the command as saying", from the end of "quoted"."""
    match = AS_SAYING.search(sight.text, start)
    end = match.start() if match else len(sight.text.rstrip(" ."))
    word = sight.word_after(start)
    if word is None or word[0] >= end or sight.words_between(word[0], end) > LONGEST:
        return None
    lowered = re.findall(r"[\w-]+", sight.text[word[0] : end].lower())
    known = any(found.start < end and found.end > word[0] for found in sight.actors)
    return (word[0], end) if known or any(part in lexicon.speakers for part in lowered) else None
