"""The word that a cue hangs on: "has repeatedly said in a statement" is a form of "say"."""

from __future__ import annotations

import re

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.cues import ADJECTIVES, CUES, NOUNS

__all__ = ["head_of"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_HELPERS = words(
    "be is are was were been being have has had do does did will would may might can could should must not"
)
_ADVERBS = words("reportedly allegedly supposedly purportedly apparently")


def head_of(cue: str) -> str:
    """The dictionary form of a cue's own word, in lower case.

    The first verb of saying or belief counts; else a noun or adjective of that kind; else the last word. A cue without
    words (a colon, a dash) is "say", as is "according to".
    """
    found = [str(m[0]).lower() for m in _WORD.finditer(cue)]
    if not found or found[0] == "according":
        return "say"
    for word in found:
        if word in _ADVERBS:
            return word
        if word in CUES and word not in _HELPERS:
            return CUES[word].lemma.word
    for word in found:
        if word in NOUNS or word in ADJECTIVES:
            return word
    return found[-1]
