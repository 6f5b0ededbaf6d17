"""Each rule by which people are read as killed, injured or missing, and what it must leave alone."""

import pytest

from .invented import casualties, harmed, holders


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the noun tells the harm
        ("Rescuers pulled 30 bodies from the market.", ["killed: 30 bodies"]),
        (
            "There were hundreds of civilian casualties in Tal Arda.",
            ["killed_or_injured: hundreds of civilian casualties"],
        ),
        ("One of the wounded died in hospital.", ["part killed: One of the wounded"]),
        # among the dead
        ("Among the dead were 26 children.", ["part killed: 26 children"]),
        ("Among the wounded were two nurses.", ["part injured: two nurses"]),
        ("Two nurses are among the 33 dead.", ["part killed: Two nurses", "killed: 33"]),
        # totals
        ("The death toll of the flood of shells rose to 127.", ["killed: 127"]),
        ("The number of wounded reached 40.", ["injured: 40"]),
        ("The death toll rose from 80 to 127.", ["killed: 127"]),
        ("The raid struck on Monday, bringing to 15 the number of people killed.", ["killed: 15"]),
        ("Three people wounded in the strike died overnight.", ["part killed: Three people"]),
        # the harm after the people
        ("12 dead in Tal Arda.", ["killed: 12"]),
        ("At least 27 people were killed in the raid.", ["killed: At least 27 people"]),
        (
            "Eight civilians, including two minors, lost their lives.",
            ["killed: Eight civilians", "part killed: two minors"],
        ),
        ("12 people, most of them women, were killed.", ["killed: 12 people"]),
        ("Five fishermen are missing.", ["missing: Five fishermen"]),
        # the harm before the people
        ("Shells hit the market, killing six people.", ["killed: six people"]),
        ("The blast claimed the lives of two bakers.", ["killed: two bakers"]),
        ("The raid killed 14 jihadists and five civilians.", ["killed: 14 jihadists", "killed: five civilians"]),
        ("Shells killed four people and wounded seven.", ["killed: four people", "injured: seven"]),
        ("Shells killed four people and wounded seven others.", ["killed: four people", "injured: seven others"]),
        # said once
        (
            "Seven people were killed in Tal Arda, five in Umm Rihan and three in Beit Zuhur.",
            ["killed: Seven people", "killed: five", "killed: three"],
        ),
        # nobody
        (
            "Rockets landed near Tal Arda without causing any casualties.",
            ["killed_or_injured: without causing any casualties"],
        ),
        ("There were no casualties.", ["killed_or_injured: no casualties"]),
        # parts
        ("Shells killed nine people, including a woman and two children.", None),
        ("Shells killed nine people, among them a nurse.", ["killed: nine people", "part killed: a nurse"]),
        ("Six farmers of one family were killed.", ["killed: Six farmers"]),
        (
            "Two clerks were among at least 44 villagers killed.",
            ["part killed: Two clerks", "killed: at least 44 villagers"],
        ),
        # one person with an article or a possessive
        ("Shelling killed a nurse and the driver.", ["killed: a nurse", "killed: the driver"]),
        ("The raid wounded a tailor and his apprentice.", ["injured: a tailor", "injured: his apprentice"]),
        ("Its watchman was killed.", ["killed: Its watchman"]),
        ("Five soldiers killed their commander.", ["killed: their commander"]),
        # what stands between, or what is missing
        ("Three drivers were killed and a clerk badly wounded.", ["killed: Three drivers", "injured: a clerk"]),
        ("There are dozens of people missing.", ["missing: dozens of people"]),
        ("Another 24 residents have gone missing.", ["missing: Another 24 residents"]),
        ("More than 1,400 people are estimated to have been killed.", ["killed: More than 1,400 people"]),
        (
            "Seven people were killed in Tal Arda five in Umm Rihan and three in Beit Zuhur.",
            ["killed: Seven people", "killed: five", "killed: three"],
        ),
        ("Shells killed 45 farmers in Tal Arda and 22 in Umm Rihan.", ["killed: 45 farmers", "killed: 22"]),
        ("The raids led to killing nine farmers.", ["killed: nine farmers"]),
        # a harm told by several words
        ("Militants took 90 residents hostage.", ["abducted: 90 residents"]),
        ("The fighting forced 300 residents to flee.", ["displaced: 300 residents"]),
        ("The militia lost three fighters.", ["killed: three fighters"]),
        ("Two people were taken to hospital.", ["injured: Two people"]),
        ("Thirty people suffered breathing difficulties.", ["injured: Thirty people"]),
        (
            "The group beheaded eight soldiers and decapitated three men.",
            ["killed: eight soldiers", "killed: three men"],
        ),
    ],
)
def test_people_and_what_became_of_them(text: str, expected: list[str] | None) -> None:
    """Each way of telling a toll is read, with the harm and whether these are a part of others."""
    wanted = expected or ["killed: nine people", "part killed: a woman", "part killed: two children"]
    assert harmed(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people watched the raid.",
        "Two residents said that shells fell on the market.",
        "The assault could kill 500 people.",
        "The offensive would leave thousands of civilians at risk.",
        "Hunters shot 12 wild boars.",
        "The blast destroyed three houses.",
        "The raid killed hopes of a truce.",
        "Shells fell for 12 days.",
        "There were no reports of casualties.",
        "All but two of the 20 patients went home.",
        "The army took 12 villages.",
        "The attack forced both sides to stop.",
        "A nurse receiving the casualties spoke to reporters.",
        "The mayor confirmed it to a reporter.",
        "A childrens choir was killed off by the council.",
        "I lost 40 soldiers in my first game.",
        "The troops lost three villages.",
        "The army commander said the road was open.",
    ],
)
def test_nobody_is_harmed_where_no_words_say_so(text: str) -> None:
    """Those who look on, speak, are feared for, or are animals and things are no toll."""
    assert harmed(text) == []


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Five soldiers killed nine villagers.", "killed: nine villagers"),
        ("Three officials said four farmers were killed.", "killed: four farmers"),
    ],
)
def test_those_who_kill_or_speak_are_not_the_killed(text: str, killed: str) -> None:
    """A number before "killed" that does the killing, or speaks, is not of the dead."""
    assert harmed(text) == [killed]


def test_those_spoken_of_before_may_be_a_part() -> None:
    """Words such as "three of them are children" are of those just told killed; "two of the men" are not."""
    told = casualties("Shells killed 17 people in Tal Arda. Three of them are children.")
    assert [(claim.evidence[0].quote, claim.subset_of is not None) for claim in told] == [
        ("17 people", False),
        ("Three of them", True),
    ]
    assert len(casualties("Shells killed 17 people in Tal Arda. Two of the men are farmers.")) == 1


def test_people_end_where_a_speaker_begins() -> None:
    """Where points are lost, "six shepherds opposition activists said" counts shepherds."""
    (claim,) = casualties("Airstrikes struck a barn in Tal Arda killing six shepherds opposition activists said.")
    assert (claim.evidence[0].quote, holders(claim)) == ("six shepherds", ["opposition activists"])
