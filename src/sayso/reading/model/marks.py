"""One pass of the model over a document: attributions, names and what each word's event is worth, as spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from sayso.reading.model.confidence import features, score
from sayso.reading.model.decoding import Floats, runs, softmax
from sayso.reading.model.explains import sentence_parts, share
from sayso.reading.model.loading import Model, model
from sayso.reading.model.pieces import layout
from sayso.reading.model.roles import Cue, Role, ask, cues_of, paths, roles_in
from sayso.reading.model.stance import Stance, stances
from sayso.reading.model.tags import CUE_TAGS, NAME_TAGS, NAME_TYPES
from sayso.reading.model.windows import Window
from sayso.reading.model.words import Words, split_words
from sayso.records import MentionType

__all__ = ["Attributed", "Marks", "Named", "Seen", "look", "windows_of"]

Chars = tuple[int, int]
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


def _attributions(opened: Model, seen: Sequence[Seen], words: Words) -> Iterator[Attributed]:
    bias = np.zeros(len(CUE_TAGS), dtype=np.float32)
    bias[CUE_TAGS.index("B-cue")] = bias[CUE_TAGS.index("B-nested")] = opened.manifest.cue_bias
    asked: list[tuple[Seen, list[Cue]]] = []
    for view, path in zip(seen, paths([s.cue + bias for s in seen], opened.cue_moves), strict=True):
        offset = view.window.first
        cues = cues_of(path, view.window.core_first - offset, view.window.core_last - offset)
        if cues:
            asked.append((view, cues))
    answers = ask(opened.roles, opened.role_moves, [(view.vectors, cues) for view, cues in asked])
    for (view, cues), told in zip(asked, answers, strict=True):
        shares = softmax(view.cue)
        for cue, one in zip(cues, told, strict=True):
            found = _attributed(opened, view, cue, roles_in(one, cue), words)
            if found is not None:
                sure = features(
                    shares[cue.low : cue.high], softmax(one.emitted), one.path,
                    source=found.source is not None, nested=cue.nested,
                )  # fmt: skip
                yield found._replace(score=score(sure, opened.manifest.calibration), features=sure)


def _attributed(opened: Model, view: Seen, cue: Cue, role: Role, words: Words) -> Attributed | None:
    """One attribution, not scored yet; none where nothing is said."""
    first = view.window.first
    content = [p for run in role.content for p in _by_paragraph(run, first, words)]
    if not content:
        return None
    bounds = (cue.low, cue.high)
    return Attributed(
        source=None if role.source is None else _chars(role.source, first, words),
        cue=_chars(bounds, first, words),
        content=tuple(_chars(c, first, words) for c in content),
        nested=cue.nested,
        score=0.0,
        stance=stances(opened.stance, view.vectors, view.fact, bounds, content),
        features=(),
    )


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
    for view, path in zip(seen, paths([s.name for s in seen], opened.name_moves), strict=True):
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
