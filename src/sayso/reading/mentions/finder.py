"""Find named and described actors, places, facilities and roles, and give each its normal name in the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.knowledge.tables import actor
from sayso.reading.equipment import find_equipment
from sayso.reading.mentions.collective import collectives
from sayso.reading.mentions.datelines import datelines, is_a_month
from sayso.reading.mentions.drafts import Draft
from sayso.reading.mentions.kinds import kind_of, strip_front
from sayso.reading.mentions.lexicon import (
    ARMED_WORDS,
    DEMONYMS,
    FACILITY_WORDS,
    ORG_WORDS,
    ROLE_HEADS,
    ROLE_PARTS,
    TITLES,
)
from sayso.reading.mentions.modelled import drafts_of, with_sure_places
from sayso.reading.mentions.names import Run, Token, common_words, runs
from sayso.reading.mentions.settling import entities, settle
from sayso.reading.model.marks import Named
from sayso.records import Mention

__all__ = ["find_mentions"]


def find_mentions(
    text: str, sentences: Sequence[tuple[int, int]], names: Sequence[Named] | None = None
) -> tuple[Mention, ...]:
    """Find mentions, in text order, none overlapping.

    Args:
        text: the document's whole text.
        sentences: half-open bounds of its sentences, in order.
        names: what the model marks as names; rules about capitals tell where this is left out.

    `entity` is the normal name in the document: a surname gets the full name given before or after, an acronym the
    name it was introduced with, a name of a known actor or outlet the normal name of the table.
    """
    drafts = list(_of_runs(text, sentences))
    if names is not None:
        drafts = with_sure_places(list(drafts_of(names, text)), iter(drafts))
    drafts = _with_datelines([d for d in drafts if not is_a_month(text, d.start, d.end)], text)
    drafts.extend(collectives(text))
    drafts.extend(Draft(e.start, e.end, "equipment", e.name, 3) for e in find_equipment(text))
    kept = settle(drafts, text)
    return tuple(
        Mention(start=d.start, end=d.end, text=text[d.start : d.end], type=d.type, entity=entity)
        for d, entity in zip(kept, entities(kept, text), strict=True)
    )


def _of_runs(text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[Draft]:
    common = common_words(text)
    for run in runs(text, sentences):
        yield from _of_run(run, text, common)


def _with_datelines(drafts: list[Draft], text: str) -> list[Draft]:
    """Let what a dateline says stand instead of guesses there; what a table knows stays."""
    for line in datelines(text):
        there = [d for d in drafts if d.start < line.end and line.start < d.end]
        if not any(d.known for d in there):
            drafts = [*(d for d in drafts if d not in there), line]
    return drafts


def _of_run(run: Run, text: str, common: Mapping[str, int]) -> Iterator[Draft]:
    """What one capitalised run holds: a known name, several names joined, a role and its holder, or one name."""
    tokens = strip_front(run.tokens, initial=run.initial, common=common)
    if not tokens:
        return
    initial = run.initial and tokens[0] is run.tokens[0]
    whole = kind_of(tokens, text, titled=False, initial=initial, common=common)
    if whole is not None and whole.known is not None:
        yield Draft(tokens[0].start, tokens[-1].end, whole.type, whole.known, 3)
        return
    known = _known_behind_people(tokens, text)
    parts = _split(tokens, text)
    role, rest = _role_in_front(tokens)
    if known is not None:
        yield known
    elif parts:
        for part in parts:
            yield from _of_run(Run(part, initial and part[0] is tokens[0]), text, common)
    elif role:
        yield from _role_and_holder(role, rest, text, common)
    elif whole is not None:
        if whole.type == "person" and tokens[0].text in DEMONYMS and len(tokens) > 1:
            tokens = tokens[1:]
        yield Draft(tokens[0].start, tokens[-1].end, whole.type, whole.known, whole.strength)


def _known_behind_people(tokens: tuple[Token, ...], text: str) -> Draft | None:
    """`Shiite Popular Mobilization Forces`: the known name without the people in front."""
    if len(tokens) > 1 and tokens[0].text in DEMONYMS:
        found = actor(text[tokens[1].start : tokens[-1].end])
        if found is not None:
            return Draft(tokens[1].start, tokens[-1].end, found.kind, found.name, 3)
    return None


def _role_and_holder(
    role: tuple[Token, ...], rest: tuple[Token, ...], text: str, common: Mapping[str, int]
) -> Iterator[Draft]:
    if any(t.text.lower().strip(".") in ROLE_HEADS for t in role):
        yield Draft(role[0].start, role[-1].end, "role", None, 2)
    if rest:
        found = kind_of(rest, text, titled=True, initial=False, common=common)
        if found:
            yield Draft(rest[0].start, rest[-1].end, found.type, found.known, found.strength)


def _role_in_front(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Split `Velmar Deputy Foreign Minister Ansa Krill` into the role and the name."""
    last = max((at for at, token in enumerate(tokens) if token.text in TITLES), default=-1)
    rest = tokens[last + 1 :]
    bodies = ORG_WORDS | ARMED_WORDS | FACILITY_WORDS
    if last < 0 or any(t.text in bodies or t.text in ("of", "for") for t in rest):
        return (), tokens
    may_precede = bodies | TITLES | DEMONYMS | ROLE_PARTS
    plain = all(t.text in may_precede or not t.capital or t.text.isupper() for t in tokens[:last])
    return (tokens[: last + 1], rest) if plain or len(rest) > 1 else ((), tokens)


def _split(tokens: tuple[Token, ...], text: str) -> list[tuple[Token, ...]]:
    """`Syria and Iraq` are two; `Ministry of Health and Welfare` is one."""
    for at, token in enumerate(tokens[:-1]):
        if at == 0 or not _parts_names(tokens, at, text):
            continue
        left, right = tokens[:at], tokens[at + 1 :]
        while right and not right[0].capital:
            right = right[1:]
        if right and not token.capital:
            return [left, right]
    return []


def _parts_names(tokens: tuple[Token, ...], at: int, text: str) -> bool:
    """Whether the connector at a place stands between two names rather than inside one."""
    word, left, right = tokens[at].text, tokens[:at], tokens[at + 1 :]
    bodies = any(t.text in ORG_WORDS or t.text in ARMED_WORDS for t in left)
    if word == "and":
        sides = (text[left[0].start : left[-1].end], text[right[0].start : right[-1].end])
        return any(actor(s) is not None for s in sides) or not (bodies or any(t.text in ("of", "for") for t in left))
    if word == "the":
        return tokens[at - 1].text not in ("of", "for")
    return word in ("at", "on") or (word == "for" and not any(t.text in ORG_WORDS for t in left))
