"""Writes a report in the format that a file's suffix names."""

from __future__ import annotations

from pathlib import Path

from sayso.errors import UsageError
from sayso.records import CaseView
from sayso.reporting.dossier import build


def write(view: CaseView, target: Path, *, beside: str | None = None) -> None:
    """Write the report of `view` to `target`; see `sayso.reporting.render`."""
    suffix = target.suffix.lower()
    if suffix in {".html", ".htm"}:
        from sayso.reporting.page import html  # noqa: PLC0415 - each renderer loads its own library

        target.write_text(html(build(view, with_copies=beside is not None)), encoding="utf-8", newline="\n")
    elif suffix in {".md", ".markdown"}:
        from sayso.reporting.markdown import markdown  # noqa: PLC0415 - as above

        target.write_text(markdown(build(view, with_copies=False), beside or ""), encoding="utf-8", newline="\n")
    elif suffix == ".docx":
        from sayso.reporting.word import docx  # noqa: PLC0415 - as above

        target.write_bytes(docx(build(view, with_copies=False), beside or ""))
    elif suffix == ".pdf":
        from sayso.reporting.page import html  # noqa: PLC0415 - as above
        from sayso.reporting.pdf import pdf  # noqa: PLC0415 - as above

        target.write_bytes(pdf(html(build(view, with_copies=False))))
    else:
        raise UsageError(
            f"A report cannot be written as {suffix or 'a file without a suffix'}; name a file that ends in"
            " .html, .md, .docx or .pdf."
        )


def write_copies(view: CaseView, target: Path, report: str) -> None:
    """Write the archived texts; see `sayso.reporting.render_copies`."""
    from sayso.reporting.page import copies_page  # noqa: PLC0415 - jinja2 loads when used

    target.write_text(copies_page(build(view), report), encoding="utf-8", newline="\n")
