"""Words that tell of harm only in the right company: who fell, who was lost, who was driven out."""

import pytest

from .invented import casualties, harmed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 soldiers and four rebels fell, the mayor said.", ["killed: 12 soldiers", "killed: four rebels"]),
        ("Three of its men had fallen in the raid.", ["killed: Three of its men"]),
        ("12 soldiers fell asleep.", []),
        ("Three rebels fell back to the hills.", []),
        ("Five children fell.", []),
    ],
)
def test_only_fighters_fall_in_battle(text: str, expected: list[str]) -> None:
    """Soldiers who fall are dead, unless they fall asleep or back; a child who falls is not."""
    assert harmed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two guests were cut by flying glass.", ["injured: Two guests"]),
        ("A neighbour lost a leg in the raid.", ["injured: A neighbour"]),
        ("The clinic took in four people with shrapnel wounds.", ["injured: four people"]),
        ("Two women cut the bread by the window.", []),
        ("The clinic took in four people with suitcases.", []),
    ],
)
def test_wounds_are_told_in_many_words(text: str, expected: list[str]) -> None:
    """Glass, shrapnel and a lost leg wound as well."""
    assert harmed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Militiamen burnt huts, driving about 900 people into the bush.", ["displaced: about 900 people"]),
        ("Two million people have been driven from their homes.", ["displaced: Two million people"]),
        ("He was driving 40 people to the market.", []),
        ("Forty people have been driven to the airport.", []),
    ],
)
def test_people_are_driven_out(text: str, expected: list[str]) -> None:
    """Who is driven from home is displaced; who is driven to market is not."""
    assert harmed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Marj Front lost seven men to sniper fire.", ["killed: seven men"]),
        ("The band lost two of its members to marriage.", []),
        ("30 children were being treated for fever.", []),
        ("Four boys were taken to hospital with food poisoning.", []),
        ("Four boys were taken to hospital after the blast.", ["injured: Four boys"]),
    ],
)
def test_loss_and_care_without_violence_are_no_harm(text: str, expected: list[str]) -> None:
    """Members lost to marriage live, and a fever is no wound."""
    assert harmed(text) == expected


def test_those_lost_where_nobody_fights_are_not_dead() -> None:
    """With no violence told and nobody armed named, men who were lost have left."""
    assert casualties("The choir of Tal Arda has lost seven of its men since the autumn.") == ()
    assert len(casualties("The army lost seven of its men in Tal Arda on Monday.")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guards met four armed men, adding that two of them had been killed.", ["killed: two of them"]),
        ("12 people, two of them children, were killed.", ["killed: 12 people", "part killed: two of them children"]),
    ],
)
def test_a_harm_told_of_some_is_not_told_of_all(text: str, expected: list[str]) -> None:
    """Where two of four men were killed, the four were not, and the two are part of no toll."""
    assert harmed(text) == expected
