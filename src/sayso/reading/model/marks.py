"""One pass of the model over a document: attributions, names and what each word's event is worth, as spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from sayso.reading.model.confidence import features, score
from sayso.reading.model.decoding import Floats, best_paths, runs, softmax
from sayso.reading.model.explains import sentence_parts, share
from sayso.reading.model.loading import Model, model
from sayso.reading.model.pieces import layout
from sayso.reading.model.stance import Stance, stances
from sayso.reading.model.tags import CUE_TAGS, NAME_TAGS, NAME_TYPES, ROLE_TAGS
from sayso.reading.model.windows import Window
from sayso.reading.model.words import Words, split_words
from sayso.records import MentionType

__all__ = ["Attributed", "Marks", "Named", "Seen", "look", "windows_of"]

Chars = tuple[int, int]
_CUE, _NESTED = CUE_TAGS.index("B-cue"), CUE_TAGS.index("B-nested")
_SOURCE, _CONTENT = ROLE_TAGS.index("B-source"), ROLE_TAGS.index("B-content")
_TOGETHER = 16  # windows decoded together: fewer steps of Python, and a long text still needs little memory


class Attributed(NamedTuple):
    """One attribution as the model sees it; half-open bounds in characters of the text.

    `score` is 0..1, the share of attributions with such marks that people agree with; `features` is what it was
    computed from.
    """

    source: Chars | None
    cue: Chars
    content: tuple[Chars, ...]
    nested: bool
    score: float
    stance: Stance | None
    features: tuple[float, ...]


class Named(NamedTuple):
    """A name and what it names; `score` 0..1 is the model's own, not calibrated."""

    start: int
    end: int
    type: MentionType
    score: float


class Marks(NamedTuple):
    """All that the model tells of one text, in text order.

    `explains` are (character of a sentence's first word, 0..1 how likely it offers a reason for something that
    happened); a long sentence may have several.
    """

    attributions: tuple[Attributed, ...]
    names: tuple[Named, ...]
    explains: tuple[tuple[int, float], ...] = ()


class Seen(NamedTuple):
    """What came out for one window: vectors (W, H), emissions (W, tags), of its words from `window.first` on."""

    window: Window
    vectors: Floats
    cue: Floats
    name: Floats
    fact: Floats


def look(text: str, sentences: Sequence[Chars], opened: Model | None = None) -> Marks:
    """Read one text.

    Every word is in exactly one window's owned part, so nothing is left out and nothing is told twice.

    Args:
        text: the whole text.
        sentences: half-open bounds of its sentences, in order.
        opened: the model; the shipped one if left out.

    Raises:
        DataMissing: the shipped model is absent or altered.
    """
    opened = opened or model()
    words = split_words(text, sentences)
    if not words.starts:
        return Marks((), ())
    attributions: list[Attributed] = []
    names: list[Named] = []
    explains: list[tuple[int, float]] = []
    windows = windows_of(opened, text, words)
    while seen := list(islice(windows, _TOGETHER)):
        attributions += _attributions(opened, seen, words)
        names += _names(opened, seen, words)
        explains += _explains(opened, seen, words)
    return Marks(tuple(attributions), tuple(names), tuple(explains))


def windows_of(opened: Model, text: str, words: Words) -> Iterator[Seen]:
    """Run the encoder over every window of a text, in order."""
    ids = opened.pieces.of([text[a:b] for a, b in zip(words.starts, words.ends, strict=True)])
    for window in layout(words, [len(i) for i in ids]):
        pieces, shapes, first = [opened.pieces.start], [0], []
        for at in range(window.first, window.last):
            if at in words.breaks:
                pieces.append(opened.pieces.paragraph)
                shapes.append(0)
            first.append(len(pieces))
            pieces.extend(ids[at])
            shapes.extend([words.shapes[at]] * len(ids[at]))
        fed = {
            "pieces": np.array([*pieces, opened.pieces.end], dtype=np.int64),
            "shapes": np.array([*shapes, 0], dtype=np.int64),
            "first": np.array(first, dtype=np.int64),
        }
        yield Seen(window, *opened.encoder.run(["words", "cue", "name", "fact"], fed))


