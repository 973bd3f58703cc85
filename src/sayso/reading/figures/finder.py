"""Every quantity that a text claims, as figures in text order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from sayso.knowledge.numbers import whole
from sayso.reading.datelines import dateline_end
from sayso.reading.figures.attach import attach
from sayso.reading.figures.background import elsewhere, goes_on, teaser
from sayso.reading.figures.events import events_of
from sayso.reading.figures.heads import group_of
from sayso.reading.figures.lexicon import EQUIPMENT, TRANSITIVE, VAGUE
from sayso.reading.figures.phrases import Phrase, phrases_of
from sayso.reading.figures.quantities import quantity_at, unit_of
from sayso.reading.figures.rolls import Match
from sayso.reading.figures.tokens import Token, tokenise
from sayso.records import Claim, Figure

#: A sentence without any of these holds no figure; skipping it early keeps long texts fast.
_WORTH = (
    "kill", "die", "dead", "deadly", "death", "wound", "injur", "shot", "shoot", "hurt", "casualt", "fatal", "murder",
    "martyr", "slain", "slay", "perish", "bodies", "body", "missing", "condition", "toll", "lives", "life", "detain",
    "arrest", "destroy", "damag", "deploy", "displac", "evacuat", "struck", "strik", "hit", "gunned", "hospital",
    "succumb", "deceased", "passed away", "execut", "massacr", "abduct", "kidnap", "stab", "burn", "graz", "captur",
    "tank", "vehicle", "truck", "$", "€", "£", "dollar", "euro", "pounds", "km", "kilomet", "mile", "meter", "metre",
    "aircraft", "missile", "drone", "rocket", "assassin", "behead", "jailed", "imprison", "homicide", "suicide",
    "mourn", "memorial", "obituar", "victims", "matched", "reconciled", "names", "clinic", "medical", "dispatched",
    "slaughter", "lynch", "maimed", "demolish",
    "uprooted", "eulog", "manslaughter", "feet", "yards", "warplane", "plane", "bomb", "shell", "ship", "boat", "jet",
    "helicopter", "convoy", "to death", "drown", "suffocat", "custody", "his own", "her own", "passing", "loss", "lost",
)  # fmt: skip
_PLAIN = re.compile(r"\b[a-z]{3,}\b")


def find_figures(
    text: str, sentences: Sequence[tuple[int, int]], claims: Sequence[Claim], *, headline: bool = False
) -> tuple[Figure, ...]:
    """Find every quantity claimed in `text`.

    Args:
        text: the working text of a document.
        sentences: half-open bounds of its sentences, in order.
        claims: its attributions; a figure inside one's content carries the innermost one's id.
        headline: read it as a title, in which a comma joins ("man, woman killed").

    Returns:
        Figures in text order. People who suffer harm are figures with or without a number ("a man was shot" is 1). A
        person who was shot, with nothing said of whether they lived, is a figure of `shot`. Ages, dates, times,
        addresses, calibres and shares of a hundred are not figures.
    """
    found: list[Figure] = []
    plain: set[str] | None = None
    apart = False
    for start, end in sentences:
        apart = elsewhere(text[start:end]) or (apart and goes_on(text[start:end]))
        if _worth(text[start:end].lower()):
            for figure, surname in _sentence(text, start, end, apart=apart, headline=headline):
                if surname:
                    plain = set(_PLAIN.findall(text)) if plain is None else plain
                    words = [w for w in figure.text.lower().split() if w[0].isalpha()]
                    if 2 * sum(w in plain for w in words) >= len(words):
                        continue  # words that open a sentence or a headline, not a name
                found.append(figure)
    inside = _Inside(claims)
    before = {_same(f) for f in found if f.background and f.low != 1}
    placed = [_placed(f, inside.claim(f.start, f.end), background=_same(f) in before) for f in found]
    return tuple(sorted(placed, key=lambda f: (f.start, f.end, f.what)))


def _worth(sentence: str) -> bool:
    return any(stem in sentence for stem in _WORTH)


def _sentence(text: str, start: int, end: int, *, apart: bool, headline: bool) -> list[tuple[Figure, bool]]:
    """Figures of one sentence, each with whether it counts somebody by a capitalised name alone."""
    tokens = tokenise(text, dateline_end(text, start, end), end)
    phrases = phrases_of(tokens)
    events = events_of(tokens, frozenset(p.first for p in phrases))
    background = bool(phrases) and (apart or teaser(text, start, end))
    figures: dict[tuple[int, int, str], Figure] = {}
    lone: set[tuple[int, int]] = set()
    for match in attach(tokens, phrases, events, headline=headline):
        if _points_back(tokens, match.phrase):
            continue
        figure = _figure(text, tokens, match, background=background)
        if match.phrase.kind in {"surname", "name"}:
            lone.add((figure.start, figure.end))
        figures.setdefault((figure.start, figure.end, figure.what), figure)
    for figure in _units(text, tokens, background=background):
        figures.setdefault((figure.start, figure.end, figure.what), figure)
    held = {(f.start, f.end) for f in figures.values()}
    for phrase in phrases:
        head = _equipment(tokens, phrase)
        place = (tokens[phrase.first].start, tokens[phrase.last - 1].end)
        if head and place not in held:
            figure = _figure(text, tokens, Match(phrase, head, negated=False), background=background)
            figures[(figure.start, figure.end, figure.what)] = figure
    return [(f, (f.start, f.end) in lone) for f in figures.values()]


def _points_back(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """True for "the people killed in the strike": those spoken of before, with no number given."""
    words = [t.low for t in tokens[phrase.first : phrase.last + 1]]
    definite = words[0] in {"the", "those", "these"} and words[1] not in VAGUE
    return phrase.wording == "plural" and phrase.harm is None and definite and words[-1] in TRANSITIVE


def _equipment(tokens: Sequence[Token], phrase: Phrase) -> str | None:
    if phrase.kind != "thing" or phrase.of is None or phrase.wording == "plural":
        return None
    words = [t.low for t in tokens[phrase.of[0] : phrase.of[1]]]
    return next((word for word in reversed(words) if word in EQUIPMENT), None)


def _figure(text: str, tokens: Sequence[Token], match: Match, *, background: bool) -> Figure:
    phrase = match.phrase
    start, end = tokens[phrase.first].start, tokens[phrase.last - 1].end
    of, group = None, None
    if phrase.of is not None:
        first, last = phrase.of
        of = text[tokens[first].start : tokens[last - 1].end]
        group = group_of([t.low for t in tokens[first:last]], phrase.kind)
    rate = [t.low for t in tokens[phrase.last : phrase.last + 2]]
    return Figure(
        start=start,
        end=end,
        text=text[start:end],
        what=match.what,
        of=of,
        low=whole(phrase.low),
        high=whole(phrase.high),
        wording=phrase.wording,
        negated=match.negated and phrase.wording != "none",
        group=group,
        background=background or rate in (["a", "day"], ["per", "day"], ["a", "week"], ["a", "year"], ["each", "day"]),
    )


def _units(text: str, tokens: Sequence[Token], *, background: bool) -> list[Figure]:
    """Sums of money and distances."""
    found = []
    for at, token in enumerate(tokens):
        if token.kind == "mark":
            continue
        quantity = quantity_at(tokens, at)
        unit = unit_of(tokens, quantity) if quantity else None
        if quantity is None or unit is None:
            continue
        kind, last = unit
        first = quantity.first
        number = next((i for i in range(first, quantity.last) if tokens[i].kind == "num"), first)
        if kind == "money" and number == first and first and tokens[first - 1].text in "$€£":
            first -= 1
        start, end = tokens[first].start, tokens[last - 1].end
        of = text[tokens[quantity.last].start : end] if last > quantity.last else tokens[number - 1].text
        found.append(
            Figure(
                start=start, end=end, text=text[start:end], what=kind, of=of, low=whole(quantity.low),
                high=whole(quantity.high),
                wording=quantity.wording, background=background,
            )
        )  # fmt: skip
    return found


class _Inside:
    """Which claim holds a place; the one with the shortest content wins."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        spans = [(span.start, span.end, claim.id) for claim in claims for span in claim.content]
        self.spans = sorted(spans, key=lambda s: (s[1] - s[0], s))

    def claim(self, start: int, end: int) -> str | None:
        return next((name for first, last, name in self.spans if first <= start and end <= last), None)


def _same(figure: Figure) -> tuple[str, str | None, float | None, float | None]:
    """What makes a number told again the same number: a footnote repeats the earlier attack of the text."""
    return figure.what, figure.of and figure.of.lower(), figure.low, figure.high


def _placed(figure: Figure, claim: str | None, *, background: bool) -> Figure:
    if claim is None and background == figure.background:
        return figure
    return structs.replace(figure, claim=claim, background=figure.background or background)
