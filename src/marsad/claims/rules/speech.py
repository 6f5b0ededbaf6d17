"""Who says so: the frames of saying in a sentence, and which speaker stands behind which words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from marsad.claims.claim import Stance
from marsad.claims.rules import speaker, turning
from marsad.claims.rules.lexicon import ACCORDING, BY_CLAIM, Lexicon
from marsad.claims.rules.sight import Sight
from marsad.knowledge.phrases import Phrase, word_set

QUOTING = word_set("quoted quoting cited citing")
CITING = word_set("citing quoting")
CITED_WITHIN = 3  # words between a verb of saying and "citing": a day
THAT = re.compile(r"\s+that\b")
# "Claimed two lives", "claimed responsibility", "identified as": verbs of saying that say nothing here.
NOT_SAYING = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}(?:li(?:fe|ves)|responsibility|credit)\b|\s+as\b|\s+to have\b", re.IGNORECASE
)
# "Strikes blamed on the army", "men accused of the raid": those before the verb say nothing, they are spoken of.
SPOKEN_OF = {"blamed": re.compile(r"\s+on\b"), "accused": re.compile(r"\s+of\b"), "suspected": re.compile(r"\s+of\b")}
SPEAKERS = r"(?P<speaker>monitor|watchdog|ngo|activists|army|police|state media|rescuers|medics|rights group|un|u\.n\.)"
CLOSES_TITLE = re.compile(rf"[\w'’][\s:_–—-]+{SPEAKERS}\s*(?:\|.*)?$", re.IGNORECASE)
# A page whose line ends are lost goes on after its headline with the agency and the date.
CLOSES_HEAD = re.compile(r"\b(?P<speaker>Monitor|Watchdog|NGO|Activists|Army|State media)\s(?=(?:AFP|AP|Reuters)\b)")
CONTRAST = re.compile(r"\b(?:while|whereas|but)\s+$", re.IGNORECASE)
WAS = re.compile(r"\s(?:was|were|is|are|been)\s+$")
QUOTED_BY = re.compile(r"(?:\s+as saying)?\s+by\b")
AFTERTHOUGHT = re.compile(
    r"(?:in|on|at|after|as|updating|adding|citing|without|while|during|from|late|early|with|following|hours|days|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
AND_ALSO = re.compile(r"\b(?:and|but)\s+(?:(?:also|later|then|has|have|had)\s+){0,2}\Z", re.IGNORECASE)
LONG = 6  # words before a speaker that are a statement of their own
OPENS = re.compile(r"(that\b|[:“\"])")
HEAD = 3  # words before a speaker who still opens the sentence: "On Monday the army said"
EDGE = 3  # code points at either end of a sentence: a quotation mark, a space
SAYS_MORE = 4  # words after a verb of saying with which it opens what follows rather than closes what stood before


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
    headline = _headline(sight)
    for cue in lexicon.cues.find(sight.text):
        if cue.start < taken:
            continue
        phrase = cue.label in (ACCORDING, BY_CLAIM)
        frame = _according(sight, cue, lexicon) if phrase else _verb(sight, cue, lexicon, found)
        if frame is not None and found and _is_cited(sight, found[-1], frame):
            leads = found[-1].leads and sight.words_between(frame.end, len(sight.text)) > SAYS_MORE
            found[-1] = replace(found[-1], deeper=(frame.start, frame.end), leads=leads)
            taken = frame.end
        elif frame is not None:
            found.append(frame)
            taken = _after_quoting(sight, frame)
    return tuple(found) if headline is None else (*found, headline)


def _headline(sight: Sight) -> Frame | None:
    """Read the speaker that closes a headline: "12 dead in raid: monitor", "… in Tal Arda Monitor AFP"."""
    match = (CLOSES_TITLE if sight.passage.is_title else CLOSES_HEAD).search(sight.text)
    if match is None or (sight.passage.number and not sight.passage.is_title):
        return None
    start, end = match.span("speaker")
    return Frame(start=start, end=end, cue=":", cue_start=start, cue_end=end, stance=Stance.ASSERTED, leads=False)


def _after_quoting(sight: Sight, frame: Frame) -> int:
    """Return where a frame's words end, "quoted a source as saying" with its second verb of saying."""
    if frame.deeper is None:
        return frame.outside[1]
    match = speaker.AS_SAYING.match(sight.text, frame.deeper[1])
    return match.end() if match else frame.deeper[1]


def _according(sight: Sight, cue: Phrase, lexicon: Lexicon) -> Frame | None:
    holder = speaker.after(sight, cue.end, lexicon)
    if holder is None:
        return None
    opens = cue.start < EDGE and holder[1] < len(sight.text) - EDGE
    return Frame(
        start=holder[0],
        end=holder[1],
        cue=sight.text[cue.start : cue.end].lower(),
        cue_start=cue.start,
        cue_end=cue.end,
        stance=Stance.ALLEGED if cue.label == BY_CLAIM else Stance.ASSERTED,
        leads=opens or THAT.match(sight.text, holder[1]) is not None,
    )


