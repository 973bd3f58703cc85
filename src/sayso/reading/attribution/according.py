"""Attributions without a verb: "according to X", "X: ..." and, in headlines, "...: X"."""

from __future__ import annotations

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.boundaries import clause_end, has_verb, left_edge
from sayso.reading.attribution.following import appositive_after, phrase_after
from sayso.reading.attribution.found import Found
from sayso.reading.attribution.lexicon import BODIES
from sayso.reading.attribution.names import ROLES
from sayso.reading.attribution.units import Bounds, Unit

__all__ = ["find_according", "find_colon"]

_CHANNEL = words("speaking talking quoted cited interviewed")
_LABELS = words(
    "title note notes outlet date subject from to published updated update correction author by photo image video "
    "caption source sources url link related watch read killed injured wounded dead missing location place time "
    "headline summary background analysis opinion exclusive breaking live editor's warning example result "
    "question answer language id"
)
_TOLL = words("dead killed wounded injured hurt missing")
_SPEAKS = ROLES | BODIES | words("navy officials witnesses residents doctors medics rescuers sheriff coroner")
"""Who speaks in a headline before a colon, whatever the model makes of a line so short: "Mayor: seven dead in raid"."""
_LONGEST_LABEL = 10  # tokens before a colon


def find_according(unit: Unit) -> list[Found]:
    """Find "according to X", before, after or within what is said."""
    found: list[Found] = []
    for i, token in enumerate(unit.tokens):
        if token.low == "according" and unit.low(i + 1) == "to":
            leads = unit.kind(i - 1) in "$sc:;-q"
            made = _leading(unit, i) if leads else _following(unit, i)
            if made is not None:
                found.append(made)
    return found


def _cue(unit: Unit, i: int) -> Bounds:
    return (unit.at(i).start, unit.at(i + 1).end)


def _leading(unit: Unit, i: int) -> Found | None:
    """Read "According to X, ..." and "According to X speaking to Y: ..."."""
    who = phrase_after(unit, i + 2, apposition=False)
    if who is None:
        return None
    who = _apposed(unit, who)
    via: list[Bounds] = []
    end = who[1]
    if unit.low(end) in _CHANNEL:
        told = phrase_after(unit, end + 2, apposition=False)
        if told is not None:
            via.append(unit.chars(told))
            end = told[1]
    made = Found(
        source=unit.chars(who), cue=_cue(unit, i), content=[], rule="according", lemma="according", score=0.9, via=via
    )
    colon = unit.find(end, end + 12, ":")
    if colon is not None and all(t.kind in ":#" for t in unit.between(colon, unit.n)):
        made.awaits = True
        return made
    stop = unit.find(end, unit.n, ",:Q")
    if stop is None:
        return None
    start = stop if unit.kind(stop) == "Q" else stop + 1
    if start >= unit.n:
        return None
    made.content = [unit.chars((start, clause_end(unit, start)))]
    return made


def _apposed(unit: Unit, who: Bounds) -> Bounds:
    """Take in an apposition only if a comma closes it and a clause follows: "according to Baro, an analyst, it"."""
    wide = appositive_after(unit, *who)
    if wide == who or unit.kind(wide[1]) != ",":
        return who
    return wide if has_verb(unit, wide[1] + 1, unit.n) and not has_verb(unit, who[1] + 1, wide[1]) else who


def _following(unit: Unit, i: int) -> Found | None:
    """Read "..., according to X" and "The fund, according to X, holds ..."."""
    start = left_edge(unit, i)
    colon = next((k for k in range(i - 1, start, -1) if unit.kind(k) == ":"), None)
    start = start if colon is None else colon + 1
    parted = unit.kind(i - 1) == ","
    short = parted and not has_verb(unit, start, i)
    who = phrase_after(unit, i + 2, apposition=not short)
    if who is None or start >= i:
        return None
    content = [unit.chars((start, i))]
    nxt = who[1] + 1
    resumes = (
        parted
        and unit.kind(who[1]) == ","
        and (
            unit.kind(nxt) in "xv" or (unit.kind(nxt) == "w" and unit.form(nxt) is None and has_verb(unit, nxt, unit.n))
        )
    )
    if resumes or (short and unit.kind(who[1]) == "," and nxt < unit.n):
        content.append(unit.chars((nxt, clause_end(unit, nxt))))
    return Found(
        source=unit.chars(who), cue=_cue(unit, i), content=content, rule="according", lemma="according", score=0.85,
        quoted=unit.kind(start) == "Q",
    )  # fmt: skip


def find_colon(unit: Unit) -> list[Found]:
    """Find "Baro: the convoy was empty" and, in headlines, "The convoy was empty: Baro"."""
    colon = unit.find(1, min(unit.n - 1, _LONGEST_LABEL), ":")
    if unit.low(0) == "according":
        return []
    if colon is None or not _label(unit, colon):
        return _trailing(unit)
    named = unit.kind(colon - 1) == "n" and (unit.kind(0) == "n" or unit.low(0) == "the")
    first = unit.kind(colon + 1)
    score = 0.8 if unit.low(colon - 1) in _SPEAKS else 0.5 if named and first != "#" else 0.0
    if colon == 1 and unit.low(0) in _LABELS:
        return []
    if first == "Q" and unit.kind(colon - 1) in "nw":
        return [_colon(unit, (0, colon), colon, (colon + 1, colon + 2), score=max(score, 0.6))]
    if score and unit.n - colon > 3 and first != "c" and _tells(unit, colon + 1):
        return [_colon(unit, (0, colon), colon, (colon + 1, unit.n), score=score)]
    return []


def _tells(unit: Unit, start: int) -> bool:
    """Whether a clause follows, or a headline's bare toll ("six dead in raid")."""
    return has_verb(unit, start, unit.n) or any(t.low in _TOLL for t in unit.between(start, unit.n))


def _label(unit: Unit, colon: int) -> bool:
    """Whether what stands before the colon can be a name: no verb, no pronoun, no mark."""
    return not any(
        t.kind in "xvrsQa,(;." or (t.kind == "w" and unit.form(k) is not None)
        for k, t in enumerate(unit.between(0, colon))
    )


def _trailing(unit: Unit) -> list[Found]:
    n = unit.n - (unit.kind(unit.n - 1) == ".")
    colon = next((k for k in range(n - 2, max(3, n - 6), -1) if unit.kind(k) == ":"), None)
    if colon is None or any(t.kind != "n" for t in unit.between(colon + 1, n)):
        return []
    if not any(t.kind in "xv" or unit.form(k) is not None for k, t in enumerate(unit.between(0, colon))):
        return []
    return [_colon(unit, (colon + 1, n), colon, (0, colon), score=0.5)]


def _colon(unit: Unit, who: Bounds, colon: int, content: Bounds, *, score: float) -> Found:
    return Found(
        source=unit.chars(who), cue=(unit.at(colon).start, unit.at(colon).end), content=[unit.chars(content)],
        rule="colon", lemma="say", score=score, quoted=unit.kind(content[0]) == "Q",
    )  # fmt: skip
