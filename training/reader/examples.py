"""What the network trains on: windows with labels at words, whatever corpus they come from."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from sayso.reading.model.pieces import Pieces, cut_units
from sayso.reading.model.tags import CUE_TAGS, NAME_TAGS, NAME_TYPES, ROLE_TAGS
from sayso.reading.model.windows import LIMIT, plan
from sayso.reading.model.words import Words, split_words
from sayso.reading.sentences import split
from sayso.records import Certainty, MentionType, Polarity

ALL_NAMES = (1 << len(NAME_TAGS)) - 1
CUE, NESTED = 1, 3
Chars = tuple[int, int]


@dataclass(frozen=True)
class Attribution:
    """One labelled attribution, in characters; `nested` inside the content of another.

    `certainty` and `polarity` are None where the corpus does not tell.
    """

    source: tuple[Chars, ...]
    cue: Chars
    content: tuple[Chars, ...]
    nested: bool = False
    certainty: Certainty | None = None
    polarity: Polarity | None = None


@dataclass(frozen=True)
class Labelled:
    """One text and what a corpus says of it; what it says nothing of is None.

    `names` are (start, end, type), type None where anything may stand; `facts` are (character, value, scale) with
    scale 0 for UDS and 1 for UW.
    """

    id: str
    text: str
    attributions: tuple[Attribution, ...] | None = None
    marks_nested: bool = False
    names: tuple[tuple[int, int, MentionType | None], ...] | None = None
    names_weight: float = 1.0
    facts: tuple[tuple[int, float, int], ...] | None = None
    sentences: tuple[Chars, ...] | None = None


@dataclass(frozen=True)
class Window:
    """A window of one text: ids and shapes of pieces, the first piece of each word, labels at words.

    `cue_allowed` and `name_allowed` are bit sets of the tags that may stand; `roles` are (first word, last word + 1,
    tags); None where the corpus says nothing.
    """

    pieces: list[int]
    shapes: list[int]
    first: list[int]
    cue_allowed: list[int] | None = None
    roles: list[tuple[int, int, list[int]]] = field(default_factory=list)
    name_allowed: list[int] | None = None
    names_weight: float = 1.0
    facts: list[tuple[int, float, int]] | None = None


class Text:
    """A labelled text with its words and pieces, from which windows are cut anew at every epoch."""

    def __init__(self, labelled: Labelled, pieces: Pieces) -> None:
        self.labelled = labelled
        text = labelled.text
        self.words: Words = split_words(text, labelled.sentences or split(text))
        pairs = zip(self.words.starts, self.words.ends, strict=True)
        self.ids = pieces.of([text[a:b] for a, b in pairs])
        self._special = pieces
        self._starts = np.array(self.words.starts)
        self._ends = np.array(self.words.ends)
        self.cue_allowed = self._cues()
        self.name_allowed = self._names()
        self.roles = self._roles()
        self.facts = None
        if labelled.facts is not None:
            self.facts = [(int(np.searchsorted(self._ends, at, side="right")), v, k) for at, v, k in labelled.facts]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Words that lie in `start:end`, half-open."""
        return int(np.searchsorted(self._ends, start, side="right")), int(np.searchsorted(self._starts, end))

    def _cues(self) -> list[int] | None:
        marked = self.labelled.attributions
        if marked is None:
            return None
        allowed = [1] * len(self.ids)
        if not self.labelled.marks_nested:
            for attribution in marked:
                for piece in attribution.content:
                    for at in range(*self.span(*piece)):
                        allowed[at] = 1 | 1 << NESTED | 1 << NESTED + 1
        for attribution in marked:
            first, last = self.span(*attribution.cue)
            begin = NESTED if attribution.nested else CUE
            for at in range(first, last):
                allowed[at] = 1 << (begin if at == first else begin + 1)
        return allowed

    def _names(self) -> list[int] | None:
        if self.labelled.names is None:
            return None
        allowed = [1] * len(self.ids)
        for start, end, kind in self.labelled.names:
            first, last = self.span(start, end)
            for at in range(first, last):
                if kind is None:
                    allowed[at] = ALL_NAMES
                else:
                    allowed[at] = 1 << (1 + 2 * NAME_TYPES.index(kind) + (at != first))
        return allowed

    def _roles(self) -> list[tuple[int, int, dict[int, int]]]:
        made = []
        for attribution in self.labelled.attributions or ():
            tags: dict[int, int] = {}
            for begin, spans in ((3, attribution.content), (1, attribution.source)):
                for piece in spans:
                    first, last = self.span(*piece)
                    tags.update({at: begin + (at != first) for at in range(first, last)})
            first, last = self.span(*attribution.cue)
            if last > first:
                made.append((first, last, tags))
        return made

    def windows(self, limit: int = LIMIT) -> Iterator[Window]:
        """Windows without overlap, of at most `limit` pieces."""
        sizes = [len(p) for p in self.ids]
        units = cut_units(self.words, sizes)
        costs = [sum(sizes[a:b]) + sum(w in self.words.breaks for w in range(a, b)) for a, b in units]
        for w in plan(costs, max(limit, max(costs, default=0)), context=0):
            yield self._window(units[w.first][0], units[w.last - 1][1])

    def _window(self, low: int, high: int) -> Window:
        pieces, shapes, first = [self._special.start], [0], []
        for at in range(low, high):
            if at in self.words.breaks:
                pieces.append(self._special.paragraph)
                shapes.append(0)
            first.append(len(pieces))
            pieces.extend(self.ids[at])
            shapes.extend([self.words.shapes[at]] * len(self.ids[at]))
        facts = None
        if self.facts is not None:
            facts = [(at - low, v, k) for at, v, k in self.facts if low <= at < high]
        return Window(
            pieces=[*pieces, self._special.end], shapes=[*shapes, 0], first=first,
            cue_allowed=self.cue_allowed and self.cue_allowed[low:high],
            roles=self._roles_in(low, high),
            name_allowed=self.name_allowed and self.name_allowed[low:high],
            names_weight=self.labelled.names_weight, facts=facts,
        )  # fmt: skip

    def _roles_in(self, low: int, high: int) -> list[tuple[int, int, list[int]]]:
        """Attributions that lie in the window whole; one that is cut would teach to cut."""
        found = []
        for first, last, tags in self.roles:
            if low <= first and last <= high and all(low <= at < high for at in tags):
                row = [0] * (high - low)
                for at, tag in tags.items():
                    row[at - low] = tag
                found.append((first - low, last - low, row))
        return found


