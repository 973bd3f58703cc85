"""Dossier, footnoted report and exports of a case: everything is drawn from a `CaseView`, nothing is inferred here.

The functions load their renderers when called, so that importing this room costs next to nothing.
"""

from __future__ import annotations

from pathlib import Path

from sayso.records import CaseView

__all__ = [
    "FORMATS",
    "SUFFIXES",
    "check_section",
    "export",
    "redact",
    "render",
    "render_copies",
    "sections",
    "terminal",
]

SUFFIXES: tuple[str, ...] = (".html", ".md", ".docx", ".pdf")
FORMATS: tuple[str, ...] = (
    "csv",
    "figures-csv",
    "json",
    "jsonl",
    "geojson",
    "csl-json",
    "bibtex",
    "claimreview",
    "ucdp",
    "acled",
    "ftm",
    "timemap",
    "atlos",
    "matrix-csv",
    "matrix-json",
)


def terminal(view: CaseView, *, width: int = 80, colour: bool = False) -> str:
    """Draw the dossier for a terminal: no line is wider than `width` cells (40 at least), no escape without `colour`.

    Whoever calls decides about colour; `NO_COLOR` is theirs to heed.
    """
    from sayso.reporting.screen import draw  # noqa: PLC0415 - only when asked for

    return draw(view, width=width, colour=colour)


def render(view: CaseView, target: Path, *, beside: str | None = "") -> None:
    """Write the report to `target`, in the format of its suffix: one of `SUFFIXES`.

    Args:
        view: the case.
        target: the file to write.
        beside: name of the page beside it that `render_copies` writes, to which the notes of .md and .docx lead. HTML
            holds the archived texts itself, unless this is null.

    Raises:
        UsageError: for any other suffix.
        EngineMissing: for `.pdf` without the `pdf` extra.
        CaseDamaged: when a passage is not what its document says at that place.
    """
    from sayso.reporting.formats import write  # noqa: PLC0415 - only when asked for

    write(view, target, beside=beside)


def redact(view: CaseView) -> CaseView:
    """The same case without the names of private persons and of sources marked sensitive; see `redacting`."""
    from sayso.reporting.redacting import redacted  # noqa: PLC0415 - only when asked for

    return redacted(view)


def sections(view: CaseView) -> dict[str, str]:
    """Titles of the report's sections by id, in their order, the one that only people write first."""
    from sayso.reporting.dossier import drawn_sections  # noqa: PLC0415 - the report is drawn only when asked for
    from sayso.reporting.phrases import Desk  # noqa: PLC0415 - as above
    from sayso.reporting.written import OWN  # noqa: PLC0415 - as above

    drawn = {section.id: section.title for section in drawn_sections(Desk(view))}
    return {OWN: "Assessment", **drawn}


def check_section(view: CaseView, section: str, text: str, place: str) -> dict[str, str | None]:
    """See that a person's text can stand in a section of the report; gives what is to be kept of it.

    Raises:
        UsageError: no such section or place, or a pointer leads to no passage.
    """
    from sayso.reporting.dossier import drawn_sections  # noqa: PLC0415 - the report is drawn only when asked for
    from sayso.reporting.phrases import Desk  # noqa: PLC0415 - as above
    from sayso.reporting.written import check  # noqa: PLC0415 - as above

    desk = Desk(view)
    return check(desk, drawn_sections(desk), section, text, place)


def render_copies(view: CaseView, target: Path, *, report: str) -> None:
    """Write the texts of all quoted documents as one HTML page beside `report`, with places for its notes."""
    from sayso.reporting.formats import write_copies  # noqa: PLC0415 - only when asked for

    write_copies(view, target, report)


def export(view: CaseView, fmt: str, target: Path) -> None:
    """Write the case to `target` as `fmt`, one of `FORMATS`.

    Raises:
        UsageError: for a format that is not known.
    """
    from sayso.reporting.exports import write  # noqa: PLC0415 - only when asked for

    write(view, fmt, target)
