"""What makes words for violence an incident: people harmed, or a place with a time or with what was struck there."""

import re
from collections.abc import Sequence

from marsad.claims.claim import Harm, LinkType, Role, Stance
from marsad.incidents.within.account import Account
from marsad.places.place import Level
from marsad.times.interval import Precision

WHOLE = frozenset({Level.COUNTRY, Level.REGION})
# Words for harm that an illness, a fall or a fire does as well as any weapon.
OF_WHATEVER = re.compile(
    r"(?:die[ds]?|dying|dead|deaths?|lost|fatalit|perish|missing|hurt|injur|casualt|trapped|treated|hospitali|taken|"
    r"rushed|flown|admitted|the (?:number|fate)|suffer|sustain|receiving|receive|buried|succumb)",
    re.IGNORECASE,
)
OF_A_DAY = frozenset({Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY, Precision.DAY, Precision.DAYS})
HISTORY = frozenset({Precision.YEAR, Precision.SEASON, Precision.UNKNOWN})


def only_deaths(accounts: Sequence[Account]) -> bool:
    """Whether an event is told by nothing but people who died or were hurt, of whatever."""
    if any(account.actors for account in accounts):
        return False
    return all(OF_WHATEVER.match(account.claim.trigger.quote) for account in accounts)


def _is_told_closely(account: Account) -> bool:
    """Whether a telling is the headline's, or says when it was, what was struck, whom it answered, or who denies it."""
    when = account.when
    dated = when is not None and (when.precision not in HISTORY or (when.start is None and when.evidence is not None))
    disputed = account.claim.stance is Stance.DENIED or bool(account.blames)
    if account.in_title or dated or disputed:
        return True
    return bool(account.claim.said(Role.TARGET) or account.linked(LinkType.RESPONDS_TO))


def _is_told_whole(account: Account) -> bool:
    """Whether a telling names its day and what was struck, so that its country is place enough."""
    dated = account.when is not None and account.when.precision in OF_A_DAY
    return dated and bool(account.places) and bool(account.claim.said(Role.TARGET))


def anchored(accounts: Sequence[Account]) -> bool:
    """Whether an event has what makes it one.

    That is people harmed, or a place with what was struck there or with a time; what is recalled needs a day, or what
    it answered. Without these, violence is only mentioned: "the bombing could be heard in the capital", "rebels who
    took the town in 2012".
    """
    tolls = [toll for account in accounts for toll in account.tolls if toll.harm is not Harm.DISPLACED]
    if any(toll.count is not None for toll in tolls):
        return True
    placed = any(place.level not in WHOLE for account in accounts for place in account.places)
    if not any(_is_told_closely(account) if placed else _is_told_whole(account) for account in accounts):
        return False
    recalled = all(account.recalled and not account.linked(LinkType.RESPONDS_TO) for account in accounts)
    known = (account.when.precision for account in accounts if account.when is not None)
    return not recalled or any(precision in OF_A_DAY for precision in known)
