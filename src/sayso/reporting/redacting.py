"""A case without the names of private persons and of sources marked sensitive, everywhere they stand.

Names give way to blocks of the same length, so that every offset still proves itself and the quotations still match.
What a reader can tell is how long a name was.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import unquote

import msgspec

from sayso.knowledge.names import fold
from sayso.records import CaseView

__all__ = ["BLOCK", "private_names", "redacted"]

BLOCK: Final = "\u2588"
_PARTICLES: Final = frozenset(
    "al el an ar as at bin ibn bint abu abd umm de del della der den di da dos du la le les van von zu zur ten ter mac mc st the of and"
    " mr mrs ms miss dr sir lady".split()
)
_GAP: Final = r"[\s\u00a0.,'\u2019\u2010-\u2015_+%-]{0,4}"
"""What may stand between the parts of a name: a space, a line end, a hyphen, the dots and signs of an address."""


def private_names(view: CaseView) -> tuple[str, ...]:
    """Names to take out: persons whom no document gives a public office, and whatever a person marked as sensitive.

    A person who is named with an office in any document, or who is known to the table of actors, is public. What people
    said goes before both. A name that is public stays even where a private one shares a part of it.
    """
    marked = {name.casefold(): sensitive for name, sensitive in view.sensitive.items()}
    names: dict[str, None] = {name: None for name, sensitive in view.sensitive.items() if sensitive}
    for actor in view.actors:
        said = [marked[s.casefold()] for s in (actor.name, *actor.spellings) if s.casefold() in marked]
        private = actor.type == "person" and not actor.known_as and not _has_office(view, actor.id)
        if any(said) or (private and not said):
            names.update(dict.fromkeys((actor.name, *actor.spellings)))
    for reading in view.readings:
        author = reading.document.author
        if author and marked.get(author.casefold(), False):
            names[author] = None
    return tuple(names)


_OFFICE: Final = re.compile(
    r"\b(?:president|minister|secretary|ministry|ambassador|spokes\w+|general|colonel|major|captain|admiral|commander|"
    r"governor|mayor|senator|deputy|member of parliament|official|king|queen|prince|sheikh|ayatollah|director-general|"
    r"commissioner|envoy|chief of staff|chancellor|premier|representative)\b",
    re.IGNORECASE,
)


def _has_office(view: CaseView, actor: str) -> bool:
    return any(_OFFICE.search(passage.text) for passage in view.described.get(actor, ()))


def redacted(view: CaseView) -> CaseView:
    """The same case with every name of `private_names` blocked out, in each text and each field of it.

    Texts keep their length, and with it every offset. The digests and archive records stay those of the untouched bytes.
    """
    pattern = _pattern(private_names(view))
    plain = msgspec.to_builtins(view)
    kept = {name for name, sensitive in view.sensitive.items() if not sensitive}
    plain["sensitive"] = {name: False for name in sorted(kept)}
    found = msgspec.convert(_blocked(plain, pattern) if pattern is not None else plain, CaseView)
    return msgspec.structs.replace(found, redacted=True)


def _blocked(value: Any, pattern: re.Pattern[str]) -> Any:
    """Block names in every string of plain data, keys included."""
    if isinstance(value, str):
        return block(value, pattern)
    if isinstance(value, dict):
        return {_blocked(key, pattern): _blocked(item, pattern) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_blocked(item, pattern) for item in value]
    return value


def block(text: str, pattern: re.Pattern[str]) -> str:
    """Block every match; the text keeps its length. An address in which a name is spelt by percent signs goes whole."""
    found = pattern.sub(lambda m: BLOCK * len(m[0]), text)
    if "%" in found and pattern.search(unquote(found)):
        found = BLOCK * len(found)
    return found


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """One expression for all spellings of all names: whole, joined without spaces, and by each telling part."""
    forms: dict[str, None] = {}
    for name in names:
        for spelling in dict.fromkeys((name, unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name), fold(name))):
            parts = re.findall(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*", spelling)
            if not parts:
                continue
            # A whole name is found inside other words too (`annabrandt`), one part of it only as a word.
            whole = _GAP.join(map(re.escape, parts))
            forms[whole if len(parts) > 1 else rf"(?<![^\W_]){whole}(?![^\W_])"] = None
            for part in parts:
                if len(part) > 2 and part.casefold() not in _PARTICLES:
                    forms[rf"(?<![^\W_]){re.escape(part)}(?![^\W_])"] = None
    if not forms:
        return None
    return re.compile("|".join(sorted(forms, key=lambda form: (-len(form), form))), re.IGNORECASE)
