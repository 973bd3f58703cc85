"""Which language a text is in, and whether it can be read yet. Unknown is an answer."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

READABLE = frozenset({"en"})
_SAMPLE = 8_000
_ENOUGH_LETTERS = 40
_SURE = 0.9
# Words of English that hardly stand in other languages of the Latin script.
_ENGLISH = frozenset({
    "the", "of", "and", "that", "said", "by", "with", "from", "which", "has", "have", "been", "were", "had",
    "their", "this", "they", "at", "for", "it", "would", "after", "about", "not", "who", "his", "but", "are",
    "killed", "people", "says", "according",
})  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
# Where the identifier tells dialects or an older form apart, the ISO 639-1 code of the language they belong to.
_TO_ISO1 = {"ary": "ar", "arz": "ar", "grc": "el", "hbo": "he", "gug": "gn", "yue": "zh", "wuu": "zh", "uzs": "uz"}
_NAMES = {
    "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "ha": "Hausa", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz", "lt": "Lithuanian",
    "lv": "Latvian", "mk": "Macedonian", "ms": "Malay", "my": "Burmese", "ne": "Nepali", "nl": "Dutch",
    "no": "Norwegian", "nn": "Norwegian", "pa": "Punjabi", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian", "so": "Somali",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "tg": "Tajik",
    "th": "Thai", "tk": "Turkmen", "tr": "Turkish", "ug": "Uyghur", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def find_language(text: str) -> tuple[str | None, str | None]:
    """Tell the language of a text, judged on its first 8,000 characters.

    Returns:
        The ISO 639-1 code or null where that is not certain, and a sentence why the text cannot be read yet, or null
        when it can. A short text in the Latin script is of unknown language and readable.
    """
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    if not words:
        return None, None
    letters = sum(map(len, words))
    script = _script("".join(words))
    if script == "LATIN":
        return _latin(sample, words, letters)
    code = _iso1(_identifier().classify(sample)[0])
    if code in READABLE or letters < _ENOUGH_LETTERS // 2:
        # The identifier was misled by a few Latin words, or has too little to tell languages of one script apart.
        code = None
    return code, _unread(_NAMES.get(code or "", f"{script.title()} script"))


def _latin(sample: str, words: list[str], letters: int) -> tuple[str | None, str | None]:
    """Tell a language of the Latin script: English by its common words, others by the identifier where it is sure."""
    share = sum(word in _ENGLISH for word in words) / len(words)
    if len(words) >= 8 and share >= 0.15 and ("the" in words or "and" in words):
        return "en", None
    if letters < _ENOUGH_LETTERS:
        return None, None
    code, probability = _identifier().classify(sample)
    code = _iso1(code)
    if code in READABLE:
        return code, None
    if probability < _SURE or share >= 0.1:
        return None, None
    return code, _unread(_NAMES.get(code or "", f"the language {code}" if code else "a language not known to sayso"))


def _unread(language: str) -> str:
    return f"It is in {language}; only English can be read so far. It is kept whole and listed, but not read."


def _script(letters: str) -> str:
    """Script that most letters belong to, as Unicode names it (`LATIN`, `ARABIC`, `CYRILLIC`)."""
    if letters.isascii():
        return "LATIN"
    counts: dict[str, int] = {}
    for char, times in Counter(letters).items():
        script = "LATIN" if char.isascii() else unicodedata.name(char, "UNKNOWN").split()[0]
        counts[script] = counts.get(script, 0) + times
    return max(counts, key=lambda script: (counts[script], script))


def _iso1(code: str) -> str | None:
    code = _TO_ISO1.get(code, code)
    return code if len(code) == 2 else None


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - its model takes most of a second

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
