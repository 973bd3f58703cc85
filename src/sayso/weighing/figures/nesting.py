"""Parts and totals, earlier and later: which statements another one of the same report already holds or replaces."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Literal

from sayso.weighing.figures.entries import sentence_text
from sayso.weighing.figures.holding import Held, folded
from sayso.weighing.figures.sums import VAGUE

_UPDATE = re.compile(
    r"\b(?:ris(?:e|en|es|ing)|rose|climb(?:ed|s)?|later|updated?|correct(?:ed|ion)|revised?|now|succumbed|initially|"
    r"earlier|at first|increased|since died)\b",
    re.IGNORECASE,
)
_OUTLET = "outlet\x1f"
_EARLY = re.compile(
    r"\b(?:initially|at first|earlier (?:report|figure|count|toll)s?|first (?:said|reported)|previously)\b",
    re.IGNORECASE,
)
_MENDED = re.compile(r"\b(?:correction|corrected|corrects)\b", re.IGNORECASE)
_SHARE = re.compile(r"\bof (?:the|them|whom|those|his|her|their)\b", re.IGNORECASE)

#: What becomes of a statement, and why.
Used = Literal["counts", "maximum only", "set aside", "superseded", "folded"]
Fate = tuple[Used, str]


def fates(held: Sequence[Held]) -> dict[int, Fate]:
    """What becomes of each statement (by its place in `held`) that another one holds or replaces."""
    found: dict[int, Fate] = {}
    reports: dict[tuple[str, str], list[int]] = {}
    for i, item in enumerate(held):
        reports.setdefault((item.document, item.stated.key), []).append(i)
    for places in reports.values():
        for i in places:
            fate = _nested(held[i], [held[j] for j in places])
            if fate is not None:
                found[i] = fate
    for i, why in _superseded(held).items():
        found[i] = ("superseded", why)
    return found


def _nested(item: Held, report: Sequence[Held]) -> Fate | None:  # noqa: PLR0911 - a cascade of rules: one return each reads best
    """How `item` stands to the other statements of the same quantity in the same report."""
    stated = item.stated
    if stated.wording in VAGUE or stated.high is None:
        return None
    firm = [h.stated for h in report if h.stated.high and h.stated.wording not in VAGUE]
    if stated.wording == "none" and firm:
        return "folded", "Said of the others, or before the number that the same report gives."
    if stated.how == "total":
        named = [s.high or 0 for s in firm if s.how == "named"]
        if named and max(named) > stated.high:
            return "set aside", f"The report tells of {max(named):g} victims one by one, more than this number."
        quoted = [s.speaker for s in firm if s.speaker and (s.low, s.high) == (stated.low, stated.high)]
        if stated.speaker is None and quoted:
            return "folded", f"The same report gives this number from {quoted[0]}."
        share = _SHARE.search(stated.passages[0].text) is not None
        larger = [
            s.high or 0
            for s in firm
            if s.how == "derived" or (s.how == "total" and (share or s.speaker == stated.speaker))
        ]
        if larger and max(larger) > stated.high:
            return "folded", f"Part of the {max(larger):g} that the same report states."
        return None
    totals = [s.high or 0 for s in firm if s.how == "total" or (s.how == "derived" and stated.how != "derived")]
    if not totals or (stated.high > max(totals) and stated.how in {"named", "derived"}):
        return None
    if stated.high <= max(totals):
        return "folded", f"Part of the total of {max(totals):g} that the same report states."
    return "maximum only", "More than the total that the same report states, so in the maximum only."


def _superseded(held: Sequence[Held]) -> dict[int, str]:
    """The same speaker's later figure replaces the earlier one, by date, or in one text by words of updating.

    So does what the same outlet says later within one origin: a correction is no second source.
    """
    replaced: dict[int, str] = {}
    by: dict[tuple[str, str], list[int]] = {}
    later: dict[int, int] = {}
    for i, item in enumerate(held):
        s = item.stated
        plain = s.speaker is not None or len(s.passages) == 1
        if s.how == "total" and s.wording not in VAGUE and plain:
            who = folded(s.speaker or item.reading.document.outlet or f"document {item.document}")
            by.setdefault((s.key, who), []).append(i)
            if item.reading.document.outlet and s.speaker is not None:
                by.setdefault((s.key, f"{_OUTLET}{item.root} {folded(item.reading.document.outlet)}"), []).append(i)
    for (_, who), places in by.items():
        for i, j in itertools.pairwise(places):
            if who.startswith(_OUTLET) and held[i].document == held[j].document:
                continue
            if (held[i].stated.low, held[i].stated.high) == (held[j].stated.low, held[j].stated.high):
                continue
            order = _order(held[i], held[j])
            old, new = (i, j) if order > 0 else (j, i)
            if order and old not in replaced and later.get(new) != old:
                later[old] = new
                replaced[old] = f"The same source later says {held[new].stated.passages[0].text!r}."
    return replaced


def _order(one: Held, two: Held) -> int:
    """1 when `two` replaces `one`, -1 the other way round, 0 when nothing tells."""
    if one.document != two.document:
        earlier, later = one.reading.document.published, two.reading.document.published
        if earlier and later and earlier != later:
            return 1 if earlier < later else 0
        mended = [_MENDED.search(h.reading.document.text) is not None for h in (one, two)]
        return int(mended[1]) - int(mended[0])
    first, second = _sentence(one), _sentence(two)
    if first == second:
        return 0
    if _EARLY.search(second) and not _EARLY.search(first):
        return -1
    return 1 if _EARLY.search(first) or _UPDATE.search(second) else 0


def _sentence(item: Held) -> str:
    passage = item.stated.passages[0]
    start, end = sentence_text(item.reading, passage.start, passage.end)
    return item.reading.document.text[start:end]
