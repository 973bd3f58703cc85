"""Names of outlets and speakers, brought to one form, so that a citation finds the documents of whom it cites."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from sayso.linking.origins.pages import Page

__all__ = ["GENERIC", "WIRES", "Outlets", "name_key"]

_WORD = re.compile(r"[^\W_]+")
_DROP = frozenset(
    """
    the news newspaper online com net org co www agency website channel mr mrs ms dr
    """.split()  # noqa: SIM905 - a word list reads best as words
)
_SAME = {
    "ap": "associated press",
    "afp": "agence france presse",
    "upi": "united press international",
    "dpa": "deutsche presse agentur",
    "bbc": "british broadcasting corporation",
    "sohr": "syrian observatory for human rights",
}
"""Short forms that are used without ever being spelled out; others are learned from "Long Name (LN)" in the
documents."""

WIRES = frozenset(
    {
        "reuters",
        "associated press",
        "agence france presse",
        "united press international",
        "deutsche presse agentur",
        "tass",
        "xinhua",
        "efe",
        "ansa",
        "interfax",
        "kyodo",
        "anadolu",
        "sana",
        "irna",
        "bloomberg",
        "pa media",
    }
)
"""Wire services by which a credit line is known for one even when we hold none of their documents."""

GENERIC = frozenset(
    """
    he she it they we i who police officials official spokesman spokeswoman spokesperson witness witnesses resident
    residents authorities source sources ministry government governor mayor doctor doctors medic medics hospital
    relatives relative family neighbour neighbours neighbor neighbors investigators deputies commander report
    reports statement army military activists people some others many experts analysts critics observers agency
    group company man woman mother father brother sister prosecutors sheriff chief monday tuesday wednesday thursday
    friday saturday sunday
    """.split()  # noqa: SIM905 - a word list reads best as words
)
"""Speakers that name nobody: two documents that both rest on "police" do not for that share an origin."""

_BODIES = frozenset(
    """
    ministry army military police hospital observatory monitor office department council committee command coalition
    government presidency party union brigade front movement organisation organization authority institute centre
    center
    """.split()  # noqa: SIM905 - a word list reads best as words
)
"""Words that make a name that of an institution, so that "the interior ministry" finds the Ministry of the Interior."""

_DEFINED = re.compile(
    r"(?<![\w’'-])((?:[A-Z][\w’'-]{1,40} (?:(?:of|for|and|the|on"
    r"|in) )?){1,7})\(([A-Z][A-Za-z]{1,7})\)"
)


def name_key(name: str) -> str:
    """Bring a name to one form: casefolded, without articles, titles and words like "news", short forms spelled out."""
    found = [w.casefold() for w in _WORD.findall(name)]
    if len(found) > 1 and found[-1] == "s":
        found.pop()
    kept = [w for w in found if w not in _DROP] or found
    key = " ".join(kept)
    return _SAME.get(key, key)


class Outlets:
    """Finds the documents of an outlet by any of its names.

    These are the name as given, that of its host, and its initials where the texts define them.
    """

    def __init__(self, pages: Sequence[Page]) -> None:
        self.short: dict[str, str] = {}
        for page in pages:
            for long, short in _DEFINED.findall(page.document.text):
                initials = "".join(w[0] for w in _WORD.findall(long) if w[0].isupper())
                if initials.casefold().endswith(short.casefold()) and len(short) > 1:
                    tail = _WORD.findall(long)
                    while tail and "".join(w[0] for w in tail if w[0].isupper()).casefold() != short.casefold():
                        tail = tail[1:]
                    if tail:
                        self.short.setdefault(short.casefold(), name_key(" ".join(tail)))
        self.held: dict[str, list[int]] = defaultdict(list)
        for index, page in enumerate(pages):
            for key in self.names_of(page):
                self.held[key].append(index)
        self._found: dict[str, tuple[str, list[int]]] = {}
        self.by_body: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self.held):
            for word in sorted(_institution(key) & _BODIES):
                self.by_body[word].append(key)

    def names_of(self, page: Page) -> set[str]:
        """Return all keys under which a document's outlet may be cited."""
        names: set[str] = set()
        letterhead = _letterhead(page.document.text)
        # An author beside an outlet is a reporter or a wire; alone, it is who speaks.
        author = None if page.document.outlet else page.document.author
        for given in (page.document.outlet, author, letterhead):
            if given and "." not in given:
                names.add(self.key(given))
                names.add(name_key(given.split("(")[0]))
                names.add(name_key(given).replace(" ", ""))
                inside = re.search(r"\(([^)]+)\)", given)
                if inside:
                    names.add(self.key(inside.group(1)))
        if page.outlet and "." in page.outlet:
            core = page.outlet.rsplit(".", 1)[0].rsplit(".", 1)[-1]
            names.add(name_key(re.sub(r"(?<=\w)(?:news|online)$", "", core.replace("-", " "))))
            names.add(name_key(core))
        names.discard("")
        return names

    def key(self, name: str) -> str:
        """Bring a name to one form, spelled out where the documents define the short form."""
        plain = name_key(name)
        return self.short.get(plain, plain)

    def documents_of(self, name: str) -> tuple[str, list[int]]:
        """Return the key under which `name`, or the last words of it, is an outlet that we hold, and its documents.

        Of a name that we do not hold, its own key and an empty list.
        """
        known = self._found.get(name)
        if known is None:
            known = self._found[name] = self._look_up(name)
        return known

    def _look_up(self, name: str) -> tuple[str, list[int]]:
        parts = _WORD.findall(name)
        for first in range(len(parts)):
            tail = " ".join(parts[first:])
            for key in (self.key(tail), name_key(tail).replace(" ", "")):
                if key in self.held:
                    return key, self.held[key]
        loose = _institution(name)
        if len(loose) > 1 and loose & _BODIES:
            for key in self.by_body.get(min(loose & _BODIES), ()):
                known = _institution(key)
                if len(known) > 1 and (known <= loose or loose <= known):
                    return key, self.held[key]
        return self.key(name), []


def _institution(name: str) -> frozenset[str]:
    return frozenset(w for w in name_key(name).split() if w not in ("of", "for", "and", "in", "on"))


def _letterhead(text: str) -> str | None:
    """Return the name of an institution that stands alone on the first line, as on its own statements."""
    first = text.lstrip().split("\n", 1)[0].strip().removeprefix("Statement of ").removeprefix("Statement by ")
    if len(first) > 60 or first.endswith((".", "!", "?")) or not _institution(first) & _BODIES:
        return None
    parts = [p for p in _WORD.findall(first) if p not in ("of", "the", "for", "and")]
    return first if parts and all(p[0].isupper() for p in parts) else None
