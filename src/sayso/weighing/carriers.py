"""Through which held report a claim came: "according to the Coast Herald, citing a nurse"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.records import Claim, Document, Reading

__all__ = ["Carriers"]

_WORD = re.compile(r"[^\W_]+(?:['’&.-][^\W_]+)*")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


class Carriers:
    """The outlets whose reports are held, found by name in the words that say who speaks and through whom."""

    def __init__(self, readings: Sequence[Reading], origins: Mapping[str, str]) -> None:
        """Learn the outlets of `readings`; `origins` gives the origin of a document by its id."""
        self._reports: dict[tuple[str, ...], list[tuple[str, str, str]]] = {}
        for reading in readings:
            held = reading.document
            name = tuple(_WORD.findall(_ARTICLE.sub("", held.outlet or "")))
            if name:
                own = (held.published or "", held.id, origins.get(held.id, held.id))
                self._reports.setdefault(name, []).append(own)
        self._starts: dict[str, list[tuple[str, ...]]] = {}
        for name in sorted(self._reports, key=lambda n: (-len(n), n)):
            self._starts.setdefault(name[0], []).append(name)

    def origin_of(self, claim: Claim, document: Document) -> str | None:
        """The origin of the report of another outlet that `claim` of `document` names as its source or channel.

        Of several reports of that outlet the last that was published no later is meant, else the first. Null where no
        other outlet that is held is named.
        """
        said = [claim.source.text, claim.source.entity or ""] if claim.source is not None else []
        return self._report([*said, *(span.text for span in claim.via)], document)

    def channel_of(self, claim: Claim, document: Document) -> str | None:
        """The same where that outlet is the channel: "a doctor told the Coast Herald", not "the Coast Herald said".

        A body that speaks to others may have issued a statement of its own, which they need not have seen.
        """
        return self._report([span.text for span in claim.via], document)

    def _report(self, said: Sequence[str], document: Document) -> str | None:
        own = tuple(_WORD.findall(_ARTICLE.sub("", document.outlet or "")))
        for words in said:
            for name in self._named(words):
                if name == own:
                    continue
                reports = sorted(self._reports[name])
                before = [r for r in reports if not document.published or r[0][:10] <= document.published[:10]]
                return (before or reports[:1])[-1][2]
        return None

    def _named(self, words: str) -> Iterator[tuple[str, ...]]:
        """Outlets named in some words. "Times" is not named by "Sunday Times", nor "Post" by "Post Office"."""
        tokens = tuple(_WORD.findall(words))
        for at, token in enumerate(tokens):
            for name in self._starts.get(token, ()):
                end = at + len(name)
                if tokens[at:end] != name:
                    continue
                around = [t for t in (*tokens[max(at - 1, 0) : at], *tokens[end : end + 1]) if t[:1].isupper()]
                if len(name) > 1 or all(t == "The" for t in around):
                    yield name
