"""A case without the names of private persons and of sources marked sensitive, everywhere they stand.

Names give way to blocks of the same length, so that every offset still proves itself and the quotations still match.
What a reader can tell is how long a name was.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints
from urllib.parse import unquote

import msgspec

from sayso.knowledge.names import fold
from sayso.records import Actor, CaseView, Passage, Reading, Span

__all__ = ["BLOCK", "private_names", "redacted"]

BLOCK: Final = "\u2588"
_PARTICLES: Final = frozenset(
    [
        "al",
        "el",
        "an",
        "ar",
        "as",
        "at",
        "bin",
        "ibn",
        "bint",
        "abu",
        "abd",
        "umm",
        "de",
        "del",
        "della",
        "der",
        "den",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "les",
        "van",
        "von",
        "zu",
        "zur",
        "ten",
        "ter",
        "mac",
        "mc",
        "st",
        "the",
        "of",
        "and",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "lady",
    ]
)
_KEPT: Final = frozenset(
    [
        "sha256",
        "record_id",
        "extractor",
        "reader",
        "language",
        "what",
        "yardstick",
        "method",
        "published",
        "retrieved",
        "when",
    ]
)
"""Fields that hold digests, dates and words of the program."""
_PROGRAM: Final = frozenset(
    [
        "counts",
        "parc",
        "squared",
        "bayes",
        "airwars",
        "ucdp",
        "acled",
        "gtd",
        "killed",
        "injured",
        "missing",
        "detained",
        "displaced",
        "destroyed",
        "damaged",
        "deployed",
        "captured",
        "wounded",
        "distance",
        "money",
    ]
)
"""Keys of tables that the program writes."""
_GAP: Final = r"[\s\u00a0.,'\u2019\u2010-\u2015_+%-]{0,4}"
"""What may stand between the parts of a name: a space, a line end, a hyphen, the dots and signs of an address."""


def private_names(view: CaseView) -> tuple[str, ...]:
    """Names to take out: persons whom no document gives a public office, and whatever a person marked as sensitive.

    A person who is named with an office in any document, or who is known to the table of actors, is public. What people
    said goes before both. A name that is public stays even where a private one shares a part of it.
    """
    public = {part for actor in view.actors if _is_public(view, actor) for part in _parts(actor)}
    marked = {name.casefold(): sensitive for name, sensitive in view.sensitive.items()}
    names: dict[str, None] = {name: None for name, sensitive in view.sensitive.items() if sensitive}
    for actor in view.actors:
        said = [marked[s.casefold()] for s in (actor.name, *actor.spellings) if s.casefold() in marked]
        private = actor.type == "person" and not _is_public(view, actor) and not _parts(actor) <= public
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
    r"commissioner|envoy|chief of staff|chancellor|premier|representative|adviser|advisor)\b",
    re.IGNORECASE,
)


def _is_public(view: CaseView, actor: Actor) -> bool:
    """Whether a person is known to the table of actors, or is named with an office."""
    said = (*actor.spellings, *(passage.text for passage in view.described.get(actor.id, ())))
    return actor.type == "person" and (bool(actor.known_as) or any(_OFFICE.search(words) for words in said))


def _parts(actor: Actor) -> frozenset[str]:
    """The telling parts of all spellings of a name, folded; offices are none."""
    words = {word for spelling in actor.spellings for word in re.findall(r"\w+", fold(_OFFICE.sub(" ", spelling)))}
    return frozenset(word for word in words if len(word) > 2 and word not in _PARTICLES)


def redacted(view: CaseView) -> CaseView:
    """The same case with every name of `private_names` blocked out, in each text and each field of it.

    Texts keep their length, and with it every offset. Digests and archive records stay those of the untouched bytes.
    """
    pattern = _pattern(private_names(view))
    kept = {name: False for name, sensitive in view.sensitive.items() if not sensitive}
    if pattern is None:
        return msgspec.structs.replace(view, sensitive=kept, redacted=True)
    texts = {r.document.id: block(r.document.text, pattern) for r in view.readings}
    found: CaseView = _Walk(pattern, texts).value(msgspec.structs.replace(view, sensitive=kept), None)
    return msgspec.structs.replace(found, redacted=True)


class _Walk:
    """Goes through records of any kind and blocks names in their strings; words of the program itself stay."""

    def __init__(self, pattern: re.Pattern[str], texts: dict[str, str]) -> None:
        self._pattern, self._texts = pattern, texts
        self._text = ""

    def value(self, value: Any, annotation: Any) -> Any:
        """The same value without the names."""
        if isinstance(value, str):
            return value if value in _words_of(annotation) else block(value, self._pattern)
        if isinstance(value, Reading):
            self._text = self._texts[value.document.id]
        if isinstance(value, msgspec.Struct):
            return self._record(value)
        if isinstance(value, dict):
            return {self._key(key): self.value(item, None) for key, item in value.items()}
        if isinstance(value, tuple | list):
            return type(value)(self.value(item, annotation) for item in value)
        return value

    def _record(self, record: msgspec.Struct) -> Any:
        hints = _hints(type(record))
        changes = {}
        for name in record.__struct_fields__:
            old = getattr(record, name)
            if name in _KEPT or not old or isinstance(old, bool | int | float):
                continue
            new = self.value(old, hints[name])
            if new != old:
                changes[name] = new
        # A span is cut again from the blocked text: a name that it holds half of is blocked there as a whole.
        if isinstance(record, Passage):
            changes["text"] = self._texts[record.document][record.start : record.end]
        elif isinstance(record, Span):
            changes["text"] = self._text[record.start : record.end]
        return msgspec.structs.replace(record, **changes) if changes else record

    def _key(self, key: Any) -> Any:
        if not isinstance(key, str):
            return key
        head, colon, tail = key.partition(": ")
        return f"{head}{colon}{block(tail, self._pattern)}" if colon or head in _PROGRAM else block(key, self._pattern)


@cache
def _hints(record: type) -> dict[str, Any]:
    return get_type_hints(record)


@cache
def _words_of(annotation: Any) -> frozenset[str]:
    """Words that a field can only hold because the program put them there."""
    if get_origin(annotation) is Literal:
        return frozenset(get_args(annotation))
    return frozenset(word for part in get_args(annotation) for word in _words_of(part))


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
        for spelling in dict.fromkeys(
            (name, unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name), fold(name))
        ):
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
