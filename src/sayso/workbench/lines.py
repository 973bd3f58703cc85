"""Other people's text made harmless and laid out in lines, as the dossier does it, for lists that the desk prints."""

from __future__ import annotations

from sayso.reporting.cells import Line, fit, pad, paint, wrap
from sayso.reporting.notes import name_of
from sayso.reporting.words import moment, moment_of, number, one_line, plural, quantity, shortlist, spread, three, tied

__all__ = [
    "Line",
    "fit",
    "moment",
    "moment_of",
    "name_of",
    "number",
    "one_line",
    "pad",
    "paint",
    "plural",
    "quantity",
    "shortlist",
    "spread",
    "three",
    "tied",
    "wrap",
]
