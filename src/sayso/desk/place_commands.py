"""Commands on the places of a case: add a gazetteer, pin one place, list what was added."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.desk import talk
from sayso.desk.case_commands import CasePath
from sayso.desk.deciding_commands import Who
from sayso.desk.file_commands import AsJson, finish
from sayso.desk.people import me
from sayso.desk.progress import Progress

places = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Places of a case: add a gazetteer file, pin one place, list what was added.",
)

Country = Annotated[str | None, typer.Option(help="Two-letter code for places whose row names no country.")]


@places.command("add")
def add_places(
    case: CasePath,
    file: Annotated[
        Path,
        typer.Argument(help="GeoNames dump, Who's On First extract, CSV or GeoJSON (.gz, .zip too); - for stdin."),
    ],
    *,
    country: Country = None,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Add a gazetteer; later shows and reports of this case place names by it too. Safe to repeat.

    Example: sayso places add strike-on-the-mill SY.txt
    """
    from sayso.workbench import Case, add_places  # noqa: PLC0415

    with Progress("reading places"), Case.open(case, write=True) as opened:
        added = add_places(opened, file, who=who or me(), country=country, stdin=talk.stdin())
    for refused in added.refused:
        talk.refuse(refused.name, refused.reason)
    where = f" in {added.country}" if added.country else ""
    told = f"{_counted(added.places)}{where} from {added.name} ({added.form})"
    talk.done(added, f"Known already: {told}." if added.known else f"Added {told}.", json=json)
    finish(len(added.refused))


@places.command("pin")
def pin_place(
    case: CasePath,
    name: Annotated[str, typer.Argument(help="The name as reports write it.")],
    lat: Annotated[float, typer.Argument(help="Latitude, degrees WGS 84; put -- before a negative number.")],
    lon: Annotated[float, typer.Argument(help="Longitude.")],
    *,
    country: Country = None,
    kind: Annotated[str, typer.Option(help="facility, settlement, district or admin.")] = "facility",
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Say where a name is in this case; it wins over every gazetteer.

    Example: sayso places pin strike-on-the-mill "the old mill" 50.41 14.92
    """
    from sayso.workbench import Case, pin_place  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        decision = pin_place(opened, name, lat, lon, who=who or me(), country=country, kind=kind)
    talk.done(decision, f"{name} is at {lat}, {lon} ({decision.who}). Undo with: sayso undo {case}", json=json)


@places.command("list")
def list_places(case: CasePath, *, json: AsJson = False) -> None:
    """List the gazetteers and pinned places that were added to a case.

    Example: sayso places list strike-on-the-mill
    """
    from sayso.workbench import Case, added_places  # noqa: PLC0415

    with Case.open(case) as opened:
        rows = added_places(opened)
    if json:
        talk.out_json(rows)
        return
    for row in rows:
        one = row.kind == "place"
        said = f"{row.value['lat']}, {row.value['lon']}" if one else _counted(row.value["places"])
        talk.out(f"{row.subject}: {said} ({row.who}, {row.when})")
    if not rows:
        talk.say(f"No places were added to this case; sayso places add {case} FILE adds a gazetteer.")


def _counted(number: int) -> str:
    return f"{number} place" if number == 1 else f"{number} places"


def register(app: typer.Typer) -> None:
    """Add these commands to the app."""
    app.add_typer(places, name="places")
