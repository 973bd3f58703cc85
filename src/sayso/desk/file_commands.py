"""Commands without a case: files in, JSON out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.desk import talk
from sayso.engine import EngineName
from sayso.records import AchMethod, RuleName

if TYPE_CHECKING:
    from sayso.records import Reading


Files = Annotated[
    list[str], typer.Argument(metavar="FILES", help="Files, folders, globs, URLs, or - for standard input.")
]
Published = Annotated[str | None, typer.Option(help="Publication date (ISO 8601) of inputs that state none.")]
Outlet = Annotated[str | None, typer.Option(help="Outlet of inputs that state none.")]
EngineOption = Annotated[EngineName, typer.Option(help="Where to run; ray needs the extra of that name.")]
Workers = Annotated[int, typer.Option(min=1, help="Processes to use.")]
RuleOption = Annotated[RuleName, typer.Option(help="Coding rule for contested figures.")]
AlwaysJson = Annotated[
    bool, typer.Option("--json", show_default=False, help="Print JSON, which is what it does anyway.")
]
AlwaysJsonl = Annotated[
    bool, typer.Option("--jsonl", show_default=False, help="Print JSON Lines, which is what it does anyway.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def readings(
    files: list[str], *, published: str | None, outlet: str | None, engine: EngineName, workers: int
) -> Iterator[Reading | None]:
    """Read inputs; a refused one is named on standard error and comes as None."""
    from sayso.records import Refused  # noqa: PLC0415 - rooms load when a command runs
    from sayso.workbench import CollectOptions, read_inputs  # noqa: PLC0415

    options = CollectOptions(published=published, outlet=outlet)
    found = read_inputs(files, options=options, stdin=sys.stdin.buffer, engine=engine, workers=workers)
    for item in talk.counted(found, "documents read"):
        if isinstance(item, Refused):
            talk.refuse(item.name, item.reason)
            yield None
        else:
            if item.document.unread:
                talk.say(f"kept but not read: {item.document.path or item.document.id}: {item.document.unread}")
            yield item


def finish(refused: int) -> None:
    """Leave with 1 when inputs were refused."""
    if refused:
        raise typer.Exit(1)


def read(
    files: Files,
    *,
    published: Published = None,
    outlet: Outlet = None,
    jsonl: AlwaysJsonl = True,  # noqa: ARG001 - see help
    engine: EngineOption = "local",
    workers: Workers = 1,
) -> None:
    """Read documents: claims, mentions, places, times, figures, equipment, explanations.

    One JSON object a document, one a line, in input order.

    Example: sayso read report.html --published 2031-03-09
    """
    refused = 0
    for reading in readings(files, published=published, outlet=outlet, engine=engine, workers=workers):
        if reading is None:
            refused += 1
        else:
            talk.out_json(reading)
    finish(refused)


def _all(
    files: list[str], *, published: str | None, outlet: str | None, engine: EngineName, workers: int
) -> tuple[list[Reading], int]:
    found = list(readings(files, published=published, outlet=outlet, engine=engine, workers=workers))
    kept = [r for r in found if r is not None]
    return kept, len(found) - len(kept)


def origins(
    files: Files,
    *,
    published: Published = None,
    outlet: Outlet = None,
    engine: EngineOption = "local",
    workers: Workers = 1,
    json: AlwaysJson = True,  # noqa: ARG001 - see help
) -> None:
    """Tell which documents are really one origin: reprints, rewrites, citations.

    Example: sayso origins reports/
    """
    from sayso.workbench import origins as trace  # noqa: PLC0415

    kept, refused = _all(files, published=published, outlet=outlet, engine=engine, workers=workers)
    talk.out_json(trace([r.document for r in kept], readings=kept))
    finish(refused)


def incidents(
    files: Files,
    *,
    published: Published = None,
    outlet: Outlet = None,
    rule: RuleOption = "airwars",
    engine: EngineOption = "local",
    workers: Workers = 1,
    json: AlwaysJson = True,  # noqa: ARG001 - see help
) -> None:
    """Group documents by the incident that they report, and weigh each incident's figures.

    Example: sayso incidents week.jsonl.gz
    """
    from sayso.workbench import incidents as group  # noqa: PLC0415

    kept, refused = _all(files, published=published, outlet=outlet, engine=engine, workers=workers)
    talk.out_json({"incidents": group(kept, rule=rule)})
    finish(refused)


def weigh(
    files: Files,
    *,
    rule: RuleOption = "airwars",
    each: Annotated[
        bool, typer.Option("--each", help="Every line of JSON Lines input is an incident of its own.")
    ] = False,
    published: Published = None,
    outlet: Outlet = None,
    engine: EngineOption = "local",
    workers: Workers = 1,
    json: AlwaysJson = True,  # noqa: ARG001 - see help
) -> None:
    """Weigh all inputs as reports of one incident: minimum, best, maximum, with reasons.

    Example: sayso weigh reports/ --rule airwars
    """
    from sayso.records import Refused  # noqa: PLC0415
    from sayso.workbench import weigh as weigh_all  # noqa: PLC0415
    from sayso.workbench import weigh_each  # noqa: PLC0415

    refused = 0
    if each:
        found = weigh_each(files, rule=rule, stdin=sys.stdin.buffer, engine=engine, workers=workers)
        for item in talk.counted(found, "incidents weighed"):
            if isinstance(item, Refused):
                refused += 1
                talk.refuse(item.name, item.reason)
            else:
                talk.out_json({"id": item[0], "figures": item[1]})
    else:
        kept, refused = _all(files, published=published, outlet=outlet, engine=engine, workers=workers)
        talk.out_json(weigh_all(kept, rule=rule))
    finish(refused)


def resolve(
    claims: Annotated[
        str, typer.Argument(help="CSV with the columns object,source,value (optional origin,date,confidence).")
    ],
    *,
    method: Annotated[str, typer.Option(help="auto, vote, truthfinder, accu, dawid-skene, crh.")] = "auto",
    hierarchy: Annotated[
        str | None, typer.Option(help="CSV child,parent: a coarser value supports a finer one.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Resolve a table of who claims what.

    Example: sayso resolve claims.csv --method vote --json
    """
    from sayso.workbench import resolve as resolve_table  # noqa: PLC0415

    found = resolve_table(claims, method=method, hierarchy=hierarchy)
    if json:
        talk.out_json(found)
        return
    talk.table(
        ("object", "value", "support", "others"),
        (
            (o.object, o.value, round(o.support, 3), "; ".join(a.value for a in o.alternatives[:3]))
            for o in found.objects
        ),
    )
    talk.table(
        ("source", "reliability", "95 %", "claims"),
        ((s.source, round(s.reliability, 3), f"{s.low:.2f}-{s.high:.2f}", s.claims) for s in found.sources),
    )


