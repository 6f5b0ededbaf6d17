"""Records and incidents in a terminal: readable at 80 columns, when piped, and when a text is hostile.

Everything here returns something rich can print. Texts of reports pass through ``inert`` first, so that no escape
sequence, markup or direction mark of theirs reaches the terminal.
"""

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from marsad.claims.claim import Harm
from marsad.incidents.explain import ExplainStep
from marsad.incidents.incident import Contradiction, Incident, MergedIncident, RecordedClaim
from marsad.incidents.record import Record
from marsad.publish import wording
from marsad.publish.dossier import report_name
from marsad.publish.highlight import SIGNS, Mark, Tone, segments, tone
from marsad.publish.inert import isolated, plain
from marsad.reports.report import Report
from marsad.text.span import Evidence

BEFORE_AFTER = 160  # letters shown on either side where a sentence does not end sooner
DEEPEST = 12  # steps further in than this are not moved further right
STYLES = {
    Tone.KILLED: "bold red",
    Tone.INJURED: "bold yellow",
    Tone.HARM: "bold magenta",
    Tone.EVENT: "bold cyan",
    Tone.BLAME: "bold blue",
    Tone.DENIED: "bold reverse",
    Tone.OTHER: "bold green",
    Tone.CONTEXT: "underline",
}


def _text(words: str, style: str = "") -> Text:
    """Return foreign words as text rich will print and never interpret."""
    return Text(isolated(words), style=style)


def _table(*columns: str, title: str | None = None) -> Table:
    """Return an empty table in the house style: no frame, a rule below the head."""
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold", header_style="bold", no_wrap=column == "Code")
    return table


def incidents_table(incidents: Sequence[MergedIncident]) -> RenderableType:
    """Return one row an incident: when, what and where, the toll, who stands behind it."""
    if not incidents:
        return Text("No incident was found in these reports.")
    table = _table("Code", "What and where", "Killed", "Injured", "Grade")
    for merged in incidents:
        what = merged.incident
        grade = Text(plain(merged.grade.value))
        if what.contradictions:
            grade.append(f"\n≠ {len(what.contradictions)}", style="red")
        table.add_row(
            _text(merged.code),
            Text.assemble(_text(wording.headline(what)), "\n", (wording.days(what.when), "dim")),
            Text(wording.toll(what, Harm.KILLED)),
            Text(wording.toll(what, Harm.INJURED)),
            grade,
        )
    return table


def _sentence(text: str, evidence: Evidence) -> tuple[int, int]:
    """Return where the sentence round these words begins and ends, or a stretch of it where it is long."""
    first, last = max(0, evidence.start - BEFORE_AFTER), min(len(text), evidence.end + BEFORE_AFTER)
    begins = max(text.rfind(stop, first, evidence.start) for stop in (". ", "! ", "? ", "؟ ", "\n"))
    ends = [at for stop in (". ", "! ", "? ", "؟ ", "\n") if (at := text.find(stop, evidence.end, last)) >= 0]
    start = begins + 1 if begins >= 0 else first
    while start < evidence.start and text[start].isspace():
        start += 1
    return (start, min(ends) + 1 if ends else last)


def _in_its_sentence(report: Report | None, evidence: Evidence, look: Tone) -> Text:
    """Return the words marked in the sentence they stand in; brackets mark them where there is no colour."""
    if report is None or not report.supports(evidence):
        return Text.assemble("“", _text(evidence.quote, STYLES[look]), "”")
    whole = report.part(evidence.span.part)
    start, end = _sentence(whole, evidence)
    return _marked(whole[start:end], evidence.start - start, evidence.end - start, look)


def _marked(stretch: str, start: int, end: int, look: Tone) -> Text:
    """Return a stretch of text with the words from start to end in brackets and in colour."""
    shown = Text()
    for segment in segments(stretch, (Mark(start=start, end=end, tone=look, number=1),), fold=False):
        words = plain(segment.text)
        shown.append(f"[{words}]" if segment.tone else words, style=STYLES[look] if segment.tone else "")
    if isolated(stretch) != plain(stretch):
        return Text.assemble("\u2068", shown, "\u2069")
    return shown


def _claim_lines(
    claims: Iterable[RecordedClaim], publishers: Mapping[str, str | None], reports: Mapping[str, Report]
) -> Group:
    """Return claims one below the other: sign, holder, what is said, the id, and the words in their sentence."""
    lines: list[RenderableType] = []
    for claim in claims:
        look = tone(claim)
        line = Text.assemble(
            (SIGNS[look][0], STYLES[look]), " ",
            _text(wording.speaker(claim, publishers.get(claim.report)), "bold"), ": ",
            _text(wording.statement(claim)), f" ({wording.STANCES[claim.stance]})",
        )  # fmt: skip
        words = _in_its_sentence(reports.get(claim.report), claim.evidence[0], look)
        lines += [line, Padding(Text.assemble(words, "  ", (claim.id, "dim")), (0, 0, 0, 4))]
    return Group(*lines)


