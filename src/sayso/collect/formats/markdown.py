"""Markdown (CommonMark, with tables and strikethrough) as plain text: words, line breaks and list markers stay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from sayso.collect.formats.text import draft_decoded
from sayso.collect.options import Draft, Labelled
from sayso.errors import InputRefused

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

__all__ = ["draft_markdown"]

# Backticks and brackets are looked ahead for, each to the end of its paragraph: a longer one is left as it stands.
_LONGEST = 20_000  # characters
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[A-Za-z][^<>]*>", re.DOTALL)


def draft_markdown(raw: bytes, labelled: Labelled) -> Draft:
    """Draft a Markdown file: its marks are taken out of the text, its first heading is the title.

    `links` holds the addresses of its links as well as those written out.

    Raises:
        InputRefused: not decodable, or no text in it.
    """
    draft = draft_decoded(raw, labelled, fenced=True, extractor="sayso-markdown/2")
    if max(map(len, re.split(r"\n[ \t]*\n", draft.text))) > _LONGEST:
        return draft
    tokens = _parser().parse(draft.text)
    text = _plain(tokens)
    if not text.strip():
        raise InputRefused(labelled.name, "It holds no text.")
    heads = (inside for opening, inside in pairwise(tokens) if opening.tag == "h1")
    title = draft.title or next((_inline(head) for head in heads if head.type == "inline"), None)
    return msgspec.structs.replace(draft, text=text, title=title or None)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - loaded only where a Markdown file is met

    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _plain(tokens: Sequence[Token]) -> str:
    """Blocks one under the other: an empty line between two, none between items of a tight list and rows of a table."""
    text, marker, gap = "", "", "\n\n"
    depth, fresh = 0, True  # of lists; whether the next item is the first of the outermost
    for token in tokens:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            fresh, depth = fresh if depth else True, depth + 1
        elif kind in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif kind == "list_item_open":
            marker = "  " * (depth - 1) + (f"{token.info}{token.markup} " if token.info else "- ")
        elif kind in ("paragraph_open", "heading_open", "thead_open"):
            gap = "\n" if token.hidden and not fresh else "\n\n"
        elif kind in ("tr_close", "th_close", "td_close"):
            gap = "\n" if kind == "tr_close" else "\t"
        elif words := _block(token):
            text += (gap if text else "") + marker + words
            marker, fresh, gap = "", fresh and not depth, "\n\n"
    return text + "\n"


def _block(token: Token) -> str:
    """The words of a block; empty for what only opens or closes one."""
    if token.type == "inline":
        return _inline(token)
    return _TAG.sub("", token.content).strip("\n") if token.type == "html_block" else token.content.rstrip("\n")


def _inline(token: Token) -> str:
    """The words of a paragraph, its line breaks kept, what marks them up left out."""
    parts: list[str] = []
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif child.type != "html_inline":
            parts.append(child.content)  # of a picture, what stands for it
    return "".join(parts).strip()
