"""The kinds of forces that words name: an army, the police, a navy, a coastguard, gendarmes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from sayso.knowledge.wordlists import words

__all__ = ["KIND_OF"]

_WORDS: Final = {
    "army": "army military troops soldiers artillery battery defence defense",
    "police": "police policemen officers constabulary",
    "navy": "navy",
    "coastguard": "coastguard coastguards",
    "gendarme": "gendarme gendarmes gendarmerie",
}
KIND_OF: Final[Mapping[str, str]] = MappingProxyType({w: kind for kind, said in _WORDS.items() for w in words(said)})
"""Kind by word, in small letters; "coast guard" has to be written in one word first."""
