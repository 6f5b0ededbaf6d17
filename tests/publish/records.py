"""Hand-made incidents over the invented reports: disagreement, denial, parts, an answer, an unresolved day."""

from dataclasses import replace
from datetime import date

from marsad.actors.actor import ActorKind
from marsad.claims.claim import ClaimType, Count, Harm, Kind, Lexeme, Stance
from marsad.incidents.incident import (
    Blame,
    Change,
    Contradiction,
    Perpetrator,
    Side,
    Target,
    TargetType,
    Weapon,
)
from marsad.places.place import Level
from marsad.text.span import Part
from marsad.times.interval import Precision
from publish.makers import exactly, figure, holder, incident, merged, on, place, reference, said, toll, words
from publish.telling import AGENCY, ARABIC, COAST, COPY, MONITOR

RESIDENTS = holder(COAST, "Two residents", ActorKind.EYEWITNESS, "told", name="two residents")
NURSE = holder(COAST, "A nurse", ActorKind.MEDICAL, "said", name="a nurse")
ARMY = holder(COAST, "The army", ActorKind.STATE_FORCE, "denied", name="the army")
OFFICIAL = holder(COAST, "a security official", ActorKind.OFFICIAL, "said")
SOURCE = holder(AGENCY, "A military source", ActorKind.STATE_FORCE, "told", name="a military source")
MEDICS = holder(ARABIC, "مصادر طبية", ActorKind.MEDICAL, "قالت")
ACTIVISTS = holder(ARABIC, "ناشطون", ActorKind.ACTIVIST, "حمّل")
RIGHTS = holder(MONITOR, "Rights Watch of Hadra", ActorKind.MONITOR, "counted")
TRADER = holder(MONITOR, "a trader", ActorKind.EYEWITNESS, "said")

MARKET_CLAIMS = (
    said("1", COAST, "struck the cattle market", ClaimType.OCCURRENCE, by=RESIDENTS),
    toll(
        "2",
        COAST,
        "at least 12 people",
        Harm.KILLED,
        Count(low=12, high=None, words="at least 12", lexeme=Lexeme.AT_LEAST),
        by=RESIDENTS,
    ),
    toll(
        "3", COAST, "dozens", Harm.INJURED, Count(low=24, high=None, words="dozens", lexeme=Lexeme.DOZENS), by=RESIDENTS
    ),
    toll("4", COAST, "31 injured", Harm.INJURED, exactly(31, "31"), by=NURSE),
    toll("5", COAST, "four children", Harm.INJURED, exactly(4, "four"), by=NURSE, group="children"),
    said("6", COAST, "hitting the market", ClaimType.RESPONSIBILITY, stance=Stance.DENIED, by=ARMY),
    toll("7", AGENCY, "seven gunmen", Harm.KILLED, exactly(7, "seven"), by=SOURCE, group="gunmen"),
    said("8", AGENCY, "any market had been hit", ClaimType.OCCURRENCE, stance=Stance.DENIED, by=SOURCE),
    toll("9", AGENCY, "no civilian", Harm.INJURED, exactly(0, "no"), by=SOURCE, group="civilians"),
    toll("10", ARABIC, "15 مدنياً", Harm.KILLED, exactly(15, "15"), by=MEDICS, group="civilians"),
    toll("11", ARABIC, "40 آخرون", Harm.INJURED, exactly(40, "40"), by=MEDICS),
    said("12", ARABIC, "طيران الحكومة المسؤولية", ClaimType.RESPONSIBILITY, stance=Stance.ALLEGED, by=ACTIVISTS),
    said("13", COAST, "Strike on cattle market", ClaimType.OCCURRENCE, part=Part.TITLE),
)


