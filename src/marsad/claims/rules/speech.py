"""Who says so: the frames of saying in a sentence, and which speaker stands behind which words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from marsad.claims.claim import Stance
from marsad.claims.rules.lexicon import Lexicon
from marsad.claims.rules.sight import Sight
from marsad.knowledge.phrases import Phrase

LONGEST_HOLDER = 14
# Words that may stand between a speaker and the verb: "the group later said", "police had earlier said".
BETWEEN = frozenset(
    "also later earlier had has have then further meanwhile initially however has already on who in turn has since again".split()
)
DETERMINERS = frozenset(
    "the a an this that its their his her one two three several some many other another both".split()
)
JOINERS = frozenset("of for at in from with to and on".split())
CLAUSE = frozenset(
    """that as when after while but because although though which who whom whose since before until where if so than
    was were is are be been being had has have killed wounded injured hit struck left by""".split()
)
PRONOUNS = frozenset("it he she they".split())
AS_SAYING = re.compile(
    r"\s+as (?:saying|telling|having said)\b|\s+saying\b|\s+who said\b|[,.;]|\s+that\b", re.IGNORECASE
)
QUOTING = frozenset("quoted quoting cited citing".split())
# "Claimed two lives", "claimed responsibility", "identified as": verbs of saying that say nothing here.
NOT_SAYING = re.compile(r"\s+(?:[\w-]+\s+){0,3}(?:li(?:fe|ves)|responsibility|credit)\b|\s+as\b", re.IGNORECASE)
# "… were killed said Observatory director Rami X." where the points between are lost.
ENDS_WITH_NAME = re.compile(r"\s+(?:the\s+)?(?:[\w'’.-]+\s+){0,7}[\w'’-]+[.\"”\s]*$", re.IGNORECASE)
HOLDER_END = re.compile(
    r"[,.;:()\"“”]|\s(?:that|who|which|as|said|says|saying|told|adding|added|in|on|but|while|after|when|was|were|is|are|"
    r"has|have|had|killed|where|to|among|including|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One saying in a sentence: who (``start`` to ``end``), by which cue, and where what is said stands.

    ``leads`` says that what is said follows the cue; a frame that does not lead closes what stands before it.
    ``deeper`` is the speaker a speaker quotes.
    """

    start: int
    end: int
    cue: str
    cue_start: int
    cue_end: int
    stance: Stance
    leads: bool
    deeper: tuple[int, int] | None = None

    @property
    def outside(self) -> tuple[int, int]:
        """Where the words of saying themselves stand."""
        return min(self.start, self.cue_start), max(self.end, self.cue_end)


