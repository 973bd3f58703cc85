"""Runs of words and sentences with note numbers: what every part of a dossier is made of."""

from __future__ import annotations

from typing import Literal

from sayso.records import Record
from sayso.reporting.words import Direction

About = Literal["incident", "judgement", "record", "person"]


class Run(Record, frozen=True):
    """A stretch of words: ours, or theirs (verbatim, set in serif), with the script's own direction."""

    text: str
    theirs: bool = False
    strong: bool = False
    language: str | None = None
    direction: Direction = "ltr"
    link: str | None = None
    """Id of a place in this report (`e3`), never an address outside."""


class Sentence(Record, frozen=True, kw_only=True):
    """One sentence and the notes under it.

    `about` says what carries it: `incident` rests on notes (there is at least one), `judgement` on rows of the matrix,
    `record` speaks of the collection itself (how many documents, what was not found) and needs none; `person` was
    written by a person, with the notes that they gave it.
    """

    runs: tuple[Run, ...]
    notes: tuple[int, ...] = ()
    about: About = "incident"
    proposed: bool = False
