"""Promises about the table of who says how many."""

from dataclasses import replace

from marsad.claims.claim import Count, Harm, Lexeme
from marsad.publish.dossier import numbered
from marsad.publish.tolls import Tolls, bar, tolls
from publish.makers import toll
from publish.records import MARKET, PROTESTS
from publish.telling import COPY


def market() -> Tolls:
    """Return the table of the market incident."""
    table = tolls(MARKET, numbered(MARKET))
    assert table
    return table


def test_each_holder_has_one_row() -> None:
    """Two numbers of one nurse stand in one row."""
    holders = [row.holder for row in market().rows]
    assert len(holders) == len(set(holders))
    nurse = next(row for row in market().rows if row.holder == "a nurse")
    assert [said.how_many for said in nurse.cells[market().harms.index(Harm.INJURED)]] == ["31", "4"]


def test_a_cell_without_words_is_empty() -> None:
    """What a holder does not say is not filled in."""
    nurse = next(row for row in market().rows if row.holder == "a nurse")
    assert nurse.cells[market().harms.index(Harm.KILLED)] == ()


def test_the_number_of_a_cell_leads_to_its_claim() -> None:
    """The words in a cell are the words of the claim of that number."""
    by_number = {number: claim for claim, number in numbered(MARKET).items()}
    claims = {claim.id: claim for claim in MARKET.claims}
    for row in market().rows:
        for said in (said for cell in row.cells for said in cell):
            assert claims[by_number[said.number]].evidence[0].quote == said.quote


def test_a_copy_adds_no_row() -> None:
    """A report that repeats another's words is counted once."""
    count = Count(low=99, high=99, words="99", lexeme=Lexeme.NUMERAL)
    copied = toll("copy", COPY, "at least 12 people", Harm.KILLED, count)
    doubled = replace(MARKET, claims=(*MARKET.claims, copied))
    table = tolls(doubled, numbered(doubled))
    assert table
    assert len(table.rows) == len(market().rows)
    assert all(said.how_many != "99" for row in table.rows for cell in row.cells for said in cell)


def test_an_incident_without_numbers_has_no_table() -> None:
    """Nobody's silence becomes a row of zeros."""
    assert tolls(PROTESTS, numbered(PROTESTS)) is None


def test_an_open_range_has_no_end_mark() -> None:
    """At least 12 is drawn from 12 on, with no upper end."""
    drawn = bar(12, None, 20)
    assert drawn
    assert drawn.high is None


def test_an_unknown_number_is_not_drawn() -> None:
    """No mark stands for a number nobody knows."""
    assert bar(None, None, 20) is None


def test_larger_numbers_stand_further_right() -> None:
    """All marks of a column share one scale, so that lengths can be compared."""
    killed = market().harms.index(Harm.KILLED)
    said = [said for row in market().rows for said in row.cells[killed]]
    drawn = {each.how_many: each.bar.low for each in said if each.bar}
    assert drawn["7"] < drawn["12 or more"] < drawn["15"]
    assert len({each.bar.top for each in said if each.bar}) == 1