def varied(window: Window, rng: random.Random, mask_id: int) -> Window:
    """The window with one piece in twenty masked and, now and then, all in capitals or all in small letters."""
    pieces = [mask_id if s and rng.random() < 0.05 else p for p, s in zip(window.pieces, window.shapes, strict=True)]
    draw, shapes = rng.random(), window.shapes
    if draw < 0.06:
        to = 4 if draw < 0.04 else 2
        shapes = [s and (s - (s - 1) % 7 + to if (s - 1) % 7 > 1 else s) for s in shapes]
    return replace(window, pieces=pieces, shapes=shapes)


def batches(windows: Sequence[Window], size: int, rng: random.Random) -> list[list[Window]]:
    """Windows of like length and like labels together, at most `size` pieces a batch with padding, shuffled."""
    pools: dict[tuple[bool, ...], list[Window]] = {}
    for window in windows:
        kind = (window.cue_allowed is not None, window.name_allowed is not None, window.facts is not None)
        pools.setdefault(kind, []).append(window)
    made: list[list[Window]] = []
    for pool in pools.values():
        rng.shuffle(pool)
        pool.sort(key=lambda w: len(w.pieces) // 16)
        batch: list[Window] = []
        for window in pool:
            if batch and (len(batch) + 1) * max(len(w.pieces) for w in (*batch, window)) > size:
                made.append(batch)
                batch = []
            batch.append(window)
        made.append(batch)
    rng.shuffle(made)
    return made


def texts(labelled: Iterable[Labelled], pieces: Pieces) -> list[Text]:
    """Texts that have words."""
    return [t for t in (Text(one, pieces) for one in labelled) if t.ids]


assert CUE_TAGS[CUE] == "B-cue"
assert CUE_TAGS[NESTED] == "B-nested"
assert ROLE_TAGS == ("O", "B-source", "I-source", "B-content", "I-content")
