"""Why it happened: explanations as claimed, scores side by side, the matrix, and what would change the order."""

from __future__ import annotations

from sayso.records import Evidence, LeftOut, Matrix, Verdict
from sayso.reporting.blocks import (
    Block,
    Cell,
    Grid,
    GridRow,
    Paragraph,
    Run,
    ScoreRow,
    Scores,
    Section,
    Sentence,
    Table,
)
from sayso.reporting.foresight import around
from sayso.reporting.gaps import METHOD_WORDS, gap_sentences, leading_words
from sayso.reporting.notes import name_of
from sayso.reporting.phrases import FOLD_AT, Desk, ours, record, theirs
from sayso.reporting.summary import main_incident
from sayso.reporting.words import clean, counted, listed, number, one_line, percent, plural, sentence

MOST_OFFERED = 40
IN_WORDS = 4
"""Explanations written out; the table has all of them."""
METHODS = (("counts", "Counts"), ("parc", "PARC"), ("squared", "Squared"))


def why_section(desk: Desk) -> Section:
    """Scores and matrix when there is one; and the reasons that documents offer, which nobody has weighed yet."""
    matrix, verdict = desk.view.matrix, desk.view.verdict
    blocks: list[Block] = []
    if matrix is not None and verdict is not None and verdict.hypotheses:
        scores = _scores(matrix, verdict)
        blocks += [Paragraph(sentences=_verdict_words(scores, matrix, verdict)), scores, _grid(desk, matrix, verdict)]
        labels = {row.name: f"E{i}" for i, row in enumerate(matrix.evidence, 1)}
        blocks += around(desk, verdict, letters(matrix), labels)
    else:
        blocks.append(Paragraph(sentences=(record("No explanation has been rated against the evidence yet."),)))
    offered = _offered(desk)
    blocks += [offered] if offered else []
    return Section(id="why", title="Why it happened", blocks=tuple(blocks))


def letters(matrix: Matrix) -> dict[str, str]:
    """A letter for each hypothesis, in the matrix's order: A to Z, then H27 and on."""
    return {
        name: chr(ord("A") + i) if i < 26 else f"H{i + 1}" for i, name in enumerate(dict.fromkeys(matrix.hypotheses))
    }


def rank_word(rank: int, ranks: list[int]) -> str:
    """Write a rank so that nobody takes it for a score: `1st`, or with its tie `2=`."""
    if ranks.count(rank) > 1:
        return f"{rank}="
    ending = "th" if rank % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{ending}"


def _scores(matrix: Matrix, verdict: Verdict) -> Scores:
    named = letters(matrix)
    ranks = {m: [_rank(h.scores, h.ranks, m, verdict) for h in verdict.hypotheses] for m, _ in METHODS}
    rows = []
    for h in sorted(verdict.hypotheses, key=lambda h: (-h.probability, h.name)):
        cells = tuple(
            (m, number(round(h.scores[m], 2)), rank_word(_rank(h.scores, h.ranks, m, verdict), ranks[m]))
            for m, _ in METHODS
            if m in h.scores
        )
        rows.append(
            ScoreRow(
                letter=named.get(h.name, "?"),
                name=one_line(h.name),
                leads=leading_words(h.name, verdict),
                scores=cells,
                probability=h.probability,
                low=h.low,
                high=h.high,
                words=h.words,
            )
        )
    methods = tuple(word for m, word in METHODS if any(m in h.scores for h in verdict.hypotheses))
    return Scores(
        rows=tuple(rows),
        methods=methods,
        separated=verdict.separated,
        agree=len({frozenset(v) for v in verdict.leaders_by_method.values()}) <= 1,
        by_method=_by_method(verdict, named),
        settled=_settled(verdict, named),
        tried=_tried(verdict),
        gaps=gap_sentences(verdict, named, {e.name: f"E{i + 1}" for i, e in enumerate(matrix.evidence)}),
        changes=tuple(_change(item, named, matrix, verdict) for item in verdict.without if item.changes),
    )


def _by_method(verdict: Verdict, named: dict[str, str]) -> str:
    """Say who leads under which method: `A and B by counts, B by PARC and Bayes`."""
    methods: dict[str, list[str]] = {}
    for method, word in METHOD_WORDS.items():
        if names := verdict.leaders_by_method.get(method):
            methods.setdefault(listed([named.get(n, "?") for n in names]), []).append(word)
    return ", ".join(f"{letters} by {listed(words)}" for letters, words in methods.items())


