"""The claims of a case by column: small enough to be sent whole, so that the page filters without asking."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sayso.desk.web.answers.base import Named
from sayso.desk.web.answers.documents import ClaimTable
from sayso.desk.web.atlas import Atlas, atlas_of
from sayso.records import Actor, Claim, ClaimReview, Figure, Reading
from sayso.workbench import Now, Reviewed, Version

LONGEST = 200
"""Characters of a content that the table shows."""

CERTAINTIES = ("certain", "probable", "possible", "unknown")
STATES = ("proposed", "accepted", "rejected", "edited", "marked", "adrift")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

SCALARS = ("id", "document", "speaker", "outlet", "origin", "certainty", "polarity", "score", "state", "start", "end",
           "text", "via", "figures")  # fmt: skip
LISTS = ("actor", "place", "day")


class Row(NamedTuple):
    """One claim, with names where the table has positions."""

    id: str
    speaker: str
    certainty: int
    polarity: int
    score: int
    state: int
    start: int
    end: int
    text: str
    via: str
    figures: str
    names: tuple[str, ...]
    places: tuple[str, ...]
    days: tuple[str, ...]


class Tables:
    """Makes tables; remembers the rows of documents whose reading is the same as before."""

    def __init__(self) -> None:
        self._rows: dict[str, tuple[Reviewed, list[Row]]] = {}

    def rows(self, now: Now, document: str) -> list[Row]:
        """Rows of one document in text order."""
        done = now.reviewed[document]
        kept = self._rows.get(document)
        if kept is None or kept[0].reading is not done.reading or kept[0].reviews != done.reviews:
            kept = (done, list(_rows(done, atlas_of(now))))
            self._rows[document] = kept
        return kept[1]

    def table(
        self, now: Now, actors: Sequence[Actor], origins: dict[str, str], documents: Iterable[str] | None = None
    ) -> ClaimTable:
        """The table of all documents, or of some.

        Args:
            now: the case.
            actors: as last weighed; claims are tied to them by spelling.
            origins: origin by document, as last weighed; empty before.
            documents: which; else all.
        """
        wanted = [d for d in (now.reviewed if documents is None else documents) if d in now.reviewed]
        who = {s: n for n, actor in enumerate(actors) for s in (actor.name, *actor.spellings)}
        lists: dict[str, dict[str, int]] = {k: {} for k in ("speaker", "outlet", "place", "day", "origin")}
        columns: dict[str, list[Any]] = {name: [] for name in (*SCALARS, *LISTS)}
        for number, document in enumerate(wanted):
            rows = self.rows(now, document)
            count = len(rows)
            if not count:
                continue
            columns["document"] += [number] * count
            columns["outlet"] += [_at(lists["outlet"], now.reviewed[document].reading.document.outlet)] * count
            columns["origin"] += [_at(lists["origin"], origins.get(document))] * count
            columns["speaker"] += [_at(lists["speaker"], r.speaker) for r in rows]
            for name in ("id", "certainty", "polarity", "score", "state", "start", "end", "text", "via", "figures"):
                columns[name] += [getattr(r, name) for r in rows]
            columns["actor"] += [sorted({who[n] for n in r.names if n in who}) for r in rows]
            columns["place"] += [[_at(lists["place"], p) for p in r.places] for r in rows]
            columns["day"] += [[_at(lists["day"], d) for d in r.days] for r in rows]
        spots = atlas_of(now).spots
        return ClaimTable(
            whole=documents is None,
            n=len(columns["id"]),
            documents=tuple(wanted),
            speakers=tuple(lists["speaker"]),
            outlets=tuple(lists["outlet"]),
            actors=tuple(Named(id=a.id, name=a.name) for a in actors),
            places=tuple(Named(id=p, name=spots[p].stands.name) for p in lists["place"]),
            days=tuple(lists["day"]),
            origins=tuple(lists["origin"]) if origins else None,
            columns=columns,
        )


def _at(known: dict[str, int], name: str | None) -> int:
    return known.setdefault(name, len(known)) if name else -1


def table_key(version: Version | None, since: str | None = None) -> str:
    """What a table is kept under: actors and origins come from the weighing, so one made before it is another one."""
    return f"claims {since or ''} {version or ''}"


def changed_since(now: Now, version: Version, decided: Sequence[Any]) -> list[str] | None:
    """Documents whose rows may differ from those of an earlier version; null when all may.

    Args:
        now: the case.
        version: of the table that is known.
        decided: decisions made or undone since.
    """
    if version.held != now.version.held or any(d.kind not in _APART for d in decided):
        return None
    touched = {d.subject for d in decided if d.kind == "claim"}
    named = {d.value["document"] for d in decided if d.kind == "claim"}
    if len(touched) > _MANY:
        return None
    changed = named.union(now.holding(touched))
    return [name for name in now.reviewed if name in changed]


_APART = ("claim", "grade", "distrust", "hypothesis", "evidence", "rating", "setting")
"""Kinds of decisions that change no row but those of the claims that they name."""

_MANY = 500


def _rows(done: Reviewed, atlas: Atlas) -> Iterator[Row]:
    reading = done.reading
    noted = {r.claim: r for r in done.reviews}
    spans = _Spans(reading, atlas)
    standing = {c.id for c in reading.claims}
    shown: list[tuple[Claim, ClaimReview | None]] = [(c, noted.get(c.id)) for c in reading.claims]
    shown += [(r.program, r) for r in done.reviews if r.program is not None and r.claim not in standing]
    rows = [_row(claim, note, spans) for claim, note in shown]
    if len(shown) != len(standing):
        rows.sort(key=lambda r: (r.start, r.end))
    yield from rows


def _row(claim: Claim, noted: ClaimReview | None, spans: _Spans) -> Row:
    start = claim.content[0].start if claim.content else 0
    end = claim.content[-1].end if claim.content else 0
    text = " … ".join(" ".join(s.text.split()) for s in claim.content)
    pieces = [(s.start, s.end) for s in claim.content]
    around = [*pieces, (claim.source.start, claim.source.end)] if claim.source else pieces
    said = " ".join((claim.source.entity or claim.source.text).split()) if claim.source else ""
    return Row(
        id=claim.id,
        speaker=said,
        certainty=CERTAINTIES.index(claim.certainty),
        polarity=int(claim.polarity == "denied"),
        score=round(claim.score * 100),
        state=STATES.index(noted.state) if noted else 0,
        start=start,
        end=end,
        text=text if len(text) <= LONGEST else text[: LONGEST - 1] + "…",
        via=", ".join(" ".join(s.text.split()) for s in claim.via),
        figures="; ".join(_figure(f) for f in spans.figures.inside(pieces)),
        names=tuple(spans.names.inside(around)),
        places=tuple(dict.fromkeys(spans.places.inside(pieces))),
        days=tuple(dict.fromkeys(spans.days.inside(pieces))),
    )


def _figure(figure: Figure) -> str:
    low, high = figure.low, figure.high
    numbers = "some" if low is None and high is None else f"{low}" if low == high else f"{low or '?'}–{high or '?'}"
    return f"{'not ' if figure.negated else ''}{figure.what} {numbers}"


class _Inside:
    """Things by where they stand, to be found inside spans."""

    def __init__(self, found: Iterable[tuple[int, int, Any]]) -> None:
        self.all = sorted(found, key=lambda f: f[:2])
        self.starts = [f[0] for f in self.all]

    def inside(self, spans: Sequence[tuple[int, int]]) -> list[Any]:
        """All that stand in one of these spans, in text order within each."""
        found = []
        for start, end in spans:
            for at in range(bisect_left(self.starts, start), len(self.all)):
                if self.starts[at] >= end:
                    break
                if self.all[at][1] <= end:
                    found.append(self.all[at][2])
        return found


class _Spans:
    def __init__(self, reading: Reading, atlas: Atlas) -> None:
        places = zip(reading.places, atlas.names.get(reading.document.id, ()), strict=False)
        self.figures = _Inside((f.start, f.end, f) for f in reading.figures if not f.background)
        self.names = _Inside((m.start, m.end, m.text) for m in reading.mentions)
        self.places = _Inside((p.start, p.end, name) for p, name in places)
        self.days = _Inside((t.start, t.end, t.value[:10]) for t in reading.times if _DAY.match(t.value))
