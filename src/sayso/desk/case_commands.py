"""Commands on a case: make, fill, look, check, take away."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.desk import talk
from sayso.desk.file_commands import AsJson, EngineOption, Outlet, Published, RuleOption, Workers, finish

if TYPE_CHECKING:
    from sayso.workbench import AddEvent

CasePath = Annotated[Path, typer.Argument(metavar="CASE", help="The case's folder.")]


def new(
    case: CasePath,
    *,
    title: Annotated[str | None, typer.Option(help="What the case is about, for the report's head.")] = None,
    note: Annotated[str | None, typer.Option(help="A line that every report carries, such as who works on it.")] = None,
) -> None:
    """Make an empty case: one folder with a case file and an archive.

    Example: sayso new strike-on-the-mill --title "Strike on the mill at Ostrava Road"
    """
    from sayso.workbench import Case  # noqa: PLC0415

    Case.new(case, title=title, note=note).close()
    talk.out(f"Made {case}. Next: sayso add {case} FILES-OR-URLS")


def tell(events: Iterable[AddEvent]) -> int:
    """Say what happened to each input; give the number refused."""
    counts: dict[str, int] = {}
    for event in talk.counted(events, "done"):
        counts[event.outcome] = counts.get(event.outcome, 0) + 1
        if event.outcome == "refused":
            talk.refuse(event.name, event.reason or "")
        elif event.outcome == "unread":
            talk.say(f"kept but not read: {event.name}: {event.reason}")
        elif event.outcome in ("stored", "snapshot"):
            talk.say(f"{event.outcome}: {event.name}" + (f" ({event.reason})" if event.reason else ""))
    parts = [f"{number} {word}" for word, number in counts.items()]
    talk.out(", ".join(parts) + "." if parts else "Nothing to do.")
    return counts.get("refused", 0)


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
) -> None:
    """Collect documents into a case and read them; safe to repeat, takes up where it was stopped.

    Only URLs that you name are fetched; nothing else touches the network.

    Example: sayso add strike-on-the-mill reports/ https://ledger.example/strike
    """
    from sayso.workbench import Case, CollectOptions  # noqa: PLC0415

    options = CollectOptions(published=published, outlet=outlet, timeout=timeout)
    with Case.open(case, write=True) as opened:
        events = opened.add(inputs, options=options, stdin=sys.stdin.buffer, engine=engine, workers=workers)
        finish(tell(events))


def import_(
    case: CasePath,
    file: Annotated[Path, typer.Argument(help="Matrix CSV, grades CSV, auto-archiver sheet, WARC, WACZ, JSON Lines.")],
    *,
    who: Annotated[str | None, typer.Option(help="In whose name decisions are recorded.")] = None,
) -> None:
    """Take over other tools' work into a case.

    Example: sayso import strike-on-the-mill matrix.csv
    """
    from sayso.desk.people import me  # noqa: PLC0415
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        finish(tell(opened.import_file(file, who=who or me())))


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

    with Case.open(case) as opened:
        hits = opened.search(" ".join(words), limit=limit)
    if json:
        talk.out_json(hits)
        return
    for hit in hits:
        place = hit.passage
        talk.out(f"{hit.outlet or 'outlet unknown'}, {hit.title or hit.document}, {place.start}-{place.end}")
        talk.out("  " + " ".join(place.text.split()))
    if not hits:
        talk.say("Nothing in this case holds all these words.")


def report(
    case: CasePath,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="FILE.html, .md, .docx, or .pdf (an extra).")],
    rule: RuleOption = "airwars",
) -> None:
    """Write the footnoted report: every sentence leads to a verbatim passage in an archived copy.

    Example: sayso report strike-on-the-mill -o report.html
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case) as opened:
        opened.report(output, rule=rule)
    talk.out(f"Wrote {output}")


def export(
    case: CasePath,
    *,
    to: Annotated[str, typer.Option(help="csv, json, jsonl, geojson, ftm, timemap, ucdp, acled, warc, wacz and more.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Where to write.")],
) -> None:
    """Write a case in another tool's form, the archive included.

    Example: sayso export strike-on-the-mill --to wacz -o strike.wacz
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case) as opened:
        opened.export(to, output)
    talk.out(f"Wrote {output}")


def verify(case: CasePath, *, json: AsJson = False) -> None:
    """Re-hash every stored record and check the custody log; exit 1 if anything is wrong.

    Example: sayso verify strike-on-the-mill
    """
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case) as opened:
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
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on 127.0.0.1; 0 takes a free one.")] = 8321,
) -> None:
    """Show a case in the browser, on this machine only (127.0.0.1).

    Example: sayso serve strike-on-the-mill
    """
    from sayso.desk.web import serve as run  # noqa: PLC0415 - the server loads when it is wanted

    run(case, port=port, say=talk.say)


def demo(
    *,
    into: Annotated[Path, typer.Option(help="Folder for the case and the report.")] = Path("demo"),
    case: Annotated[str, typer.Option(help="Which bundled case: al-tanf-2017 or exercise.")] = "al-tanf-2017",
) -> None:
    """Build a bundled case end to end, offline, and show its dossier.

    Example: sayso demo
    """
    from sayso.desk.showing import dossier  # noqa: PLC0415
    from sayso.workbench import Case, build_demo  # noqa: PLC0415

    refused = 0
    for event in talk.counted(build_demo(into, name=case), "done"):
        if event.outcome == "refused":
            refused += 1
            talk.refuse(event.name, event.reason or "")
        elif event.outcome == "unread":
            talk.say(f"kept but not read: {event.name}: {event.reason}")
    with Case.open(into / case) as opened:
        view = opened.view()
        dossier(view)
        opened.report(into / "report.html")
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
