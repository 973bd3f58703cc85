"""What to look at before a report leaves the room."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reporting.blocks import Check, Section, Standings, Words
from sayso.reporting.figures import proposed_count
from sayso.reporting.notes import Note
from sayso.reporting.phrases import Desk
from sayso.reporting.words import plural


def checks(desk: Desk, sections: Sequence[Section], notes: tuple[Note, ...]) -> tuple[Check, ...]:
    """What to look at before the report leaves the room."""
    view = desk.view
    stands = [row for s in sections for b in s.blocks if isinstance(b, Standings) for row in b.rows]
    loose = sum(row.standing != "unknown" and not row.sentence.notes for row in stands)
    found = [
        Check(ok=False, says=f"{plural(loose, 'statement leads', 'statements lead')} to no passage.")
        if loose
        else Check(ok=True, says="Every statement leads to a passage, or says that none was found.")
    ]
    bare = sorted({n.document for n in notes if n.retrieved is None})
    total = len({n.document for n in notes})
    if bare:
        found.append(Check(ok=False, says=f"{len(bare)} of {total} quoted documents have no archived copy."))
    elif total:
        found.append(Check(ok=True, says=f"All {total} quoted documents have an archived copy."))
    if proposed := proposed_count(desk):
        found.append(Check(ok=False, says=f"{plural(proposed, 'figure rests', 'figures rest')} on a proposed claim."))
    undated = sum(not r.document.published for r in view.readings)
    if undated:
        found.append(Check(ok=False, says=f"{plural(undated, 'document is', 'documents are')} undated."))
    found += _of_explanations(desk)
    found += _of_people(desk, [block for s in sections for block in s.blocks if isinstance(block, Words)])
    if unread := sum(bool(r.document.unread) for r in view.readings):
        found.append(Check(ok=False, says=f"{plural(unread, 'document was', 'documents were')} kept but not read."))
    if view.waiting:
        found.append(Check(ok=False, says=f"{plural(view.waiting, 'document is', 'documents are')} still to be read."))
    if view.refused:
        found.append(Check(ok=False, says=f"{plural(len(view.refused), 'input was', 'inputs were')} refused."))
    return tuple(found)


def _of_explanations(desk: Desk) -> list[Check]:
    """What the matrix and the grades leave open."""
    view = desk.view
    found: list[Check] = []
    if view.matrix is not None:
        empty = sum(c is None for e in view.matrix.evidence for c in e.cells)
        if empty:
            found.append(Check(ok=False, says=f"{plural(empty, 'cell')} of the matrix not rated yet."))
    if not any(p.grade for p in view.sources):
        found.append(Check(ok=False, says="No source has been graded yet."))
    if view.verdict is not None and (untested := view.verdict.gaps.untested):
        found.append(
            Check(
                ok=False,
                says=f"{plural(len(untested), 'explanation has', 'explanations have')} nothing against"
                f" {'it' if len(untested) == 1 else 'them'}: untested, not confirmed.",
            )
        )
    return found


def _of_people(desk: Desk, own: Sequence[Words]) -> list[Check]:
    """What people wrote and foretold that needs another look."""
    view = desk.view
    found: list[Check] = []
    if stale := sum(block.stale for block in own):
        found.append(
            Check(
                ok=False,
                says=f"{plural(stale, 'own text stands', 'own texts stand')} for an account that has changed.",
            )
        )
    if bare_words := sum(not any(s.notes for p in block.paragraphs for s in p) for block in own):
        found.append(
            Check(ok=False, says=f"{plural(bare_words, 'text of yours leads', 'texts of yours lead')} to no passage.")
        )
    if late := sum(one.state == "open" and one.by < (view.now or "")[:10] for one in view.indicators):
        found.append(
            Check(ok=False, says=f"{plural(late, 'indicator is', 'indicators are')} past the day and not settled.")
        )
    return found
