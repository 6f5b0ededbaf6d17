"""Invented reports from the invented country of Qandara, for the tests of everything that is published."""

from datetime import date

from marsad.reports.report import Report

COAST = Report(
    title="Strike on cattle market kills at least 12 in Tal Arda",
    publisher="Coast Wire",
    published=date(2031, 3, 5),
    url="https://coastwire.example/tal-arda",
    language="en",
    text=(
        "Two residents told Coast Wire that government jets struck the cattle market in Tal Arda on Tuesday morning, "
        "killing at least 12 people and wounding dozens. A nurse at the town's clinic said 31 injured had been "
        "admitted, among them four children. The army denied hitting the market.\n\n"
        "Hours later fighters shelled a checkpoint near Marsa Wadi in what they called an answer to the strike. "
        "Three soldiers were killed, a security official said."
    ),
)
COPY = Report(
    title="Strike on cattle market kills at least 12 in Tal Arda",
    publisher="Hadra Post",
    published=date(2031, 3, 6),
    language="en",
    text=COAST.text,
)
AGENCY = Report(
    title="Army: militants' depot destroyed in Tal Arda",
    publisher="Qandara News Agency",
    published=date(2031, 3, 5),
    language="en",
    text=(
        "A military source told Qandara News Agency that an ammunition depot of armed groups was destroyed in Tal Arda "
        "on 4 March and that seven gunmen were killed. The source denied that any market had been hit. "
        "The army is on alert in the whole of Hadra province. "
        + "Traffic on the coast road was slow all day, and the port stayed open for grain ships. " * 14
        + "The source added that no civilian was injured."
    ),
)
ARABIC = Report(
    title="قصف على سوق تل عردة",
    publisher="راديو الساحل",
    published=date(2031, 3, 6),
    language="ar",
    text=(
        "قالت مصادر طبية في مشفى أم ريحان إن 15 مدنياً قتلوا وأصيب 40 آخرون في الغارة على سوق المواشي في بلدة تل عردة "
        "صباح الثلاثاء 4 آذار. وحمّل ناشطون طيران الحكومة المسؤولية عن الغارة."
    ),
)
MONITOR = Report(
    title="Hadra: three days of clashes",
    publisher="Rights Watch of Hadra",
    published=date(2031, 3, 9),
    language="en",
    text=(
        "Rights Watch of Hadra counted 11 dead in clashes across Hadra province from 6 to 8 March, six of them in Umm "
        "Rihan on Friday. It could not establish which side fired first. On Thursday a roadside bomb hit a grain lorry "
        "on the coast road, killing its driver, a trader said. Small protests were reported across Qandara on Saturday."
    ),
)
REPORTS = {report.id: report for report in (COAST, COPY, AGENCY, ARABIC, MONITOR)}
