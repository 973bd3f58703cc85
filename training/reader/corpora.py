"""The corpora, as labelled texts. A corpus that is not there is skipped by name; none is needed by another."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from training.reader.examples import Attribution, Labelled

from sayso.knowledge.tables import actor
from sayso.reading.attribution.lexicon import PRONOUNS
from sayso.reading.mentions import find_mentions
from sayso.reading.mentions.lexicon import ARMED_WORDS, FACILITY_WORDS
from sayso.reading.sentences import split
from sayso.records import MentionType

OWN = Path(__file__).parent / "labels"
EVALS = Path(__file__).parents[2] / "evals" / "labels"
"""Labels made for sayso: of incident reports (offsets only, the texts stay in the data folder) and made-up reports."""
_OURS: dict[str, MentionType] = {
    "PER": "person", "ORG": "organization", "LOC": "place", "PERSON": "person", "ORGANIZATION": "organization",
    "LOCATION": "place", "Person": "person", "Organisation": "organization", "Location": "place",
}  # fmt: skip
_NO_SPACE_BEFORE = re.compile(r"[.,;:!?)\]%’”]|'s|n't|''")
_ARTICLE = re.compile(r"(?:the|a|an|this|that|these|our|their|his|her|its)\s+", re.IGNORECASE)
_NAME = re.compile(
    r"(?:[A-Z0-9][\w.'’&-]*|of|and|the|for|in|al|el|de|[–-])(?:\s+(?:[A-Z0-9][\w.'’&-]*|of|and|the|for|in|al|el|de))*"
)


def aside(name: str, percent: int) -> bool:
    """Whether a text is kept apart from training, by its name alone: the same part at every run."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) % 100 < percent


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Rows of a file of JSON Lines, packed or not."""
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf8") as packed:
            yield from map(json.loads, packed)
    else:
        with path.open(encoding="utf8") as plain:
            yield from map(json.loads, plain)


def _attributions(rows: list[dict[str, Any]]) -> tuple[Attribution, ...]:
    return tuple(
        Attribution(
            source=tuple((s, e) for s, e in row["source"] or ()),
            cue=(row["cue"][0][0], row["cue"][-1][1]),
            content=tuple((s, e) for s, e in row["content"] or ()),
            nested=bool(row.get("nested")),
            certainty=row.get("certainty"),
            polarity=row.get("polarity"),
        )
        for row in rows
        if row["cue"]
    )


def refined(kind: MentionType, name: str) -> MentionType:
    """An organisation that is an armed group, a place that is a facility, by our own tables."""
    last = set(name.replace("-", " ").split())
    if kind == "organization":
        known = actor(name)
        return "armed_group" if (known is not None and known.kind == "armed_group") or last & ARMED_WORDS else kind
    if kind == "place" and last & FACILITY_WORDS:
        return "facility"
    return kind


def _roles(text: str) -> list[tuple[int, int, MentionType | None]]:
    return [(m.start, m.end, "role") for m in find_mentions(text, split(text)) if m.type == "role"]


def polnear(data: Path, part: str = "train") -> Iterator[Labelled]:
    """PolNeAR: attributions; names from CoreNLP (made by a machine, so of little weight), roles from our own rules."""
    silver = {row["id"]: row["entities"] for row in lines(data / "polnear" / f"{part}.corenlp.jsonl.gz")}
    for row in lines(data / "polnear" / f"{part}.jsonl.gz"):
        text = row["text"]
        names: list[tuple[int, int, MentionType | None]] = [
            (e[0], e[1], refined(_OURS[e[2]], text[e[0] : e[1]])) for e in silver.get(row["id"], ()) if e[2] in _OURS
        ]
        taken = {at for start, end, _ in names for at in range(start, end)}
        names += [r for r in _roles(text) if not taken & set(range(r[0], r[1]))]
        yield Labelled(
            id=row["id"], text=text, attributions=_attributions(row["attributions"]), names=tuple(names),
            names_weight=0.25,
        )  # fmt: skip


def incidents(data: Path) -> Iterator[Labelled]:
    """Attributions that we labelled in reports of shootings and strikes; the labels are ours, the texts are not."""
    wanted = {(row["set"], row["id"]): row for row in lines(OWN / "incidents.jsonl")}
    for name in sorted({name for name, _ in wanted}):
        path = data / f"{name}.jsonl.gz"
        for row in lines(path) if path.is_file() else ():
            found = wanted.get((name, row["id"]))
            if found is not None:
                yield Labelled(
                    id=row["id"], text=row["text"], attributions=_attributions(found["attributions"]),
                    marks_nested=True,
                )  # fmt: skip


def made_up(_: Path) -> Iterator[Labelled]:
    """Reports that we made up, with attributions and all types of names."""
    for row in lines(OWN / "made-up.jsonl"):
        yield Labelled(
            id=row["id"], text=row["text"], attributions=_attributions(row["attributions"]), marks_nested=True,
            names=tuple((s, e, kind) for s, e, kind in row["names"]),
        )  # fmt: skip


def joined(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Words of a tokenised corpus as running text, with the bounds of each."""
    text, bounds = "", []
    for token in tokens:
        if text and not _NO_SPACE_BEFORE.match(token) and text[-1] not in "([$“‘":
            text += " "
        bounds.append((len(text), len(text) + len(token)))
        text += token
    return text, bounds