def _rank(scores: dict[str, float], ranks: dict[str, int], method: str, verdict: Verdict) -> int:
    """Rank under one method: as the verdict gives it, else counted from the scores (smaller is better)."""
    if method in ranks:
        return ranks[method]
    mine = scores.get(method, float("inf"))
    return 1 + sum(h.scores.get(method, float("inf")) < mine - 1e-9 for h in verdict.hypotheses)


def _settled(verdict: Verdict, named: dict[str, str]) -> str:
    """One clause on whether the leaders stand apart, and whether the methods agree."""
    lead = f"By {METHOD_WORDS[verdict.method]}, {listed([named.get(n, '?') for n in verdict.leaders])}"
    by_method = {frozenset(v) for v in verdict.leaders_by_method.values()}
    agree = "the scores agree on who leads" if len(by_method) <= 1 else "the scores do not agree on who leads"
    if len(verdict.leaders) > 1:
        return f"{lead} lead together and are not separated; {agree}"
    if verdict.separated:
        return f"{lead} stands apart from the rest; {agree}"
    near = [named.get(n, "?") for n in verdict.contenders if n not in verdict.leaders]
    return f"{lead} leads, but is not separated from {listed(near) or 'the next'}; {agree}"


def _change(item: LeftOut, named: dict[str, str], matrix: Matrix, verdict: Verdict) -> Sentence:
    """Say who leads once one thing is left out; a row is named by its label, with a link to it."""
    lead = listed([named.get(n, one_line(n)) for n in item.leaders]) or "none"
    verb = "leads" if len(item.leaders) == 1 else "lead"
    alone = " alone" if len(item.leaders) == 1 and len(verdict.leaders) > 1 else ""
    numbers = [i + 1 for i, row in enumerate(matrix.evidence) if row.name == item.name]
    if item.kind == "row" and numbers:
        label = ours(f"E{numbers[0]}", link=f"e{numbers[0]}")
        return Sentence(
            runs=(ours("Without "), label, ours(f", {one_line(item.name)}, {lead} {verb}{alone}.")), about="judgement"
        )
    name = one_line(item.name)
    name = f"“{name}”" if name[:1].islower() else name
    text = f"Without the {item.kind} {name}, {lead} {verb}{alone}."
    return Sentence(runs=(ours(text),), about="judgement")


def _doubts(verdict: Verdict) -> str:
    if verdict.doubts:
        return f": {'; '.join(verdict.doubts)}"
    return ", since no single change alters who leads" if verdict.confidence == "high" else ""


def _verdict_words(scores: Scores, matrix: Matrix, verdict: Verdict) -> tuple[Sentence, ...]:
    """The verdict in words. Never a winner alone; likelihood and confidence in sentences of their own."""
    said = [_judged(row, first=i == 0) for i, row in enumerate(scores.rows[:IN_WORDS])]
    rest = scores.rows[IN_WORDS:]
    if rest:
        most = percent(max(row.probability for row in rest))
        who = counted(len(rest), "other explanation stands", "other explanations stand", first=True)
        said.append(_judgement(f"{who} at {most} in 100{' or below' if len(rest) > 1 else ''}."))
    if not scores.agree:
        said.append(_judgement(f"The scores name different leaders: {scores.by_method}."))
    said += scores.gaps
    said.append(_judgement(sentence(scores.settled)))
    said.append(_judgement(f"Confidence in this order is {verdict.confidence}{_doubts(verdict)}."))
    if scores.changes:
        count = counted(len(scores.changes), "single omission changes", "single omissions change", first=True)
        said.append(_judgement(f"{count} who leads; they are listed below the scores."))
    else:
        said.append(_judgement("No single row, source or origin changes who leads when left out."))
    said.append(_judgement("These judgements rest on ", *_links(matrix)))
    return tuple(said)


def _judgement(text: str, *more: Run) -> Sentence:
    return Sentence(runs=(ours(text), *more), about="judgement")


