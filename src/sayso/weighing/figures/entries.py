"""Figures of one document, each with its speaker, sentence and place in a total."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.records import Certainty, Claim, Figure, Passage, Reading
from sayso.weighing.figures.kin import nameless, of_kin
from sayso.weighing.figures.refuting import Doubt, claimant, doubt_of, granted_by, rumoured
from sayso.weighing.speakers import name_of

#: Kinds that describe people harmed; `shot` says nothing of whether they lived.
HARM = ("killed", "injured", "shot", "casualties", "missing")


_PART = re.compile(
    r"(?:the (?:other|remaining)\W+|(?:includ(?:ing|ed|es|e)|among (?:them|those|whom|the)|of whom|of them|comprising)"
    r"\W+(?:\w+\W+){0,4})$",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"[\s,():;–—-]*(?:(?:and|&|plus|as well as|along with|alongside|together with|with|including|namely|their|his|her"
    r"|also)\b[\s,:–—-]*){0,3}",
    re.IGNORECASE,
)
_AND = re.compile(r"\b(?:and|then|plus|as well as|along with|alongside|together with|with)\b|&", re.IGNORECASE)
_MOSTLY = re.compile(
    r"[\s,(–—-]*(?:mostly|mainly|most of (?:them|whom)(?: were| are)?|the majority of (?:them|whom)(?: were| are)?)\s+"
    r"(children|women|civilians)\b(?! and)",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"\b(?:names? of|identit(?:y|ies) of|identif(?:y|ied|ies|ying)|nam(?:ed|ing)|list(?:ed|ing))\s+"
    r"(?:(?:the|all|at least|names|of)\s+)*$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\s*(?:(?:who|that|killed|victims|have|had|been|were|was|are|also|so far)\s+)*(?:identified|named)\b(?!\s+after)",
    re.IGNORECASE,
)
_OF_HURT = re.compile(r"\bof the (?:wounded|injured)$", re.IGNORECASE)
_DIED = re.compile(
    r"\W*(?:(?:wounded|injured|hurt|people|persons|men|women|children|victims|patients)\s+){0,3}(?:who\s+)?"
    r"(?:(?:later|have|had|has|then|since|also)\s+)*(?:died|succumbed|perished|passed away)\b",
    re.IGNORECASE,
)
_OF_SEVERAL = re.compile(r"\b(?:dies|died|suicide|himself|herself|self)\b", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:later|succumb\w*|pronounced dead|passed away|ha(?:s|ve) died"
    r"|of (?:them|the (?:victims?|wounded|injured)))\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:before|then|and)\b[^.;]{0,120}?\b(?:(?:himself|herself|(?:his|her) own life)\b"
    r"|(?:he|she|police|officers|deputies) (?:was |were )?(?:fatally )?(?:shot|killed)\b[^.;]{0,120}?"
    r"\b(?:police|officers?|deput\w+|him|her)\b)",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"(?:the|those|these)\b", re.IGNORECASE)
OTHERS = re.compile(r"\b(?:others?|another|more|additional|further)\b", re.IGNORECASE)


class Entry(NamedTuple):
    """One figure as weighing sees it.

    `row` numbers the enumeration it stands in; two people of one enumeration are two people. `linked` when an "and"
    joins it to what stands before it there. `mostly` names the group that most of the number are ("12, mostly
    children"). `part` marks a part of a total already stated; `added` one that comes on top of what was stated
    before it. `title` for a figure of a title that counts all who were harmed; one that tells of a death that has come
    later, or of a killer's own, may leave out the others and is read like a sentence of the text; `heading` for any
    figure of a title. `since` where the sentence tells that somebody died of injuries, `own` where it tells that who
    killed was killed as well. `kin` for somebody's kin ("his wife Rana", "Omar's son"), `nameless` for kin of whom the
    text says that no name is known. `identified` for the number of those whose names are known. `doubt` where the
    speaker denies the number, or does not confirm it, and so gives none.
    """

    figure: Figure
    document: str
    sentence: int
    speaker: str | None
    certainty: Certainty
    part: bool
    added: bool
    row: int = 0
    linked: bool = False
    mostly: str | None = None
    title: bool = False
    since: bool = False
    heading: bool = False
    own: bool = False
    identified: bool = False
    nameless: bool = False
    kin: bool = False
    doubt: Doubt | None = None

    @property
    def passage(self) -> Passage:
        """Where the figure stands."""
        f = self.figure
        return Passage(document=self.document, start=f.start, end=f.end, text=f.text)


def entries_of(reading: Reading, lead: int = 0) -> list[Entry]:
    """All figures of a document that speak of the happening reported, in text order.

    `lead` is where the text begins in a reading that has the title before it (`sayso.weighing.figures.titles`).
    """
    claims = {claim.id: claim for claim in reading.claims}
    starts = [start for start, _ in reading.sentences]
    text = reading.document.text
    whole = _OF_SEVERAL.search(text[:lead]) is None
    found = []
    for figure in reading.figures:
        claim = claims.get(figure.claim or "")
        if figure.background or figure.negated or _gives_none(figure, claim, reading):
            continue
        named = _identified(figure, text)
        doubt = doubt_of(figure, claim, claims, reading, lead)
        if doubt is None:
            claim = granted_by(claim, claims)
        found.append(
            Entry(
                figure=figure,
                document=reading.document.id,
                sentence=bisect.bisect_right(starts, figure.start) if starts else 0,
                speaker=speaker_of(claim, claims),
                certainty="possible" if rumoured(figure, text) else claim.certainty if claim else "certain",
                part=_PART.search(text[max(0, figure.start - 60) : figure.start]) is not None and not named,
                added=OTHERS.search(figure.text) is not None,
                title=whole and figure.end <= lead,
                heading=figure.end <= lead,
                own=_ENDS.search(text, *sentence_text(reading, figure.start, figure.end)) is not None,
                since=_SINCE.search(text, *sentence_text(reading, figure.start, figure.end)) is not None,
                identified=named,
                nameless=nameless(figure, text),
                kin=of_kin(figure, text),
                mostly=most[1].lower() if (most := _MOSTLY.match(text, figure.end)) else None,
                doubt=doubt,
            )
        )
        if doubt is not None and (other := claimant(figure, claim, claims, reading, lead)) is not None:
            found.append(found[-1]._replace(speaker=other, certainty="certain", doubt=None))
    return _rows(found, text)


def _identified(figure: Figure, text: str) -> bool:
    """True for the number of people whose names are known: "the names of 12 victims", "nine of them were named"."""
    noun = (figure.of or "").lower().split()[-1:]
    if noun == ["names"]:
        return True
    if noun in (["deaths"], ["injuries"], ["fatalities"], ["casualties"]):
        return False  # "identified 60 injuries": found them
    before = _NAMES.search(text[max(0, figure.start - 60) : figure.start])
    return bool(before or _NAMED.match(text, figure.end) or re.search(r"\bidentified\b", figure.text))


def _gives_none(figure: Figure, claim: Claim | None, reading: Reading) -> bool:
    """True for words that count nobody here.

    "The wounded", where the same report numbers them, refers to that number; "I do not know how many people died"
    gives none; "two of the wounded died" and "four wounded people died" are of the dead.
    """
    others = [f for f in reading.figures if f is not figure and not f.background]
    after = reading.document.text[figure.end : figure.end + 60]
    if figure.what == "injured" and (_OF_HURT.search(figure.text) or _DIED.match(after)):
        return any((f.start, f.end, f.what) == (figure.start, figure.end, "killed") for f in others)
    if figure.wording != "plural":
        return False
    if _DEFINITE.match(figure.text):
        return any(f.what == figure.what and f.wording != "plural" and (f.low or f.high or 0) > 1 for f in others)
    asked = reading.document.text[max(0, figure.start - 4) : figure.end].lower().startswith("how ")
    return asked and claim is not None and claim.source is not None and claim.source.text.lower() in {"i", "we"}


def _rows(entries: list[Entry], text: str) -> list[Entry]:
    """Number enumerations: neighbours of one kind with nothing between them but commas and a joining word."""
    rows: dict[tuple[int, int, str], int] = {}
    for what in sorted({e.figure.what for e in entries}):
        run: list[Entry] = []
        for entry in [e for e in entries if e.figure.what == what]:
            if run and not _JOINT.fullmatch(text[run[-1].figure.end : entry.figure.start]):
                _number(run, text, rows)
                run = []
            run.append(entry)
        _number(run, text, rows)
    ends = {e.figure.end for e in entries}
    numbered = []
    parts: set[int] = set()
    for e in entries:
        row = rows[e.figure.start, e.figure.end, e.figure.what]
        parts |= {row} if e.part else set()  # "among them four women, two men and a girl": all of these are parts
        numbered.append(e._replace(row=row, linked=_linked(e.figure.start, ends, text), part=row in parts))
    return numbered


def _linked(start: int, ends: set[int], text: str) -> bool:
    """True where the words between the last figure and this one hold an "and"."""
    before = max((end for end in ends if end <= start), default=start)
    return _AND.search(text[before:start]) is not None


def _number(run: list[Entry], text: str, rows: dict[tuple[int, int, str], int]) -> None:
    """Give a run of neighbours one number, but an apposition ("Ana Belo, a nurse,") a number of its own."""
    gaps = [text[one.figure.end : two.figure.start] for one, two in itertools.pairwise(run)]
    joined = any(_AND.search(gap) for gap in gaps)
    number = len(rows)
    for i, entry in enumerate(run):
        alone = not joined or (i > 0 and not _AND.search(gaps[i - 1]) and _apposition(run[i - 1], entry))
        alone = alone or (i >= _PAIR and _names_a_pair(run, gaps))
        rows[entry.figure.start, entry.figure.end, entry.figure.what] = len(rows) + 1_000_000 if alone else number


_PAIR = 2


def _names_a_pair(run: Sequence[Entry], gaps: Sequence[str]) -> bool:
    """True for "a father and son, Omar Belo and Ali Belo": two people described, then the same two named."""
    named = [re.search(r"(?:^|\s)[A-Z]\w*\s+[A-Z]", e.figure.text) is not None for e in run]
    return named == [False, False, True, True] and gaps[1].strip() in {",", ":", "–", "—", "-"}


def _apposition(one: Entry, two: Entry) -> bool:
    """True for a name followed by a description, or a description followed by a bare name."""
    if (one.figure.low, one.figure.high) != (1, 1):
        return False
    if one.figure.group == "named" or re.search(r"\s[A-Z]", one.figure.text):
        return re.match(r"(?:a|an|the)\b", two.figure.text) is not None
    plain = len(two.figure.text.split()) == 1 and two.figure.group != "named"  # "his father, mother, brother"
    return not plain and re.match(r"(?:a|an|the|his|her)\b", two.figure.text) is None


def speaker_of(claim: Claim | None, claims: dict[str, Claim]) -> str | None:
    """Who says a claim, as resolved; an unnamed speaker inside another's words is that other's."""
    while claim is not None:
        name = name_of(claim)
        if name is not None:
            return name
        claim = claims.get(claim.within or "")
    return None


def sentence_text(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Bounds of the sentence that holds `start:end`; the span itself when sentences are unknown."""
    for first, last in reading.sentences:
        if first <= start < last:
            return first, max(last, end)
    return start, end
