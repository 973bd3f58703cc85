"""What a matrix leaves open, said beside its scores: an explanation nothing speaks against is not a confirmed one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.records import Verdict
from sayso.reporting.blocks import Sentence
from sayso.reporting.phrases import ours
from sayso.reporting.words import listed, one_line, shortlist

METHOD_WORDS = {"counts": "counts", "parc": "PARC", "squared": "squares", "bayes": "Bayes"}


def _led_by(name: str, verdict: Verdict) -> list[str]:
    return [word for method, word in METHOD_WORDS.items() if name in verdict.leaders_by_method.get(method, ())]


def leading_words(name: str, verdict: Verdict) -> str | None:
    """Say by which methods a hypothesis leads, ties included, and whether it was tested; null for nothing to say."""
    words = _led_by(name, verdict)
    if not verdict.leaders_by_method and name in verdict.leaders:
        words = [METHOD_WORDS[verdict.method]]
    every = len(words) == len(verdict.leaders_by_method) > 1
    parts = [f"leads by {'all scores' if every else listed(words)}"] if words else []
    if name in verdict.gaps.untested:
        parts.append("untested")
    return ", ".join(parts) or None


def gap_sentences(verdict: Verdict, named: Mapping[str, str], rows: Mapping[str, str]) -> tuple[Sentence, ...]:
    """Say what was not rated or not tested.

    Args:
        verdict: the scores and their gaps.
        named: letter by hypothesis.
        rows: label (`E3`) by piece of evidence.
    """
    gaps = verdict.gaps
    said = []
    silent = []
    for name in gaps.untested:
        led = [w for w in _led_by(name, verdict) if w != "Bayes"]
        if led:
            text = f"{named.get(name, one_line(name))} leads by {listed(led)} only because nothing speaks against it:"
            said.append(f"{text} no row is rated inconsistent with it, so it is untested, not confirmed.")
        else:
            silent.append(named.get(name, one_line(name)))
    if silent:
        it = "it is" if len(silent) == 1 else "they are"
        said.append(f"Nothing speaks against {listed(silent)}: {it} untested, not confirmed.")
    said += _rows_said(gaps.unrated, rows, "is rated against no explanation", "are rated against no explanation")
    said += _rows_said(gaps.partly_rated, rows, "is rated only in part", "are rated only in part")
    said += _rows_said(
        gaps.non_diagnostic,
        rows,
        "is rated the same for every explanation and separates nothing",
        "are rated the same for every explanation and separate nothing",
    )
    said += _rows_said(
        gaps.would_separate,
        rows,
        "would help to separate the leaders if it were rated for them",
        "would help to separate the leaders if they were rated for them",
    )
    return tuple(Sentence(runs=(ours(text),), about="judgement") for text in said)


def _rows_said(names: Sequence[str], rows: Mapping[str, str], one: str, many: str) -> list[str]:
    found = [rows.get(name, one_line(name)) for name in names]
    return [f"{shortlist(found)} {one if len(found) == 1 else many}."] if found else []