def _judged(row: ScoreRow, *, first: bool) -> Sentence:
    """One explanation with its likelihood: `B, Denying the road: likely, 60 in 100; between 43 and 76 over ...`."""
    words = f"{row.words}, " if row.words else ""
    text = f", {row.name}: {words}{percent(row.probability)} in 100"
    if row.low is not None and row.high is not None:
        text += f"; between {percent(row.low)} and {percent(row.high)}"
        text += " over every single change tried" if first else ""
    return Sentence(runs=(ours(row.letter, strong=True), ours(f"{text}.")), about="judgement")


def _links(matrix: Matrix) -> tuple[Run, ...]:
    """Links to the rows of the matrix; a long matrix is named by its first and last."""
    count = len(matrix.evidence)
    shown = range(1, count + 1) if count <= 6 else (1, count)
    runs: list[Run] = [ours("row " if count == 1 else "rows ")]
    for i in shown:
        runs += [ours(" to " if count > 6 else ", ")] if i > 1 else []
        runs.append(ours(f"E{i}", link=f"e{i}"))
    return (*runs, ours(" of the matrix."))


def _grid(desk: Desk, matrix: Matrix, verdict: Verdict) -> Grid:
    scored = {e.name: e for e in verdict.evidence}
    named = letters(matrix)
    rows = []
    for i, row in enumerate(matrix.evidence):
        score = scored.get(row.name)
        rows.append(
            GridRow(
                id=f"e{i + 1}",
                label=f"E{i + 1}",
                name=one_line(row.name),
                origin=one_line(row.source or "") or desk.origin(row.origin) or "not named",
                grade=row.grade,
                weight=_weight(row),
                cells=row.cells,
                spread="–" if score is None else f"{score.diagnosticity:.2f}",
                between="–" if score is None else f"{score.between_leaders:.2f}",
                decides=bool(score and score.decides),
                notes=desk.cite(row.passages),
            )
        )
    return Grid(letters=tuple(named.values()), names=tuple(one_line(n) for n in named), rows=tuple(rows))


def _weight(row: Evidence) -> str:
    if row.set_aside:
        return "set aside: its source is distrusted"
    parts = [one_line(v) for v in (row.credibility, row.relevance) if v]
    return " × ".join(parts)


def _tried(verdict: Verdict) -> str | None:
    """Say how many rows, sources and origins were left out in turn, and how many of them change nothing."""
    if not verdict.without:
        return None
    kinds = (("row", "row"), ("source", "source"), ("origin", "origin"))
    count = [counted(n, word) for kind, word in kinds if (n := sum(w.kind == kind for w in verdict.without))]
    still = sum(not w.changes for w in verdict.without)
    change = len(verdict.without) - still
    who = f"{change:,} of these {'changes' if change == 1 else 'change'}" if change else "None of these changes"
    return f"Left out one at a time: {listed(count)}. {who} who leads."


def _offered(desk: Desk) -> Table | None:
    """Reasons and purposes that documents offer, in their words: candidates, not findings."""
    found = [(r.document, e) for r in desk.view.readings for e in r.explanations]
    found = [
        (d, e)
        for d, e in found
        if not ((link := desk.relation_of.get(d.id)) and link.relation == "reprint" and link.of in desk.documents)
    ]
    incident = main_incident(desk)
    about = set(incident.documents) if incident else {d.id for d, _ in found}
    aside = sum(d.id not in about for d, _ in found)
    found = [(d, e) for d, e in found if d.id in about]
    if not found:
        return None
    left = len(found) - MOST_OFFERED
    more = f" {plural(left, 'further passage is', 'further passages are')} left out." if left > 0 else ""
    if aside:
        more += f" {plural(aside, 'passage', 'passages')} in reports of other happenings left out."
    return Table(
        id="offered",
        caption=f"Reasons that documents offer, in their words: proposed by the program, not weighed.{more}",
        columns=("Words", "In", "Given as"),
        rows=tuple(
            (
                Cell(runs=(theirs(e.text, d),), notes=desk.cite([desk.passage(d, e.start, e.end)])),
                Cell(runs=(ours(name_of(d)),)),
                Cell(runs=(ours(clean(e.certainty)),)),
            )
            for d, e in found[:MOST_OFFERED]
        ),
        folded="Reasons that documents offer" if len(found) > FOLD_AT else None,
    )
