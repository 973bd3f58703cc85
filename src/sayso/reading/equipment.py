"""Weapons, vehicles, aircraft and munitions named in a text, by their normal name and kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sayso.knowledge.tables import KnownSystem, systems
from sayso.records import EquipmentMention

__all__ = ["find_equipment"]

_BESIDE = re.compile(
    r"tank|missile|rocket|artiller|howitzer|launcher|jet|aircraft|helicopter|drone|vehicle|armou?r|convoy|weapon|"
    r"battery|system|gun\b|guns\b|strike|fired|shot down|destroyed|anti-|air defen[cs]e|warplane|bomb|troops|army|"
    r"military|front",
    re.IGNORECASE,
)
# What a designation looks like, so that T62, T-62, T 62 and T-62M are one system: letters, digits, a variant's letters.
_DESIGNATION = re.compile(r"[A-Za-z0-9/]*\d[A-Za-z0-9/-]*|[A-Z]{2,}[A-Za-z0-9/-]*")
_VARIANT = r"(?:[A-Z]{1,4}\d?(?:\(\w{1,2}\))?|-?M\d?|\(M\)|\([A-Z]\)|MV|BV[MK]?|B3M?|A[1-9]M?|SM\d?)?s?"
_WORD = re.compile(r"\w+", re.UNICODE)
_REACH = 60


class _Alias(NamedTuple):
    pattern: str
    system: KnownSystem
    strict: bool


def _loose(name: str) -> str:
    """A pattern for a name: between letters and digits a hyphen may be a space or missing; dashes of all kinds."""
    parts: list[str] = []
    for at, char in enumerate(name):
        if char in "- ":
            near_digit = (at > 0 and name[at - 1].isdigit()) or (at + 1 < len(name) and name[at + 1].isdigit())
            parts.append(r"[-‐‑–\s]?" if char == "-" and near_digit else r"[-‐‑–\s]")
        elif char in "'’":
            parts.append("['’]")
        else:
            parts.append(re.escape(char))
    return "".join(parts)


def _aliases() -> Iterator[tuple[str, _Alias]]:
    for system in systems():
        for alias in (system.name, *system.aliases):
            strict = alias.startswith("=")
            name = alias.removeprefix("=")
            code = name.split()[0] if " " in name else name
            designation = bool(re.search(r"\d", name)) or (name.isupper() and len(name) > 2) or "-" in code
            pattern = _loose(name)
            if re.search(r"\d$", name) and re.search(r"[A-Za-z]", name):
                pattern += _VARIANT
            elif name.islower():
                pattern = f"(?i:{pattern})"
            elif name.isupper() and not re.search(r"\d", name):
                pattern += "s?"
            if not designation and not strict and not name.islower():
                pattern = rf"(?:{pattern})"
            yield name, _Alias(pattern, system, strict)


@cache
def _compiled() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], _Alias], ...], dict[str, tuple[int, ...]]]:
    """A cheap pattern for where a name may start, every alias longest first, and the aliases by their first letter."""
    made = sorted(_aliases(), key=lambda a: (-len(a[0]), a[0]))
    patterns = tuple((re.compile(rf"{alias.pattern}(?!\w)"), alias) for _, alias in made)
    firsts: dict[str, list[int]] = {}
    for number, (name, _) in enumerate(made):
        for letter in {name[0], name[0].upper() if name.islower() else name[0]}:
            firsts.setdefault(letter + name[1:2].lower() if name.islower() else letter, []).append(number)
    # Capital or digit first, or one of the few lower-case words.
    lower = sorted({name.split()[0].split("-")[0] for name, _ in made if name.islower()})
    starts = re.compile(rf"(?<![\w-])(?:(?i:{'|'.join(map(re.escape, lower))})|[A-Z0-9.])")
    return starts, patterns, {k: tuple(v) for k, v in firsts.items()}


def find_equipment(text: str) -> tuple[EquipmentMention, ...]:
    """Find weapons, vehicles, aircraft and munitions, in text order, the longest name where several fit.

    Spans prove themselves. A common word that also names a system counts only with its capitals beside a military word.
    """
    starts, patterns, firsts = _compiled()
    found: list[EquipmentMention] = []
    reached = 0
    for start in starts.finditer(text):
        at = start.start()
        if at < reached:
            continue
        head, pair = text[at], text[at] + text[at + 1 : at + 2].lower()
        for number in sorted({*firsts.get(head, ()), *firsts.get(pair, ())}):
            pattern, alias = patterns[number]
            match = pattern.match(text, at)
            if match is None or (alias.strict and not _beside(text, at, match.end())):
                continue
            found.append(
                EquipmentMention(
                    start=at, end=match.end(), text=match[0], name=alias.system.name, kind=alias.system.kind
                )
            )
            reached = match.end()
            break
    return tuple(found)


def _beside(text: str, start: int, end: int) -> bool:
    return bool(_BESIDE.search(text[max(0, start - _REACH) : start]) or _BESIDE.search(text[end : end + _REACH]))
