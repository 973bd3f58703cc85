"""Find named and described actors, places, facilities and roles, and give each its normal name in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.knowledge import names as folding
from sayso.knowledge.tables import actor
from sayso.reading.equipment import find_equipment
from sayso.reading.mentions.kinds import Kinded, kind_of, strip_front
from sayso.reading.mentions.lexicon import ARMED_WORDS, DEMONYMS, FACILITY_WORDS, ORG_WORDS, ROLE_HEADS, TITLES
from sayso.reading.mentions.names import Sequence_, Token, common_words, sequences
from sayso.records import Mention, MentionType

__all__ = ["find_mentions"]

_ACRONYM = re.compile(r"\s?\(\s?[\"“']?((?:[A-Z]\.?){2,8}s?)[\"”']?\s?\)")


def find_mentions(text: str, sentences: Sequence[tuple[int, int]]) -> tuple[Mention, ...]:
    """Find mentions, in text order, none overlapping another of its kind of name.

    `entity` is the normal name in the document: a surname gets the full name given before or after, an acronym the
    name it was introduced with, a name of a known actor or outlet the normal name of the table.
    """
    common = common_words(text)
    raw: list[tuple[int, int, MentionType, str | None, int]] = []
    for run in sequences(text, sentences):
        raw.extend(_of_run(run, text, common))
    raw.extend(_collective(text))
    for item in find_equipment(text):
        raw.append((item.start, item.end, "equipment", item.name, 3))
    kept = _without_overlap(raw)
    kept = _spread(kept, text)
    entities = _entities(kept, text)
    return tuple(
        Mention(start=s, end=e, text=text[s:e], type=kind, entity=entity)
        for (s, e, kind, _, _), entity in zip(kept, entities, strict=True)
    )


_PEOPLE = "|".join(re.escape(w) for w in sorted(DEMONYMS | {"US", "U.S.", "UK", "Assad", "Asad", "Assad’s", "Assad's", "NATO", "US-led", "U.S.-led", "Saudi-led", "Russian-backed", "Iranian-backed", "Turkish-backed", "Iran-backed"}, key=lambda w: (-len(w), w)))
_COLLECTIVE = re.compile(
    rf"(?<![\w-])(?:{_PEOPLE})\s+(?:(?:special|ground|security|armed|government|defen[cs]e|regime|coalition|air|naval|military|border|"
    r"rebel|allied|opposition|state)\s+)?(?:(?P<armed>army|military|forces|troops|navy|air\s+force|militias?|rebels|fighters|guards?|"
    r"coalition|warplanes)|(?P<body>government|regime|authorities|police|parliament|opposition|embassy|intelligence|officials|state\s+media|"
    r"state\s+television|state\s+TV|health\s+ministry|defen[cs]e\s+ministry|foreign\s+ministry|interior\s+ministry))\b"
)


def _collective(text: str) -> Iterator[tuple[int, int, MentionType, str | None, int]]:
    """`the US military`, `Syrian state media`: bodies named by whose they are."""
    for match in _COLLECTIVE.finditer(text):
        known = actor(match[0])
        if match["armed"] == "warplanes":
            continue
        kind: MentionType = known.kind if known else "armed_group" if match["armed"] else "organization"
        yield match.start(), match.end(), kind, known.name if known else None, 3


def _of_run(run: Sequence_, text: str, common: dict[str, int]) -> Iterator[tuple[int, int, MentionType, str | None, int]]:
    tokens = strip_front(run.tokens, initial=run.initial, common=common)
    initial = run.initial and bool(tokens) and tokens[0] is run.tokens[0]
    if not tokens:
        return
    whole = kind_of(tokens, text, titled=False, initial=initial, common=common)
    if whole is not None and whole.known is not None:
        yield tokens[0].start, tokens[-1].end, whole.type, whole.known, 3
        return
    known = _known_behind_people(tokens, text)
    if known is not None:
        yield known
        return
    parted = _split_on_and(tokens, text, common)
    if parted:
        for part in parted:
            yield from _of_run(Sequence_(part, initial and part[0] is tokens[0]), text, common)
        return
    role, rest = _role_in_front(tokens)
    if role:
        if any(t.text.lower().strip(".") in ROLE_HEADS for t in role):
            yield role[0].start, role[-1].end, "role", None, 2
        if rest:
            found = kind_of(rest, text, titled=_a_title(role), initial=False, common=common)
            if found:
                yield rest[0].start, rest[-1].end, found.type, found.known, found.strength
        return
    if whole is not None:
        yield from _typed(tokens, whole)


def _known_behind_people(tokens: tuple[Token, ...], text: str) -> tuple[int, int, MentionType, str | None, int] | None:
    """`Shiite Popular Mobilization Forces`: the known name without the people in front."""
    if len(tokens) > 1 and tokens[0].text in DEMONYMS:
        found = actor(text[tokens[1].start : tokens[-1].end])
        if found is not None:
            return tokens[1].start, tokens[-1].end, found.kind, found.name, 3
    return None


def _typed(tokens: tuple[Token, ...], kinded: Kinded) -> Iterator[tuple[int, int, MentionType, str | None, int]]:
    if kinded.type == "person" and tokens[0].text in DEMONYMS and len(tokens) > 1:
        tokens = tokens[1:]
    yield tokens[0].start, tokens[-1].end, kinded.type, kinded.known, kinded.strength


def _a_title(role: tuple[Token, ...]) -> bool:
    return role[-1].text in TITLES


def _role_in_front(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Split `Russian Deputy Foreign Minister Gennady Gatilov` into the role and the name."""
    last = max((at for at, token in enumerate(tokens) if token.text in TITLES), default=-1)
    rest = tokens[last + 1 :]
    if last < 0 or any(t.text in ORG_WORDS or t.text in ARMED_WORDS or t.text in FACILITY_WORDS or t.text in ("of", "for") for t in rest):
        return (), tokens
    front = tokens[:last]
    plain = all(
        t.text in TITLES or t.text in DEMONYMS or t.text in ORG_WORDS or t.text in ARMED_WORDS or t.text in _ROLE_PARTS
        or not t.capital or t.text.isupper() for t in front
    )  # fmt: skip
    return (tokens[: last + 1], rest) if plain or len(rest) > 1 else ((), tokens)


