"""Documents that rest on a source: on a report that we hold, or on a named speaker or outlet that we do not.

A document *rests on* a source when at least half of what it reports is said to come from there (or stands there too)
and it names no other speaker of its own. One that cites a report and adds its own speakers is independent, with the
citation among its reasons.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.linking.origins.citations import Citation
from sayso.linking.origins.furniture import content_words
from sayso.linking.origins.names import name_key
from sayso.linking.origins.pages import Page, came_first, passage, within
from sayso.linking.origins.rarity import Rarity
from sayso.linking.origins.ties import Common, Tie
from sayso.records import Reason

__all__ = ["aim", "find_commons", "find_corrections", "find_resting"]

_HALF = 0.5
_SAME_MATTER = 0.15
_SAME_MATTER_FEW = 0.05
_HANDFUL = 5
_SAME_MATTER_DAYS = 60
_SAME_STORY = 0.35
_SAME_STORY_DAYS = 14
_STANDS_THERE = 0.6
_FEW = 60
_MANY = 200
_SPEAKERS = 8
_ON = re.compile(
    r"^\W*(?:[\"“]|(?:it|he|she|they|the (?:group|agency|outlet|report|statement|monitor|ministry|source"
    r"|channel|site))\b)",
    re.IGNORECASE,
)
_GOES_ON = frozenset(
    """
    agency group monitor observatory outlet statement report site channel network
    """.split()  # noqa: SIM905 - a word list reads best as words
)
_CORRECTS = re.compile(
    r"\b(?:correction|corrects|corrected|clarification|an earlier version of this|earlier report|we regret"
    r"|retract(?:s|ed|ion)?|erratum)\b",
    re.IGNORECASE,
)


def aim(
    pages: Sequence[Page], citations: Sequence[Sequence[Citation]], near: Mapping[int, Sequence[int]], rarity: Rarity
) -> list[list[Citation]]:
    """Say of every citation which held document it means: the one of that outlet most alike, not published later."""
    aimed: list[list[Citation]] = []
    for index, own in enumerate(citations):
        chosen: dict[tuple[tuple[int, ...], float | None], int | None] = {}
        result: list[Citation] = []
        for c in own:
            if c.document is not None or not c.held:
                result.append(c)
                continue
            # A wire tag or credit is set over the wire's own words: the report that is meant tells the same story.
            least = _SAME_STORY if c.kind in ("tag", "credit") else None
            if (c.held, least) not in chosen:
                chosen[c.held, least] = _meant(pages, index, c.held, near, rarity, least=least)
            result.append(c._replace(document=chosen[c.held, least]))
        aimed.append(result)
    return aimed


def _meant(
    pages: Sequence[Page],
    index: int,
    held: tuple[int, ...],
    near: Mapping[int, Sequence[int]],
    rarity: Rarity,
    *,
    least: float | None,
) -> int | None:
    some = held if len(held) <= _FEW else tuple(set(held) & set(near.get(index, ())))
    page = pages[index]
    ranked = sorted(
        (-rarity.alike(page, pages[i]), pages[i].order(), i)
        for i in some
        if i != index
        and came_first(page.document, pages[i].document) is not True
        and within(page, pages[i], _SAME_MATTER_DAYS)
    )
    # Of an outlet with a handful of documents little likeness is enough to know which one is meant.
    if least is None:
        least = _SAME_MATTER if len(held) > _HANDFUL else _SAME_MATTER_FEW
    return ranked[0][2] if ranked and -ranked[0][0] >= least else None


def find_resting(pages: Sequence[Page], citations: Sequence[Sequence[Citation]]) -> list[Tie]:
    """Find documents that rest on a document we hold."""
    ties: list[Tie] = []
    for index, own in enumerate(citations):
        for target in sorted({c.document for c in own if c.document is not None}):
            mine = [c for c in own if c.document == target]
            share = _rests(pages[index], own, mine, pages[target])
            if share >= _HALF:
                name = pages[target].document.outlet or mine[0].name
                shown = tuple(passage(pages[index].document, c.start, c.end) for c in mine if c.end > c.start)
                says = (
                    f"Rests on {name}: {share:.0%} of what it reports is said to come from there or stands there too, "
                    "and it names no other speaker of its own."
                )
                ties.append(
                    Tie(index, target, "cites", 2 + share / 2, (Reason(step="cites", says=says, passages=shown[:4]),))
                )
    return ties


def _rests(page: Page, own: Sequence[Citation], mine: Sequence[Citation], source: Page | None) -> float:
    """Return the share of a report that goes back to a source, 0..1; 0 when it has speakers of its own."""
    if len(own) > _MANY:
        return 0.0
    text = page.document.text
    there = content_words(source.document.text) if source else frozenset()
    source_text = source.document.text.casefold() if source else ""
    known = {word for c in mine for word in c.key.split()}
    sizes = 0
    resting = 0
    on = any(c.kind == "tag" for c in mine)
    for low, high in page.spans:
        here = [c for c in own if c.start < high and c.end > low and c.kind == "says"]
        words = content_words(text[low:high])
        # "the ministry" after "the interior ministry" is the same speaker.
        cites = any(low <= c.start < high and (c in mine or set(c.key.split()) <= known | _GOES_ON) for c in own)
        if text[low:high] == page.document.title:
            continue
        if here and not cites and not any(c.name.casefold() in source_text for c in here if c.named):
            return 0.0
        stands = bool(there) and len(words & there) >= _STANDS_THERE * len(words)
        follows = on and _ON.match(text[low:high]) is not None
        on = cites or stands or follows
        sizes += len(words)
        resting += len(words) * on
    if any(c.kind in ("tag", "credit", "link") for c in mine) and not any(c.kind == "says" for c in own):
        return max(_HALF, resting / sizes if sizes else 0.0)
    return resting / sizes if sizes else 0.0


def find_commons(
    pages: Sequence[Page], citations: Sequence[Sequence[Citation]], near: Mapping[int, Sequence[int]], rarity: Rarity
) -> list[Common]:
    """Find pairs that rest on the same named source which we do not hold, and tell the same story."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for index, own in enumerate(citations):
        keys = {c.key for c in own if c.named and c.document is None}
        for key in sorted(keys) if len(keys) <= _SPEAKERS else ():
            mine = [c for c in own if c.key == key]
            if _rests(pages[index], own, mine, None) >= _HALF:
                buckets[key].append(index)
    commons: list[Common] = []
    for key in sorted(buckets):
        members = buckets[key]
        among = set(members)
        for place, a in enumerate(members):
            few = len(members) <= _FEW
            others = members[place + 1 :] if few else [i for i in near.get(a, ()) if i > a and i in among]
            for b in others:
                if pages[a].outlet is not None and pages[a].outlet == pages[b].outlet:
                    continue
                close = within(pages[a], pages[b], _SAME_STORY_DAYS)
                if close and rarity.alike(pages[a], pages[b]) >= _SAME_STORY:
                    commons.append(
                        Common(a, b, key, (_common(pages, citations, a, key), _common(pages, citations, b, key)))
                    )
    return commons


