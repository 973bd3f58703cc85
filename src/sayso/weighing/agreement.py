"""What accounts agree on, what they contest, and what nobody says.

Agreed: said by two independent origins or more, in two voices or more (one speaker carried by two outlets is one
voice, and so are the police and their chief).
Contested: figures that disagree, content that one voice affirms and another denies, rival answers to who did it.
Unknown: questions that any account of such a happening raises and no document answers.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import islice

from sayso.knowledge.numbers import EACH_ITS_OWN
from sayso.records import Account, Origins, Passage, Reading, Statement, Weighing
from sayso.weighing.alike import Crowd
from sayso.weighing.denials import contradicts
from sayso.weighing.figures.dying import brought_up
from sayso.weighing.happening import when_and_where
from sayso.weighing.questions import unanswered
from sayso.weighing.rivals import rivals
from sayso.weighing.sides import of_one_side
from sayso.weighing.speakers import apart, plain_name, voice_of
from sayso.weighing.voices import Voice, hear, likeness, rarity, said_by
from sayso.weighing.wordings import amount, as_sentence, at_least, by, numbers_in, question

__all__ = ["ALIKE", "LEAST_PLAIN", "LEAST_SHARED", "OPPOSED", "agreement"]

ALIKE = 0.48
OPPOSED = 0.36
"""Likeness from which two things said are the same, and from which a denial answers an affirmation."""
LEAST_SHARED = 4
LEAST_PLAIN = 2
"""Stems that the same must share at least, and those among them that are no names."""
_MOST = {"agreed": 5, "contested": 4, "unknown": 4}
_ANSWERS = 4
_SHOWN = 8


def agreement(
    readings: Sequence[Reading], origins: Origins, weighing: Weighing, *, distrusted: Collection[str] = ()
) -> tuple[Statement, ...]:
    """Sum up where accounts agree, where they contest each other, and what stays unknown.

    Args:
        readings: the documents of one incident, as read.
        origins: of the same documents.
        weighing: of the same documents; its accounts and ranges give the statements on figures.
        distrusted: names of outlets and speakers whose words neither agree with anybody nor contradict.

    Returns:
        At most thirteen statements: agreed, contested, unknown; in each, those that most origins bear first.
    """
    shunned = set(map(plain_name, distrusted))
    outlets = {r.document.id: plain_name(r.document.outlet or "") for r in readings}
    voices = hear(readings, origins, distrusted)
    weight = rarity(voices)
    opposed = list(_together(_opposed(voices, weight)))
    denied = {p for s in opposed for p in s.passages}
    # What somebody denies is not agreed, however many say it.
    trusted = [r for r in readings if outlets[r.document.id] not in shunned]
    agreed = [
        *when_and_where(trusted, origins),
        *_granted(weighing),
        # These come with the most borne first, so that the rest need not be looked at.
        *islice((s for s in _agreed(voices, weight) if not denied & set(s.passages)), _MOST["agreed"]),
    ]
    contested = [*_disputed(weighing), *opposed, *rivals(voices, readings, origins, stated=denied)]
    unknown = [
        Statement(standing="unknown", says=says, for_origins=(), against_origins=(), passages=())
        for says in unanswered(readings)
    ]
    ordered = []
    for name, some in (("agreed", agreed), ("contested", contested), ("unknown", unknown)):
        some.sort(key=lambda s: -len(s.for_origins) - len(s.against_origins))
        ordered += some[: _MOST[name]]
    return tuple(ordered)


def _granted(weighing: Weighing) -> Iterator[Statement]:
    """State the least that the counted accounts grant, where two origins or more bear it."""
    for what, figure in weighing.figures.items():
        least = figure.minimum
        if least is None or least <= 0 or what in EACH_ITS_OWN:
            continue
        accounts = [
            a for a in _accounts_of(weighing, what) if a.used == "counts" and a.low is not None and a.low >= least
        ]
        origins = _bearers(accounts)
        if len(origins) < 2:
            continue
        exactly = not figure.contested and all(a.low == a.high == least for a in accounts)
        yield Statement(
            standing="agreed",
            says=at_least(what, least, exactly=exactly),
            for_origins=origins,
            against_origins=(),
            passages=_passages([a.passage for a in accounts]),
        )


def _accounts_of(weighing: Weighing, what: str) -> list[Account]:
    """Return the accounts behind a range: of the whole, not of a part (children among the dead)."""
    kind, _, thing = what.partition(": ")
    named = [a for a in map(brought_up, weighing.accounts) if a.what == what or (a.what == kind and _same(a.of, thing))]
    whole = [a for a in named if a.group is None]
    return [a for a in (whole or named) if a.used in ("counts", "maximum only")]


def _bearers(accounts: Iterable[Account]) -> tuple[str, ...]:
    return apart((a.origin, voice_of(a)) for a in accounts)


def _same(of: str | None, thing: str) -> bool:
    return not thing or (of or "").casefold() == thing.casefold()


def _disputed(weighing: Weighing) -> Iterator[Statement]:
    """State figures on which accounts disagree: the answers, most borne first."""
    for what, figure in weighing.figures.items():
        if not figure.contested or what in EACH_ITS_OWN:
            continue
        answers: dict[str, list[Account]] = {}
        for a in _accounts_of(weighing, what):
            if a.wording != "plural" and not (a.low is None and a.high is None):
                answers.setdefault(amount(a), []).append(a)
        ranked = sorted(answers.items(), key=lambda kv: (-len(_bearers(kv[1])), kv[1][0].low or 0, kv[0]))
        if len(ranked) < 2:
            continue
        for_origins = _bearers(ranked[0][1])
        against = _bearers(a for _, some in ranked[1:] for a in some)
        # The answers most borne are chosen, and read from low to high.
        shown = sorted(ranked[:_ANSWERS], key=lambda kv: (kv[1][0].low or 0, kv[1][0].high or math.inf))
        yield Statement(
            standing="contested",
            says=f"{question(what)}: {', or '.join(words for words, _ in shown)}.",
            for_origins=for_origins,
            # One report may bring both numbers.
            against_origins=tuple(o for o in against if o not in for_origins) or tuple(against),
            passages=_passages([a.passage for _, some in ranked for a in some]),
        )


def _agreed(voices: Sequence[Voice], weight: dict[str, float]) -> Iterator[Statement]:
    """State what two origins or more say in much the same words."""
    affirmed = [v for v in voices if v.polarity == "affirmed"]
    left = set(range(len(affirmed)))
    around = _around(affirmed, weight)
    queue = [(-_bearing(affirmed, around[i], left), len(v.passage.text), i) for i, v in enumerate(affirmed)]
    heapify(queue)
    while queue:
        bearing, length, centre = heappop(queue)
        now = -_bearing(affirmed, around[centre], left) if centre in left else 0
        if now != bearing:
            # Others took some of its group: it queues again behind those that are borne by more.
            if now:
                heappush(queue, (now, length, centre))
            continue
        group = sorted(j for j in around[centre] if j in left)
        left -= {centre, *group}
        some = [affirmed[j] for j in group]
        if len({v.origin for v in some}) < 2:
            break  # the centre is the one that most origins bear, so none is left
        origins = said_by(some)
        several = len(origins) > 1 and not of_one_side([v.side for v in some])
        said = _spokesman(some, weight) if several else None
        if said:
            yield Statement(
                standing="agreed",
                says=said,
                for_origins=origins,
                against_origins=(),
                passages=_passages([v.passage for v in some]),
            )


def _spokesman(some: Sequence[Voice], weight: dict[str, float]) -> str | None:
    """Return the sentence that speaks for all: the most central that stands by itself and gives no disputed number."""
    crowd = Crowd(some, weight)
    ranked = sorted(some, key=lambda v: (-_centrality(v, crowd), len(v.passage.text), v.passage.text))
    numbers = [numbers_in(v.passage.text) for v in some]
    common = frozenset.intersection(*numbers)
    for voice in ranked:
        says = as_sentence(voice.passage.text)
        if says and numbers_in(says) <= common:
            return says
    return None


def _around(voices: Sequence[Voice], weight: dict[str, float]) -> list[list[int]]:
    """For each voice the positions, rising, of those that say the same, itself among them."""
    crowd = Crowd(voices, weight)
    near = (crowd.at_least(v, ALIKE, stems=LEAST_SHARED, plain=LEAST_PLAIN) for v in voices)
    return [sorted({i, *places}) for i, places in enumerate(near)]


def _bearing(voices: Sequence[Voice], group: Sequence[int], left: set[int]) -> int:
    return len({voices[j].origin for j in group if j in left})


def _centrality(voice: Voice, some: Crowd) -> float:
    return round(math.fsum(some.likeness(voice).tolist()), 6)


def _opposed(voices: Sequence[Voice], weight: dict[str, float]) -> Iterator[Statement]:
    """State what one voice denies and another affirms: of another origin, or another speaker in the same report."""
    crowd = Crowd(voices, weight)
    for denial in (v for v in voices if v.polarity == "denied"):
        others = [(i, voices[i]) for i in crowd.at_least(denial, OPPOSED)]
        ranked = sorted(
            (
                (likeness(denial, v, weight), i, v)
                for i, v in others
                if v.polarity == "affirmed"
                and (v.origin != denial.origin or (v.attributed and denial.attributed))
                and v.who.casefold() != denial.who.casefold()
                and contradicts(denial, v)
            ),
            key=lambda t: (-t[0], t[1]),
        )
        backing = [v for _, _, v in ranked]
        if not backing:
            continue
        said = as_sentence(backing[0].passage.text)
        if not said:
            continue
        yield Statement(
            standing="contested",
            says=f"“{said}” Said by {by(backing[0].who)}, denied by {by(denial.who)}.",
            for_origins=said_by(backing),
            against_origins=(denial.origin,),
            passages=_passages([backing[0].passage, denial.passage, *(v.passage for v in backing[1:])]),
        )


def _together(opposed: Iterable[Statement]) -> Iterator[Statement]:
    """Make one of what one speaker denies of the same words in several reports."""
    same: dict[str, list[Statement]] = {}
    for one in opposed:
        same.setdefault(one.says, []).append(one)
    for says, some in same.items():
        yield Statement(
            standing="contested",
            says=says,
            for_origins=tuple(dict.fromkeys(o for s in some for o in s.for_origins)),
            against_origins=tuple(dict.fromkeys(o for s in some for o in s.against_origins)),
            passages=_passages([p for s in some for p in s.passages]),
        )


def _passages(some: Sequence[Passage]) -> tuple[Passage, ...]:
    return tuple(dict.fromkeys(some))[:_SHOWN]
