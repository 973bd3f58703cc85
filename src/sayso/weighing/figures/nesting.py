"""Parts and totals, earlier and later: which statements another one of the same report already holds or replaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from sayso.weighing.figures.dying import died_by, died_since
from sayso.weighing.figures.holding import Held
from sayso.weighing.figures.replacing import alone_in_it, of_harmed, of_some, sentence_of, superseded
from sayso.weighing.figures.roundups import summed
from sayso.weighing.figures.statements import Stated
from sayso.weighing.figures.sums import VAGUE

_SHARE = re.compile(
    r"(?:(?:at least|more than|about|around|some|up to) )?[\w-]+ of (?:the|them|whom|those)\b", re.IGNORECASE
)

_OWN = re.compile(r"(?:[\w-]+ of )?(?:his|her|their)\b", re.IGNORECASE)

_PICTURE = re.compile(r"\b(?:images?|photos?|photographs?|pictures?|videos?|footage|clips?)\b", re.IGNORECASE)
_SEEN = re.compile(r"\b(?:seen|visible|shown|shows?|showed|showing|depict\w*)\b", re.IGNORECASE)

Used = Literal["counts", "maximum only", "set aside", "superseded", "folded"]


class Fate(NamedTuple):
    """What becomes of a statement, why, and the number that it amounts to since, where somebody died."""

    used: Used
    why: str
    since: float | None = None


def fates(held: Sequence[Held]) -> dict[int, Fate]:
    """What becomes of each statement (by its place in `held`) that another one holds or replaces."""
    found: dict[int, Fate] = {}
    reports: dict[tuple[str, str], list[int]] = {}
    for i, item in enumerate(held):
        for document in item.documents:  # a number had from another report stands in this one, too
            reports.setdefault((document, item.stated.key), []).append(i)
    for i, item in enumerate(held):
        fate = _nested(item, [held[j] for j in reports[item.document, item.stated.key]])
        if fate is not None:
            found[i] = fate
    for i, item in enumerate(held):
        fate = None if i in found else _beside(item, held)
        if fate is not None:
            found[i] = fate
    for i in summed(held):
        if i not in found:
            found[i] = Fate("maximum only", "The report sums several happenings.")
    for i, why in superseded(held).items():
        found[i] = Fate("superseded", why)
    for i, number in died_by(held, found).items():
        found[i] = Fate("superseded", f"A later report tells of a death since and counts {number:g}.", number)
    for i, why in died_since(held, found).items():
        found[i] = Fate("superseded", why)
    return found


def _beside(item: Held, held: Sequence[Held]) -> Fate | None:
    """How `item` stands to the statements of all reports, and to what its own sentence and title say of it."""
    same = (h.stated for h in held if h.stated.key == item.stated.key)
    larger = [s for s in same if (s.high or 0) > (item.stated.high or 0)]
    if (of_harmed(item) and larger) or (of_some(item.stated) and any(s.how == "total" for s in larger)):
        return Fate("folded", "A share of those whom other accounts count.")
    if any(_loses_bound(item, h) for h in held):
        return Fate("folded", "Another report of this origin gives the number as the least that the same source says.")
    if larger and _pictured(item):
        return Fate("folded", "What a picture shows is no count of the whole.")
    if _beyond(item):
        return Fate("maximum only", f"The title counts {item.announced:g}; this may count others too.")
    if alone_in_it(item):
        return Fate("maximum only", "The report itself says that no other source bears this out.")
    return None


def _pictured(item: Held) -> bool:
    """True for a number of dead seen in a picture or a film."""
    text = sentence_of(item)
    bodies = (item.stated.of or "").lower().split()[-1:] in (["bodies"], ["body"])
    return (
        item.stated.how == "total" and _PICTURE.search(text) is not None and (bodies or _SEEN.search(text) is not None)
    )


def _loses_bound(item: Held, other: Held) -> bool:
    """True where a report says "30" for the "at least 30" that the same source says in another one of its origin."""
    one, two = item.stated, other.stated
    same = (item.root, item.who, one.key, one.low) == (other.root, other.who, two.key, two.low)
    return same and item.document != other.document and (one.wording, two.wording) == ("exact", "at_least")


def _beyond(item: Held) -> bool:
    """True for a number of the outlet's own that is greater than its title's: the text may tell of other happenings."""
    stated, most = item.stated, item.announced
    if most is None or stated.low is None or stated.wording in VAGUE or stated.speaker is not None:
        return False
    return stated.low > most


def _nested(item: Held, report: Sequence[Held]) -> Fate | None:  # noqa: PLR0911 - a cascade of rules: one return each reads best
    """How `item` stands to the other statements of the same quantity in the same report."""
    stated = item.stated
    quoted = _quoted(stated, report)
    if quoted is not None:
        return Fate("folded", f"The same report gives this number from {quoted}.")
    firm = [h.stated for h in report if h.stated.high and h.stated.wording not in VAGUE and not _beyond(h)]
    if stated.wording in VAGUE or stated.high is None:
        more = _told(firm, stated.low) if stated.how == "total" and stated.wording not in VAGUE else None
        return Fate("folded", more) if more is not None else _part_at_least(stated, firm)
    if stated.wording == "none" and firm:
        return Fate("folded", "Said of the others, or before the number that the same report gives.")
    if stated.how == "total":
        more = _told(firm, stated.high)
        if more is not None:
            return Fate("set aside", more)
        share = _SHARE.match(stated.passages[0].text) is not None or (stated.speaker is None and _kin(stated))
        larger = [
            s.high or 0
            for s in firm
            if s.how == "derived" or (s.how == "total" and (share or s.speaker == stated.speaker))
        ]
        if larger and max(larger) > stated.high:
            return Fate("folded", f"Part of the {max(larger):g} that the same report states.")
        return None
    totals = [s.high or 0 for s in firm if s.how == "total" or (s.how == "derived" and stated.how != "derived")]
    least = max((s.low or 0 for s in _bounds(report)), default=0)
    if stated.how == "listed" and stated.high <= least and least > max(totals, default=0):
        return Fate("folded", f"Part of the total of {least:g} or more that the same report states.")
    if not totals or (stated.high > max(totals) and stated.how in {"named", "derived"}):
        return None
    if stated.high <= max(totals):
        return Fate("folded", f"Part of the total of {max(totals):g} that the same report states.")
    return Fate("maximum only", "More than the total that the same report states, so in the maximum only.")


def _bounds(report: Sequence[Held]) -> list[Stated]:
    """Totals of a report that are open above: "more than 140 people"."""
    own = (h.stated for h in report if h.stated.how == "total" and h.stated.wording not in VAGUE)
    return [s for s in own if s.high is None]


def _told(firm: Sequence[Stated], number: float | None) -> str | None:
    """Why a number falls short of those whom the same report names."""
    named = max((s.high or 0 for s in firm if s.how == "named"), default=0)
    known = max((s.high or 0 for s in firm if s.identified), default=0)
    if number is None or max(named, known) <= number:
        return None
    if known > named:
        return f"The report says that {known:g} victims are known by name, more than this number."
    return f"The report tells of {named:g} victims one by one, more than this number."


def _part_at_least(stated: Stated, firm: Sequence[Stated]) -> Fate | None:
    """Fold what bounds a share of those counted: "at least three of the four victims"."""
    most = max((s.high or 0 for s in firm), default=0)
    if stated.wording in VAGUE or stated.low is None or stated.low >= most:
        return None
    if _SHARE.match(stated.passages[0].text) is None:
        return None
    return Fate("folded", f"Part of the {most:g} that the same report states.")


def _kin(stated: Stated) -> bool:
    """True for a number of children, women or men, or of somebody's kin: seldom all whom a report counts."""
    return stated.group in {"children", "women", "men"} or _OWN.match(stated.passages[0].text) is not None


def _quoted(stated: Stated, report: Sequence[Held]) -> str | None:
    """To whom the same report gives a number that it also states in its own voice, in a headline for one."""
    if stated.speaker is not None or stated.how != "total":
        return None
    value = (stated.low, stated.high, stated.wording)
    others = (h.stated for h in report if h.stated.how == "total")
    return next((s.speaker for s in others if s.speaker and (s.low, s.high, s.wording) == value), None)