_ROLE_PARTS = frozenset("White State National Security Affairs Staff Press Home Health Finance Trade Energy Armed Supreme Vice Deputy Middle East Human Rights".split())


def _split_on_and(tokens: tuple[Token, ...], text: str, common: dict[str, int]) -> list[tuple[Token, ...]]:
    """`Syria and Iraq` are two; `Ministry of Health and Welfare` is one."""
    for at, token in enumerate(tokens):
        if token.text in ("and", "of the", "at", "on", "for") or (token.text == "the" and tokens[at - 1].text not in ("of", "for")):
            left, right = tokens[:at], tokens[at + 1 :]
            if not left or not right:
                continue
            joined = token.text in ("at", "on", "the") or (token.text == "for" and not any(t.text in ORG_WORDS for t in left))
            if token.text == "and":
                sides = (text[left[0].start : left[-1].end], text[right[0].start : right[-1].end])
                joined = any(actor(side) is not None for side in sides) or not any(t.text in ORG_WORDS or t.text in ARMED_WORDS or t.text in ("of", "for") for t in left)
            while right and not right[0].capital:
                right = right[1:]
            if joined and right:
                return [left, right]
    return []


def _without_overlap(raw: list[tuple[int, int, MentionType, str | None, int]]) -> list[tuple[int, int, MentionType, str | None, int]]:
    kept: list[tuple[int, int, MentionType, str | None, int]] = []
    for item in sorted(raw, key=lambda r: (r[0], -r[1], r[2])):
        if kept and item[0] < kept[-1][1]:
            if item[2] == "equipment" and kept[-1][2] in ("person", "organization") and kept[-1][4] < 3:  # noqa: PLR2004
                kept[-1] = item
            continue
        kept.append(item)
    return kept


