"""What stands around a name and tells of whom or what it is: roles beside it, ages, headings, full names of bodies."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

__all__ = ["acronyms", "bodies_named", "inside", "roles_beside", "title_case_headings"]

_BEFORE = re.compile(r"(?:^|[\s(“\"'])((?:[\w’'-]+\s){0,4}[a-z][\w-]+),?\s\Z")
_ACRONYM = re.compile(r"\s\(([A-Z]{2,8})\)")
_AFTER = re.compile(
    r",\s(?:(?P<age>\d{1,3})(?=,|\s(?:and|of|who|said)\b)|(?P<party>[RD]-[A-Z])"
    r"|(?P<role>(?:an?|the|his|her|its|their|one of|whose|then|now|former)\s[^,.;:()\n]{3,90}))"
    r"|\s(?:is|was)\s(?P<being>an?\s[^,.;:()\n]{3,90})|\s\((?P<member>[RD]-[A-Z])|,?\s(?P<who>who)\b"
)
_ROLE_END = re.compile(r"\s(?:of|in|for|from|at|with|on|to|who|which|that|whose|and|under|during)\b")
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w-]+")
_BODIES = re.compile(
    r"\b(?:[^\W\d_a-z][\w-]+ ){0,4}(?P<head>Ministry|Department|Council|Agency|Committee|Commission|Bureau|Office|"
    r"Cent(?:re|er)|Board|Federation|Association|Union|Observatory|Organi[sz]ation|Fund|Institute|Foundation|"
    r"Authority|Coalition|Group) (?:of|for|on) (?:the )?"
    r"[^\W\d_a-z][\w-]+(?:(?: (?:and|of|for))? [^\W\d_a-z][\w-]+){0,5}"
)
_HEADING = 0.65  # share of capitalised words from which a paragraph without a full stop inside is a heading
_LONGEST = 160  # characters of a heading
_REACH = 110  # characters after a name that are looked at


def roles_beside(text: str, start: int, end: int) -> tuple[list[str], list[str], bool]:
    """The words right before the name at `text[start:end]`, those of an apposition, whether it is shown to be human.

    The last word of each list is the role, if it is one ("Freland envoy Jan Baro"). A capitalised word right before
    it is in the name. An age, a party with a state, or "who" right after it makes it human.
    """
    before = _BEFORE.search(text, max(0, start - 60), start)
    after = _AFTER.match(text, end, min(len(text), end + _REACH))
    role = "" if after is None else after["role"] or after["being"] or ""
    return (
        [] if before is None else before[1].split(),
        _ROLE_END.split(role)[0].split(),
        after is not None and not role,
    )


def title_case_headings(text: str) -> list[tuple[int, int]]:
    """Paragraphs in title case, in order: what is capitalised there need not be a name."""
    found = []
    start = 0
    for line in text.splitlines(keepends=True):
        tokens = line.split() if len(line) <= _LONGEST else []
        capital = sum(bool(_CAPITALISED.match(t.strip("“”\"'‘’("))) for t in tokens)
        if len(tokens) > 3 and capital >= _HEADING * len(tokens):
            found.append((start, start + len(line)))
        start += len(line)
    return found


def bodies_named(text: str) -> dict[str, list[tuple[int, str]]]:
    """Full names of bodies with "of" or "for" in them, and where, by their head: "ministry"."""
    found: dict[str, list[tuple[int, str]]] = {}
    for match in _BODIES.finditer(text):
        found.setdefault(match["head"].lower(), []).append((match.start(), match[0].removeprefix("The ")))
    return found


def acronyms(text: str) -> dict[str, str]:
    """What the text says that abbreviations stand for: "Zan Relief Fund (ZRF)", by the first letters of the words."""
    found: dict[str, str] = {}
    for match in _ACRONYM.finditer(text):
        tokens = text[max(0, match.start() - 90) : match.start()].split()[1 if match.start() > 90 else 0 :]
        for k in range(len(tokens) - 1, -1, -1):
            letters = "".join(t[0] for t in tokens[k:] if t[0].isupper())
            if letters == match[1] and tokens[k][0].isupper():
                found.setdefault(match[1], " ".join(tokens[k:]))
            if len(letters) >= len(match[1]):
                break
    return found


def inside(ranges: Sequence[tuple[int, int]], at: int) -> int:
    """The number of the range, of some in order that do not overlap, that holds a place; -1 if none does."""
    k = bisect_right(ranges, (at, 1 << 60)) - 1
    return k if k >= 0 and at < ranges[k][1] else -1
