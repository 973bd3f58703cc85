"""Rival answers to who carried it out, with who denies it, and to who was hit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from sayso.records import Origins, Passage, Reading, Statement
from sayso.weighing.blame import Answer, Refusal, answers, refusals
from sayso.weighing.happening import likeliest_day
from sayso.weighing.questions import targets_in
from sayso.weighing.voices import Voice, said_by
from sayso.weighing.wordings import by

__all__ = ["rivals"]

_ANSWERS: Final = 4
_DENIERS: Final = 2
_SHOWN: Final = 8


def rivals(
    voices: Sequence[Voice], readings: Sequence[Reading], origins: Origins, *, stated: Collection[Passage]
) -> Iterator[Statement]:
    """State rival answers to who carried it out, or one that is denied, and to who was hit.

    `stated` are the passages of denials that other statements give already: they alone make none here.
    """
    yield from _who_did_it(voices, readings, origins, stated)
    yield from _who_was_hit(voices)


def _who_did_it(
    voices: Sequence[Voice], readings: Sequence[Reading], origins: Origins, stated: Collection[Passage]
) -> Iterator[Statement]:
    held = _by_party(answers(voices, readings, likeliest_day(readings, origins)))
    ranked = sorted(held, key=lambda p: (-len({a.voice.origin for a in held[p]}), sorted(p)))[:_ANSWERS]
    refused = refusals(readings, origins)
    denials = {p: [d for d in refused if d.of(p)] for p in ranked}
    denied = [d for p in ranked for d in denials[p]]
    bearing = {a.voice.origin for p in ranked for a in held[p]}
    news = any(d.passage not in stated for d in denied)
    if not ranked or (not news and (len(ranked) < 2 or len(bearing) < 2)):
        return
    for_origins = said_by(a.voice for a in held[ranked[0]])
    others = said_by(a.voice for p in ranked[1:] for a in held[p])
    against = tuple(o for o in dict.fromkeys([*others, *(d.origin for d in denied)]) if o not in for_origins)
    shown = [held[p][0].voice.passage for p in ranked] + [d.passage for d in denied]
    yield Statement(
        standing="contested",
        says=f"Who carried it out: {', or '.join(_named(held[p], denials[p]) for p in ranked)}.",
        for_origins=for_origins,
        # One report may bring both sides.
        against_origins=against or tuple(dict.fromkeys(d.origin for d in denied)),
        passages=_first([*shown, *(a.voice.passage for p in ranked for a in held[p][1:])]),
    )


def _by_party(found: Sequence[Answer]) -> dict[frozenset[str], list[Answer]]:
    """Answers by whom they name; "the Front" is "the Free Front" where just one longer name holds it."""
    parties = {a.party for a in found}
    longest = {p for p in parties if not any(p < q for q in parties)}
    held: dict[frozenset[str], list[Answer]] = {}
    for answer in found:
        wider = [p for p in longest if answer.party < p]
        held.setdefault(wider[0] if len(wider) == 1 else answer.party, []).append(answer)
    return held


def _named(found: Sequence[Answer], denials: Sequence[Refusal]) -> str:
    name = max((a.written for a in found), key=lambda written: (written[:1].isupper(), len(written), written))
    deniers = list(dict.fromkeys(by(d.who) for d in denials))[:_DENIERS]
    return f"{name} (denied by {' and '.join(deniers)})" if deniers else name


def _who_was_hit(voices: Sequence[Voice]) -> Iterator[Statement]:
    found: dict[str, list[Voice]] = {}
    written: dict[str, str] = {}
    for voice in voices:
        for name in targets_in(voice.passage.text) if voice.polarity == "affirmed" else ():
            found.setdefault(name.casefold(), []).append(voice)
            written.setdefault(name.casefold(), name)
    # A name inside a longer one ("the army", "the army of Orm") is no rival to it.
    keys = [k for k in found if not any(k != other and k in other for other in found)]
    ranked = sorted(keys, key=lambda k: (-len({v.origin for v in found[k]}), k))
    if len(ranked) < 2 or len({v.origin for k in ranked for v in found[k]}) < 2:
        return
    for_origins = said_by(found[ranked[0]])
    against = said_by(v for k in ranked[1:] for v in found[k])
    yield Statement(
        standing="contested",
        says=f"Who was hit: {', or '.join(written[k] for k in ranked[:_ANSWERS])}.",
        for_origins=for_origins,
        against_origins=tuple(o for o in against if o not in for_origins),
        passages=_first(v.passage for k in ranked for v in found[k]),
    )


def _first(some: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(dict.fromkeys(some))[:_SHOWN]