def ach(
    matrix: Annotated[str, typer.Argument(help="CSV: rows are evidence, columns hypotheses, cells CC C N I II NA.")],
    *,
    method: Annotated[AchMethod, typer.Option(help="Which score ranks; all four are printed.")] = "bayes",
    json: AsJson = False,
) -> None:
    """Score competing hypotheses by four methods, with what decides the verdict.

    Example: sayso ach matrix.csv --json
    """
    from sayso.workbench import ach as score  # noqa: PLC0415

    verdict = score(matrix, method=method)
    if json:
        talk.out_json(verdict)
        return
    talk.table(
        ("rank", "hypothesis", "probability", "in words", "counts", "PARC", "squared"),
        (
            (
                h.rank,
                h.name,
                f"{h.probability:.0%}",
                h.words,
                h.scores["counts"],
                f"{h.scores['parc']:.2f}",
                h.scores["squared"],
            )
            for h in sorted(verdict.hypotheses, key=lambda h: h.rank)
        ),
    )
    lead = " and ".join(verdict.leaders)
    talk.out(f"Ahead by {method}: {lead}" + ("." if verdict.separated else ", but not separated from the next."))
    for row in (e for e in verdict.evidence if e.decides):
        talk.out(f"The verdict rests on: {row.name}")
    for left in (x for x in verdict.without if x.changes):
        talk.out(f"Without {left.kind} {left.name}: {' and '.join(left.leaders)}")


def register(app: typer.Typer) -> None:
    """Add these commands to the app, in the order of the help."""
    for function in (read, origins, incidents, weigh, resolve, ach):
        app.command()(function)