def _facts(incident: Incident) -> Group:
    """Return what, where, when, who and how many, a line each."""
    lines = [("When", wording.time(incident.when))]
    if incident.when and incident.when.evidence and incident.when.start is None:
        lines[0] = ("When", f"{wording.DAY_UNKNOWN}: “{incident.when.evidence.quote}”")
    lines += [("Where", f"{wording.where(place)} ({wording.LEVELS[place.level]})") for place in incident.places]
    lines += [("Named", f"{each.name}, {wording.BLAMES[each.basis]}") for each in incident.perpetrators]
    lines += [("Hit", each.name) for each in incident.targets]
    for figure in incident.figures:
        people = "" if figure.victims == "total" else f" ({figure.victims})"
        lines.append((wording.HARMS[figure.harm].capitalize(), wording.bounds(figure.low, figure.high) + people))
    return Group(*(Text.assemble((f"{name:<8} ", "dim"), _text(value)) for name, value in lines))


def contradictions_table(contradictions: Sequence[Contradiction]) -> RenderableType:
    """Return the disagreements, a row a side."""
    if not contradictions:
        return Text("The accounts do not contradict each other.")
    table = _table("About", "Who", "Says", "State")
    for each in contradictions:
        for index, side in enumerate(each.sides):
            first = index == 0
            table.add_row(
                _text(each.about.replace("_", " ") if first else "", "bold"),
                Text(", ").join(_text(holder) for holder in side.holders),
                _text(side.says),
                Text(plain(each.state) if first else ""),
            )
    return table


def _heading(incident: Incident, code: str) -> Text:
    background = "" if incident.main else " (background)"
    return Text.assemble(_text(wording.headline(incident), "bold"), background, "  ", _text(code, "dim"))


def record_view(record: Record) -> RenderableType:
    """Return one report read: its incidents with their facts, and every claim with its words."""
    report = record.report
    head = Text.assemble(_text(report.title or "Report without a title", "bold underline"), "\n")
    day = report.published.isoformat() if report.published else wording.DAY_UNKNOWN
    head.append_text(Text.assemble(_text(report.publisher or "publisher not known"), f", {day}  ", (report.id, "dim")))
    parts: list[RenderableType] = [head]
    publishers, reports = {report.id: report.publisher}, {report.id: report}
    for incident in record.incidents:
        own = [claim for claim in record.claims if claim.incident == incident.id]
        parts += ["", _heading(incident, incident.id), Padding(_facts(incident), (0, 0, 0, 2))]
        parts.append(Padding(_claim_lines(own, publishers, reports), (0, 0, 0, 2)))
        if incident.contradictions:
            parts.append(Padding(contradictions_table(incident.contradictions), (1, 0, 0, 2)))
    if not record.incidents:
        parts += ["", Text("No incident is told in this report.")]
    loose = [claim for claim in record.claims if claim.incident is None]
    if loose:
        parts += [
            "",
            Text("Of no single incident", style="bold"),
            Padding(_claim_lines(loose, publishers, reports), (0, 0, 0, 2)),
        ]
    for problem in record.problems:
        words = f" “{problem.words}”" if problem.words else ""
        parts.append(Text.assemble(("! ", "yellow"), _text(f"{problem.code}: {problem.message}{words}")))
    return Group(*parts)


def incident_view(merged: MergedIncident, reports: Mapping[str, Report]) -> RenderableType:
    """Return one incident across reports: facts, sources, disagreements, grade, and every claim with its words."""
    publishers = {reference.id: reference.publisher for reference in merged.reports}
    parts: list[RenderableType] = [
        _heading(merged.incident, merged.code),
        Padding(_facts(merged.incident), (0, 0, 0, 2)),
    ]
    names = {reference.id: report_name(reference) for reference in merged.reports}
    parts += ["", Text("Reports", style="bold")]
    for reference in merged.reports:
        same = f" (same words as {names.get(reference.copy_of, reference.copy_of)})" if reference.copy_of else ""
        parts.append(Padding(_text(names[reference.id] + same), (0, 0, 0, 2)))
    parts += [
        "",
        Text("Who says so", style="bold"),
        Padding(_claim_lines(merged.claims, publishers, reports), (0, 0, 0, 2)),
    ]
    parts += [
        "",
        Text("Where accounts differ", style="bold"),
        Padding(contradictions_table(merged.incident.contradictions), (0, 0, 0, 2)),
    ]
    band = wording.bounds(merged.origins.low, merged.origins.high)
    parts += ["", Text.assemble(("Grade ", "bold"), _text(merged.grade.value), f", independent origins: {band}")]
    parts += [Padding(_text(rule, "dim"), (0, 0, 0, 2)) for rule in merged.grade.rules]
    return Group(*parts)


def _explained(step: ExplainStep) -> Text:
    """Return one step: its words, and for a quote the sentence it stands in with the quote marked."""
    if step.sentence is None or step.at is None:
        return _text(step.says, "" if step.depth else "bold")
    start, end = step.at
    return _marked(step.sentence, start, end, Tone.EVENT)


def explain_view(steps: Iterable[ExplainStep]) -> RenderableType:
    """Return the steps from a figure down to the words, each below and right of what it explains."""
    lines = [Padding(_explained(step), (0, 0, 0, 2 * min(max(0, step.depth), DEEPEST))) for step in steps]
    return Group(*lines) if lines else Text("There is no figure to explain.")
