"""What people write into a report, checked against the report as it stands."""

from __future__ import annotations

from sayso.records import CaseView

__all__ = ["check_section"]


def check_section(view: CaseView, section: str, text: str, place: str) -> dict[str, str | None]:
    """See that a text can stand in a section of the report; gives what is to be kept of it.

    Raises:
        UsageError: no such section or place, or a pointer leads to no passage.
    """
    from sayso.reporting.dossier import drawn_sections  # noqa: PLC0415 - the report is drawn only here
    from sayso.reporting.phrases import Desk  # noqa: PLC0415 - as above
    from sayso.reporting.written import check  # noqa: PLC0415 - as above

    desk = Desk(view)
    return check(desk, drawn_sections(desk), section, text, place)
