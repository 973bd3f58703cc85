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
# What may follow a designation, so that T62, T-62, T 62 and T-62M are one system.
_VARIANT = r"(?:[A-Z]{1,4}\d?(?:\(\w{1,2}\))?|-?M\d?|\(M\)|\([A-Z]\)|MV|BV[MK]?|B3M?|A[1-9]M?|SM\d?)?s?"
# Tanks and mortar of everyday life: think tank, water tank, bricks and mortar.
_HOUSEHOLD = re.compile(
    r"(?:think|water|fish|gas|fuel|septic|oxygen|storage|shark|holding|propane|bricks?(?: |-)and)[ -]$", re.IGNORECASE
)
_REACH = 60
# Families whose members are too many to list: the code itself is the name. All need a digit, so no common word fits.
_FAMILIES: tuple[tuple[str, str], ...] = (
    ("tank", r"T-?(?:54|55|62|64|72|80|90)[A-Z]*\d?"),
    ("armoured vehicle", r"(?:BTR|BMP|BMD|BRDM|BRM|BMM|MT-LB|MTLB|AMN|VPK|M11[0-9]{1,2})-?\d+[A-Za-z]*(?:-\w+)?"),
    (
        "engineering vehicle",
        r"(?:BREM|MTU|TMM|PTS|PZM|MDK|BTM|GMZ|IMR|BAT|BTS|MTP|MTO|EOV|Wisent|UMP|KMV|DT)-?\d+[\w.-]*",
    ),
    ("truck", r"(?:KamAZ|KAMAZ|Kamaz|KrAZ|MAZ|BAZ|ZiL|ZIL|GAZ|UAZ|LuAZ|Ural|URAL|Tatra|FMTV)[- ]?\d{2,}[\w-]*"),
    ("aircraft", r"(?:Su|SU|MiG|MIG|Tu|TU|An|Il|IL|Yak|Be)-\d{1,3}[A-Za-z]*\d?"),
    ("aircraft", r"[FB]-\d{2}[A-Z]?(?:/\w)?"),
    ("helicopter", r"(?:Mi|Ka|KA|MI)-\d{1,2}[A-Za-z]*"),
    ("missile", r"Kh-\d{2,3}[A-Za-z]*\d?"),
    ("bomb", r"(?:FAB|KAB|OFAB|RBK|GBU|ODAB|UPAB)-\d+[A-Z]*"),
    ("air defence", r"(?:9A\d{2,3}|9K3\d|9K33\d|9T2\d\d|5P85|51P6|2F77|50P6|9S\d{2})[A-Z]*\d?(?:-\d)?"),
    ("artillery", r"2[SAB]\d{1,2}[A-Z]?"),
    ("rocket artillery", r"BM-(?:14|21|22|27|30|31)[A-Z]?"),
    (
        "radar",
        (
            r"(?:PRV-\d+|P-1[0-9]|1L\d{2,3}|1RL\d+|SNAR-\d+|PRP-\d|9[126][NL]6[A-Z]?|AN/[TM]PQ-\d+|5N63|55Zh6|"
            r"ST-68)[\w-]*"
        ),
    ),
    ("electronic warfare", r"(?:RB-\d+[A-Z]*\d?|R-330\w*|R-934\w*|RP-377\w*|RLK-\w+|Leer-\d)"),
    ("command vehicle", r"(?:R-\d{3}[A-Za-z]*\d?|1V1\d+|P-2\d0|ZS-8\d|K1Sh1|MP-\d\w*|1K148|R-166\S*)"),
    (
        "drone",
        (
            r"(?:Granat|Eleron|Orlan|Shahed|Geran|Supercam|ZALA|Mohajer|Ababil|Hermes|Lancet|Plastun|RQ|MQ)"
            r"[- ]?[A-Z]?\d+\w*"
        ),
    ),
    ("ship", r"Project \d{3,5}\w*"),
)
_SHIP = (
    r"[A-Z]\w+(?: [IV]+)?[- ]class (?:[a-z-]+ ){0,3}(?:frigate|corvette|destroyer|cruiser|submarine|gunboat|boat|"
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
        for alias in system.spellings:
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


def _fronts(name: str) -> set[str]:
    """The two letters with which a name may begin as written: a hyphen may be another dash, a space or missing."""
    seconds = {name[1:2]}
    if name[1:2] in ("-", " "):
        seconds = {*"-‐‑– ", name[2:3]}
    firsts = {name[0], name[0].upper()} if name.islower() else {name[0]}
    return {first + second.lower() for first in firsts for second in seconds}


@cache
def _compiled() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], _Alias], ...], dict[str, tuple[int, ...]]]:
    """A cheap pattern for where a name may start, every alias longest first, and the aliases by how they begin."""
    made = sorted(_aliases(), key=lambda a: (-len(a[0]), a[0]))
    patterns = tuple((re.compile(rf"{alias.pattern}(?!\w)"), alias) for _, alias in made)
    firsts: dict[str, list[int]] = {}
    for number, (name, _) in enumerate(made):
        for front in _fronts(name):
            firsts.setdefault(front, []).append(number)
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
        both = (_listed(text, at, patterns, firsts), _of_family(text, at))
        mention = max((m for m in both if m is not None), key=lambda m: m.end, default=None)
        if mention is not None:
            found.append(mention)
            reached = mention.end
    return tuple(found)


def _listed(
    text: str, at: int, patterns: tuple[tuple[re.Pattern[str], _Alias], ...], firsts: dict[str, tuple[int, ...]]
) -> EquipmentMention | None:
    """The longest name of the table that stands at a place."""
    for number in firsts.get(text[at] + text[at + 1 : at + 2].lower(), ()):
        pattern, alias = patterns[number]
        match = pattern.match(text, at)
        if match is None or (alias.strict and not _beside(text, at, match.end())):
            continue
        if not _HOUSEHOLD.search(text[max(0, at - 16) : at]):
            return _mention(at, match[0], alias.system.name, alias.system.kind)
    return None


@cache
def _families() -> tuple[re.Pattern[str], tuple[str, ...]]:
    rules = [*_FAMILIES, ("ship", _SHIP)]
    joined = "|".join(f"(?P<f{number}>{pattern})" for number, (_, pattern) in enumerate(rules))
    return re.compile(rf"(?:{joined})(?![\w])"), tuple(kind for kind, _ in rules)


def _of_family(text: str, at: int) -> EquipmentMention | None:
    """A code of a family that the table does not list one by one; its name is the code as written."""
    pattern, kinds = _families()
    match = pattern.match(text, at)
    if match is None:
        return None
    kind = kinds[int(str(match.lastgroup)[1:])]
    return _mention(at, match[0], match[0], kind)


def _mention(at: int, text: str, name: str, kind: str) -> EquipmentMention:
    return EquipmentMention(start=at, end=at + len(text), text=text, name=name, kind=kind)


def _beside(text: str, start: int, end: int) -> bool:
    return bool(_BESIDE.search(text[max(0, start - _REACH) : start]) or _BESIDE.search(text[end : end + _REACH]))
