"""A case without some sources, and without whatever goes back to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.errors import UsageError
from sayso.explaining import leave_out
from sayso.records import AchMethod, Matrix, Origins, Reading, WhatIf
from sayso.store import CaseStore
from sayso.weighing import weigh
from sayso.workbench.basis import Basis
from sayso.workbench.decisions import grades_of, overrules_of
from sayso.workbench.matrix import Hung, distrusted_of, ground_of, hangs_of, matrix_of
from sayso.workbench.view import reported

_DEPENDS = frozenset(("reprint", "rewrite", "cites"))


def what_if(store: CaseStore, basis: Basis, sources: Sequence[str], *, citing: bool, method: AchMethod) -> WhatIf:
    """See `sayso.workbench.Case.without`."""
    names = {name.strip().casefold() for name in sources if name.strip()}
    if not names:
        raise UsageError("Say which sources to leave out, by the names that sayso show CASE sources gives them.")
    rows = store.decisions()
    readings = [done.reading for done in basis.reviewed(rows).values()]
    documents = [reading.document for reading in readings]
    origins = basis.origins(overrules_of(rows))
    grades, distrusted = grades_of(rows), distrusted_of(rows)
    gone = _documents(readings, origins, names, citing=citing)
    matrix = matrix_of(rows, ground=ground_of(documents, origins, grades))
    left = _rows(matrix, hangs_of(rows), readings, names, gone) if matrix is not None else []
    subject = reported(basis.groups(rows), readings, rows)
    now = weigh(subject, origins, grades=grades, distrusted=distrusted)
    rest = [reading for reading in subject if reading.document.id not in gone]
    speakers = _spellings(readings, names)
    then = weigh(rest, origins, grades=grades, distrusted=(*distrusted, *sources, *speakers))
    return WhatIf(
        sources=tuple(sources),
        citing=citing,
        documents=tuple(d.id for d in documents if d.id in gone),
        rows=tuple(matrix.evidence[index].name for index in left) if matrix is not None else (),
        verdict=leave_out(matrix, left, " and ".join(sources), method)
        if matrix is not None and len(matrix.hypotheses) > 1 and matrix.evidence
        else None,
        figures={
            key: (found, then.figures[key])
            for key, found in now.figures.items()
            if key in then.figures
            and (found.minimum, found.best, found.maximum)
            != (then.figures[key].minimum, then.figures[key].best, then.figures[key].maximum)
        },
    )


def _documents(readings: Iterable[Reading], origins: Origins, names: set[str], *, citing: bool) -> set[str]:
    """Documents of the named outlets, and those that depend on them, through any number of steps."""
    gone = {r.document.id for r in readings if (r.document.outlet or "").casefold() in names}
    more = citing
    while more:
        found = {k.id for k in origins.documents if k.of in gone and k.relation in _DEPENDS} - gone
        gone |= found
        more = bool(found)
    return gone


def _spellings(readings: Iterable[Reading], names: set[str]) -> tuple[str, ...]:
    """Speakers by the names that figures know them by, where the case of letters differs from what was typed."""
    said = {
        name
        for reading in readings
        for claim in reading.claims
        if claim.source is not None
        for name in (claim.source.entity, claim.source.text)
        if name and name.casefold() in names
    }
    return tuple(sorted(said))


def _rows(
    matrix: Matrix, hung: dict[str, tuple[Hung, ...]], readings: Iterable[Reading], names: set[str], gone: set[str]
) -> list[int]:
    """Numbers of the rows that go: of a named source or origin, or resting on nothing but what goes.

    A source all of whose documents go (an outlet that only repeats a named one) goes with them.
    """
    held: dict[str, set[str]] = {}
    for reading in readings:
        held.setdefault((reading.document.outlet or "").casefold(), set()).add(reading.document.id)
    silent = names | {outlet for outlet, documents in held.items() if outlet and documents <= gone}
    found = []
    for index, row in enumerate(matrix.evidence):
        claims = hung.get(row.name, ())
        if claims:
            out = all(one.document in gone or (one.speaker or "").casefold() in names for one in claims)
        else:
            out = bool({(row.source or "").casefold(), (row.origin or "").casefold()} & silent)
        if out:
            found.append(index)
    return found
