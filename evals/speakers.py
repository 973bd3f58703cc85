"""Who "he", "the spokesman" and "Baro" are, beside CoreNLP's coreference chains.

The chains are machine-made, not gold: they are wrong at times, most of all for "they", "it" and descriptions, and two
systems that fall into one trap count as right. So a share right here says how far two machines agree, which is
good for finding faults and for noticing a fall, and is not an accuracy.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from evals import readings
from evals.scoring import Row, ratio_interval
from sayso.knowledge.wordlists import words
from sayso.reading.attribution.speakers import Resolver
from sayso.reading.sentences import split

KINDS = ("he or she", "they or it", "description", "short name")
SINGULAR = words("he him his himself she her hers herself")
BODIES = words("they them their themselves it its itself")
_DESCRIBED = re.compile(r"(?:the|this|that|these|those)(?: [\w-]+){0,2} [a-z-]+", re.IGNORECASE)
_SHORT = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep)s?\.? )?[^\W\d_a-z][\w’'-]*$")
_POSSESSIVE = re.compile(r"['’]s?$")
_CUT = re.compile(r",|\s\(|\s(?:who|which|that)\b")
_WORD = re.compile(r"[\w’'-]*\w")
_LONG = 6
ENOUGH = 50
"""Cases from which a share is held against a floor; of eight or ten, one moves it by a tenth."""
"""Words of a mention; in longer ones the name is often somebody else's."""


@dataclass(frozen=True)
class Asked:
    """One source that needs resolving: its kind, the name that its chain gives, and the answers (null: none)."""

    kind: str
    start: int
    words: str
    chain: str
    answers: Mapping[str, str | None]

    def right(self, system: str) -> bool:
        """Whether the last word of the answer occurs in the name of the chain."""
        answer = _WORD.findall(self.answers[system] or "")
        return bool(answer) and _folded(answer[-1]) in set(map(_folded, _WORD.findall(self.chain)))


@dataclass
class Chains:
    """Chains of one document: the number of the chain at each mention, and the longest named mention of each."""

    at: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    named: list[str | None] = field(default_factory=list)

    def name(self, start: int, end: int) -> str | None:
        """The longest named mention of the chain that a source is in; null if it is in none, or none is named."""
        inside = [(stop, chain) for stop, chain in self.at.get(start, []) if stop <= end + 2]
        return self.named[max(inside)[1]] if inside else None


def kind_of(said: str) -> str | None:
    """Tell which question a source asks; null for full names and for what names nobody ("some", "we")."""
    if said.lower() in SINGULAR | BODIES:
        return KINDS[0] if said.lower() in SINGULAR else KINDS[1]
    if _DESCRIBED.fullmatch(said) and said.rsplit(maxsplit=1)[-1].islower():
        return "description"
    return "short name" if _SHORT.match(said) else None


def chains_of(text: str, parsed: Mapping[str, Any]) -> Chains:
    """Index the chains of a document."""
    tokens = parsed["tokens"]
    starts = [token[0] for token in tokens]
    chains = Chains()
    for number, mentions in enumerate(parsed["coreference"]):
        names = []
        for start, end, *_ in mentions:
            chains.at.setdefault(start, []).append((end, number))
            stop = end if (cut := _CUT.search(text, start, end)) is None else cut.start()
            held = [t for t in tokens[bisect_left(starts, start) : bisect_left(starts, stop)] if t[2] != "POS"]
            if _is_name([t[2] for t in held]):
                names.append(text[start : held[-1][1]])
        chains.named.append(max(names, key=len, default=None))
    return chains


def asked(row: dict[str, Any], parsed: Mapping[str, Any]) -> Iterator[Asked]:
    """The sources of one document that ask who it is, in reading order, with what each system answers."""
    text = row["text"]
    chains = chains_of(text, parsed)
    people = [(start, text[start:end]) for start, end, kind, *_ in parsed["entities"] if kind == "PERSON"]
    resolver = Resolver(text, split(text))
    for start, end in sorted({(a["source"][0][0], a["source"][-1][1]) for a in row["attributions"] if a["source"]}):
        entity = resolver.resolve(start, end)
        said = _POSSESSIVE.sub("", " ".join(text[start:end].split()))
        kind, chain = kind_of(said), chains.name(start, end)
        if kind is None or chain is None:
            continue
        if kind == "description" and entity is not None and entity.lower() in said.lower():
            entity = None  # the description as it stands is no answer to who it is
        before = bisect_left(people, (start, ""))
        last = people[before - 1][1] if before else None
        yield Asked(kind, start, said, chain, {"sayso": entity, "last person named": last})


def rows_of(data: str, units: Sequence[Sequence[Asked]]) -> list[Row]:
    """Share right of those answered, and share answered; documents are resampled."""
    rows = []
    for kind in KINDS:
        held = [[a for a in unit if a.kind == kind] for unit in units]
        total = sum(map(len, held))
        for system in ("sayso", "last person named"):
            counts = [
                (sum(a.right(system) for a in h), sum(a.answers[system] is not None for a in h), len(h))
                for h in held
                if h
            ]
            for metric, above, below in (("right of answered", 0, 1), ("answered", 1, 2)):
                # A document without any would let a draw divide by nothing.
                pairs = [(float(count[above]), float(count[below])) for count in counts if count[below]]
                if pairs:
                    rows.append(
                        Row(data, f"{kind}: {metric}", system, *ratio_interval(pairs), total, held=total >= ENOUGH)
                    )
    return rows


def units_of(data: Path, part: str) -> list[list[Asked]]:
    """What is asked in each document of a part of PolNeAR that has chains."""
    parsed = {row["id"]: row for row in readings.lines(data / "polnear" / f"{part}.corenlp.jsonl.gz")}
    rows = readings.lines(data / "polnear" / f"{part}.jsonl.gz")
    return [list(asked(row, parsed[row["id"]])) for row in rows if row["id"] in parsed]


def speakers(data: Path, scorer: ModuleType) -> list[Row]:  # noqa: ARG001 - called like every other set
    """PolNeAR's development part: gold sources, resolved; n is sources asked about. The scorer has no say in it."""
    return rows_of("polnear/dev speakers", units_of(data, "dev"))


def _is_name(tags: Sequence[str]) -> bool:
    """Whether a mention names who it is: "a partner at Hogan & Hartson" does not, "former Gov. Jan Baro" does."""
    noun = next((k for k, tag in enumerate(tags) if tag in {"NN", "NNS"}), len(tags))
    return 0 < len(tags) <= _LONG and tags[-1] in {"NNP", "NNPS"} and not {"IN", "CC", ","} & set(tags[noun:])


def _folded(word: str) -> str:
    return _POSSESSIVE.sub("", word).replace("’", "'").lower()
