"""Who speaks, in words fit for a table: never a pronoun, never a headline, never nobody."""

from __future__ import annotations

import re

from sayso.records import Claim, Document
from sayso.reporting.notes import name_of
from sayso.reporting.words import one_line

PRONOUNS = frozenset(("i", "it", "he", "she", "they", "we", "you", "us", "them", "this", "that", "who", "which", "one"))
_NOBODY = frozenset(("nobody", "no one", "no-one", "none", "neither", "not one"))
_PAPERS = frozenset(
    f"{word}{end}"
    for word in (
        "report",
        "account",
        "article",
        "paragraph",
        "document",
        "analysis",
        "post",
        "headline",
        "text",
        "story",
    )
    for end in ("", "s")
)
_ARTICLES = ("the ", "a ", "an ")
_LOOSE = frozenset(("some", "several", "many", "two", "three", "four", "five", "other", "others", "unnamed", "local"))


def carrier(document: Document) -> str:
    """Name who published a document: its outlet, else its author; a headline is no name of a speaker."""
    for value in (document.outlet, document.author):
        if value and one_line(value):
            return one_line(value)
    title = one_line(document.title or "")
    return f"Unnamed outlet, “{title}”" if title else name_of(document)


def plain(speaker: str) -> str:
    """Take the article off a described speaker: `the director` is `director`."""
    name = one_line(speaker)
    for article in _ARTICLES:
        if name.casefold().startswith(article):
            return name[len(article) :]
    return name


def is_nobody(speaker: str | None) -> bool:
    """Whether the words name no one at all, as in `Nobody claimed responsibility`."""
    return plain(speaker or "").casefold() in _NOBODY


def unresolved(speaker: str | None) -> bool:
    """Whether the speaker is a pronoun that was not resolved."""
    return one_line(speaker or "").casefold() in PRONOUNS


def is_paper(speaker: str | None) -> bool:
    """Whether the speaker is only a piece of paper: `the report`, `reports`, `paragraph`."""
    return plain(speaker or "").casefold() in _PAPERS


def is_named(speaker: str | None) -> bool:
    """Whether the speaker has a name of their own, rather than a description or a count."""
    name = plain(speaker or "")
    if one_line(speaker or "").casefold().startswith(("a ", "an ")):
        return False
    first = name.split(" ")[0].casefold()
    return bool(name) and name[0].isupper() and first not in _LOOSE and not unresolved(name) and not is_paper(name)


def label(speaker: str | None, document: Document, outlet: str | None = None) -> str:
    """Name an account: its speaker; one described in lower case is put behind the outlet that quotes them."""
    behind = one_line(outlet or "") or carrier(document)
    name = one_line(speaker or "")
    if not name:
        return behind
    if unresolved(name):
        return f"{behind}, speaker not resolved"
    named = bool(one_line(outlet or document.outlet or document.author or ""))
    if is_paper(name):
        return behind if named else f"Unnamed {plain(name).casefold()}"
    if name[0].islower() and named and not is_named(name):
        return f"{behind}, {plain(name)}"
    return capital(plain(name))


def capital(name: str) -> str:
    """Give a name its capital; an address such as `desk.example` keeps its own."""
    return name if re.match(r"[a-z0-9-]+\.[a-z]", name) else name[:1].upper() + name[1:]


def speaker_of(claim: Claim, document: Document) -> str:
    """Name who says a claim: as resolved, as written, unnamed, or the outlet in its own voice."""
    if claim.source is None:
        return "Unnamed source" if claim.cue is not None else f"{carrier(document)}, in its own voice"
    name = one_line(claim.source.entity or claim.source.text)
    if unresolved(name) or is_paper(name):
        return label(name, document)
    return capital(plain(name))