def _is_cited(sight: Sight, frame: Frame, cited: Frame) -> bool:
    """Whether a speaker is whom the one before cites: "the agency reported on Monday citing a military source"."""
    return cited.cue in CITING and 0 <= sight.words_between(frame.outside[1], cited.cue_start) <= CITED_WITHIN


def _verb(sight: Sight, cue: Phrase, lexicon: Lexicon, earlier: Sequence[Frame]) -> Frame | None:
    word = sight.text[cue.start : cue.end].lower()
    if sight.passage.is_title and not sight.text[cue.end :].strip() and sight.text[cue.start].isupper():
        return None  # "… Near Tal Arda - Reports": a noun
    if word == "quoted" and WAS.search(sight.text[: cue.start]):
        return _was_quoted(sight, cue, lexicon)
    spoken_of = SPOKEN_OF.get(word)
    if NOT_SAYING.match(sight.text, cue.end) or (spoken_of is not None and spoken_of.match(sight.text, cue.end)):
        return None
    holder, turned = _speaker(sight, cue, lexicon, earlier)
    if holder is None:
        return None
    return Frame(
        start=holder[0],
        end=holder[1],
        cue=word,
        cue_start=cue.start,
        cue_end=cue.end,
        stance=Stance(cue.label),
        leads=not turned and _leads(sight, holder[0], cue.end),
        deeper=speaker.quoted(sight, cue.end, lexicon) if word in QUOTING else None,
    )


def _speaker(
    sight: Sight, cue: Phrase, lexicon: Lexicon, earlier: Sequence[Frame]
) -> tuple[tuple[int, int] | None, bool]:
    """Return who speaks by a verb of saying, and whether they stand behind it."""
    after = turning.turned(sight, cue, lexicon)
    if after is not None:
        return after, True
    goes_on = bool(earlier) and (_goes_on(sight, cue) or _joined(sight, cue, earlier[-1]))
    holder = (earlier[-1].start, earlier[-1].end) if goes_on else speaker.before(sight, cue.start, lexicon)
    behind = None if goes_on else turning.behind(sight, cue, holder, lexicon)
    return behind or holder, behind is not None


def _was_quoted(sight: Sight, cue: Phrase, lexicon: Lexicon) -> Frame | None:
    """Read "the army was quoted as saying by the agency", "the source was quoted by the agency as saying"."""
    was = WAS.search(sight.text[: cue.start])
    deepest = speaker.before(sight, was.start(), lexicon) if was else None
    if deepest is None:
        return None
    by = QUOTED_BY.match(sight.text, cue.end)
    relay = speaker.after(sight, by.end(), lexicon) if by else None
    start, end = relay or deepest
    return Frame(
        start=start,
        end=end,
        cue="quoted",
        cue_start=cue.start,
        cue_end=by.end() if by else cue.end,
        stance=Stance.ASSERTED,
        leads=_leads(sight, deepest[0], cue.end),
        deeper=deepest if relay else None,
    )


def _goes_on(sight: Sight, cue: Phrase) -> bool:
    """Whether "adding", "saying" goes on for a speaker named before; "with the agency saying" names its own."""
    if not sight.text[cue.start : cue.end].lower().endswith("ing"):
        return False
    return not any(actor.end <= cue.start and not sight.text[actor.end : cue.start].strip() for actor in sight.actors)


def _joined(sight: Sight, cue: Phrase, earlier: Frame) -> bool:
    """Whether a second verb has the subject of the first: "the army put its losses at four and said …"."""
    return earlier.leads and AND_ALSO.search(sight.text, earlier.cue_end, cue.start) is not None


def _leads(sight: Sight, holder: int, cue_end: int) -> bool:
    """Whether what is said follows the verb of saying."""
    rest = sight.words_between(cue_end, len(sight.text))
    if CONTRAST.search(sight.text[:holder]):
        return rest > 0
    return rest > SAYS_MORE and (sight.words_between(0, holder) <= HEAD or not _closes(sight, holder, cue_end))


def _closes(sight: Sight, holder: int, cue_end: int) -> bool:
    """Whether the frame closes what was said before it rather than opening what follows."""
    after = sight.text[cue_end:].lstrip()
    if OPENS.match(after):
        return False
    if AFTERTHOUGHT.match(after) and sight.words_between(0, holder) > LONG and "that" not in after.split()[:9]:
        return True  # the points are lost: "… leaving nine dead a monitor said in a long statement"
    return sight.text[:holder].rstrip().endswith((",", "”", '"'))


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
