r"""Plain text: decoded, line ends made `\n`, a note's header read; nothing else is touched.

See `sayso.collect.noteheader` for the header that a text may begin with.
"""

from __future__ import annotations

import re

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
    return draft_decoded(raw, labelled, fenced=False, extractor="sayso-text/1")


def draft_decoded(raw: bytes, labelled: Labelled, *, fenced: bool, extractor: str) -> Draft:
    """Draft what decoding gives, the header at its top read; `fenced` also allows Markdown's `---` lines there.

    Raises:
        InputRefused: not decodable, or no text in it.
    """
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
