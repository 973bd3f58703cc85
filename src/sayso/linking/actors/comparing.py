"""Whether two names are spellings of one."""

from __future__ import annotations

from sayso.knowledge import names
from sayso.knowledge.words import words

__all__ = ["core", "same_name"]

_CLOSE, _NEAR = 88.0, 70.0  # of 100; the less is left of a name, the closer it has to be
_SHORT = 5
# Words that tell two groups apart however alike the rest is spelled.
_TELLING = frozenset(
    [
        "state",
        "jihad",
        "defense",
        "defence",
        "protection",
        "units",
        "forces",
        "north",
        "south",
        "east",
        "west",
        "first",
        "second",
        "new",
        "free",
    ]
)


#: Arabic for a formation, which leads the name there and ends it in English: Liwa Tharqun, Tharqun Brigade.
_FORMATION = {
    "liwa": "brigade", "jaysh": "army", "jaish": "army", "harakat": "movement", "harakah": "movement",
    "katibat": "battalion", "kataib": "battalions", "firqat": "division", "faylaq": "legion",
}  # fmt: skip


def core(name: str) -> str:
    """A name folded, without titles in front, legal forms behind and particles inside; `Venn, Orla` is turned round."""
    last, comma, first = name.partition(",")
    turned = f"{first} {last}" if comma and first.strip() and "," not in first else name
    parts = names.bare(turned).split()
    while len(parts) > 1 and parts[0] in words("courtesy"):
        parts = parts[1:]
    while len(parts) > 1 and parts[-1] in words("legal forms"):
        parts = parts[:-1]
    if len(parts) > 1 and parts[0] in _FORMATION:
        parts = [*parts[1:], _FORMATION[parts[0]]]
    return " ".join(p for at, p in enumerate(parts) if at == 0 or p not in words("particles")) or names.bare(name)


def same_name(one: str, other: str) -> bool:
    """Whether two spellings are of one name: equal when folded, or alike in letters and equal in consonants.

    Close is not enough: `Iran` and `Iraq`, `Islamic Jihad` and `Islamic State` stay apart.
    """
    left, right = core(one), core(other)
    if left and left.replace(" ", "") == right.replace(" ", ""):
        return True
    ours, others = left.split(), right.split()
    short = min(len(left), len(right)) < _SHORT
    if short or len(ours) != len(others) or (set(ours) ^ set(others)) & _TELLING:
        return False
    consonants = names.skeleton(left)
    if len(consonants) < 3 or consonants != names.skeleton(right):  # two are shared by too many names
        return False
    if left.isascii() != right.isascii():
        return True
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - loaded only where spellings are compared

    return bool(ratio(left, right) >= (_CLOSE if len(consonants) < 4 else _NEAR))
