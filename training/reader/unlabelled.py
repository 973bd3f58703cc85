"""Texts without labels that only the student learns from, by what its teachers say of them.

The reports whose attributions are measured are left out. Places and times are measured on some of these texts, and
factuality on sentences that teach names (`corpora`); none of those labels is read here, and the card says so.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from training.reader.corpora import EVALS, Source, joined, lines
from training.reader.examples import Labelled

_TAG = re.compile(r"<[^>]+>")
_TOKEN = re.compile(r'<token [^>]*?sentence="(\d+)"[^>]*>([^<]*)</token>')
_MESSAGE = re.compile(r"\n(?=(?:DEV|TST\d)-MUC\d?-?\d*)")
_LEAST = 80
"""Characters under which a text is left out: a number and a dateline teach nothing."""


def _reports(name: str) -> Callable[[Path], Iterator[str]]:
    def read(data: Path) -> Iterator[str]:
        measured = {row["id"] for row in lines(EVALS / "incident_attributions.jsonl")}
        for row in lines(data / f"{name}.jsonl.gz"):
            if row["id"] not in measured:
                yield row["text"][:20_000]

    return read


def _paragraphs(text: str) -> str:
    found = (" ".join(block.split()) for block in re.split(r"\n\s*\n", text))
    return "\n".join(block for block in found if block)


def _muc(data: Path) -> Iterator[str]:
    """The messages of MUC-3, all in capitals; the two test parts kept apart from this folder are not among them."""
    for path in sorted((data / "muc" / "TASK" / "CORPORA").rglob("*-muc3*")):
        for message in _MESSAGE.split(path.read_text(encoding="latin1")):
            yield _paragraphs(re.sub(r"^\S+-MUC\S+.*\n", "", message.strip()))


def _timeml(data: Path) -> Iterator[str]:
    for path in sorted((data / "tempeval3").rglob("*.tml")):
        text = re.search(r"<TEXT>(.*)</TEXT>", path.read_text(encoding="utf8"), re.DOTALL)
        if text:
            yield html.unescape(_paragraphs(_TAG.sub("", text[1])))


def _meantime(data: Path) -> Iterator[str]:
    for path in sorted((data / "meantime" / "intra-doc_annotation").rglob("*.xml")):
        sentences: dict[int, list[str]] = {}
        for number, word in _TOKEN.findall(path.read_text(encoding="utf8")):
            sentences.setdefault(int(number), []).append(html.unescape(word))
        yield "\n".join(joined(words)[0] for _, words in sorted(sentences.items()))


def _geovirus(data: Path) -> Iterator[str]:
    text = (data / "geoparsing" / "GeoVirus.xml").read_text(encoding="utf8")
    yield from map(html.unescape, re.findall(r"<text>(.*?)</text>", text, re.DOTALL))


def _source(name: str, needed: str, read: Callable[[Path], Iterator[str]], copies: float) -> Source:
    def labelled(data: Path) -> Iterator[Labelled]:
        texts = (text for text in read(data) if len(text) > _LEAST)
        return (Labelled(id=f"{name}-{number}", text=text) for number, text in enumerate(texts))

    return Source(needed, labelled, 0, copies)


SETS: dict[str, Source] = {
    name: _source(name, needed, read, copies)
    for name, needed, read, copies in (
        ("gva", "gva/dev.jsonl.gz", _reports("gva/dev"), 0.5),
        ("airwars-gaza", "airwars-gaza/dev.jsonl.gz", _reports("airwars-gaza/dev"), 0.5),
        ("muc", "muc/TASK/CORPORA", _muc, 0.4),
        ("timeml", "tempeval3", _timeml, 1.0),
        ("meantime", "meantime/intra-doc_annotation", _meantime, 1.0),
        ("geovirus", "geoparsing/GeoVirus.xml", _geovirus, 1.0),
    )
}
"""As `corpora.SETS`, with nothing kept aside."""
