"""Weapons, vehicles, aircraft and munitions named in a text, by their normal name and kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sayso.knowledge.tables import KnownSystem, equipment_families, systems
from sayso.records import EquipmentMention

__all__ = ["find_equipment"]

_BESIDE = re.compile(
    r"tank|missile|rocket|artiller|howitzer|launcher|jet|aircraft|helicopter|drone|vehicle|armou?r|convoy|weapon|"
    r"gun\b|guns\b|air ?strike|shot down|destroyed|anti-|air defen[cs]e|warplane|bomb|troops|army|"
    r"military|front",
    re.IGNORECASE,
)
# What may follow a designation, so that T62, T-62, T 62 and T-62M are one system.
_VARIANT = r"(?:[A-Z]{1,4}\d?(?:\(\w{1,2}\))?|-?M\d?|\(M\)|\([A-Z]\)|MV|BV[MK]?|B3M?|A[1-9]M?|SM\d?)?s?"
# Tanks and mortar of everyday life: think tank, water tank, bricks and mortar.
_HOUSEHOLD = re.compile(
    r"(?:think|water|fish|gas|fuel|septic|oxygen|storage|shark|holding|propane|bricks?(?: |-)and)[ -]$", re.IGNORECASE
)
_WORN = re.compile(r" (?:tops?|engines?|farms?)\b")
_REACH = 60
_DASH = r"[-‐‑–\s]"
_HYPHEN = r"[-‐‑– ]?"
_CODE = r"(?:[A-Z][A-Za-z]{0,4}[-‐‑– ]?\d|\d{1,3}[A-Z])[\w./-]*"
#: Nouns that tell what a code in front of them is: `EOV-3521 excavator`, `R-845 radio station`.
_TOLD_BY: tuple[tuple[str, str], ...] = (
    ("radar", r"radars?"),
    ("electronic warfare", r"(?:EW|electronic warfare) (?:system|station|complex)s?|jammers?|jamming stations?"),
    ("drone", r"UAVs?|UCAVs?|UGVs?|drones?|loitering munitions?|quadcopters?"),
    (
        "command vehicle",
        (
            r"command(?: and \w+| post)? vehicles?|command posts?|signals? vehicles?|radio (?:relay )?stations?|"
            r"(?:\w+ )?communications? stations?|fire (?:control|direction) (?:and \w+ )?(?:vehicle|center|centre)s?"
        ),
    ),
    (
        "engineering vehicle",
        (
            r"(?:armou?red )?recovery vehicles?|ARVs?|bridge ?layers?|mine-?layers?|excavators?|"
            r"trench[- ]digg\w+(?: vehicle)?s?|"
            r"mine[- ]clearing (?:vehicle|tank|system|robot)s?|bulldozers?|(?:combat )?engineer(?:ing)? vehicles?"
        ),
    ),
    ("anti-tank", r"anti-?tank (?:gun|missile|system|rocket)s?|ATGMs?|recoilless (?:gun|rifle)s?"),
    ("artillery", r"howitzers?|field[- ]guns?|gun-howitzers?|self-propelled guns?|(?:coastal|mountain) guns?"),
    ("mortar", r"mortars?"),
    ("rocket artillery", r"MRLS?|MLRS|(?:multiple )?rocket launchers?"),
    ("armoured vehicle", r"armou?red (?:\w+ )?(?:car|carrier|vehicle)s?|APCs?|IFVs?|AFVs?|MRAPs?|fighting vehicles?"),
    ("helicopter", r"helicopters?|gunships?"),
    ("air defence", r"SAM(?: system)?s?|air defen[cs]e systems?|anti-?aircraft guns?"),
    ("tank", r"tanks?|MBTs?|main battle tanks?"),
    ("missile", r"(?:\w+ )?missiles?"),
    ("aircraft", r"fighters?|fighter jets?|bombers?|warplanes?|jets?|aircraft"),
    (
        "ship",
        r"patrol boats?|corvettes?|frigates?|destroyers?|submarines?|minesweepers?|landing (?:ship|craft)s?|gunboats?",
    ),
)
_SHIP = (
    r"[A-Z][\w-]+(?: [IV]+)?[- ]class (?:[a-z-]+ ){0,3}(?:frigate|corvette|destroyer|cruiser|submarine|gunboat|boat|"
    r"ship|craft|minesweeper|vessel|tugboat)s?"
)


class _Alias(NamedTuple):
    pattern: str
    system: KnownSystem
    strict: bool


def _loose(name: str) -> str:
    """A pattern for a name: between letters and digits a hyphen may be a space or missing; dashes of all kinds."""
    parts: list[str] = []
    for at, char in enumerate(name):
        before = name[at - 1] if at else ""
        if char in "- ":
            near_digit = before.isdigit() or name[at + 1 : at + 2].isdigit()
            # "A 10-year-old" is no aircraft: a letter that is a word by itself keeps its hyphen.
            missing = char == "-" and near_digit
            parts.append(r"[-‐‑–]?" if missing and before == "A" and at == 1 else _DASH + "?" if missing else _DASH)
        elif char in "'’":
            parts.append("['’]")
        else:
            if char.isdigit() and before.isupper():
                parts.append(_HYPHEN if name[max(0, at - 2) : at].isupper() and at > 1 else "[-‐‑–]?")
            parts.append(re.escape(char))
    return "".join(parts)


def _aliases() -> Iterator[tuple[str, _Alias]]:
    for system in systems():
        for alias in system.spellings:
            strict = alias.startswith("=")
            name = alias.removeprefix("=")
            pattern = _loose(name)
            if re.search(r"\d$", name) and re.search(r"[A-Za-z]", name):
                pattern += _VARIANT
            elif name.islower():
                pattern = f"(?i:{pattern})"
            elif not re.search(r"\d", name):
                pattern += "s?"
            yield name, _Alias(pattern, system, strict)


def _fronts(name: str) -> set[str]:
    """The two letters with which a name may begin as written: a hyphen may be another dash, a space or missing."""
    seconds = {name[1:2]}
    if name[1:2] in ("-", " "):
        seconds = {*"-‐‑– ", name[2:3]}
    elif name[0].isupper() and name[1:2].isdigit():
        seconds = {*"-‐‑–", name[1:2]}
    firsts = {name[0], name[0].upper()} if name.islower() else {name[0]}
    return {first + second.lower() for first in firsts for second in seconds}


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    """The pattern of a name, compiled when a text first has its two letters: all 2,600 would take half a second."""
    return re.compile(rf"{pattern}(?!\w)")


@cache
def _listing() -> tuple[re.Pattern[str], tuple[_Alias, ...], dict[str, tuple[int, ...]]]:
    """A cheap pattern for where a name may start, every alias longest first, and the aliases by how they begin."""
    made = sorted(_aliases(), key=lambda a: (-len(a[0]), a[0]))
    firsts: dict[str, list[int]] = {}
    for number, (name, _) in enumerate(made):
        for front in _fronts(name):
            firsts.setdefault(front, []).append(number)
    # Capital or digit first, or one of the few lower-case words.
    lower = sorted({name.split()[0].split("-")[0] for name, _ in made if name.islower()})
    starts = re.compile(rf"(?<![\w-])(?:(?i:{'|'.join(map(re.escape, lower))})|[A-Z0-9.])")
    return starts, tuple(alias for _, alias in made), {k: tuple(v) for k, v in firsts.items()}


def find_equipment(text: str) -> tuple[EquipmentMention, ...]:
    """Find weapons, vehicles, aircraft and munitions, in text order, the longest name where several fit.

    A name of the table gives its normal name (`T62` is T-62, `SA-13` the 9K35 Strela-10); a code of a family, or one
    with a noun behind it that tells what it is, is its own name. Spans prove themselves. A common word that also names
    a system counts only with its capitals beside a military word.
    """
    starts, aliases, firsts = _listing()
    found: list[EquipmentMention] = []
    reached = 0
    for start in starts.finditer(text):
        at = start.start()
        if at < reached:
            continue
        mention = _best(_listed(text, at, aliases, firsts), _of_family(text, at), _told_by_noun(text, at))
        if mention is None:
            continue
        reached = mention.end
        # The noun in "T-62 tanks" is no second thing.
        if not (found and mention.name.islower() and text[found[-1].end : at] in (" ", "-")):
            found.append(mention)
    return tuple(found)


def _best(*found: EquipmentMention | None) -> EquipmentMention | None:
    """The longest; of equals the first, since the table knows more than a family, and a family more than a noun."""
    return max((m for m in found if m is not None), key=lambda m: m.end, default=None)


def _listed(
    text: str, at: int, aliases: tuple[_Alias, ...], firsts: dict[str, tuple[int, ...]]
) -> EquipmentMention | None:
    """The longest name of the table that stands at a place."""
    for number in firsts.get(text[at] + text[at + 1 : at + 2].lower(), ()):
        alias = aliases[number]
        match = _whole(alias.pattern).match(text, at)
        if match is None or (alias.strict and not _beside(text, at, match.end())):
            continue
        if not _HOUSEHOLD.search(text[max(0, at - 16) : at]) and not _WORN.match(text, match.end()):
            return _mention(at, match[0], alias.system.name, alias.system.kind)
    return None


@cache
def _families() -> tuple[re.Pattern[str], tuple[str, ...]]:
    rules = [*equipment_families(), ("ship", _SHIP)]
    joined = "|".join(f"(?P<f{at}>{pattern.replace('~', _HYPHEN)})" for at, (_, pattern) in enumerate(rules))
    return re.compile(rf"(?:{joined})(?![\w])"), tuple(kind for kind, _ in rules)


def _of_family(text: str, at: int) -> EquipmentMention | None:
    """A code of a family that the table does not list one by one; its name is the code as written."""
    pattern, kinds = _families()
    match = pattern.match(text, at)
    if match is None:
        return None
    kind = kinds[int(str(match.lastgroup)[1:])]
    return _mention(at, match[0].rstrip(), match[0].rstrip(), kind)


@cache
def _told() -> re.Pattern[str]:
    nouns = "|".join(f"(?P<n{at}>{noun})" for at, (_, noun) in enumerate(_TOLD_BY))
    return re.compile(rf"(?P<code>{_CODE}) (?:[\w.-]+ ){{0,3}}?(?:{nouns})(?!\w)")


def _told_by_noun(text: str, at: int) -> EquipmentMention | None:
    """A code that a noun behind it explains; the code is its name."""
    match = _told().match(text, at)
    if match is None:
        return None
    kind = next(kind for number, (kind, _) in enumerate(_TOLD_BY) if match[f"n{number}"])
    return _mention(at, match["code"], match["code"], kind)


def _mention(at: int, text: str, name: str, kind: str) -> EquipmentMention:
    return EquipmentMention(start=at, end=at + len(text), text=text, name=name, kind=kind)


def _beside(text: str, start: int, end: int) -> bool:
    return bool(_BESIDE.search(text[max(0, start - _REACH) : start]) or _BESIDE.search(text[end : end + _REACH]))
