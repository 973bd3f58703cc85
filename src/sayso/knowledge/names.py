"""Folding of names: what makes two spellings of one name the same string.

Three strengths, from safe to bold: `fold` (case, diacritics, hyphens, quotes), `bare` (also without an article such
as al-), `skeleton` (consonants alone, over scripts). This file imports nothing of sayso, because the build hook loads
it before the package exists.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["bare", "fold", "key", "skeleton", "without_kind"]

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
_ARTICLE = re.compile(r"^(?:al|el|ul|il|ar|as|ash|at|ad|adh|an|az|ath|es|er|ed|ez|et|en|esh)[ ](?=\S{3})")
_KIND = re.compile(
    r"[ ](?:governorate|province|region|oblast|krai|district|county|state|prefecture|wilayah|wilayat|department|"
    r"raion|city|subdistrict|sub district|countryside|municipality|division|parish|territory)$"
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


def bare(name: str) -> str:
    """`fold` without an Arabic article in front (`al-Tanf`, `At Tanf`, `Tanf` meet); the name itself if none."""
    folded = fold(name)
    shorter = _ARTICLE.sub("", folded)
    if shorter == folded and folded.startswith("ال") and len(folded) > 4:
        return folded[2:]
    return shorter


def without_kind(name: str) -> str:
    """`fold` without a trailing word for the kind of area (`Homs Governorate` gives `homs`)."""
    return _KIND.sub("", fold(name))


def skeleton(name: str) -> str:
    """Consonants alone, in ASCII, over all scripts; close sounds fall together. Empty if nothing is left.

    Arabic comes out of transliteration as bare consonants, so only a skeleton lets it meet a Latin spelling.
    """
    from anyascii import anyascii  # noqa: PLC0415 - tables load only when scripts have to meet

    text = bare(anyascii(bare(name)))
    words = []
    for word in text.split():
        sounds = word
        for long, short in _SOUNDS:
            sounds = sounds.replace(long, short)
        words.append(_DOUBLED.sub(r"\1", _VOWELS.sub("", sounds)))
    return "".join(words)
