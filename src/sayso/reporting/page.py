"""The report as one HTML file: inline style and drawings, no script, nothing loaded from anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from sayso import __version__
from sayso.reporting.blocks import Block, Dossier, Plot, Table
from sayso.reporting.phrases import scores_line
from sayso.reporting.strip import limited, weighed
from sayso.reporting.words import brief, clean, direction, listed, moment, number, percent, plural, spread

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_STANDINGS = {"agreed": "Agreed", "contested": "Contested", "single": "One origin", "unknown": "Unknown"}
_BARS = {"certain": 3, "probable": 2, "possible": 1, "unknown": 0}


class _Counter:
    """What one rendering has used so far: first references to notes, numbers of figures."""

    def __init__(self) -> None:
        self.seen: set[int] = set()
        self.figures = 0
        self.plots: list[str] = []

    def first(self, note: int) -> Markup:
        """Give the first reference to a note an id, so that the note can lead back to it."""
        from markupsafe import Markup  # noqa: PLC0415 - with jinja2, only when a page is drawn

        if note in self.seen:
            return Markup()
        self.seen.add(note)
        return Markup(' id="r{}"').format(note)

    def figure(self) -> str:
        """Number the figures in the order in which they are drawn."""
        self.figures += 1
        return f"Figure {self.figures}"

    def first_plot(self, plot: Plot) -> bool:
        """Say whether this is the plot that carries the legend."""
        self.plots.append(plot.id)
        return len(self.plots) == 1


def copies_page(dossier: Dossier, report: str) -> str:
    """Draw the archived texts as a page of their own, for forms that cannot hold them; `report` is its file."""
    text: str = _environment().get_template("copies.html.j2").render(d=dossier, version=__version__, report=report)
    return text.lstrip()


def html(dossier: Dossier) -> str:
    """Draw the dossier as a self-contained HTML document."""
    counter = _Counter()
    text: str = (
        _environment()
        .get_template("report.html.j2")
        .render(
            d=dossier,
            version=__version__,
            first=counter.first,
            figure=counter.figure,
            first_plot=counter.first_plot,
            used=lambda: counter.seen,
            # The legend stands at the first plot and speaks for all of them.
            limited=any(limited(p) for p in _plots(dossier)),
            aside=any(row.aside for p in _plots(dossier) for row in p.rows),
        )
    )
    return text.lstrip()


def _plots(dossier: Dossier) -> Iterator[Plot]:
    return (block for section in dossier.sections for block in section.blocks if isinstance(block, Plot))


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - only when a page is drawn

    made = Environment(
        loader=PackageLoader("sayso.reporting"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(css=css_string, clean=clean)
    made.globals.update(
        bdi=_bdi,
        brief=brief,
        certainty=_certainty,
        kind_of=_kind,
        listed=listed,
        moment=moment,
        number=number,
        numeric=_numeric,
        percent=percent,
        scores_line=scores_line,
        plural=plural,
        spread=spread,
        standing_word=_STANDINGS.__getitem__,
        three=_three,
        x=x,
    )
    return made


def x(value: float, top: float) -> str:
    """Place a value on a drawing's width, in percent, held inside it."""
    share = 100 * value / top if top else 0.0
    return f"{min(max(share, 0.0), 100.0):.2f}".rstrip("0").rstrip(".") + "%"


def css_string(text: str) -> str:
    """Escape text for a quoted CSS string: every character but letters, digits and spaces as a code point."""
    return "".join(c if c == " " or (c.isascii() and c.isalnum()) else f"\\{ord(c):06X}" for c in clean(text))


def _kind(block: Block) -> str:
    return type(block).__name__


def _three(plot: Plot) -> str:
    return weighed(plot)


def _numeric(table: Table) -> set[int]:
    return {i for row in table.rows for i, cell in enumerate(row) if cell.number}


def _bdi(text: str) -> Markup:
    """Isolate a name of unknown script from the line around it."""
    from markupsafe import Markup, escape  # noqa: PLC0415 - with jinja2, only when a page is drawn

    return Markup("<bdi>{}</bdi>").format(text) if direction(text) == "rtl" else escape(text)


def _certainty(word: str) -> Markup:
    from markupsafe import Markup  # noqa: PLC0415 - with jinja2, only when a page is drawn

    on = _BARS.get(word, 0)
    bars = Markup("").join(Markup('<i class="on"></i>') if i < on else Markup("<i></i>") for i in range(3))
    return Markup('<span class="cert">{}{}</span>').format(bars, word)
