"""Commands without a case: files in, JSON out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.desk import talk
from sayso.desk.progress import Progress, counted
from sayso.engine import EngineName
from sayso.records import AchMethod, RuleName

if TYPE_CHECKING:
    from sayso.records import Reading


Files = Annotated[
    list[str], typer.Argument(metavar="FILES", help="Files, folders, globs, URLs, or - for standard input.")
]
Published = Annotated[str | None, typer.Option(help="Publication date (ISO 8601), before one found in the bytes.")]
Outlet = Annotated[str | None, typer.Option(help="Outlet, before one found in the bytes.")]
EngineOption = Annotated[EngineName, typer.Option(help="Where to run; ray needs the extra of that name.")]
Workers = Annotated[int, typer.Option(min=1, help="Processes to use.")]
IncidentOption = Annotated[
    str | None,
    typer.Option(metavar="ID", help="Which incident: its id or a document's; else the one chosen, or the largest."),
]
RuleOption = Annotated[RuleName, typer.Option(help="Coding rule for contested figures.")]
AlwaysJson = Annotated[
    bool, typer.Option("--json", show_default=False, help="Print JSON, which is what it does anyway.")
]
AlwaysJsonl = Annotated[
    bool, typer.Option("--jsonl", show_default=False, help="Print JSON Lines, which is what it does anyway.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsJsonLines = Annotated[
    bool, typer.Option("--json", help="Print JSON: one object a line for each thing that was done.")
]


def readings(
    files: list[str], *, published: str | None, outlet: str | None, engine: EngineName, workers: int
) -> Iterator[Reading | None]:
    """Read inputs; a refused one is named on standard error and comes as None."""
    from sayso.records import Refused  # noqa: PLC0415 - rooms load when a command runs
    from sayso.workbench import CollectOptions, read_inputs  # noqa: PLC0415

    options = CollectOptions(published=published, outlet=outlet)
    found = read_inputs(files, options=options, stdin=talk.stdin(), engine=engine, workers=workers)
    for item in counted(found, "documents read"):
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
    with Progress("tracing origins"):
        found = trace([r.document for r in kept], readings=kept)
    talk.out_json(found)
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
    with Progress("grouping incidents"):
        found = group(kept, rule=rule)
    talk.out_json({"incidents": found})
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
        found = weigh_each(files, rule=rule, stdin=talk.stdin(), engine=engine, workers=workers)
        for item in counted(found, "incidents weighed"):
            if isinstance(item, Refused):
                refused += 1
                talk.refuse(item.name, item.reason)
            else:
                talk.out_json({"id": item[0], "figures": item[1]})
    else:
        kept, refused = _all(files, published=published, outlet=outlet, engine=engine, workers=workers)
        with Progress("weighing"):
            weighed = weigh_all(kept, rule=rule)
        talk.out_json(weighed)
    finish(refused)


def resolve(
    claims: Annotated[
        str,
        typer.Argument(
            help="CSV (- for standard input): object,source,value and, if you like, origin,date,confidence."
        ),
    ],
    *,
    method: Annotated[
        str,
        typer.Option(
            help="auto, vote, truthfinder, sums, average-log, investment, pooled-investment, accu (finds copiers),"
            " accu-alone (does not), dawid-skene, crh, centre."
        ),
    ] = "auto",
    hierarchy: Annotated[
        str | None, typer.Option(help="CSV child,parent: a coarser value supports a finer one.")
    ] = None,
    known: Annotated[
        str | None, typer.Option(help="CSV object,value: answers that are known; sources are measured against them.")
    ] = None,
    crowd: Annotated[
        bool,
        typer.Option(
            "--crowd", help="Answers of many to one question, no reports: a mean, or a label nobody gave, may be held."
        ),
    ] = False,
    json: AsJson = False,
) -> None:
    """Resolve a table of who claims what.

    Each object gets one of its claimed values, never an average (but with --crowd). Where nothing tells the values
    apart, or how far a source can be relied on cannot be told, that is said.

    Example: sayso resolve claims.csv --known settled.csv --json
    """
    from sayso.workbench import resolve as resolve_table  # noqa: PLC0415

    with Progress("resolving"):
        found = resolve_table(claims, method=method, hierarchy=hierarchy, known=known, crowd=crowd, stdin=talk.stdin())
    for row in found.refused:
        talk.refuse(row.name, row.reason)
    if json:
        talk.out_json(found)
    else:
        from sayso.desk.boards import resolution  # noqa: PLC0415 - drawing loads for people only

        talk.lines(resolution(found, talk.width()))
    finish(len(found.refused))


def ach(
    matrix: Annotated[
        str, typer.Argument(help="CSV (- for standard input): evidence in rows, hypotheses in columns, CC C N I II NA.")
    ],
    *,
    method: Annotated[AchMethod, typer.Option(help="Which score ranks; all four are printed.")] = "bayes",
    json: AsJson = False,
) -> None:
    """Score competing hypotheses by four methods, with what decides the verdict.

    Example: sayso ach matrix.csv --json
    """
    from sayso.workbench import ach as score  # noqa: PLC0415

    with Progress("scoring"):
        verdict = score(matrix, method=method, stdin=talk.stdin())
    if json:
        talk.out_json(verdict)
    else:
        from sayso.desk.boards import board  # noqa: PLC0415 - drawing loads for people only

        talk.lines(board(verdict, talk.width()))


def register(app: typer.Typer) -> None:
    """Add these commands to the app, in the order of the help."""
    for function in (read, origins, incidents, weigh, resolve, ach):
        app.command()(function)
