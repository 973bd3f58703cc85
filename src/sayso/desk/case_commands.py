"""Commands on a case: make, fill, look, check, take away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.desk import talk
from sayso.desk.file_commands import (
    AsJson,
    AsJsonLines,
    EngineOption,
    IncidentOption,
    Outlet,
    Published,
    RuleOption,
    Workers,
    finish,
)
from sayso.desk.progress import Progress

if TYPE_CHECKING:
    from sayso.workbench import AddEvent

CasePath = Annotated[Path, typer.Argument(metavar="CASE", help="The case's folder.")]

Redact = Annotated[
    bool, typer.Option("--redact", help="Without the names of private persons and of sources marked sensitive.")
]


def new(
    case: CasePath,
    *,
    title: Annotated[str | None, typer.Option(help="What the case is about, for the report's head.")] = None,
    note: Annotated[str | None, typer.Option(help="A line that every report carries, such as who works on it.")] = None,
    json: AsJson = False,
) -> None:
    """Make an empty case: one folder with a case file and an archive.

    Example: sayso new strike-on-the-mill --title "Strike on the mill at Ostrava Road"
    """
    from sayso.workbench import Case  # noqa: PLC0415

    Case.new(case, title=title, note=note).close()
    talk.done({"made": case}, f"Made {case}. Next: sayso add {case} FILES-OR-URLS", json=json)


def tell(events: Iterable[AddEvent], *, json: bool = False) -> int:
    """Say what happened to each input; give the number refused."""
    counts: dict[str, int] = {}
    with Progress("stored") as progress:
        for event in events:
            counts[event.outcome] = counts.get(event.outcome, 0) + 1
            _advance(progress, event.outcome, counts)
            if json:
                talk.out_json(event)
            if event.outcome == "refused":
                talk.refuse(event.name, event.reason or "")
            elif event.outcome == "unread":
                talk.say(f"kept but not read: {event.name}: {event.reason}")
            elif event.outcome in ("stored", "snapshot"):
                talk.say(f"{event.outcome}: {event.name}" + (f" ({event.reason})" if event.reason else ""))
    if not json:
        parts = [f"{number} {word}" for word, number in counts.items()]
        talk.out(", ".join(parts) + "." if parts else "Nothing to do.")
    return counts.get("refused", 0)


def _advance(progress: Progress, outcome: str, counts: dict[str, int]) -> None:
    """First documents are stored, and nobody knows how many come; then those are read, and the bar has an end."""
    if outcome != "read":
        progress.done = sum(counts.values())
        return
    new = counts.get("stored", 0) + counts.get("snapshot", 0)
    progress.what, progress.done = "read", counts["read"]
    progress.total = new if new >= counts["read"] else None


def add(
    case: CasePath,
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUTS", help="Files, folders, globs, URLs, or - for standard input.")
    ],
    *,
    published: Published = None,
    outlet: Outlet = None,
    engine: EngineOption = "local",
    workers: Workers = 1,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds after which a URL is given up.")] = 20.0,
    json: AsJsonLines = False,
) -> None:
    """Collect documents into a case and read them; safe to repeat, takes up where it was stopped.

    Only URLs that you name are fetched; nothing else touches the network.

    Example: sayso add strike-on-the-mill reports/ https://ledger.example/strike
    """
    from sayso.workbench import Case, CollectOptions  # noqa: PLC0415

    options = CollectOptions(published=published, outlet=outlet, timeout=timeout)
    with Case.open(case, write=True) as opened:
        events = opened.add(inputs, options=options, stdin=talk.stdin(), engine=engine, workers=workers)
        finish(tell(events, json=json))


def import_(
    case: CasePath,
    file: Annotated[
        Path,
        typer.Argument(help="CSV: ACH matrix, grades, auto-archiver sheet; or what `add` takes; - is standard input."),
    ],
    *,
    who: Annotated[str | None, typer.Option(help="In whose name decisions are recorded.")] = None,
    json: AsJsonLines = False,
) -> None:
    """Take over other tools' work into a case.

    Example: sayso import strike-on-the-mill matrix.csv
    """
    from sayso.desk.people import me  # noqa: PLC0415
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        finish(tell(opened.import_file(file, who=who or me(), stdin=talk.stdin()), json=json))


def search(
    case: CasePath,
    words: Annotated[
        list[str], typer.Argument(help="Words that must all be there; quotation marks keep them together.")
    ],
    *,
    json: AsJson = False,
    limit: Annotated[int, typer.Option(min=1, help="Hits at most.")] = 50,
) -> None:
    """Search everything in a case, in any script.

    Example: sayso search strike-on-the-mill hospital killed
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Progress("searching"), Case.open(case) as opened:
        hits = opened.search(" ".join(words), limit=limit)
    if json:
        talk.out_json(hits)
        return
    from sayso.desk.lists import found  # noqa: PLC0415 - drawing loads for people only

    talk.lines(found(hits, talk.width()))
    if not hits:
        talk.say("Nothing in this case holds all these words.")


