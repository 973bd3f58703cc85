"""The dossier: one case as sections, plots, tables and notes, before any format.

All renderers draw this and nothing else, so the formats cannot drift apart.
"""

from __future__ import annotations

from typing import TypeVar

from sayso.records import CaseView
from sayso.reporting.blocks import Block, Dossier, Section
from sayso.reporting.cast import cast_section, sources_section
from sayso.reporting.checks import checks
from sayso.reporting.closing import method_section, refused_section, state, unknown_section
from sayso.reporting.copies import copies
from sayso.reporting.figures import figures_section
from sayso.reporting.mapping import map_section
from sayso.reporting.phrases import Desk
from sayso.reporting.reactions import reactions_section
from sayso.reporting.reasons import why_section
from sayso.reporting.summary import asides, counts, dateline, summary_section
from sayso.reporting.timeline import timeline_section
from sayso.reporting.voices import voices_section
from sayso.reporting.words import one_line
from sayso.reporting.written import add_written

BlockType = TypeVar("BlockType", bound=Block)


def build(view: CaseView, *, with_copies: bool = True) -> Dossier:
    """Write a case up; `with_copies` adds the whole text of every quoted document, to which the notes lead.

    Raises:
        CaseDamaged: when a passage is not what its document says at that place.
    """
    desk = Desk(view)
    sections = add_written(desk, drawn_sections(desk))
    notes = desk.book.notes()
    return Dossier(
        name=one_line(view.name),
        title=one_line(view.title) or one_line(view.name),
        dateline=dateline(desk),
        counts=counts(desk),
        tag=one_line(view.note) if view.note else None,
        state=state(view.now),
        asides=asides(desk),
        sections=sections,
        checks=checks(desk, sections, notes),
        notes=notes,
        copies=copies(notes, desk.documents.values()) if with_copies else (),
        redacted=view.redacted,
    )


def drawn_sections(desk: Desk) -> tuple[Section, ...]:
    """The program's own sections, in the order of the report; those without anything to say are left out."""
    drawn = (
        summary_section(desk),
        figures_section(desk),
        why_section(desk),
        unknown_section(desk),
        voices_section(desk),
        reactions_section(desk),
        timeline_section(desk),
        map_section(desk),
        cast_section(desk),
        sources_section(desk),
        refused_section(desk),
        method_section(desk),
    )
    return tuple(s for s in drawn if s is not None)


def section_of(dossier: Dossier, name: str) -> Section | None:
    """Find a section by its id."""
    return next((s for s in dossier.sections if s.id == name), None)


def blocks_of(dossier: Dossier, kind: type[BlockType]) -> tuple[BlockType, ...]:
    """All blocks of one kind, in the order of the report."""
    return tuple(b for s in dossier.sections for b in s.blocks if isinstance(b, kind))
