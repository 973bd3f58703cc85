"""Whom a document names as its source: credits, wire tags, bylines, links, and the words of saying.

These patterns serve the question of origins only and look for names; who said what exactly is read elsewhere, and where
readings are given their claims are used too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.linking.origins.names import GENERIC, WIRES, Outlets
from sayso.linking.origins.pages import Page
from sayso.records import Reading

__all__ = ["Citation", "find_citations"]

_NAME = (
    r"(?:\bthe )?(?<![\w&’'.-])([A-Z][\w&’'.-]{0,40}"
    r"(?:(?: (?:of|for|and|on|in|de|al|the))? [A-Z(][\w&’'().-]{0,40}){0,6})"
)
_SAY = (
    r"(?:said|says|say|told|reported|reports|report|claimed|claims|announced|wrote|writes|confirmed|stated"
    r"|quoted|noted|added|cited|tweeted)"
)
_SAYING = re.compile(
    rf"\b(?:{_SAY}|[Aa]ccording|issued|released|published|carried|from|by|via|citing|quoting|[Cc]redit|[Ss]ource)"
)
_SPOKEN = re.compile(
    rf"{_NAME}(?:'s|’s)?,?(?: (?:has|have|had|also|first|later|earlier|which|who"
    rf"|on \w{{1,20}})){{0,4}} {_SAY}\b"
)
_AFTER = re.compile(
    r"\b(?:[Aa]ccording to|(?:first |originally )?(?:reported|published|carried|quoted|cited|released"
    r"|issued) by|citing|quoting|told|said|says"
    rf"|(?:statement|report|account|figures|data|footage) (?:from|by|of|in)|(?:a|an) report in|via|[Cc]redits?:"
    rf"|[Ss]ources?:) {_NAME}"
)
_GENERIC = re.compile(
    r"\b((?:[Pp]olice|[Oo]fficials?|[Ss]pokes(?:man|woman|person)|[Ww]itness(?:es)?|[Rr]esidents?"
    r"|[Aa]uthorities|[Ss]ources?|[Mm]inistry|[Gg]overnor|[Mm]ayor|[Dd]octors?"
    r"|[Mm]edics?|[Hh]ospital|[Rr]elatives?|[Ff]amily|[Nn]eighbou?rs?|[Ii]nvestigators|[Cc]ommander|[Mm]ilitary"
    r"|[Aa]rmy|[Aa]ctivists?|[Gg]overnment|man|woman|driver|farmer|worker|[Mm]onitor|[Oo]bservatory|[Aa]gency"
    r"|[Gg]roup|[Oo]utlet|[Ss]tatement))"
    rf"(?: [a-z][\w-]{{0,40}}){{0,5}} {_SAY}\b"
)
_BODY = re.compile(
    r"\b[Tt]he ((?:[a-z]+ ){1,2}(?:ministry|army|military|police|hospital|observatory|monitor|office|department"
    r"|council|command|coalition)(?: of (?:the )?[A-Z]\w{1,40})?)"
    rf"(?: [a-z][\w-]{{0,40}}){{0,3}} {_SAY}\b"
)
_TAG = re.compile(r"^[\w .,’'/-]{0,60}?\(([A-Z][\w .&/-]{1,40})\)\s*(?:[-–—:]|$)", re.MULTILINE)
_CREDIT = re.compile(
    r"^[ \t]{0,20}(?:\(?(?:[Ss]ource|[Cc]redit|[Vv]ia|[Bb]y|[Rr]eporting by|[Ff]rom|With reporting by"
    r"|Additional reporting by)s?:? +([A-Z][^\n,;()]{1,50}?)\)?|[-–—] ?([A-Z][\w .&]{1,40}))[ \t]{0,20}$",
    re.MULTILINE,
)
_CONTRIBUTED = re.compile(rf"{_NAME} contributed to this (?:report|story|article)")
_PRONOUN = frozenset(
    """
    he she it they we i you this that these those there but and in on at as after when while if
    """.split()  # noqa: SIM905 - a word list reads best as words
)


class Citation(NamedTuple):
    """One place where a document names a source.

    `key` is the source's name in one form; `held` the documents of that outlet that we hold; `document` the one of them
    that is meant, null until known. `kind` is `says`, `tag`, `credit` or `link`; `named` is false for "police" and
    the like.
    """

    key: str
    name: str
    start: int
    end: int
    kind: str
    held: tuple[int, ...]
    named: bool = True
    document: int | None = None


def find_citations(pages: Sequence[Page], readings: Sequence[Reading] = ()) -> list[list[Citation]]:
    """Return every document's citations, in text order, those of its own outlet left out."""
    outlets = Outlets(pages)
    by_id = {r.document.id: r for r in readings}
    urls = {_plain_url(p.document.url): i for i, p in enumerate(pages) if p.document.url}
    return [_of_page(index, page, outlets, by_id.get(page.document.id), urls) for index, page in enumerate(pages)]


def _of_page(index: int, page: Page, outlets: Outlets, reading: Reading | None, urls: dict[str, int]) -> list[Citation]:
    own = outlets.names_of(page)
    found: dict[tuple[int, int], Citation] = {}
    for kind, name, start, end in _raw(page, reading):
        key, held = outlets.documents_of(name)
        if not key or key in own or key in _PRONOUN:
            continue
        if kind == "credit" and not held and key not in WIRES:
            continue  # a reporter's name, not a source
        named = (bool(held) or name[:1].isupper()) and not set(key.split()) <= GENERIC
        held_by_others = tuple(i for i in held if i != index)
        found.setdefault((start, end), Citation(key, name, start, end, kind, held_by_others, named=named))
    text = page.document.text
    for link in page.document.links:
        target = urls.get(_plain_url(link))
        if target is not None and target != index:
            at = text.find(link)
            start, end = (at, at + len(link)) if at >= 0 else (0, 0)
            found[-1 - target, 0] = Citation(link, link, start, end, "link", (target,), document=target)
    return sorted(found.values(), key=lambda c: (c.start, c.end, c.key))


def _raw(page: Page, reading: Reading | None) -> Iterator[tuple[str, str, int, int]]:
    text = page.document.text
    for kind, pattern in (("tag", _TAG), ("credit", _CREDIT), ("credit", _CONTRIBUTED)):
        for match in pattern.finditer(text):
            group = 1 if match.group(1) else 2
            yield kind, match.group(group).strip(), match.start(group), match.end(group)
    saying = [(low, high) for low, high in page.spans if _SAYING.search(text, low, high)]
    for pattern in (_BODY, _SPOKEN, _AFTER, _GENERIC):
        for low, high in saying:
            for match in pattern.finditer(text, low, high):
                yield "says", _clean(match.group(1)), match.start(), match.end()
    if page.document.author:
        yield "credit", page.document.author, 0, 0
    if reading:
        for claim in reading.claims:
            for who in (claim.source, *claim.via):
                if who is not None:
                    name = getattr(who, "entity", None) or who.text
                    yield "says", name, who.start, claim.cue.end if claim.cue and claim.cue.end > who.start else who.end


def _clean(name: str) -> str:
    return re.sub(r"['’]s$", "", name.strip(" .,()'’"))


def _plain_url(url: str | None) -> str:
    bare = re.sub(
        r"^https?://(?:web\.archive\.org/web/\d+[a-z_]*/(?:https?://)?)?(?:www\.)?", "", url or "", flags=re.IGNORECASE
    )
    return re.sub(r":80(?=/)", "", bare).split("#")[0].rstrip("/").casefold()
