"""Whose words a figure is where its sentence names nobody: copies and citations of one origin tell."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records import Origins, Reading
from sayso.weighing.figures.statements import Stated
from sayso.weighing.speakers import Speakers

Spoken = tuple[Stated, Reading, str]


def voiced(spoken: Sequence[Spoken], origins: Origins, speakers: Speakers) -> list[str | None]:
    """Name who says each statement; null where it is the outlet's own voice.

    A headline repeats what a source says below it, and a rewrite leaves the source out: such a statement is of the
    speaker to whom its origin gives the same figure. A report without an outlet is the voice of whoever the reports
    that cite it say it is.

    Args:
        spoken: statements with their document and its origin, in order of publication.
        origins: which documents depend on which.
        speakers: who is who.
    """
    named: dict[tuple[object, ...], dict[str, str]] = {}
    for stated, _, root in spoken:
        if stated.speaker is not None and stated.doubt is None:
            who = speakers.shown(stated.speaker)
            named.setdefault(_figure(stated, root), {}).setdefault(speakers.identity(who), who)
    voices = _voices(spoken, origins, named)
    names: list[str | None] = []
    for stated, reading, root in spoken:
        if stated.speaker is not None:
            names.append(speakers.shown(stated.speaker))
            continue
        if stated.doubt is not None:
            names.append(None)
            continue
        same = list(named.get(_figure(stated, root), {}).values())
        whose = voices.get(reading.document.id) or (same[0] if len(same) == 1 else None)
        names.append(whose or _desk(reading.document.outlet, speakers))
    return names


def _desk(outlet: str | None, speakers: Speakers) -> str | None:
    """The body whose press office issued a report; null where the outlet speaks for itself."""
    shown = speakers.shown(outlet) if outlet else outlet
    return None if shown == outlet else shown


def _figure(stated: Stated, root: str) -> tuple[object, ...]:
    return (root, stated.key, stated.low, stated.high, stated.wording, stated.how)


def _voices(
    spoken: Sequence[Spoken], origins: Origins, named: dict[tuple[object, ...], dict[str, str]]
) -> dict[str, str]:
    """Who speaks in a document without an outlet: the one source that those who cite it give its figures to."""
    cited = {link.of for link in origins.documents if link.relation == "cites"}
    found: dict[str, dict[str, str]] = {}
    for stated, reading, root in spoken:
        name = reading.document.id
        if stated.speaker is None and reading.document.outlet is None and name in cited:
            found.setdefault(name, {}).update(named.get(_figure(stated, root), {}))
    return {name: next(iter(who.values())) for name, who in found.items() if len(who) == 1}
