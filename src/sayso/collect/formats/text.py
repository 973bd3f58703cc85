r"""Plain text and Markdown: decoded, line ends made `\n`, a note's header read; nothing else is touched.

See `sayso.collect.noteheader` for the header that a text may begin with.
"""

from __future__ import annotations

import re

import msgspec

from sayso.collect.encoding import decode
from sayso.collect.noteheader import read_header
from sayso.collect.options import Draft, Labelled
from sayso.errors import InputRefused

_ADDRESS = re.compile(r"https?://[^\s<>\"'\])}]+")


def draft_text(raw: bytes, labelled: Labelled) -> Draft:
    """Draft a plain text file.

    Raises:
        InputRefused: not decodable, or no text in it.
    """
    return _draft(raw, labelled, fenced=False, extractor="sayso-text/1")


def draft_markdown(raw: bytes, labelled: Labelled) -> Draft:
    """Draft a Markdown file. Its marks stay in the text, as they stand in the bytes; its first heading is the title.

    Raises:
        InputRefused: not decodable, or no text in it.
    """
    draft = _draft(raw, labelled, fenced=True, extractor="sayso-markdown/1")
    heading = re.search(r"(?m)^#[ \t]+(.*)$", draft.text)
    title = heading[1].strip(" \t#") if heading else ""
    return msgspec.structs.replace(draft, title=title) if draft.title is None and title else draft


def _draft(raw: bytes, labelled: Labelled, *, fenced: bool, extractor: str) -> Draft:
    text, encoding = decode(raw, name=labelled.name, declared=labelled.charset)
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    header = read_header(text, fenced=fenced)
    body = text[header.length :]
    if not body.strip():
        raise InputRefused(labelled.name, "It holds no text.")
    published, how = header.published_or_dateline(body)
    return Draft(
        text=body,
        extractor=extractor,
        title=header.title,
        outlet=header.outlet,
        author=header.author,
        published=published,
        published_how=how,
        encoding=encoding,
        url=header.url,
        links=links_in(body),
        stated=header.stated,
    )


def links_in(text: str) -> tuple[str, ...]:
    """Addresses written out in a text, in order, without repeats."""
    return tuple(dict.fromkeys(match.rstrip(".,;:!?") for match in _ADDRESS.findall(text)))
