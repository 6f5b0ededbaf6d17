"""Read one report and print what it says, who says so, and the very words."""

import marsad

record = marsad.read(
    "Shells hit the grain store in Umm Zarqa on Friday, killing at least nine people, two teachers said. "
    "The army denied it.",
    publisher="Valley Post",
    published="2033-01-02",
)

for claim in record.claims:
    holder = claim.holder.holder if claim.holder else "the report itself"
    number = f", {claim.count.low} to {claim.count.high or 'open'} {claim.harm}" if claim.count else ""
    print(f"{holder}: {claim.type} ({claim.stance}){number}: “{claim.evidence[0].quote}”")

# Every quote stands in the report, letter for letter.
assert all(record.report.supports(words) for claim in record.claims for words in claim.evidence)  # noqa: S101 - shown