def _common(pages: Sequence[Page], citations: Sequence[Sequence[Citation]], index: int, key: str) -> Reason:
    mine = [c for c in citations[index] if c.key == key]
    says = (
        f"Rests on {mine[0].name}, which is not among the documents; another document that rests on it tells the same."
    )
    shown = tuple(passage(pages[index].document, c.start, c.end) for c in mine if c.end > c.start)
    return Reason(step="common source", says=says, passages=shown[:3])


def find_corrections(pages: Sequence[Page], near: Mapping[int, Sequence[int]], rarity: Rarity) -> list[Tie]:
    """Tie an outlet's correction to the report that it corrects: a correction is no second source."""
    by_outlet: dict[str, list[int]] = defaultdict(list)
    for index, page in enumerate(pages):
        for key in {page.outlet, name_key(page.document.outlet or "")} - {None, ""}:
            by_outlet[str(key)].append(index)
    ties: list[Tie] = []
    for index, page in enumerate(pages):
        found = _CORRECTS.search(page.document.text[:600]) or _CORRECTS.search(page.document.title or "")
        if not found:
            continue
        same = {i for key in (page.outlet, name_key(page.document.outlet or "")) if key for i in by_outlet[key]}
        same = (same if len(same) <= _FEW else same & set(near.get(index, ()))) - {index}
        ranked = sorted(
            (-rarity.alike(page, pages[i]), pages[i].order(), i)
            for i in same
            if came_first(page.document, pages[i].document) is not True and within(page, pages[i], _SAME_MATTER_DAYS)
        )
        if ranked and -ranked[0][0] >= _SAME_STORY:
            at = _CORRECTS.search(page.document.text[:600])
            shown = (passage(page.document, at.start(), at.end()),) if at else ()
            reason = Reason(
                step="correction",
                says="A correction by the same outlet of its own report is no second source.",
                passages=shown,
            )
            ties.append(Tie(index, ranked[0][2], "rewrite", 2.9, (reason,)))
    return ties
