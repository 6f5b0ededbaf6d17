"""Short forms after which a full stop ends no sentence: ranks, styles and numbering words.

The sentence splitter knows most English ranks; these are the ones it cuts at, found by trying. Words stand as they are
written before a name: "Sec. Kerr" is a style, "5 sec." is not. A rank may also end a sentence, which is rarer.
"""

_ENGLISH = """
    Gen gen Lt Lieut Lt.-Col Lt.-Gen Lt.-Cmdr Maj Maj.-Gen Col Brig Brig.-Gen Capt Cmdr Cdr Cpt Cpl Sgt SSgt MSgt Pte
    Pvt Pfc Spc Adm VAdm RAdm Sqn Flt Insp Supt Det Const Dr Mr Mrs Ms Messrs Prof Rev Fr Hon Sen Rep Gov Pres Amb Sec
    St Ste Mt Ft approx Approx ca vs
"""
_FRENCH = "M MM Mme Mmes Mlle col gén cdt Gén Cdt Mgr"
_RUSSIAN_AND_UKRAINIAN = "ген Ген полк Полк подполк Подполк кап Кап лейт Лейт им ул пос пгт обл просп"
_ARABIC = "د أ م ع"  # doctor, professor, engineer, brigadier or colonel
_NUMBERING = "No Nos no nos Nr Vol vol Art art Par para pp Res Ch Fig approx Approx ca № ст п"

BEFORE_NAMES = frozenset(f"{_ENGLISH} {_FRENCH} {_RUSSIAN_AND_UKRAINIAN} {_ARABIC}".split())
"""Never the last word of a sentence where a name follows."""

BEFORE_NUMBERS = frozenset(_NUMBERING.split())
"""Never the last word of a sentence where a digit follows."""

LOWER_CASE_NAMES = ("al-", "el-", "an-", "ash-", "ad-", "ar-", "as-", "at-", "az-", "ul-", "de ", "van ", "von ")
"""Beginnings of names that keep a small letter even at the head of a sentence."""


def opens_a_name(word: str) -> bool:
    """Whether this word, written with a full stop, belongs to the name after it ("Lt.", and "LT." in capitals)."""
    return word in BEFORE_NAMES or (len(word) > 1 and word.isupper() and word.capitalize() in BEFORE_NAMES)
