"""Commands by which a person decides about claims: right, wrong, other words, one more."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

import typer

from sayso.desk import talk
from sayso.desk.case_commands import CasePath
from sayso.desk.deciding_commands import Who
from sayso.desk.file_commands import AsJson
from sayso.errors import UsageError

ClaimId = Annotated[str, typer.Argument(metavar="CLAIM", help="Its id, as sayso show CASE claims prints it.")]
Spans = Annotated[list[str] | None, typer.Option(help="START-END in characters of the text; repeat for several spans.")]
One = Annotated[str | None, typer.Option(help="START-END in characters of the text; none takes it away.")]
Named = Annotated[str | None, typer.Option(help="Whom the source names.")]
Firmness = Annotated[
    Literal["certain", "probable", "possible", "unknown"] | None, typer.Option(help="How firmly it is said.")
]
Side = Annotated[Literal["affirmed", "denied"] | None, typer.Option(help="Whether it is affirmed or denied.")]

claims = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Claims of a case: accept, reject, edit, split, mark, reopen."
)


def _at(text: str) -> Any:
    from sayso.workbench import At  # noqa: PLC0415

    found = re.fullmatch(r"(\d{1,12})-(\d{1,12})", text.strip())
    if found is None:
        raise UsageError(f'"{text}" is no span: write it as START-END, such as 120-164.')
    return At(start=int(found[1]), end=int(found[2]))


def _edit(
    source: str | None, entity: str | None, cue: str | None, spans: list[str] | None, more: dict[str, Any]
) -> Any:
    """What the options change; those not given change nothing."""
    from sayso.workbench import ClaimEdit, SpeakerAt  # noqa: PLC0415

    given = {name: value for name, value in more.items() if value is not None}
    if spans:
        given["content"] = tuple(_at(one) for one in spans)
    if cue is not None:
        given["cue"] = None if cue == "none" else _at(cue)
    if source == "none":
        given["source"] = None
    elif source is not None:
        at = _at(source)
        named = {} if entity is None else {"entity": entity}
        given["source"] = SpeakerAt(start=at.start, end=at.end, **named)
    elif entity is not None:
        raise UsageError("Say with --source where the one who is named stands in the text.")
    return ClaimEdit(**given)


@claims.command("accept")
def accept(case: CasePath, claim: ClaimId, *, who: Who = None, json: AsJson = False) -> None:
    """Say that a claim is right as it stands.

    Example: sayso claim accept strike-on-the-mill c-1a2b3c4d5e6f
    """
    _simple("accept_claim", case, claim, who, json=json)


@claims.command("reject")
def reject(case: CasePath, claim: ClaimId, *, who: Who = None, json: AsJson = False) -> None:
    """Say that a claim is wrongly read: nothing rests on it, and it stays on record.

    Example: sayso claim reject strike-on-the-mill c-1a2b3c4d5e6f
    """
    _simple("reject_claim", case, claim, who, json=json)


@claims.command("reopen")
def reopen(case: CasePath, claim: ClaimId, *, who: Who = None, json: AsJson = False) -> None:
    """Leave a claim to the program again, as it was read.

    Example: sayso claim reopen strike-on-the-mill c-1a2b3c4d5e6f
    """
    _simple("reopen_claim", case, claim, who, json=json)


def _simple(act: str, case: Any, claim: str, who: str | None, *, json: bool) -> None:
    from sayso.desk.people import me  # noqa: PLC0415
    from sayso.workbench import Case  # noqa: PLC0415

    with Case.open(case, write=True) as opened:
        decision = getattr(opened, act)(claim, who=who or me())
    talk.done(decision, f"{act.split('_', maxsplit=1)[0].capitalize()}: {claim} ({decision.who}).", json=json)


@claims.command("edit")
def edit(
    case: CasePath,
    claim: ClaimId,
    *,
    content: Spans = None,
    source: One = None,
    entity: Named = None,
    cue: One = None,
    certainty: Firmness = None,
    polarity: Side = None,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Change a claim; what the program read is kept beside it.

    Example: sayso claim edit strike-on-the-mill c-1a2b3c4d5e6f --certainty possible --content 120-164
    """
    from sayso.desk.people import me  # noqa: PLC0415
    from sayso.workbench import Case  # noqa: PLC0415

    change = _edit(source, entity, cue, content, {"certainty": certainty, "polarity": polarity})
    with Case.open(case, write=True) as opened:
        decision = opened.edit_claim(claim, change, who=who or me())
    talk.done(decision, f"Edited: {claim} ({decision.who}).", json=json)


@claims.command("split")
def split(
    case: CasePath,
    claim: ClaimId,
    parts: Annotated[list[str], typer.Argument(help="START-END of each part's content; two or more.")],
    *,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Say that a claim is several, each with words of its own.

    Example: sayso claim split strike-on-the-mill c-1a2b3c4d5e6f 120-164 170-201
    """
    from sayso.desk.people import me  # noqa: PLC0415
    from sayso.workbench import Case, ClaimEdit  # noqa: PLC0415

    made = [ClaimEdit(content=(_at(part),)) for part in parts]
    with Case.open(case, write=True) as opened:
        decision = opened.split_claim(claim, made, who=who or me())
    talk.done(decision, f"Split: {claim} into {len(made)} ({decision.who}).", json=json)


@claims.command("mark")
def mark(
    case: CasePath,
    document: Annotated[str, typer.Argument(help="Id of the document.")],
    *,
    content: Annotated[list[str], typer.Option(help="START-END in characters of the text; repeat for several spans.")],
    source: One = None,
    entity: Named = None,
    cue: One = None,
    certainty: Firmness = None,
    polarity: Side = None,
    who: Who = None,
    json: AsJson = False,
) -> None:
    """Mark a claim that the program did not read.

    Example: sayso claim mark strike-on-the-mill d-0a1b2c3d4e5f --content 120-164 --source 96-108
    """
    from sayso.desk.people import me  # noqa: PLC0415
    from sayso.workbench import Case  # noqa: PLC0415

    marked = _edit(source, entity, cue, content, {"certainty": certainty, "polarity": polarity})
    with Case.open(case, write=True) as opened:
        decision = opened.mark_claim(document, marked, who=who or me())
    talk.done(decision, f"Marked: {decision.subject} ({decision.who}).", json=json)


def register(app: typer.Typer) -> None:
    """Add these commands to the app."""
    app.add_typer(claims, name="claim")
