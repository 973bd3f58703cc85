"""Plain text and Markdown: decoded, line ends made `\\n`, a note's header read; nothing else is touched.

See `sayso.collect.noteheader` for the header that a text may begin with.
"""

from __future__ import annotations

import re

from sayso.collect.encoding import decode
from sayso.collect.noteheader import read_header
from sayso.collect.options import Draft, Labelled

_ADDRESS = re.compile(r"https?://[^\s<>\"'\])}]+")


def draft_text(raw: bytes, labelled: Labelled, *, markdown: bool = False) -> Draft:
    """Draft a plain text or Markdown file. Markdown's marks stay in the text, as they stand in the bytes."""
    text, encoding = decode(raw, name=labelled.name, declared=labelled.charset)
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    header = read_header(text, fenced=markdown)
    body = text[header.length :]
    title = header.title
    if title is None and markdown:
        heading = re.search(r"(?m)^#\s+(.+?)\s*#*$", body)
        title = heading[1] if heading else None
    return Draft(
        text=body,
        extractor="sayso-markdown/1" if markdown else "sayso-text/1",
        title=title,
        outlet=header.outlet,
        author=header.author,
        published=header.published,
        published_how=header.published_how,
        encoding=encoding,
        url=header.url,
        links=links_in(body),
        stated=True,
    )


def links_in(text: str) -> tuple[str, ...]:
    """Addresses written out in a text, in order, without repeats."""
    return tuple(dict.fromkeys(match.rstrip(".,;:!?") for match in _ADDRESS.findall(text)))