def _paths(rows: Sequence[Floats], moves: Floats) -> list[list[int]]:
    """Best tags of each row; rows of different lengths are padded."""
    sizes = [len(r) for r in rows]
    scores = np.zeros((len(rows), max(sizes, default=0), moves.shape[1]), dtype=np.float32)
    for at, row in enumerate(rows):
        scores[at, : len(row)] = row
    paths = best_paths(scores, moves, sizes)
    return [[int(t) for t in paths[at, :size]] for at, size in enumerate(sizes)]


def _attributions(opened: Model, seen: Sequence[Seen], words: Words) -> Iterator[Attributed]:
    bias = np.zeros(len(CUE_TAGS), dtype=np.float32)
    bias[_CUE] = bias[_NESTED] = opened.manifest.cue_bias
    for view, path in zip(seen, _paths([s.cue + bias for s in seen], opened.cue_moves), strict=True):
        window = view.window
        cues = sorted(
            (low, high, begin == _NESTED)
            for begin in (_CUE, _NESTED)
            for low, high in runs(path, begin)
            if window.core_first <= low + window.first < window.core_last
        )
        if not cues:
            continue
        vectors = np.stack([view.vectors[low:high].mean(axis=0) for low, high, _ in cues])
        (roles,) = opened.roles.run(
            ["roles"],
            {
                "words": view.vectors,
                "cues": vectors,
                "first": np.array([c[0] for c in cues], dtype=np.int64),
                "last": np.array([c[1] for c in cues], dtype=np.int64),
            },
        )
        shares = softmax(view.cue)
        tags = _paths(list(roles), opened.role_moves)
        for (low, high, nested), row, emitted in zip(cues, tags, roles, strict=True):
            source = _nearest(runs(row, _SOURCE), low, high)
            content = [p for run in runs(row, _CONTENT) for p in _by_paragraph(run, window.first, words)]
            if not content:
                continue
            told = features(shares[low:high], softmax(emitted), row, source=source is not None, nested=nested)
            yield Attributed(
                source=None if source is None else _chars(source, window.first, words),
                cue=_chars((low, high), window.first, words),
                content=tuple(_chars(c, window.first, words) for c in content),
                nested=nested,
                score=score(told, opened.manifest.calibration),
                stance=stances(opened.stance, view.vectors, view.fact, (low, high), content),
                features=told,
            )


def _nearest(found: Sequence[tuple[int, int]], low: int, high: int) -> tuple[int, int] | None:
    """The source next to the cue: an attribution has one."""
    return min(found, key=lambda s: (max(low - s[1], s[0] - high), s[0]), default=None)


def _by_paragraph(run: tuple[int, int], offset: int, words: Words) -> Iterator[tuple[int, int]]:
    """Cut what is said where a paragraph ends."""
    low = run[0]
    for at in range(run[0] + 1, run[1]):
        if at + offset in words.breaks:
            yield low, at
            low = at
    yield low, run[1]


def _chars(run: tuple[int, int], offset: int, words: Words) -> Chars:
    return words.starts[run[0] + offset], words.ends[run[1] + offset - 1]


def _names(opened: Model, seen: Sequence[Seen], words: Words) -> Iterator[Named]:
    for view, path in zip(seen, _paths([s.name for s in seen], opened.name_moves), strict=True):
        window, shares = view.window, softmax(view.name)
        found = []
        for number, kind in enumerate(NAME_TYPES):
            begin = NAME_TAGS.index(f"B-{kind}")
            for low, high in runs(path, begin):
                if window.core_first <= low + window.first < window.core_last:
                    sure = float(shares[low:high, begin : begin + 2].sum(axis=1).min())
                    found.append((low, high, number, sure))
        for low, high, number, sure in sorted(found):
            start, end = _chars((low, high), window.first, words)
            yield Named(start, end, NAME_TYPES[number], round(sure, 3))


def _explains(opened: Model, seen: Sequence[Seen], words: Words) -> Iterator[tuple[int, float]]:
    weights = opened.manifest.explains
    for view in seen if weights else ():
        offset = view.window.first
        for low, high in sentence_parts(words, view.window.core_first, view.window.core_last):
            yield words.starts[low], share(weights, view.vectors[low - offset : high - offset])
