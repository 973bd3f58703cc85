"""People told of as somebody's kin, and whether the text says that their name is not known."""

from __future__ import annotations

import re

from sayso.records import Figure

_KIN = re.compile(
    r"(?:his|her|their)\s+\w|(?<=['’]s )(?:(?:grand)?(?:son|daughter|mother|father|child)|wife|husband|brother|sister"
    r"|uncle|aunt|cousin|nephew|niece)\b",
    re.IGNORECASE,
)
_UNKNOWN = (
    r"(?:unnamed|unidentified|unknown"
    r"|(?:not|yet to)(?: yet)?(?: been| be)? (?:named|identified|provided|given|published|found))\b"
)
_UNNAMED = re.compile(
    rf"[\s,(*–—-]{{0,4}}(?:(?:who|which|whose (?:age and )?names?)(?: \w+){{1,3}} )?{_UNKNOWN}"
    rf"|[^.;]{{0,160}}\bbut (?:their|his|her|the) names?(?: \w+){{1,3}} {_UNKNOWN}"
    r"|[^.;]{0,160}\b(?:did not (?:identify|provide|give|mention)|without (?:naming|giving|providing|identifying))"
    r" (?:(?:their|his|her|the) )?names?\b",
    re.IGNORECASE,
)
_APPOSED = re.compile(r",\s+(?:was|is|has|had|also|died|succumbed|passed|lost|said)\b")
_OPENLY = re.compile(r"\b(?:unnamed|unidentified|unknown)\b", re.IGNORECASE)


def of_kin(figure: Figure, text: str) -> bool:
    """True for one told of as somebody's kin: "his wife Rana", "Omar's son".

    Not for "his death", nor for who somebody is: "Sami Orm, their neighbour, was killed".
    """
    apposed = (
        text[max(0, figure.start - 3) : figure.start].rstrip().endswith(",")
        and _APPOSED.match(text, figure.end) is not None
    )
    return not apposed and _KIN.match(text, figure.start, figure.end) is not None


def nameless(figure: Figure, text: str) -> bool:
    """True for kin of whom the text says that no name is known.

    "Her unnamed cousin", "his wife, who remains unnamed", "Omar's daughter, but their names were not published".
    """
    return of_kin(figure, text) and bool(_OPENLY.search(figure.text) or _UNNAMED.match(text, figure.end))