def report(
    case: CasePath,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="FILE.html, .md, .docx, or .pdf (an extra).")],
    rule: RuleOption = "airwars",
    yardstick: Annotated[str, typer.Option(help="Words of likelihood: icd203 or phia.")] = "icd203",
    redact: Redact = False,
    copies: Annotated[bool, typer.Option(help="With the archived texts that the notes lead to.")] = True,
    incident: IncidentOption = None,
    json: AsJson = False,
) -> None:
    """Write the footnoted report: every sentence leads to a verbatim passage in an archived copy.

    Example: sayso report strike-on-the-mill -o report.html
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Progress("writing"), Case.open(case) as opened:
        opened.report(output, rule=rule, yardstick=yardstick, redact=redact, copies=copies, incident=incident)
    talk.done({"wrote": output}, f"Wrote {output}", json=json)


def export(
    case: CasePath,
    *,
    to: Annotated[str, typer.Option(help="csv, json, jsonl, geojson, ftm, timemap, ucdp, acled, warc, wacz and more.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Where to write.")],
    redact: Redact = False,
    json: AsJson = False,
) -> None:
    """Write a case in another tool's form, the archive included.

    Example: sayso export strike-on-the-mill --to wacz -o strike.wacz
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Progress("writing"), Case.open(case) as opened:
        opened.export(to, output, redact=redact)
    talk.done({"wrote": output}, f"Wrote {output}", json=json)


def verify(case: CasePath, *, json: AsJson = False) -> None:
    """Re-hash every stored record and check the custody log; exit 1 if anything is wrong.

    Example: sayso verify strike-on-the-mill
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Progress("verifying"), Case.open(case) as opened:
        findings = opened.verify()
    wrong = [f for f in findings if not f.ok]
    if json:
        talk.out_json(findings)
    else:
        for finding in wrong:
            talk.out(f"WRONG  {finding.subject}: {finding.says}")
        talk.out(f"{len(findings) - len(wrong)} of {len(findings)} checks passed.")
    finish(len(wrong))


def serve(
    case: CasePath,
    *,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8321,
    host: Annotated[
        str, typer.Option(help="Address to listen on; one that others reach asks for a token.")
    ] = "127.0.0.1",
    who: Annotated[
        str | None, typer.Option(help="Name offered for decisions; else SAYSO_USER or the login name.")
    ] = None,
) -> None:
    """Work on a case in the browser: on this machine only, unless --host says otherwise.

    Example: sayso serve strike-on-the-mill
    """
    from sayso.desk.people import me  # noqa: PLC0415
    from sayso.desk.web import serve as run  # noqa: PLC0415 - the server loads when it is wanted

    run(case, port=port, host=host, who=who or me(), say=talk.say)


def demo(
    *,
    into: Annotated[Path, typer.Option(help="Folder for the case and the report.")] = Path("demo"),
    case: Annotated[str, typer.Option(help="Which bundled case: al-tanf-2017 or exercise.")] = "al-tanf-2017",
    json: AsJson = False,
) -> None:
    """Build a bundled case end to end, offline, and show its dossier.

    Example: sayso demo
    """
    from sayso.desk.showing import PARTS, What, dossier  # noqa: PLC0415
    from sayso.workbench import Case, build_demo  # noqa: PLC0415

    refused = 0
    with Progress("building the case") as progress:
        for event in build_demo(into, name=case):
            progress.done += event.outcome == "read"
            if event.outcome == "refused":
                refused += 1
                talk.refuse(event.name, event.reason or "")
            elif event.outcome == "unread":
                talk.say(f"kept but not read: {event.name}: {event.reason}")
        with Case.open(into / case) as opened:
            view = opened.view()
            opened.report(into / "report.html")
    if json:
        talk.out_json(PARTS[What.summary](view))
    else:
        dossier(view)
        talk.out(f"\nWrote {into / 'report.html'}: open it in a browser. The case is {into / case}.")
    finish(refused)


def doctor(*, json: AsJson = False) -> None:
    """Show what is installed: versions, the reader, digests of the data.

    Example: sayso doctor
    """
    from sayso.workbench import checkup  # noqa: PLC0415

    findings = checkup()
    if json:
        talk.out_json(findings)
    else:
        width = max(len(f.subject) for f in findings)
        for finding in findings:
            talk.out(f"{'ok' if finding.ok else 'MISSING':8}{finding.subject:{width}}  {finding.says}")
    finish(sum(not f.ok for f in findings))


def register(app: typer.Typer) -> None:
    """Add these commands to the app, in the order of the help."""
    from sayso.desk.showing import show  # noqa: PLC0415 - one module a subject

    first: tuple[Callable[..., None], ...] = (new, add, show, search, report, export)
    last: tuple[Callable[..., None], ...] = (verify, serve, demo, doctor)
    for function in first:
        app.command()(function)
    app.command("import")(import_)
    for function in last:
        app.command()(function)