def frames(sight: Sight, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the frames of saying of a sentence in reading order."""
    found: list[Frame] = []
    taken = 0
    for cue in lexicon.cues.find(sight.text):
        if cue.start < taken:
            continue
        frame = _according(sight, cue, lexicon) if cue.label == "according" else _verb(sight, cue, lexicon, found)
        if frame is not None:
            found.append(frame)
            taken = _after_quoting(sight, frame)
    return tuple(found)


def _after_quoting(sight: Sight, frame: Frame) -> int:
    """Return where a frame's words end, "quoted a source as saying" with its second verb of saying."""
    if frame.deeper is None:
        return frame.outside[1]
    match = AS_SAYING.match(sight.text, frame.deeper[1])
    return match.end() if match else frame.deeper[1]


def _according(sight: Sight, cue: Phrase, lexicon: Lexicon) -> Frame | None:
    holder = _holder_after(sight, cue.end, lexicon)
    if holder is None:
        return None
    return Frame(
        start=holder[0],
        end=holder[1],
        cue=sight.text[cue.start : cue.end].lower(),
        cue_start=cue.start,
        cue_end=cue.end,
        stance=Stance.ASSERTED,
        leads=cue.start < 3 and holder[1] < len(sight.text) - 3,
    )


def _verb(sight: Sight, cue: Phrase, lexicon: Lexicon, earlier: Sequence[Frame]) -> Frame | None:
    if NOT_SAYING.match(sight.text, cue.end):
        return None
    holder = _holder_after(sight, cue.end, lexicon) if _may_turn(sight, cue) else None
    turned = holder is not None
    if not turned and earlier and _goes_on(sight, cue):
        holder = (earlier[-1].start, earlier[-1].end)
    elif not turned:
        holder = _holder_before(sight, cue.start, lexicon)
    if holder is None:
        return None
    rest = sight.words_between(cue.end if not turned else holder[1], len(sight.text))
    lead = sight.words_between(0, holder[0])
    word = sight.text[cue.start : cue.end].lower()
    return Frame(
        start=holder[0],
        end=holder[1],
        cue=word,
        cue_start=cue.start,
        cue_end=cue.end,
        stance=Stance(cue.label),
        leads=not turned and rest > 4 and (lead <= 3 or not _closes(sight, holder[0], cue.end)),
        deeper=_quoted_speaker(sight, cue, lexicon) if word in QUOTING else None,
    )


def _goes_on(sight: Sight, cue: Phrase) -> bool:
    """Whether "adding", "saying" goes on for a speaker named before; "with the agency saying" names its own."""
    if not sight.text[cue.start : cue.end].lower().endswith("ing"):
        return False
    return not any(actor.end <= cue.start and not sight.text[actor.end : cue.start].strip() for actor in sight.actors)


def _may_turn(sight: Sight, cue: Phrase) -> bool:
    """Whether the speaker may stand after the verb: '…," said the NGO'; ", said Ali," has spoken before it."""
    before = sight.text[: cue.start].rstrip()
    if cue.label == Stance.ASSERTED and ENDS_WITH_NAME.match(sight.text, cue.end) and _names_speaker(sight, cue.end):
        return True
    if not before or before[-1] not in ",”\"»’'" or cue.label != Stance.ASSERTED:
        return False
    return (
        re.match(r"\s+(?:that|it|in|on|at|there|this|these|no|at least|more)\b", sight.text[cue.end :], re.IGNORECASE)
        is None
    )


def _names_speaker(sight: Sight, start: int) -> bool:
    """Whether an actor's name begins right after a verb of saying."""
    return any(0 <= actor.start - start <= len(" the ") for actor in sight.actors)


def _closes(sight: Sight, holder: int, cue_end: int) -> bool:
    """Whether the frame closes what was said before it rather than opening what follows."""
    after = sight.text[cue_end:].lstrip()
    if re.match(r"(that\b|[:“\"])", after):
        return False
    return sight.text[:holder].rstrip().endswith((",", "”", '"'))


def _holder_before(sight: Sight, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Walk back from a verb of saying to the speaker before it."""
    stop = _skip_between(sight, end)
    start, firm, at, steps, sure, named = stop, stop, stop, 0, False, False
    while steps < LONGEST_HOLDER:
        actor = next((found for found in sight.actors if found.end == at and found.start < at), None)
        word = (actor.start, actor.end) if actor else sight.word_before(at)
        if word is None or not _may_step(sight, word[1], at):
            break
        lowered = sight.text[word[0] : word[1]].lower()
        if actor is None and not _nominal(sight, word, lowered, lexicon, started=start < stop):
            break
        if named and actor is None and not _leads_name(sight, word, lowered, lexicon):
            break
        named = named or actor is not None
        sure = sure or actor is not None or _speaks(sight, word, lowered, lexicon)
        start = at = word[0]
        steps += 1
        if actor is not None or lowered in DETERMINERS or _speaks(sight, word, lowered, lexicon):
            firm = start
        if lowered in PRONOUNS or (lowered in DETERMINERS and not _joined(sight, word[0], lexicon)):
            break
    start = _trim(sight, firm, stop)
    return (start, stop) if sure and start < stop else None


def _leads_name(sight: Sight, word: tuple[int, int], lowered: str, lexicon: Lexicon) -> bool:
    """Whether a word may stand before an actor's name: an article, a title, a capital, "-based" or a joiner."""
    plain = lowered in DETERMINERS or lowered in JOINERS or lowered in lexicon.speakers
    return plain or sight.text[word[0]].isupper() or "-" in lowered or lowered.endswith(("'s", "’s"))


def _skip_between(sight: Sight, end: int) -> int:
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
    word = sight.word_before(at)
    if word is not None and re.search(r"[”\"»]", sight.text[word[1] : at]):
        return at
    return word[1] + (1 if sight.text[word[1] : word[1] + 1] == ")" else 0) if word else at


def _may_step(sight: Sight, word_end: int, at: int) -> bool:
    gap = sight.text[word_end:at]
    return re.fullmatch(r"[\s()'’.\-/&]*", gap) is not None and "\n" not in gap


def _nominal(sight: Sight, word: tuple[int, int], lowered: str, lexicon: Lexicon, *, started: bool) -> bool:
    if lowered in CLAUSE or lowered[0].isdigit():
        return False
    if lowered in JOINERS:
        return started and _joined(sight, word[1], lexicon, at_joiner=True)
    return not any(time.start <= word[0] < time.end for time in sight.times)


def _joined(sight: Sight, at: int, lexicon: Lexicon, *, at_joiner: bool = False) -> bool:
    """Whether words before go on with the name: "director of the Observatory", "a source at the command"."""
    joiner = sight.word_before(at)
    if joiner is None or (not at_joiner and sight.text[joiner[0] : joiner[1]].lower() not in JOINERS - {"and", "to"}):
        return False
    before = sight.word_before(joiner[0])
    if before is None:
        return False
    word = sight.text[before[0] : before[1]]
    return word.lower() in lexicon.speakers or (word[0].isupper() and before[0] > 0 and at_joiner)


def _speaks(sight: Sight, word: tuple[int, int], lowered: str, lexicon: Lexicon) -> bool:
    if lowered in PRONOUNS or lowered in lexicon.speakers or lowered in lexicon.people:
        return True
    named = sight.text[word[0]].isupper() and lowered not in DETERMINERS and lowered not in JOINERS
    placed = any(place.start <= word[0] < place.end for place in sight.places)
    return named and not placed and (word[0] > 0 or len(lowered) > 3)


def _trim(sight: Sight, start: int, stop: int) -> int:
    """Leave joiners and stray words at the front of a speaker's name out of it."""
    while start < stop:
        word = sight.word_after(start)
        if word is None or sight.text[word[0] : word[1]].lower() not in JOINERS | {
            "but",
            "also",
            "meanwhile",
            "so",
            "now",
        }:
            return start if word is None else word[0]
        following = sight.word_after(word[1])
        if following is None or following[0] >= stop:
            return stop
        start = following[0]
    return start


def _holder_after(sight: Sight, start: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Read the speaker that stands after "according to" or a turned verb."""
    word = sight.word_after(start)
    if word is None or sight.text[start : word[0]].strip(' "“'):
        return None
    actor = max(
        (found.end for found in sight.actors if found.start <= word[0] + 4 and found.end > word[0]), default=word[1]
    )
    match = HOLDER_END.search(sight.text, actor)
    end = match.start() if match else len(sight.text.rstrip(' .”"'))
    if sight.words_between(word[0], end) > LONGEST_HOLDER:
        end = actor
    end = word[0] + len(sight.text[word[0] : end].rstrip())
    lowered = sight.text[word[0] : end].lower()
    known = any(found.start < end and found.end > word[0] for found in sight.actors)
    named = any(part[0].isupper() for part in sight.text[word[0] : end].split() if part)
    spoken = any(part in lexicon.speakers for part in re.findall(r"[\w-]+", lowered))
    return (word[0], end) if end > word[0] and (known or named or spoken or lowered in PRONOUNS) else None


def _quoted_speaker(sight: Sight, cue: Phrase, lexicon: Lexicon) -> tuple[int, int] | None:
    """Read the deeper speaker of "quoted a source at the command as saying"."""
    match = AS_SAYING.search(sight.text, cue.end)
    end = match.start() if match else len(sight.text.rstrip(" ."))
    word = sight.word_after(cue.end)
    if word is None or word[0] >= end or sight.words_between(word[0], end) > LONGEST_HOLDER:
        return None
    lowered = re.findall(r"[\w-]+", sight.text[word[0] : end].lower())
    known = any(found.start < end and found.end > word[0] for found in sight.actors)
    return (word[0], end) if known or any(part in lexicon.speakers for part in lowered) else None


def speakers_of(found: tuple[Frame, ...], start: int, end: int) -> Iterator[Frame]:
    """Yield the frames behind words of the sentence, the outermost speaker first."""
    leading = [frame for frame in found if frame.leads and frame.outside[1] <= start]
    closing = [frame for frame in found if not frame.leads and frame.outside[0] >= end]
    inside = [frame for frame in found if not frame.leads and frame.outside[1] <= start]
    if leading:
        yield leading[-1]
    if closing and not (
        leading and any(frame.leads and frame.start < closing[0].start and frame.start > end for frame in found)
    ):
        yield closing[0]
    elif not leading and inside:
        yield inside[-1]
