"""Whether two spellings may be one person's name."""

from __future__ import annotations

import re

_MIXED = "*"
_VOWELS = {**dict.fromkeys("a", "a"), **dict.fromkeys("iy", "i"), **dict.fromkeys("ouw", "u"), "e": _MIXED}


def same_name(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """One person may be called by these two names: same first name, or one word that the other begins or ends with.

    Families share their last name, so two full names need the same first one. Names of three and more words give the
    father's and the grandfather's after it, which have to agree as well: "Omar Ali Karim Belo" is no "Omar Saeed Karim
    Belo".
    """
    if len(one) == 1 or len(two) == 1:
        return any(alike(a, b) for a in _ends(one) for b in _ends(two))
    if len(one) == 2 == len(two) and not _near(one[1], two[1]):
        return False
    first, other = one[0], two[0]
    if len(first) == 1 or len(other) == 1:
        return first[0] == other[0] and one[-1] == two[-1]
    fathers = zip(one[1:-1], two[1:-1], strict=False)
    if any(not (_by_child(a) or _by_child(b) or _near(a, b)) for a, b in fathers):
        return False
    return alike(first, other)


def alike(one: str, two: str) -> bool:
    """True for spellings of one name: equal consonants, and vowels that do not tell it apart.

    Doubled letters, "ee" or "i", "oo", "ou" or "u" and any "e" are one: "Mohamed" is "Muhammad", and not "Mahmoud".
    """
    first, second = _sounds(one), _sounds(two)
    return len(first) == len(second) and all(
        a == b or (_MIXED in {a, b} and {a, b} <= {"a", "i", "u", _MIXED}) for a, b in zip(first, second, strict=True)
    )


def _sounds(name: str) -> str:
    plain = re.sub(r"[^a-z]", "", name.removeprefix("al-").removeprefix("el-"))
    plain = re.sub(r"(?<=.)(?:h|e)$", "", re.sub(r"h(?=[^aeiouyw])", "", plain[:1] + plain[1:]))
    made = ""
    for run in re.findall(r"^[wy](?=[aeiou])|[aeiouyw]+|.", plain):
        sounds = {_VOWELS.get(letter, letter) for letter in run}
        sound = (
            run if run[0] not in _VOWELS or (not made and run in "wy") else sounds.pop() if len(sounds) == 1 else _MIXED
        )
        made += "" if made.endswith(sound) and sound not in _VOWELS.values() else sound
    return made


def _by_child(name: str) -> bool:
    """True for a name by a child's: "Abu Ali" in "Omar Abu Ali Belo" is no father's name."""
    return name.startswith(("abu ", "abo ", "umm ", "um "))


def _near(one: str, two: str) -> bool:
    """True for spellings of one name, one letter of which may be wrong if the name is not short."""
    if alike(one, two):
        return True
    longer, shorter = sorted((one, two), key=len, reverse=True)
    if len(shorter) < _LONG or len(longer) - len(shorter) > 1:
        return False
    if len(longer) == len(shorter):
        return sum(a != b for a, b in zip(one, two, strict=True)) <= 1
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


_LONG = 5


def _ends(names: tuple[str, ...]) -> set[str]:
    """What one word may call somebody by: the first name, or the last with or without its "Abu"."""
    last = names[-1].rpartition(" ")[2] if len(names) > 1 else names[-1]
    return {names[0], names[-1], last}