def _spread(kept: list[tuple[int, int, MentionType, str | None, int]], text: str) -> list[tuple[int, int, MentionType, str | None, int]]:
    """Let a sure type win over a default for the same name elsewhere in the document."""
    best: dict[str, tuple[int, MentionType]] = {}
    surnames: set[str] = set()
    for start, end, kind, _, strength in kept:
        key = folding.key(text[start:end])
        if kind not in ("role", "equipment") and strength > best.get(key, (0, kind))[0]:
            best[key] = (strength, kind)
        if kind == "person" and (" " in text[start:end] or strength == 3):  # noqa: PLR2004
            surnames.add(folding.key(text[start:end].split()[-1]))
    out = []
    for start, end, kind, known, strength in kept:
        key = folding.key(text[start:end])
        if kind in ("place", "organization", "person") and key in surnames and strength < 3:  # noqa: PLR2004
            out.append((start, end, "person", known, strength))
        elif kind not in ("role", "equipment") and best.get(key, (0, kind))[0] > strength:
            out.append((start, end, best[key][1], known, strength))
        else:
            out.append((start, end, kind, known, strength))
    return _surnames_alone(out, surnames, text)  # type: ignore[arg-type]


def _surnames_alone(
    kept: list[tuple[int, int, MentionType, str | None, int]], surnames: set[str], text: str
) -> list[tuple[int, int, MentionType, str | None, int]]:
    """Add single surnames of persons named in full, which by themselves gave no sign of being a name."""
    if not surnames:
        return kept
    taken = sorted((s, e) for s, e, *_ in kept)
    more = []
    at = 0
    for match in re.finditer(r"(?<![\w-])[A-Z][^\W_]+(?:[-'’‘][^\W_]+)*", text):
        word = match[0].removesuffix("’s").removesuffix("'s").removesuffix("‘s")
        start, end = match.start(), match.start() + len(word)
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at < len(taken) and taken[at][0] < end:
            continue
        if len(word) > 2 and folding.key(word) in surnames:  # noqa: PLR2004
            more.append((start, end, "person", None, 1))
    return sorted([*kept, *more], key=lambda r: (r[0], -r[1]))  # type: ignore[list-item]


def _entities(kept: list[tuple[int, int, MentionType, str | None, int]], text: str) -> list[str | None]:
    introduced: dict[str, str] = {}
    full: dict[str, str] = {}
    for start, end, kind, known, _ in kept:
        name = _flat(text[start:end])
        match = _ACRONYM.match(text, end)
        if match and _initials_fit(name, match[1]):
            introduced[match[1].replace(".", "")] = known or name
        if kind == "person" and " " in name:
            full.setdefault(folding.key(name.split()[-1]), name)
    out: list[str | None] = []
    for start, end, kind, known, _ in kept:
        name = _flat(text[start:end])
        if known:
            out.append(known)
        elif name.replace(".", "") in introduced:
            out.append(introduced[name.replace(".", "")])
        elif kind == "person" and " " not in name:
            out.append(full.get(folding.key(name), name))
        elif kind == "role":
            out.append(None)
        else:
            out.append(name)
    return out


def _flat(name: str) -> str:
    return " ".join(name.split())


def _initials_fit(name: str, acronym: str) -> bool:
    """Whether an acronym's letters are initials of the name, in order (`Syrian Observatory for Human Rights`, `SOHR`)."""
    letters = [w[0].upper() for w in re.split(r"[\s-]+", name) if w]
    wanted = acronym.replace(".", "").removesuffix("s")
    at = 0
    for letter in letters:
        if at < len(wanted) and letter == wanted[at]:
            at += 1
    return at == len(wanted)
