"""What a source said before and has replaced: later figures, updates, corrections."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.knowledge.wordlists import words
from sayso.records import Document
from sayso.weighing.figures.entries import sentence_text
from sayso.weighing.figures.holding import Held
from sayso.weighing.figures.statements import Stated
from sayso.weighing.figures.sums import VAGUE
from sayso.weighing.speakers import plain_name

_UPDATE = re.compile(
    r"\b(?:ris(?:e|en|es|ing)|rose|climb(?:ed|s)?|later|updated?|correct(?:ed|ion)|revised?|now|succumbed|initially|"
    r"earlier|at first|increased|since died)\b",
    re.IGNORECASE,
)
_EARLY = re.compile(
    r"\b(?:initially|at first|earlier (?:report|figure|count|toll)s?|first (?:said|reported)|previously)\b",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    r"\b(?:(?:corrects?|replaces?|supersedes?) (?:our|its|their|the|all|an?)(?: \w+){0,2} "
    r"(?:reports?|numbers?|figures?|counts?|tolls?|story|article)"
    r"|corrected (?:\w+ )?(?:paragraph|version|report|story|article)"
    r"|gave (?:a|the) wrong (?:number|figure|count|toll))\b",
    re.IGNORECASE,
)

_REPORTED = re.compile(
    r"\b(?:we|our (?:\w+ )?(?:report|story|article)|an? (?:earlier|previous) (?:version|report|story|article))\b"
    r"[^.;]{0,60}?\b(?:reported|said|stated|misstated|wrote|gave|put|listed)\b",
    re.IGNORECASE,
)

_OF_HARMED = re.compile(r"\bof (?:the|those) (?:wounded|injured|dead|killed)\b", re.IGNORECASE)


def of_harmed(item: Held) -> bool:
    """True for a share of those harmed ("two of the wounded died"), which is no number of the whole."""
    return _OF_HARMED.search(item.stated.passages[0].text) is not None


_KIN = words("sons daughters brothers sisters grandchildren grandsons granddaughters siblings nephews nieces cousins")


def of_some(stated: Stated) -> bool:
    """True for a number of children, women or kin alone: it says nothing of the others whom other accounts count."""
    kin = (stated.of or "").lower().split()[-1:]
    return stated.how == "total" and (stated.group in {"children", "women"} or bool(set(kin) & _KIN))


_ALONE = re.compile(
    r"\b(?:no other sources? (?:\w+ )?(?:corroborat|report|confirm|support)\w*"
    r"|(?:not|never) (?:yet )?(?:been )?(?:corroborated|confirmed|reported) by (?:any )?others?"
    r"|(?:could not be|cannot be|has not been) (?:independently )?(?:corroborated|confirmed|verified)"
    r"|uncorroborated|unconfirmed)\b",
    re.IGNORECASE,
)


def alone_in_it(item: Held) -> bool:
    """True where the sentence of a statement says that nobody else bears it out."""
    return _ALONE.search(sentence_of(item)) is not None


def superseded(held: Sequence[Held]) -> dict[int, str]:
    """Why each statement (by its place in `held`) no longer stands.

    The same speaker's later figure replaces the earlier one, by date, or in one text by words of updating. An outlet
    that says that it corrects its report replaces what it carried before, whoever said it.
    """
    newest: dict[int, int] = {}
    by: dict[tuple[str, str], list[int]] = {}
    for i, item in enumerate(held):
        s = item.stated
        whole = s.how == "total" and not of_harmed(item) and not of_some(s)
        if whole and (item.speaker is not None or len(s.passages) == 1):
            by.setdefault((s.key, item.who), []).append(i)
    for places in by.values():
        for i, j in _pairs(held, places):
            order = 0 if _alike(held[i], held[j]) else _order(held[i], held[j])
            if order:
                old, new = (i, j) if order > 0 else (j, i)
                if held[new].stated.wording not in VAGUE:
                    newest[old] = new
    replaced = {old: f"Later {_name(held[new])} says {_quoted(held[new])}." for old, new in newest.items()}
    for old, new in _corrected(held):
        outlet = _name(held[new], outlet=True)
        replaced.setdefault(old, f"Corrected by {outlet}, which now says {_quoted(held[new])}.")
    return replaced


def _pairs(held: Sequence[Held], places: Sequence[int]) -> list[tuple[int, int]]:
    """Statements of one speaker to compare: any two of different reports, and explicit neighbours of one report."""
    firm = [i for i in places if held[i].stated.wording not in VAGUE]
    near = set(itertools.pairwise(firm))
    document = {i: held[i].document for i in places}
    pairs = itertools.combinations(places, 2)
    return [p for p in pairs if document[p[0]] != document[p[1]] or p in near]


def _corrected(held: Sequence[Held]) -> list[tuple[int, int]]:
    """Pairs of a statement and the one by which its outlet corrects it."""
    correcting = {h.document for h in held if _corrects(h.reading.document)}
    pairs = []
    for j, new in enumerate(held):
        outlet = new.reading.document.outlet
        if (
            new.document not in correcting
            or not outlet
            or of_harmed(new)
            or new.stated.wording in VAGUE
            or new.stated.how != "total"
        ):
            continue
        for i, old in enumerate(held):
            if (
                (old.root, old.stated.key, old.reading.document.outlet) == (new.root, new.stated.key, outlet)
                and new.document not in old.documents
                and not _alike(old, new)
                and _before(old, new) >= 0
            ):
                pairs.append((i, j))
    return pairs


def _corrects(document: Document) -> bool:
    """True for a report that says that it corrects an earlier one, in its text or by the word it opens with."""
    return _says_so(document.title, document.text)


@lru_cache(maxsize=4096)
def _says_so(title: str | None, text: str) -> bool:
    # Asked for every pair of figures of one speaker, and a speaker whom 500 reports quote has 100,000 of these.
    opening = any((words or "").lstrip("*#> ").lower().startswith("correct") for words in (title, text))
    return opening or _CORRECTS.search(text) is not None


def _alike(one: Held, two: Held) -> bool:
    """True for the same number, given as it is or as the least: "30" takes nothing from "at least 30"."""
    bound = "at_least" in {one.stated.wording, two.stated.wording}
    return one.stated.low == two.stated.low and (bound or one.stated.high == two.stated.high)


def _before(one: Held, two: Held) -> int:
    """1 when `one` was published before `two`, -1 after, 0 when dates do not tell; by the day if one has no hour."""
    return _earlier(one.reading.document.published, two.reading.document.published)


@lru_cache(maxsize=65536)
def _earlier(earlier: str | None, later: str | None) -> int:
    if not earlier or not later:
        return 0
    size = min(len(earlier), len(later))
    first, second = earlier[:size], later[:size]
    return (first < second) - (first > second)


def _order(one: Held, two: Held) -> int:
    """1 when `two` replaces `one`, -1 the other way round, 0 when nothing tells."""
    if one.document != two.document:
        return _before(one, two) or _corrects(two.reading.document) - _corrects(one.reading.document)
    first, second = sentence_of(one), sentence_of(two)
    if first == second:
        return 0
    if _corrects(one.reading.document) and _taken_back(one) != _taken_back(two):
        return 1 if _taken_back(one) else -1
    if _EARLY.search(second) and not _EARLY.search(first):
        return -1
    return 1 if _EARLY.search(first) or _UPDATE.search(second) else 0


def _taken_back(item: Held) -> bool:
    """True for what a correcting report tells as reported before by its own outlet."""
    outlet, speaker = item.reading.document.outlet, item.stated.speaker
    own = bool(outlet and speaker) and plain_name(speaker or "") == plain_name(outlet or "")
    return own or _REPORTED.search(sentence_of(item)) is not None


def sentence_of(item: Held) -> str:
    """The sentence in which a statement stands."""
    passage = item.stated.passages[0]
    start, end = sentence_text(item.reading, passage.start, passage.end)
    return item.reading.document.text[start:end]


def _name(item: Held, *, outlet: bool = False) -> str:
    name = None if outlet else item.speaker
    return name or item.reading.document.outlet or "the same report"


def _quoted(item: Held) -> str:
    return f"“{' '.join(item.stated.passages[0].text.split())}”"
