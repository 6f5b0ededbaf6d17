"""Which tellings of one report are of one event."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from marsad.claims.claim import Claim, Kind, LinkType, Stance, head_noun
from marsad.incidents.alike import NEAR_KM, Likeness, days_between, kinds_alike, same_place
from marsad.incidents.within.account import LEAD, Account
from marsad.incidents.within.anchors import WHOLE, anchored, only_deaths
from marsad.incidents.within.repeated import same_number
from marsad.places.place import Level, Place, kilometres

NO_CHANCE = 5  # people of whom two events of one report will hardly both count as many
FINE = frozenset({Level.SITE, Level.NEIGHBOURHOOD, Level.SETTLEMENT})
COARSE = WHOLE | {Level.PROVINCE, Level.DISTRICT}
HARM = re.compile(r"(?:kill|wound|injur|martyr|died?|dead|deaths?|hurt|lost)", re.IGNORECASE)
# Words for one event of which the second says more: a "bombing" that was a suicide attack, a "massacre" by an air raid.
SAID_MORE_CLOSELY = frozenset(
    {(Kind.IED_LANDMINE, Kind.SUICIDE_BOMB), (Kind.PROTEST, Kind.RIOT)}
    | {
        (Kind.ATTACK_ON_CIVILIANS, kind)
        for kind in (
            Kind.AIR_STRIKE,
            Kind.SHELLING,
            Kind.CHEMICAL_WEAPON,
            Kind.SUICIDE_BOMB,
            Kind.IED_LANDMINE,
            Kind.EXECUTION,
        )
    }
)


@dataclass(frozen=True, slots=True)
class Group:
    """Tellings of one event, in reading order."""

    accounts: tuple[Account, ...]

    @property
    def kind(self) -> Kind:
        """The kind told most surely: by a word for the deed rather than the harm, the first that is not vague."""
        told = [account.claim for account in self.accounts]
        deeds = [claim.kind for claim in told if HARM.match(claim.trigger.quote) is None]
        every = [kind for kind in (*deeds, *(claim.kind for claim in told)) if kind is not Kind.OTHER]
        if not every:
            return Kind.OTHER
        return next((kind for kind in every if (every[0], kind) in SAID_MORE_CLOSELY), every[0])

    @property
    def places(self) -> tuple[Place, ...]:
        """All places of all tellings."""
        return tuple(place for account in self.accounts for place in account.places)

    @property
    def tolls(self) -> tuple[Claim, ...]:
        """All tolls of all tellings."""
        return tuple(toll for account in self.accounts for toll in account.tolls)

    def members(self) -> tuple[str, ...]:
        """Return the ids of all claims that belong to the event: tellings, tolls and blame."""
        return tuple(
            claim.id
            for account in self.accounts
            for claim in (account.claim, *account.tolls, *(blame for blame, _ in account.blames))
        )

    def ids(self) -> frozenset[str]:
        """Return the ids of the tellings."""
        return frozenset(account.claim.id for account in self.accounts)


def gather(accounts: Iterable[Account]) -> tuple[Group, ...]:
    """Put tellings of one event together, in reading order; what is anchored in nothing is no incident."""
    groups: list[Group] = []
    for account in accounts:
        home = _home(account, groups)
        if home is None:
            groups.append(Group((account,)))
        else:
            groups[home] = Group((*groups[home].accounts, account))
    held = [group for group in _rehomed(_by_figures(groups)) if anchored(group.accounts)]
    # Where a report tells of nothing but deaths of whatever cause, it tells of no violence.
    violent = any(not only_deaths(group.accounts) for group in held)
    return tuple(held) if violent else ()


def _by_figures(groups: Sequence[Group]) -> list[Group]:
    """Join what leads a report with what tells the same people harmed again, in words of another kind.

    "Offensive kills 100" and, below it, "air raids killed over 100 fighters" are one event, unless place or day differ.
    """
    joined: list[Group] = []
    for group in groups:
        home = next((index for index, one in enumerate(joined) if _counts_the_same(group, one)), None)
        if home is None:
            joined.append(group)
        else:
            joined[home] = Group((*joined[home].accounts, *group.accounts))
    return joined


def _counts_the_same(group: Group, lead: Group) -> bool:
    first, told = lead.accounts[0], group.accounts[0]
    if first.position > LEAD or first.recalled or told.recalled or not any(_same_people(group, lead)):
        return False
    if _places_fit(group.places, lead.places) is None or any(_days_fit(one, lead) is None for one in group.accounts):
        return False
    other = {to for one in group.accounts for to in one.linked(LinkType.OTHER_EVENT)}
    return not lead.ids() & other and all(_tolls_fit(one, lead) for one in group.accounts)


def _same_people(group: Group, lead: Group) -> Iterator[bool]:
    """Yield, for each two whole tolls of the same harm, whether they name one number, large enough to be no chance."""
    for toll in group.tolls:
        for other in lead.tolls:
            whole = toll.subset_of is None and other.subset_of is None and toll.harm is other.harm
            large = toll.count is not None and (toll.count.low or 0) >= NO_CHANCE
            yield whole and large and same_number(toll.count, other.count)


def _rehomed(groups: list[Group]) -> list[Group]:
    """Give a total back to the event it counts.

    "Two of the eleven", told with the five of one town, is of the eleven.
    """
    moved = list(groups)
    for index, group in enumerate(groups):
        for toll in group.tolls:
            home = _stated_home(toll, index, groups)
            if home is not None:
                family = frozenset({toll.id, *(one.id for one in group.tolls if one.subset_of == toll.id)})
                tolls = tuple(one for one in group.tolls if one.id in family)
                moved[index] = Group(tuple(account.without(family) for account in moved[index].accounts))
                first, *rest = moved[home].accounts
                moved[home] = Group((replace(first, tolls=(*first.tolls, *tolls)), *rest))
    return moved


def _stated_home(toll: Claim, index: int, groups: Sequence[Group]) -> int | None:
    """Return the other event whose very total this is, where it does not fit the event it is told with."""
    if toll.subset_of is not None:
        return None
    homes = (i for i, group in enumerate(groups) if i != index and any(_same_number(toll, one) for one in group.tolls))
    home = next(homes, None)
    clashing = home is not None and any(_is_rival(toll, one) for one in groups[index].tolls)
    return home if clashing else None


def _is_rival(toll: Claim, other: Claim) -> bool:
    rivals = other is not toll and toll.harm is other.harm and other.subset_of is None and _apart(toll, other)
    return rivals and _speaker(toll) == _speaker(other)


def _same_number(toll: Claim, other: Claim) -> bool:
    if toll.harm is not other.harm or toll.count is None or other.count is None or other.subset_of is not None:
        return False
    return (toll.count.low, toll.count.high) == (other.count.low, other.count.high)


def _home(account: Account, groups: Sequence[Group]) -> int | None:
    """Return the group this telling belongs to: the one it goes back to, else the one that fits best."""
    same, other = account.linked(LinkType.SAME_EVENT), account.linked(LinkType.OTHER_EVENT)
    for index, group in enumerate(groups):
        if group.ids() & set(same) and _tolls_fit(account, group):
            return index
    fits = [(_fit(account, group), -index) for index, group in enumerate(groups) if not group.ids() & set(other)]
    best = max(fits, default=(0, 0))
    return -best[1] if best[0] > 0 else None


def _fit(account: Account, group: Group) -> int:
    """How well a telling fits a group: 0 where something speaks against it."""
    kinds = _kinds_fit(account.claim.kind, group.kind)
    if kinds == 0 or (kinds == 1 and _is_closer(account.claim.kind, group.kind) and not _agree(account, group)):
        return 0
    place, day = _places_fit(account.places, group.places), _days_fit(account, group)
    if place is None or day is None or not _tolls_fit(account, group) or not _recall_fits(account, group):
        return 0
    noun = head_noun(account.claim.trigger.quote)
    return (
        kinds + 3 * place + 2 * day + 2 * int(any(head_noun(one.claim.trigger.quote) == noun for one in group.accounts))
    )


def _kinds_fit(one: Kind, other: Kind) -> int:
    """Return 2 where both are one kind, 1 where one of them is vague; two kinds of one report are two events."""
    if one is other:
        return 2
    if _is_closer(one, other):
        return 1
    return int(Kind.OTHER in (one, other) and kinds_alike(one, other) > Likeness.NONE)


def _is_closer(one: Kind, other: Kind) -> bool:
    return (one, other) in SAID_MORE_CLOSELY or (other, one) in SAID_MORE_CLOSELY


def _recall_fits(account: Account, group: Group) -> bool:
    """News and what is recalled from earlier are two events, unless one place or day ties them."""
    recalled = group.accounts[0].recalled
    bare = not (account.places or account.tolls or account.when)
    if not account.recalled:
        return bare or not recalled
    return bare or (recalled and _agree(account, group))


def _agree(account: Account, group: Group) -> bool:
    """Whether a place, a day or a toll is known to be one and the same."""
    if any(_same_number(one, other) for one in account.tolls for other in group.tolls):
        return True
    return bool(_places_fit(account.places, group.places)) or bool(_days_fit(account, group))


def _places_fit(some: Sequence[Place], others: Sequence[Place]) -> int | None:
    """Return 1 where two places agree, 0 where nothing is known against it, None where they are two places."""
    if not some or not others:
        return 0
    if any(_near(one, other) and one.level is not Level.COUNTRY for one in some for other in others):
        return 1
    if any(nested(one, other) for one in some for other in others):
        return 0
    known = all(place.latitude is not None for place in (*some, *others))
    return None if known or not any(place.level in COARSE for place in (*some, *others)) else 0


def _near(one: Place, other: Place) -> bool:
    if same_place(one, other):
        return True
    distance = kilometres(one, other)
    return distance is not None and distance <= NEAR_KM and one.level in FINE and other.level in FINE


def nested(one: Place, other: Place) -> bool:
    """Whether one place may lie in the other: a town in its province, anything in its country or a region of it."""
    if one.country is not None and other.country is not None and one.country != other.country:
        return False
    levels = {one.level, other.level}
    if levels & WHOLE:
        return True
    coarse = levels & {Level.PROVINCE, Level.DISTRICT}
    return bool(coarse) and one.admin1 is not None and one.admin1 == other.admin1


def _days_fit(account: Account, group: Group) -> int | None:
    gaps = [days_between(account.when, one.when) for one in group.accounts]
    known = [gap for gap in gaps if gap is not None]
    if not known:
        return 0
    return 1 if min(known) == 0 else None


def _tolls_fit(account: Account, group: Group) -> bool:
    """Refuse to join what one speaker counts apart, and a smaller toll told of a finer place."""
    for toll in account.tolls:
        for other in group.tolls:
            if toll.harm is not other.harm or toll.subset_of or other.subset_of or not _apart(toll, other):
                continue
            if _speaker(toll) == _speaker(other) and _speaker(toll):
                return False
            if account.places and group.places and not any(_near(a, b) for a in account.places for b in group.places):
                return False
            if account.places and _counts_several(group) and _is_smaller(toll, other):
                return False
    return True


def _is_smaller(toll: Claim, other: Claim) -> bool:
    lows = [one.count.low or 0 if one.count is not None else 0 for one in (toll, other)]
    return lows[0] < lows[1]


def _counts_several(group: Group) -> bool:
    """Whether what founds a group counts several towns together, so that each may be told on its own with less."""
    places = group.accounts[0].places
    return any(not _near(one, other) and not nested(one, other) for one, other in combinations(places, 2))


def _apart(toll: Claim, other: Claim) -> bool:
    if toll.count is None or other.count is None or Stance.DENIED in (toll.stance, other.stance):
        return False
    low = max(toll.count.low or 0, other.count.low or 0)
    highs = [high for high in (toll.count.high, other.count.high) if high is not None]
    return bool(highs) and low > min(highs)


def _speaker(toll: Claim) -> str:
    if not toll.attribution:
        return ""
    last = toll.attribution[-1]
    return (last.antecedent or last.evidence).quote.lower().removeprefix("the ")