def _from_bio(name: str, sentence: list[tuple[str, str]]) -> Labelled:
    text, bounds = joined([word for word, _ in sentence])
    names: list[tuple[int, int, MentionType | None]] = []
    before = "O"
    for (start, end), (_, tag) in zip(bounds, sentence, strict=True):
        kind = _OURS.get(tag[2:])
        if kind is not None and tag[0] == "I" and before[2:] == tag[2:]:
            names[-1] = (names[-1][0], end, names[-1][2])
        elif kind is not None:
            names.append((start, end, kind))
        before = tag
    typed = tuple((s, e, refined(k, text[s:e]) if k else None) for s, e, k in names)
    marked = {at for s, e, _ in names for at in range(s, e)}
    roles = tuple(r for r in _roles(text) if not marked & set(range(r[0], r[1])))
    return Labelled(id=name, text=text, names=typed + roles, sentences=((0, len(text)),))


def uner(data: Path) -> Iterator[Labelled]:
    """Universal NER, English Web Treebank, development part (there is no training part here)."""
    sentence: list[tuple[str, str]] = []
    number = 0
    for line in [*(data / "uner-ewt" / "en_ewt-ud-dev.iob2").read_text(encoding="utf8").splitlines(), ""]:
        if line and not line.startswith("#"):
            _, word, tag, *_rest = line.split("\t")
            sentence.append((word, tag))
        elif not line and sentence:
            yield _from_bio(f"uner-{number}", sentence)
            sentence, number = [], number + 1


def wikigold(data: Path) -> Iterator[Labelled]:
    """Wikigold: names in Wikipedia."""
    sentence: list[tuple[str, str]] = []
    number = 0
    path = data / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"
    for line in [*path.read_text(encoding="utf8").splitlines(), ""]:
        word, _, tag = line.rpartition(" ")
        if word and word != "-DOCSTART-":
            sentence.append((word, tag))
        elif sentence:
            yield _from_bio(f"wikigold-{number}", sentence)
            sentence, number = [], number + 1


def re3d(data: Path) -> Iterator[Labelled]:
    """re3d: names in reports about Syria and Iraq.

    It marks descriptions too ("mourners", "we"); only spans that are names teach, the others leave open what stands
    there. Leading articles are not part of a name.
    """
    spans: dict[str, list[tuple[int, int, MentionType | None]]] = {}
    for row in lines(data / "re3d" / "entities.jsonl"):
        if row["type"] not in _OURS:
            continue
        value = row["value"]
        lead = _ARTICLE.match(value)
        cut = lead.end() if lead else 0
        name = value[cut:].rstrip(" ,")
        name = name if "." in name[:-1] else name.rstrip(".")  # "U.S." keeps its last full stop
        start = row["begin"] + cut
        named = name[:1].isupper() and _NAME.fullmatch(name) and name.lower() not in PRONOUNS
        kind = refined(_OURS[row["type"]], name) if named else None
        spans.setdefault(row["documentId"], []).append((start, start + len(name), kind))
    for row in lines(data / "re3d" / "documents.jsonl"):
        found = sorted(spans.get(row["_id"], ()), key=lambda s: (s[2] is None, s[0], -s[1]))
        kept: list[tuple[int, int, MentionType | None]] = []
        for start, end, kind in found:
            if end > start and (kind is None or not any(start < e and s < end for s, e, k in kept if k is not None)):
                kept.append((start, end, kind))
        kept.sort(key=lambda s: s[2] is not None)  # names are written over what is open
        yield Labelled(id=f"re3d-{row['_id']}", text=row["text"], names=tuple(kept))


def factuality(data: Path, part: str = "train") -> Iterator[Labelled]:
    """UDS-IH2 and UW: how factual the event behind a word is, -3..3."""
    for scale, name in enumerate(("UDS_IH2", "UW")):
        path = data / "factuality" / name / f"{part}.jsonl"
        for number, row in enumerate(lines(path) if path.is_file() else ()):
            text, bounds = joined(row["text"].split(" "))
            facts = tuple((bounds[t["span1"][0]][0], float(t["label"]), scale) for t in row["targets"])
            yield Labelled(id=f"{name}-{part}-{number}", text=text, facts=facts, sentences=((0, len(text)),))


class Source(NamedTuple):
    """A corpus: what must be there, its reader, percent kept aside, how often its texts come in an epoch."""

    needed: str
    reader: Callable[[Path], Iterator[Labelled]]
    aside: int
    copies: float


SETS: dict[str, Source] = {
    "polnear": Source("polnear/train.jsonl.gz", polnear, 5, 1),
    "incidents": Source("gva/dev.jsonl.gz", incidents, 8, 3),
    "made-up": Source(".", made_up, 8, 3),
    "uner-ewt": Source("uner-ewt/en_ewt-ud-dev.iob2", uner, 10, 2),
    "wikigold": Source("wikigold/CONLL-format/data/wikigold.conll.txt", wikigold, 10, 2),
    "re3d": Source("re3d/documents.jsonl", re3d, 30, 4),
    "factuality": Source("factuality", factuality, 4, 1),
}


def load(data: Path, name: str, sets: Mapping[str, Source] = SETS) -> list[Labelled]:
    """All texts of one of some sets; empty, with a word, where it is absent."""
    source = sets[name]
    if not (data / source.needed).exists():
        print(f"{name} is not there: left out.")
        return []
    return list(source.reader(data))
