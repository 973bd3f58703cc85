"""Folding of names: what makes two spellings of one name the same string.

Three strengths, from safe to bold: `fold` (case, diacritics, hyphens, quotes), `bare` (also without an article such
as al-), `skeleton` (consonants alone, over scripts). This file imports nothing of sayso, because the build hook loads
it before the package exists.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# In these countries names carry Arabic articles, so a place is also found without.
_ARTICLED = frozenset(
    "SY IQ LB JO PS IL EG SD SS LY TN DZ MA YE SA OM AE QA KW BH MR TD IR EH DJ SO ER".split()  # noqa: SIM905
)
# In these (and the above) names reach English from another script, by more than one way of writing them.
_TRANSLITERATED = _ARTICLED | frozenset(
    "AF PK AM AZ GE BG BY KG KZ MD MK MN RS RU TJ TM UA UZ XK ET".split()  # noqa: SIM905
)

__all__ = [
    "bare",
    "fold",
    "key",
    "keys_of",
    "plain_keys",
    "skeleton",
    "without_direction",
    "without_feature",
    "without_kind",
]

SOUND = "~"
"""Stands in front of a skeleton among keys; no folded name begins with it by itself."""
SHORTEST_SKELETON = 3
"""Two consonants are shared by too many names."""

# Letters that NFKD leaves alone though readers take them for plain ones; and Arabic and Persian letter forms.
_LETTERS = str.maketrans(
    {
        "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h",
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي",
        "ک": "ك", "ہ": "ه", "ـ": None, "ё": "е", "ґ": "г", "ґ".upper(): "г",
        # Quotes, ayn and hamza signs carry no weight in a name; dots neither (U.S.).
        **dict.fromkeys("'’‘`´ʿʾʼʻ\u02bb\u02bf\u02be\u02b9\u2032\u201b\"“”«»„.", None),
        **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u061c\ufeff\u00ad", None),
        **dict.fromkeys("-‐‑‒–—―_/,;:()[]&+·", " "),
    }
)  # fmt: skip
_ARTICLES = "al|el|ul|il|ar|as|ash|at|ad|adh|an|az|ath|es|er|ed|ez|et|en|esh"
_ARTICLE = re.compile(rf"^(?:{_ARTICLES})[ ](?=\S{{3}})")
_INNER_ARTICLE = re.compile(rf"(?<=\S)[ ](?:{_ARTICLES})(?=[ ]\S)")
_ARABIC_ARTICLE = re.compile(r"(?<!\S)ال(?=\S{3})")
_KINDS = (
    r"(?:autonomous |federal |metropolitan )?"
    r"(?:governorate|province|region|oblast|krai|district|county|state|prefecture|wilayah?|wilayat|department|raion|city|"
    r"subdistrict|sub district|countryside|municipality|division|parish|territory|republic|regency|canton|borough)"
)
_KIND = re.compile(rf"[ ]{_KINDS}$")
_KIND_FRONT = re.compile(
    rf"^(?:the )?(?:{_KINDS}|ville|muhafazat|muhafazah|qada|provincia|departamento|departement|municipio)[ ]"
    r"(?:of|de|du|del|da|do|di|des)[ ](?:la |the )?(?=\S{3})|^qada[ ](?=\S{3})"
)
_DIRECTION = re.compile(
    r"^(?:the )?(?:(?:far |extreme )?(?:north|south|east|west)(?:[ ]?(?:east|west))?(?:ern)?|central|upper|lower|"
    r"greater|rural|downtown|mainland|inner|outer|coastal|occupied)[ ](?=\S{3})"
)
_FEATURE = re.compile(
    r"[ ](?:(?:international|military|civilian|border|refugee|displacement|idp|oil|gas|power|nuclear|military air|air|"
    r"army|naval|train|railway|bus)[ ])?(?:airport|airbase|airfield|aerodrome|base|camp|garrison|crossing|checkpoint|"
    r"junction|intersection|roundabout|dam|bridge|prison|hospital|island|islands|mine|field|refinery|plant|station|port|"
    r"harbou?r|village|town|neighbou?rhood|suburbs?|slum|area|axis|front|outskirts|corridor|beach|university|stadium|pond|lake|"
    r"mountains?|hills?|valley|forest|desert|plains?)$"
)
_VOWELS = re.compile(r"[aeiouyw]+")
_SOUNDS = (
    ("tsch", "c"), ("sch", "s"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "c"),
    ("ph", "f"), ("zh", "z"), ("ts", "z"), ("tz", "z"), ("ck", "k"), ("q", "k"), ("x", "ks"), ("c", "k"), ("v", "b"),
    ("p", "b"), ("j", "g"), ("h", ""),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")


def fold(name: str) -> str:
    """Lower case, no diacritics, quotes or dots; hyphens and runs of space become one space."""
    folded = name.casefold()
    if not folded.isascii():
        folded = folded.translate(_LETTERS)
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(folded.translate(_LETTERS).split())


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """The string by which a name is looked up: `fold` without spaces (`Deir ez-Zor` and `Deir Ezzor` meet)."""
    return fold(name).replace(" ", "")


@lru_cache(maxsize=65536)
def bare(name: str) -> str:
    """`fold` without an Arabic article in front (`al-Tanf`, `At Tanf`, `Tanf` meet); the name itself if none."""
    folded = fold(name)
    shorter = _ARTICLE.sub("", folded)
    if shorter == folded and folded.startswith("ال") and len(folded) > 4:
        return folded[2:]
    return shorter


def without_kind(name: str) -> str:
    """`fold` without a word for the kind of area (`Homs Governorate`, `Province of Homs` give `homs`)."""
    folded = fold(name)
    shorter = _KIND.sub("", folded)
    return shorter if shorter != folded else _KIND_FRONT.sub("", folded)


def without_direction(name: str) -> str:
    """`fold` without a part of the compass or the like in front (`southern Syria` gives `syria`)."""
    return _DIRECTION.sub("", fold(name))


def without_feature(name: str) -> str:
    """`fold` without a trailing word for a feature (`Homs military airport` gives `homs`)."""
    return _FEATURE.sub("", fold(name))


def plain_keys(name: str) -> tuple[str, ...]:
    """Strings under which to look a name up, the closest first: as written, without article, without kind of area."""
    tried = (key(name), bare(name).replace(" ", ""), without_kind(name).replace(" ", ""))
    return tuple(dict.fromkeys(k for k in tried if len(k) > 1))


def keys_of(
    name: str, others: Iterable[str], country: str, *, area: bool = False, vary: bool = False
) -> tuple[str, ...]:
    """All strings under which a place is kept: those of every name, and `SOUND` + skeleton where spellings vary.

    Args:
        name: its own name.
        others: further names, in any script.
        country: ISO 3166-1 alpha-2; blank if none.
        area: it is part of a country, so a word for its kind may be left out.
        vary: spellings vary and articles go, whatever the country.
    """
    found: dict[str, None] = {}
    for each in (name, *others):
        found[key(each)] = None
        if each[:4].casefold() == "the ":
            found[key(each[4:])] = None
        if vary or country in _ARTICLED:
            found[bare(each).replace(" ", "")] = None
        if area:
            found[without_kind(each).replace(" ", "")] = None
    plain = tuple(k for k in found if len(k) > 1)
    if not vary and country not in _TRANSLITERATED:
        return plain
    sounds = (skeleton(without_kind(each) if area else each) for each in (name, *others))
    return (*plain, *dict.fromkeys(SOUND + s for s in sounds if len(s) >= SHORTEST_SKELETON))


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """Consonants alone, in ASCII, over all scripts; close sounds fall together. Empty if nothing is left.

    Arabic comes out of transliteration as bare consonants, so only a skeleton lets it meet a Latin spelling. Articles
    go, also from inside (`Deir al-Zor`, `Dayr az Zawr`, `دير الزور` and `Дейр-эз-Зор` meet).
    """
    from anyascii import anyascii  # noqa: PLC0415 - tables load only when scripts have to meet

    text = _INNER_ARTICLE.sub("", bare(anyascii(_ARABIC_ARTICLE.sub("", bare(name)))))
    words = []
    for word in text.split():
        sounds = word
        for long, short in _SOUNDS:
            sounds = sounds.replace(long, short)
        words.append(_DOUBLED.sub(r"\1", _VOWELS.sub("", sounds)))
    return _DOUBLED.sub(r"\1", "".join(words))