MARKET = replace(
    merged(
        "MRS-2031-0304-TALA",
        replace(
            incident(
                "inc_market",
                Kind.AIR_STRIKE,
                on(COAST, "on Tuesday morning", date(2031, 3, 4), date(2031, 3, 4), Precision.PART_OF_DAY),
                (place(COAST, "Tal Arda", Level.SETTLEMENT, (34.62, 38.9)),),
                (
                    figure(
                        Harm.KILLED,
                        7,
                        15,
                        "two residents say at least 12",
                        "medical sources say 15",
                        "a military source says seven",
                        "lowest 7, highest 15",
                        "same words in Hadra Post: counted once",
                    ),
                    figure(Harm.KILLED, 15, 15, "medical sources say 15", victims="civilians"),
                    figure(Harm.INJURED, 24, None, "two residents say dozens", "medical sources say 40"),
                ),
            ),
            perpetrators=(
                Perpetrator(
                    name="government forces",
                    actor=None,
                    basis=Blame.ALLEGED,
                    evidence=words(COAST, "government jets"),
                    claims=("clm_1",),
                ),
                Perpetrator(
                    name="government forces",
                    actor=None,
                    basis=Blame.DENIED,
                    evidence=words(COAST, "The army"),
                    claims=("clm_6",),
                ),
            ),
            targets=(
                Target(
                    name="cattle market",
                    type=TargetType.INFRASTRUCTURE,
                    facility="market",
                    evidence=words(COAST, "the cattle market"),
                    claims=("clm_1",),
                ),
            ),
            weapons=(Weapon(name="aircraft", evidence=words(COAST, "jets")),),
            contradictions=(
                Contradiction(
                    about="killed",
                    sides=(
                        Side(
                            holders=("two residents", "مصادر طبية"), claims=("clm_2", "clm_10"), says="12 to 15 killed"
                        ),
                        Side(holders=("a military source",), claims=("clm_7",), says="7 killed, all gunmen"),
                    ),
                ),
                Contradiction(
                    about="responsibility",
                    sides=(
                        Side(
                            holders=("two residents", "ناشطون"),
                            claims=("clm_1", "clm_12"),
                            says="government jets did it",
                        ),
                        Side(holders=("the army",), claims=("clm_6",), says="the army denies it"),
                    ),
                ),
            ),
        ),
        MARKET_CLAIMS,
        reference(COAST),
        reference(AGENCY),
        reference(COPY, COAST.id),
        reference(ARABIC),
        grade="contested",
    ),
    history=(
        Change(version=1, what="first told: killed 12 or more", because=COAST.id),
        Change(version=2, what="killed: 12 or more to 7 to 15", because=ARABIC.id),
    ),
    judgements=("jud_1: same incident as the depot strike, decided by a reviewer",),
)
CHECKPOINT_CLAIMS = (
    said("20", COAST, "shelled a checkpoint", ClaimType.OCCURRENCE),
    toll("21", COAST, "Three soldiers", Harm.KILLED, exactly(3, "Three"), by=OFFICIAL, group="soldiers"),
)
CHECKPOINT = merged(
    "MRS-2031-0304-MWAD",
    replace(
        incident(
            "inc_checkpoint",
            Kind.SHELLING,
            on(COAST, "Hours later", date(2031, 3, 4), date(2031, 3, 4), Precision.DAY),
            (place(COAST, "Marsa Wadi", Level.SETTLEMENT, (34.95, 38.41), relation="near"),),
            (figure(Harm.KILLED, 3, 3, "a security official says three"),),
        ),
        responds_to="inc_market",
    ),
    CHECKPOINT_CLAIMS,
    reference(COAST),
    reference(COPY, COAST.id),
)
CLASHES = merged(
    "MRS-2031-0306-HADR",
    incident(
        "inc_clashes",
        Kind.ARMED_CLASH,
        on(MONITOR, "from 6 to 8 March", date(2031, 3, 6), date(2031, 3, 8), Precision.DAYS),
        (place(MONITOR, "Hadra province", Level.PROVINCE, (34.3, 38.2)),),
        (figure(Harm.KILLED, 11, 11, "Rights Watch of Hadra says 11"),),
    ),
    (toll("30", MONITOR, "11 dead", Harm.KILLED, exactly(11, "11"), by=RIGHTS),),
    reference(MONITOR),
    grade="fair",
)
RIHAN = merged(
    "MRS-2031-0307-RIHA",
    replace(
        incident(
            "inc_rihan",
            Kind.ARMED_CLASH,
            on(MONITOR, "on Friday", date(2031, 3, 7), date(2031, 3, 7), Precision.DAY),
            (place(MONITOR, "Umm Rihan", Level.SETTLEMENT, (34.11, 38.77), name="Umm Rihan أم ريحان"),),
            (figure(Harm.KILLED, 6, 6, "Rights Watch of Hadra says six"),),
        ),
        part_of="inc_clashes",
    ),
    (toll("40", MONITOR, "six of them", Harm.KILLED, exactly(6, "six"), by=RIGHTS),),
    reference(MONITOR),
)
BOMB = merged(
    "MRS-0000-0000-BOMB",
    incident(
        "inc_bomb",
        Kind.IED_LANDMINE,
        on(MONITOR, "On Thursday", None, None, Precision.UNKNOWN),
        (),
        (figure(Harm.KILLED, 1, 1, "a trader says one"),),
    ),
    (toll("50", MONITOR, "its driver", Harm.KILLED, exactly(1, "its driver"), by=TRADER),),
    reference(MONITOR),
)
PROTESTS = merged(
    "MRS-2031-0308-PROT",
    incident(
        "inc_protests",
        Kind.PROTEST,
        on(MONITOR, "on Saturday", date(2031, 3, 8), date(2031, 3, 8), Precision.DAY),
        (place(MONITOR, "Qandara", Level.COUNTRY, (34.0, 38.0)),),
        (),
    ),
    (said("60", MONITOR, "Small protests were reported", ClaimType.OCCURRENCE),),
    reference(MONITOR),
)
INCIDENTS = (MARKET, CHECKPOINT, CLASHES, RIHAN, BOMB, PROTESTS)
