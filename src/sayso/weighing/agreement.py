"""What accounts agree on, what they contest, and what nobody says.

Agreed: said by two independent origins or more, in two voices or more (one speaker carried by two outlets is one
voice).
Contested: figures that disagree, content that one voice affirms and another denies, rival answers to who did it.
Unknown: questions that any account of such a happening raises and no document answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.records import Account, Origins, Passage, Reading, Statement, Weighing
from sayso.weighing.voices import Voice, hear, likeness, rarity
from sayso.weighing.wordings import amount, at_least, question

__all__ = ["agreement"]

_ALIKE = 0.42
_OPPOSED = 0.36
_MOST = {"agreed": 5, "contested": 4, "unknown": 4}
_LONGEST = 180
_AGENT = re.compile(
    r"\b(?:carried out|launched|conducted|committed|ordered|struck|hit|bombed|shelled|attacked"
    r"|fired) by (?:the |a |an )?((?:[A-Z][\w’'‘-]*|US|of|the|and|for)(?: (?:[A-Z][\w’'‘-]*|of|the|and|for|led"
    r"|US-led|coalition))*)"
)
_QUESTIONS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "Whether any of the dead were civilians.",
        re.compile(r"\b(?:killed|dead|deaths?|died|casualties)\b", re.IGNORECASE),
        re.compile(
            r"\b(?:civilians?|non-?combatants?|children|women|bystanders?|villagers|passengers|combatants?"
            r"|fighters?|soldiers?|militants?|militiamen)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "Who gave the order.",
        re.compile(r"\b(?:air ?strikes?|strikes?|shelling|bombardment|raid|operation|drone)\b", re.IGNORECASE),
        re.compile(
            r"\b(?:order(?:ed|s)? (?:the|a|that|to|it)|gave the order|authori[sz]ed|approved (?:the|a)"
            r"|(?:decision|decided) to (?:strike|bomb|attack|fire))",
            re.IGNORECASE,
        ),
    ),
    (
        "At what time of day it happened.",
        re.compile(r"\b(?:killed|struck|strike|hit|bombed|shot|explosion|attack(?:ed)?)\b", re.IGNORECASE),
        re.compile(
            r"\b\d{1,2}(?::\d{2}|\.\d{2})\b|\b\d{1,2} ?[ap]\.?m\b|\b(?:noon|midnight|dawn|dusk|sunrise|sunset"
            r"|morning|afternoon|evening|overnight|at night|o'clock)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "Whether anyone was injured.",
        re.compile(r"\b(?:killed|dead|died)\b", re.IGNORECASE),
        re.compile(r"\b(?:injur(?:ed|ies|y)|wounded|wounds?|hurt|hospitali[sz]ed)\b", re.IGNORECASE),
    ),
    (
        "Exactly where it happened.",
        re.compile(r"\b(?:killed|struck|strike|hit|bombed|shot|explosion|attack(?:ed)?)\b", re.IGNORECASE),
        re.compile(
            r"\b(?:\d+ ?(?:km|kilomet(?:er|re)s?|miles?|metres?|meters?)\b|coordinates|street|road|highway"
            r"|avenue|crossing|bridge|school|hospital|market|village of|town of|block of|near [A-Z])",
            re.IGNORECASE,
        ),
    ),
)


def agreement(readings: Sequence[Reading], origins: Origins, weighing: Weighing) -> tuple[Statement, ...]:
    """Sum up where accounts agree, where they contest each other, and what stays unknown.

    Args:
        readings: the documents of one incident, as read.
        origins: of the same documents.
        weighing: of the same documents; its accounts and ranges give the statements on figures.

    Returns:
        At most thirteen statements: agreed, contested, unknown; in each, those that most origins bear first.
    """
    voices = hear(readings, origins)
    weight = rarity(voices)
    agreed = [*_granted(weighing), *_agreed(voices, weight)]
    contested = [*_disputed(weighing), *_opposed(voices, weight), *_rivals(voices)]
    unknown = list(_unanswered(readings))
    ordered = []
    for name, some in (("agreed", agreed), ("contested", contested), ("unknown", unknown)):
        some.sort(key=lambda s: -len(s.for_origins) - len(s.against_origins))
        ordered += some[: _MOST[name]]
    return tuple(ordered)


def _counted(weighing: Weighing, what: str) -> list[Account]:
    return [a for a in weighing.accounts if _name(a) == what and a.used in ("counts", "maximum only")]


def _name(account: Account) -> str:
    return account.what


def _granted(weighing: Weighing) -> Iterator[Statement]:
    """State the least that all counted accounts grant, where two origins or more bear it."""
    for what, figure in weighing.figures.items():
        accounts = [a for a in _accounts_of(weighing, what) if a.low is not None and a.used == "counts"]
        if not accounts or figure.minimum is None:
            continue
        least = min(a.low for a in accounts if a.low is not None)
        origins = tuple(dict.fromkeys(a.origin for a in accounts))
        if least <= 0 or len(origins) < 2:
            continue
        exactly = all(a.low == a.high == least for a in accounts)
        yield Statement(
            standing="agreed",
            says=at_least(what, least, exactly=exactly),
            for_origins=origins,
            against_origins=(),
            passages=_passages([a.passage for a in accounts]),
        )


def _accounts_of(weighing: Weighing, what: str) -> list[Account]:
    kind, _, thing = what.partition(": ")
    return [
        a
        for a in weighing.accounts
        if (a.what == what or (a.what == kind and (not thing or (a.of or "").casefold() == thing.casefold())))
        and (thing or a.group is None)
    ]


def _disputed(weighing: Weighing) -> Iterator[Statement]:
    """State figures on which accounts disagree: the answers, most borne first."""
    for what, figure in weighing.figures.items():
        if not figure.contested:
            continue
        answers: dict[str, list[Account]] = {}
        for a in _accounts_of(weighing, what):
            if a.used in ("counts", "maximum only") and not (a.low is None and a.high is None):
                answers.setdefault(amount(a), []).append(a)
        ranked = sorted(answers.items(), key=lambda kv: (-len({a.origin for a in kv[1]}), kv[1][0].low or 0))
        if len(ranked) < 2:
            continue
        leading = ranked[0][1]
        rest = [a for _, some in ranked[1:] for a in some]
        for_origins = tuple(dict.fromkeys(a.origin for a in leading))
        yield Statement(
            standing="contested",
            says=f"{question(what)}: {', or '.join(words for words, _ in ranked[:5])}.",
            for_origins=for_origins,
            against_origins=tuple(o for o in dict.fromkeys(a.origin for a in rest) if o not in for_origins),
            passages=_passages([a.passage for _, some in ranked for a in some]),
        )


def _agreed(voices: Sequence[Voice], weight: dict[str, float]) -> Iterator[Statement]:
    """State what two origins or more say in much the same words."""
    affirmed = [v for v in voices if v.polarity == "affirmed"]
    left = set(range(len(affirmed)))
    around = {i: [j for j in left if likeness(affirmed[i], affirmed[j], weight) >= _ALIKE] for i in left}
    while left:
        centre = min(left, key=lambda i: (-_bearing(affirmed, around[i], left), len(affirmed[i].passage.text), i))
        group = sorted(j for j in around[centre] if j in left)
        left -= {centre, *group}
        some = [affirmed[j] for j in group]
        origins = tuple(dict.fromkeys(v.origin for v in some))
        if len(origins) < 2:
            break  # the centre is the one that most origins bear, so none is left
        if len({v.who.casefold() for v in some}) > 1:
            said = min(
                some, key=lambda v: (len(v.passage.text) > _LONGEST, -_centrality(v, some, weight), len(v.passage.text))
            )
            yield Statement(
                standing="agreed",
                says=_sentence(said.passage.text),
                for_origins=origins,
                against_origins=(),
                passages=_passages([v.passage for v in some]),
            )


def _bearing(voices: Sequence[Voice], group: Sequence[int], left: set[int]) -> int:
    return len({voices[j].origin for j in group if j in left})


def _centrality(voice: Voice, some: Sequence[Voice], weight: dict[str, float]) -> float:
    return round(sum(likeness(voice, other, weight) for other in some), 6)


def _opposed(voices: Sequence[Voice], weight: dict[str, float]) -> Iterator[Statement]:
    """State what one voice denies and another, of another origin, affirms."""
    for denial in (v for v in voices if v.polarity == "denied"):
        ranked = sorted(
            (
                (likeness(denial, v, weight), i, v)
                for i, v in enumerate(voices)
                if v.polarity == "affirmed" and v.origin != denial.origin and v.who.casefold() != denial.who.casefold()
            ),
            key=lambda t: (-t[0], t[1]),
        )
        backing = [v for score, _, v in ranked if score >= _OPPOSED]
        if not backing:
            continue
        said = backing[0]
        yield Statement(
            standing="contested",
            says=f"{said.who}: “{_quoted(said.passage.text)}” {denial.who} denies it: “{_quoted(denial.passage.text)}”",
            for_origins=tuple(dict.fromkeys(v.origin for v in backing)),
            against_origins=(denial.origin,),
            passages=_passages([said.passage, denial.passage, *(v.passage for v in backing[1:])]),
        )


def _rivals(voices: Sequence[Voice]) -> Iterator[Statement]:
    """State rival answers to who carried it out."""
    answers: dict[str, list[Voice]] = {}
    written: dict[str, str] = {}
    for v in voices:
        if v.polarity == "denied":
            continue
        for match in _AGENT.finditer(v.passage.text):
            name = re.sub(r"(?: (?:of|the|and|for))+$", "", match.group(1)).strip()
            if len(name) > 2 and name[0].isupper():
                answers.setdefault(name.casefold(), []).append(v)
                written.setdefault(name.casefold(), name)
    keys = [k for k in answers if not any(k != other and k in other for other in answers)]
    ranked = sorted(keys, key=lambda k: (-len({v.origin for v in answers[k]}), k))
    if len(ranked) < 2 or len({v.origin for k in ranked for v in answers[k]}) < 2:
        return
    for_origins = tuple(dict.fromkeys(v.origin for v in answers[ranked[0]]))
    against = dict.fromkeys(v.origin for k in ranked[1:] for v in answers[k])
    yield Statement(
        standing="contested",
        says=f"Who carried it out: {', or '.join(written[k] for k in ranked[:4])}.",
        for_origins=for_origins,
        against_origins=tuple(o for o in against if o not in for_origins),
        passages=_passages([v.passage for k in ranked for v in answers[k]]),
    )


def _unanswered(readings: Sequence[Reading]) -> Iterator[Statement]:
    """State common questions that these documents raise and none of them touches."""
    texts = [r.document.text for r in readings]
    for says, raised, answered in _QUESTIONS:
        if any(raised.search(t) for t in texts) and not any(answered.search(t) for t in texts):
            yield Statement(standing="unknown", says=says, for_origins=(), against_origins=(), passages=())


def _passages(some: Sequence[Passage]) -> tuple[Passage, ...]:
    return tuple(dict.fromkeys(some))[:8]


def _quoted(text: str) -> str:
    plain = " ".join(text.split()).strip("“”\"' ")
    return plain if len(plain) <= _LONGEST else plain[: plain.rfind(" ", 0, _LONGEST)] + " …"


def _sentence(text: str) -> str:
    plain = _quoted(text).lstrip(",;: ")
    plain = plain[:1].upper() + plain[1:]
    return plain if plain.endswith((".", "!", "?", "…")) else f"{plain.rstrip(',;: ')}."
