"""Happenings and the days that a text gives to them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

__all__ = ["EVENT_NOUNS", "Happenings"]

_NOUNS = {
    "attack": (
        "airstrike, air strike, strike, air raid, raid, attack, bombing, bombardment, blast, explosion, shelling, "
        "assault, massacre, ambush, incident"
    ),
    "killing": "killing, murder, shooting, death",
    "crash": "crash",
    "kidnapping": "kidnapping",
    "fight": "offensive, battle, siege, invasion, war, coup, takeover, uprising",
    "truce": "ceasefire, truce, armistice",
    "vote": "election, vote, referendum",
    "disaster": "earthquake, quake, flood, fire, collapse",
    "meeting": "meeting, talks, summit, conference",
}
_VERBS = {
    "struck": "strike", "hit": "strike", "attacked": "attack", "bombed": "bombing", "bombarded": "bombardment",
    "shelled": "shelling", "raided": "raid", "killed": "killing", "murdered": "murder", "massacred": "massacre",
    "shot": "shooting", "ambushed": "ambush", "exploded": "explosion", "crashed": "crash", "kidnapped": "kidnapping",
    "died": "death", "invaded": "invasion", "besieged": "siege", "voted": "vote", "met": "meeting",
}  # fmt: skip


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda w: (-len(w), w)))


_KINDS = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split(", ")}
EVENT_NOUNS = f"(?:{_any(_KINDS)})s?"
"""Nouns that `before` and `after` may lean on."""
_SAID = r"said|says|told|announced|reported|added|confirmed|claimed|denied|acknowledged|wrote|published|stated|spoke"
_WORD = re.compile(
    rf"\b(?:(?P<event>{_any(_KINDS | _VERBS)})s?|(?P<said>{_SAID}))\b",
    re.IGNORECASE,
)
_NEAR_BEHIND = 40  # characters


def _noun(word: str) -> str:
    """The noun of a happening in the singular: of `Strikes` and of `struck` it is `strike`."""
    low = word.lower()
    return _VERBS.get(low) or (low if low in _KINDS else low.removesuffix("s"))


@dataclass
class Happenings:
    """Days by word, as the text gives them; a word or kind with two days is no anchor."""

    by_word: dict[str, set[date]] = field(default_factory=dict)
    by_kind: dict[str, set[date]] = field(default_factory=dict)

    def note(self, ahead: str, behind: str, day: date) -> None:
        """Give a day to the happening named nearest in front of it, else close behind it, within one sentence.

        Where the nearest word is one of saying, the day is that of the saying.
        """
        words = list(_WORD.finditer(ahead))
        near = words[-1] if words else _WORD.search(behind[:_NEAR_BEHIND])
        if near is None or near["event"] is None:
            return
        word = _noun(near["event"])
        self.by_word.setdefault(word, set()).add(day)
        self.by_kind.setdefault(_KINDS[word], set()).add(day)

    def day_of(self, noun: str) -> date | None:
        """The only day of that word, else of its kind; null if there is none or more than one."""
        word = _noun(noun)
        for days in (self.by_word.get(word), self.by_kind.get(_KINDS.get(word, ""))):
            if days:
                return next(iter(days)) if len(days) == 1 else None
        return None
