"""The words of a source taken apart: names in a list, the head before an apposition, the name behind its roles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.reading.attribution.names import ROLES, bare_name

__all__ = ["PHRASE_END", "PROPER", "Phrase", "after_roles", "head_word", "listed", "parted"]

PHRASE_END = re.compile(
    r"\s+(?:of|in|for|from|at|with|on|to|who|which|whose|that|speaking|close|familiar|near|among|inside|based|involved|"
    r"working|taking|by)\b"
)
_CAPITAL = r"[^\W\d_a-z][\w.‘-]*"
PROPER = re.compile(
    r"(?:{0}\s+)*(?:(?:al|de|el|van|von|bin|ibn|da|di|du|la|le|der)[ -])?{0}".format(r"[^\W\d_a-z][\w.’'‘&-]*")
)
_BREAK = re.compile(r",|\s[–—-]+\s|\s--|[–—]")
_AND = re.compile(r"(,?)\s+and\s+")
_COMMAS = re.compile(r",\s+and\s+|\s+and\s+|,\s+")
_POSSESSIVE = re.compile(r"[’']s?\Z")
_LEAD = re.compile(r"^(?:as|both|from|by|according to)\s+(?=(?:the|an?|many|some|most|[^\W\d_a-z])\b)", re.IGNORECASE)
_ENUMERATED = re.compile(
    r"[^,]*[a-z](?:, (?!who|which|whose|an? |the |his |her |its |their )[a-z ’'-]+)+ and [a-z ’'-]+"
    rf"|[^,]*\s(?:of|from|in|on|for)\s[^,]+(?:, {PROPER.pattern})+ and {PROPER.pattern}"
)
_BRACKET = re.compile(r"\s*\([^()]{0,60}\)")
_REFLEXIVE = re.compile(r"\s+(?:himself|herself|itself|themselves|both|each|all)$")
_ROLES = re.compile(rf"(?P<roles>.*\b[a-z][\w’'-]*)\s+(?P<name>{PROPER.pattern})")
_OWNED = re.compile(rf".+(?:[’']s|s[’'])\s+(?P<name>{_CAPITAL}\s+{_CAPITAL}(?:\s+{_CAPITAL})?)")
_CLAUSE = re.compile(r"\s(?:who|whose|which|that|at|from)\s")
_NAMING = frozenset(["named", "called", "ranking"])
_SMALL = frozenset(["the", "a", "an", "and", "or", "that", "as", "like", "than", "including", "versus", "vs"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source without brackets: its words, its head (up to the first break), what stands between the breaks."""

    words: str
    head: str
    rest: tuple[str, ...]


def parted(words: str) -> Phrase:
    """Take a source's words apart at commas and dashes; "the family, protesters and voters" has no apposition."""
    bare = _REFLEXIVE.sub("", _LEAD.sub("", _BRACKET.sub("", words)))
    if _ENUMERATED.fullmatch(bare):
        return Phrase(bare, bare, ())
    parts = [p.strip() for p in _BREAK.split(bare) if p.strip()]
    return Phrase(bare, parts[0] if parts else bare, tuple(parts[1:]))


def listed(words: str) -> list[str] | None:
    """The names in "A, B and C" or "A, the mayor, and B, the envoy"; null if it is no list of names.

    An apposition that is still open at an "and" goes on behind it: "A, founder and head of B" names one.
    """
    if " and " not in words:
        return None
    plain = [p.strip(" ,") for p in _COMMAS.split(words)]
    if len(plain) > 2 and all(_is_name(p) for p in plain) and _AND.split(words)[-1] == plain[-1]:
        return plain
    pieces, start = [], 0
    for match in _AND.finditer(words):
        piece = words[start : match.start()]
        if "," in piece and not match[1]:
            return None
        pieces.append(piece)
        start = match.end()
    parts = [[q.strip() for q in _BREAK.split(p)] for p in (*pieces, words[start:])]
    if any(len(p) > 2 and " " in p[1] and PROPER.fullmatch(p[1]) for p in parts):
        return None  # "two members, Jan Baro, the mayor, and Mira Denn"
    pieces = [p[0] for p in parts]
    return pieces if all(_is_name(p) for p in pieces) else None


def after_roles(head: str) -> str | None:
    """The name of two words or more behind what somebody is: "the late singer Mira Denn", "Zanfile's Mira Denn"."""
    owned = _OWNED.fullmatch(head)
    if owned is not None:
        return bare_name(owned["name"])
    match = _ROLES.fullmatch(head)
    if match is None or " " not in match["name"] or PHRASE_END.search(match["roles"] + " "):
        return None
    last = match["roles"].rsplit(maxsplit=1)[-1].lower()
    if last in _SMALL or (last.endswith(("ing", "ed")) and "-" not in last and last not in _NAMING):
        return None  # "groups backing Mira Denn"
    return None if match["name"].split()[-1].lower() in ROLES else bare_name(match["name"])


def head_word(low: str) -> str:
    """The head noun of a phrase in lower case."""
    words = PHRASE_END.split(low)[0].split(",")[0].split()
    return _POSSESSIVE.sub("", words[-1].strip(".")) if words else low


def _is_name(words: str) -> bool:
    """Whether words end in a name and begin with one, with a role ("former mayor Jan Baro"), or with its article."""
    if words.startswith(("the ", "The ")):
        return bool(PROPER.fullmatch(words[4:]))
    parts = words.split()
    if not parts or not parts[-1][:1].isupper() or _CLAUSE.search(words):
        return False
    return parts[0][:1].isupper() or (not PHRASE_END.search(words) and any(p in ROLES for p in parts[:-1]))
