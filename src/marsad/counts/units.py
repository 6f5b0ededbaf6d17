"""The words that tell that a number counts no people: months, units, currencies, names that carry a number."""

from marsad.counts.phrases import word_set

MONTHS = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep sept oct nov dec"
)
CAPITAL_MONTHS = frozenset(("may", "march", "mar"))
"""Months that are ordinary words when written small."""

SEASONS = word_set("spring summer autumn winter")
YEAR_BEFORE = word_set(
    "in since during early late mid until till before after through between year season of from to by and the"
)
"""Words before a year; the last six stand before counts as well."""
YEAR_ONLY_BEFORE = YEAR_BEFORE - word_set("of from to by and the after before")

DURATIONS = word_set(
    "second seconds minute minutes min mins hour hours hrs day days night nights week weeks weekend weekends "
    "month months year years decade decades century centuries"
)
PERCENTS = frozenset(("%", "percent", "pc", "percentage", "pct"))
CURRENCY_MARKS = frozenset("$£€¥₪₺₴₽")
CURRENCIES = word_set(
    "dollar dollars euro euros pound pounds lira liras shekel shekels dinar dinars rouble roubles ruble rubles "
    "rial rials riyal riyals rupee rupees hryvnia hryvnias naira cedi cent cents usd eur gbp syp iqd birr "
    "shilling shillings franc francs yen yuan"
)
CURRENCY_ADJECTIVES = word_set(
    "us u.s american syrian turkish iraqi lebanese egyptian sudanese yemeni sterling afghan pakistani indian"
)
MEASURES = word_set(
    "km kms kilometre kilometres kilometer kilometers mile miles metre metres meter meters m cm mm centimetre "
    "centimetres centimeter centimeters millimetre millimetres millimeter millimeters foot feet ft inch inches "
    "yard yards kg kgs kilogram kilograms kilogramme kilogrammes kilo kilos gram grams gramme grammes g ton "
    "tons tonne tonnes lb lbs litre litres liter liters gallon gallons hectare hectares acre acres calibre "
    "caliber degree degrees mph kph knots megawatt megawatts mw kw kilowatt kilowatts volts square cubic "
    "metric nautical times fold sq gb mb mg ml magnitude"
)
MEASURES_OF = frozenset(("barrels",))
"""Units only before "of", "per" or "a": twelve barrels of oil, but not twelve barrel bombs."""

PEOPLE_COMPOUNDS = word_set("member man woman person people strong child plus")
"""What a count may be joined to by a hyphen: "a five-member family"."""

ZONES = word_set("gmt utc est edt local hrs hours")
ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
ORDINALS = word_set(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth hundredth "
    "thousandth"
)
FRACTIONS = word_set("third thirds quarter quarters fifth fifths sixth sixths tenth tenths")

WEAPON_NAMES = word_set("type grad boeing airbus katyusha antonov ilyushin sukhoi mig tow rpg fab scud tochka")
NUMBERED = word_set(
    "resolution resolutions article articles chapter section sections no number numbers nr paragraph page "
    "pages item route highway road street apartment room house building block gate floor camp flight channel "
    "phase zone sector area district ward protocol version volume vol issue line track brigade battalion "
    "division regiment unit squadron corps geneva astana vienna covid views comments shares retweets likes tel "
    "phone fax isbn url ref ssh group station checkpoint hill point grade level stage round rule law decree "
    "order form annex table figure part"
)
"""Words that give their number as a name: "Resolution 2254", "Brigade 93", "page 7"."""
AGE_WORDS = frozenset(("aged", "age", "ages"))
AFTER_AGE_COMMA = word_set("including among mostly all most many some at of were")
AFTER_AGE_OF_ONE = word_set("was is has had said says who")
"""Words that go on after the age of one person: "the chief, 61, was"; a count of people takes no singular."""
