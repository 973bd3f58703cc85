"""The header that people type above a note, and that our examples carry.

    Outlet: Harbour Wire
    Title: Two hurt at ferry pier
    Published: 2031-04-02
    Author: R. Example
    URL: https://example.org/pier
    Note: paraphrase, for teaching

    The working text begins here, after the blank line.

The first line must be one of these keys and every line up to the blank line must be `Key: value` with a known key;
otherwise, or with nothing but `Note` and `Author`, it is no header but text. In Markdown the same lines may stand
between two lines of `---`. The header stays in the bytes; offsets count from the first character after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.collect.dates import in_first_lines, normalise
from sayso.records import Record

_LINE = re.compile(r"(?P<key>[A-Za-z]+)[ \t]*:(?P<value>.*)")
_KEYS = {
    "outlet": "outlet",
    "publisher": "outlet",
    "title": "title",
    "headline": "title",
    "published": "published",
    "date": "published",
    "author": "author",
    "by": "author",
    "url": "url",
    "note": "note",
}

# A line of one of these must be there: a text may well begin with `Note:` or `By:`.
_TELLING = frozenset({"outlet", "title", "published", "url"})


class NoteHeader(Record, frozen=True, kw_only=True):
    """What a header states. `length` is how many characters it takes, its blank line included; 0 without header."""

    length: int = 0
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    published_how: str | None = None
    url: str | None = None

    @property
    def stated(self) -> frozenset[str]:
        """Which of outlet and date the header states."""
        return frozenset(key for key in ("outlet", "published") if getattr(self, key) is not None)

    def published_or_dateline(self, text: str) -> tuple[str | None, str | None]:
        """The date that the header states and how it was found, else that of a dateline in `text`."""
        return in_first_lines(text) if self.published_how is None else (self.published, self.published_how)


def read_header(text: str, *, fenced: bool = False) -> NoteHeader:
    """Read the header at the top of `text`, if there is one; `fenced` also allows Markdown's `---` lines."""
    start = end = 0
    fence = fenced and text.startswith("---\n")
    if fence:
        start = 4
    fields: dict[str, str] = {}
    position = start
    while position < len(text):
        stop = text.find("\n", position)
        stop = len(text) if stop < 0 else stop
        line = text[position:stop]
        if (fence and line.rstrip() == "---") or (not fence and not line.strip()):
            end = min(stop + 1, len(text))
            break
        entry = read_line(line)
        if entry is None:
            return NoteHeader()
        fields.setdefault(*entry)
        position = stop + 1
    if not end or not _TELLING & fields.keys():
        return NoteHeader()
    while end < len(text) and text[end] == "\n":
        end += 1
    return from_fields(fields, length=end)


def take_header(lines: Sequence[str]) -> tuple[NoteHeader, int]:
    """Read a header from the first lines or paragraphs of a document that has no blank lines of its own (Word, PDF).

    Returns:
        The header, and how many of the lines it takes; 0 without header.
    """
    fields: dict[str, str] = {}
    for line in lines:
        entry = read_line(line)
        if entry is None or entry[0] in fields:
            break
        fields[entry[0]] = entry[1]
    return (from_fields(fields), len(fields)) if _TELLING & fields.keys() else (NoteHeader(), 0)


def read_line(line: str) -> tuple[str, str] | None:
    """One header line as field and value, or null if it is none."""
    match = _LINE.fullmatch(line)
    field = _KEYS.get(match["key"].lower()) if match else None
    if match is None or field is None:
        return None
    value = match["value"].strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return field, value


def from_fields(fields: dict[str, str], *, length: int = 0) -> NoteHeader:
    """Make a header of its fields; a date that is not understood stays unknown, and that is said."""
    said = fields.get("published") or None
    published = normalise(said) if said else None
    how = None if said is None else "header line" if published else f"header line {said!r} was not understood"
    return NoteHeader(
        length=length,
        title=fields.get("title") or None,
        outlet=fields.get("outlet") or None,
        author=fields.get("author") or None,
        published=published,
        published_how=how,
        url=fields.get("url") or None,
    )
