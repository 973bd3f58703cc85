"""What a text says that one actor is to another: part of, backed by, trained by, allied with."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import structs

from sayso.knowledge.states import state_named
from sayso.knowledge.tables import actor
from sayso.records import Claim, Mention, RelationKind, Speaker, StatedRelation

__all__ = ["find_relations"]

_ACTING = ("person", "organization", "armed_group", "place")
_FAR = 90  # characters between the two
_DESCRIBED = re.compile(
    r"\b(?:the|an?|its|their|this|that|these|some|several|other)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:group|movement|militia|unit|brigade|battalion|regiment|faction|party|army|rebels|fighters|militants|militias|"
    r"forces|factions|groups|tribesmen)\b|\b(?:rebels|fighters|militants|militias|factions)\b",
    re.IGNORECASE,
)
_VERBS: dict[RelationKind, str] = {
    "backed_by": "backed|supported|sponsored|assisted|aided",
    "trained_by": "trained|advised",
    "armed_by": "armed|equipped|supplied",
    "funded_by": "funded|financed|paid|bankrolled",
    "led_by": "led|commanded|controlled|directed|headed",
}
_ANY_VERB = "|".join(_VERBS.values())
_PARTS = "part|unit|wing|arm|branch|member|component|affiliate|offshoot|faction|brigade|formation|force|division"
_BE = r"(?:is|are|was|were|be|been|being)"
_HAVE = r"(?:has|have|had|is said to have|are said to have|reportedly)"
_SOFT = r"(?:(?:[a-z]+ly|also|both|long|once|now|said to be|believed to be|thought to be|reported to be)\s+)*"
_NOT = r"(?P<no>not\s+|no longer\s+|never\s+)?"
_THE = r"(?:the\s+|an?\s+)?(?:[a-z-]+\s+){0,2}?(?:the\s+)?"
_WHO = r",?\s+(?:(?:which|who|that)\s+)?"
_WAS = rf"{_WHO}(?:(?:{_HAVE}\s+)?{_BE}\s+)?{_NOT}{_SOFT}"
_DOES = rf"\s+(?P<no>(?:does|do|did)\s+not\s+|no longer\s+)?(?:{_HAVE}\s+)?{_SOFT}"
_A_PART = rf"(?:(?!(?:for|of|in|by|to|from)\b)[\w-]+\s+){{0,3}}?(?:{_PARTS})s?\s+(?:of|within|in|inside)\s+{_THE}"
#: Words between the two, the subject first; where no kind stands, the verb tells it.
_AFTER: tuple[tuple[str, RelationKind | None], ...] = (
    (rf"{_WAS}(?P<verb>{_ANY_VERB})(?:(?:,| and| or)\s+[a-z]+ed)*\s+by\s+{_THE}", None),
    (rf",\s+(?:(?:which|who)\s+{_BE}\s+)?(?:an?|the)\s+{_A_PART}", "part_of"),
    (rf"\s+{_BE}\s+{_NOT}{_SOFT}(?:an?\s+|the\s+)?{_A_PART}", "part_of"),
    (rf"{_DOES}(?:belong(?:s|ed|ing)?|answer(?:s|ed)?)\s+to\s+{_THE}", "part_of"),
    (
        rf"{_DOES}(?:joined|merged\s+(?:into|with)|operate[sd]?\s+under|form(?:s|ed)?\s+part\s+of)\s+{_THE}",
        "part_of",
    ),
    (rf"{_WAS}loyal\s+to\s+{_THE}", "loyal_to"),
    (rf"{_DOES}(?:pledged|swore|sworn)\s+(?:allegiance|loyalty)\s+to\s+{_THE}", "loyal_to"),
    (rf"{_WAS}(?:allied|aligned)\s+(?:with|to)\s+{_THE}", "allied_with"),
    (rf"{_WAS}(?:an?\s+)?(?:close\s+)?ally\s+of\s+{_THE}", "allied_with"),
    (rf"{_WAS}(?:affiliated|linked|tied)\s+(?:with|to)\s+{_THE}", "affiliated_with"),
    (rf"{_WAS}(?:opposed|hostile)\s+to\s+{_THE}", "opposed_to"),
)
#: Words between the two, the one that acts first: `Hezbollah had trained the group`.
_ACTIVE = re.compile(
    rf"\s+(?P<no>(?:did|does|do|has|had|have)\s+(?:not|never)\s+|never\s+)?(?:{_HAVE}\s+)?{_SOFT}(?P<verb>back(?:s|ed)?|"
    r"support(?:s|ed)?|sponsor(?:s|ed)?|train(?:s|ed)?|armed|equipped|supplie[sd]|fund(?:s|ed)?|finance[sd]?|"
    rf"command(?:s|ed)?)(?:(?:,| and)\s+[a-z]+(?:s|ed))*\s+{_THE}"
)
_STEMS: dict[str, RelationKind] = {
    "back": "backed_by", "suppo": "backed_by", "spons": "backed_by", "train": "trained_by", "armed": "armed_by",
    "equip": "armed_by", "suppl": "armed_by", "fund": "funded_by", "finan": "funded_by", "comma": "led_by",
}  # fmt: skip
_COMPOUND = re.compile(
    rf"(?<![\w-])(?P<other>(?:(?!The\b|A\b|An\b)[A-Z][\w.]*\s)?[A-Z][\w.]*)[-‐‑]"
    rf"(?P<verb>{_ANY_VERB}|aligned|allied|affiliated|linked)\s+(?=(?P<next>\S))"
)
_WITH: dict[str, RelationKind] = {
    "aligned": "allied_with", "allied": "allied_with", "affiliated": "affiliated_with", "linked": "affiliated_with",
}  # fmt: skip


class _Party(NamedTuple):
    start: int
    end: int
    entity: str | None
    kind: str  # as of the mention; a place is a party only as a state that acts


def find_relations(
    text: str, sentences: Sequence[tuple[int, int]], mentions: Sequence[Mention], claims: Sequence[Claim]
) -> tuple[StatedRelation, ...]:
    """Find statements of what an actor is to another, in text order.

    Args:
        text: the document's whole text.
        sentences: half-open bounds of its sentences, in order.
        mentions: named actors and places of the document.
        claims: of the document; a relation names the innermost whose content holds it.
    """
    named = [_Party(m.start, m.end, m.entity, m.type) for m in mentions if m.type in _ACTING]
    parties = sorted([*named, *_descriptions(text, named)])
    starts = [start for start, _ in sentences]
    found: dict[tuple[int, int], StatedRelation] = {}
    for relation in (*_compounds(text, parties), *_between(text, parties, starts)):
        found.setdefault((relation.subject.start, relation.object.start), relation)
    return tuple(_placed(r, claims) for r in sorted(found.values(), key=lambda r: (r.start, r.end)))


def _descriptions(text: str, named: Sequence[_Party]) -> Iterator[_Party]:
    taken = sorted((p.start, p.end) for p in named)
    firsts = [start for start, _ in taken]
    for match in _DESCRIBED.finditer(text):
        before = bisect_right(firsts, match.end() - 1) - 1
        if before < 0 or taken[before][1] <= match.start():
            yield _Party(match.start(), match.end(), None, "organization")


def _between(text: str, parties: Sequence[_Party], starts: Sequence[int]) -> Iterator[StatedRelation]:
    """Neighbours in one sentence whose words between them tie them."""
    for at, first in enumerate(parties[:-1]):
        for second in parties[at + 1 : at + 3]:
            same = bisect_right(starts, first.start) == bisect_right(starts, second.start)
            if not same or not 0 < second.start - first.end <= _FAR:
                continue
            words = text[first.end : second.start]
            kind, negated, passive = _tie(words)
            subject, other = (first, second) if passive else (second, first)
            if kind is not None and subject.kind != "place" and _may_be(kind, text, other):
                yield _relation(text, kind, subject, other, negated=negated)


def _tie(words: str) -> tuple[RelationKind | None, bool, bool]:
    """The relation that words between two parties state, whether they deny it, and whether the subject stands first."""
    for pattern, kind in _AFTER:
        match = re.fullmatch(pattern, words)
        if match is not None:
            groups = match.groupdict()
            return kind or _kind_of(groups["verb"]), bool(groups.get("no")), True
    active = _ACTIVE.fullmatch(words)
    if active is not None:
        return next(kind for stem, kind in _STEMS.items() if active["verb"].startswith(stem)), bool(active["no"]), False
    return None, False, True


def _kind_of(verb: str) -> RelationKind:
    return next(kind for kind, verbs in _VERBS.items() if re.fullmatch(verbs, verb))


def _may_be(kind: RelationKind, text: str, other: _Party) -> bool:
    """A place backs nobody unless it is a state, nobody is part of a person, and a description names nobody."""
    if other.entity is None or (kind == "part_of" and other.kind == "person"):
        return False
    return other.kind != "place" or state_named(text[other.start : other.end]) is not None


def _compounds(text: str, parties: Sequence[_Party]) -> Iterator[StatedRelation]:
    """`Iran-backed militias`, `Turkish-backed Syrian National Army`: the one in front acts on what follows."""
    for match in _COMPOUND.finditer(text):
        other = _Party(match.start("other"), match.end("other"), _called(match["other"]), "organization")
        subject = next((p for p in parties if p.start <= match.start("next") < p.end and p.kind != "place"), None)
        if subject is None or other.entity is None:
            continue
        kind = _WITH[match["verb"]] if match["verb"] in _WITH else _kind_of(match["verb"])
        subject = subject._replace(start=max(subject.start, match.start("next")))
        whole = Speaker(start=other.start, end=other.end, text=match["other"], entity=other.entity)
        yield StatedRelation(
            start=match.start(), end=subject.end, text=text[match.start() : subject.end], kind=kind,
            subject=_speaker(text, subject), object=whole,
        )  # fmt: skip


def _called(word: str) -> str | None:
    """Whom the word in front of `-backed` means: a state or a known actor."""
    known = actor(word)
    return state_named(word) or (known.name if known else None)


def _relation(text: str, kind: RelationKind, subject: _Party, other: _Party, *, negated: bool) -> StatedRelation:
    start, end = min(subject.start, other.start), max(subject.end, other.end)
    return StatedRelation(
        start=start, end=end, text=text[start:end], kind=kind, subject=_speaker(text, subject),
        object=_speaker(text, other), negated=negated,
    )  # fmt: skip


def _speaker(text: str, party: _Party) -> Speaker:
    return Speaker(start=party.start, end=party.end, text=text[party.start : party.end], entity=party.entity)


def _placed(relation: StatedRelation, claims: Sequence[Claim]) -> StatedRelation:
    """The relation with the innermost claim that holds it."""
    holding = [
        (span.end - span.start, claim.id)
        for claim in claims
        for span in claim.content
        if claim.asserted and span.start <= relation.start and relation.end <= span.end
    ]
    return structs.replace(relation, claim=min(holding)[1]) if holding else relation
