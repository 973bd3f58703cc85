"""Write the model card that ships beside the weights.

    python -m training.reader.card --data ../shared/data --rows evals/out/rows.json [--note TEXT]

`rows.json` comes from `python -m evals --write evals/out/rows.json`, run with the weights in place.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from training.reader import corpora, unlabelled

from sayso.reading.model.loading import FOLDER, manifest

LICENCES = {
    "polnear": "PolNeAR (Newell et al. 2018); states no licence. Its articles are copyrighted US news of 2015-16. "
    "Names in it were marked by Stanford CoreNLP",
    "incidents": "labels by the makers of sayso (Apache-2.0; offsets only) over reports in the Gun Violence Archive's "
    "collection and Airwars' assessments, whose texts are their owners'",
    "made-up": "written and labelled by the makers of sayso (Apache-2.0), in training/reader/labels",
    "uner-ewt": "Universal NER on the English Web Treebank, development part; CC BY-SA 4.0",
    "wikigold": "Wikigold (Balasuriya et al. 2009); CC BY 4.0",
    "re3d": "re3d, Defence Science and Technology Laboratory; open licences by source (Open Government Licence, CC BY, "
    "public domain), BBC part left out",
    "factuality": "UDS-IH2 (Rudinger et al. 2018; over the English Web Treebank, CC BY-SA 4.0) and UW (Lee et al. "
    "2015; licence not stated)",
}
TAUGHT = {
    "polnear": "attribution; names with a quarter of the weight",
    "incidents": "attribution, nested attribution, certainty and polarity",
    "made-up": "attribution, nested attribution, certainty and polarity, names of all six types",
    "uner-ewt": "names",
    "wikigold": "names",
    "re3d": "names",
    "factuality": "which words are events, and how factual",
}
WITHOUT_LABELS = {
    "gva": "`gva/dev` (local news of shootings, their owners')",
    "airwars-gaza": "`airwars-gaza/dev` (Airwars' assessments, theirs)",
    "muc": "MUC-3 (messages on attacks in Latin America, 1989-90; no licence stated)",
    "timeml": "TimeBank and AQUAINT as in TempEval-3 (news; no licence stated)",
    "meantime": "MEANTIME (Wikinews; CC BY 4.0)",
    "geovirus": "GeoVirus (Wikinews; CC BY)",
}
SHOWN = ("polnear", "incident-reports", "uner-ewt", "re3d", "factuality")

TEXT = """# The reading model

Marks in English news and reports who says what (source, words of saying, content, also one inside another),
how firmly, and what is named (person, organization, armed group, place, facility, role). It ships with sayso,
runs offline on one core, and is the first pass of `sayso read`. Version {version}, Apache-2.0.

What it marks is proposed to a person, not found true. It weighs nothing and knows nothing beyond the text
before it.

## How it is made

MiniLM-L6 (`all-MiniLM-L6-v2`, Apache-2.0, 22 million parameters, no case) reads windows of up to 384 word
pieces with the shape of each word (capitals, digits, quotation) beside it. A first head marks words of
saying; for each, a second head marks source and content in the words around; two more mark names and tell
how factual events are. Sequences are conditional random fields; where a corpus does not say whether something
is there, all taggings are allowed. A linear layer over the encoder's vectors tells certainty and polarity; a
logistic regression over six numbers makes the score. A third layer, taught by 870 sentences that we labelled, tells
whether a sentence offers a reason for something that happened. int8 weights; the second half of each feed-forward part
and the last product of the second head keep their sums in full; word embeddings have one scale a row. What
rules are sure of is joined to what the model marks; the table below measures both together, as
`sayso read` prints them.

Trained with `python -m training.reader` in two courses. In the first, {teachers} networks from the same beginning learn
for {epochs} epochs each, and a student that starts from the first of them learns for one epoch from the labels and from
the mean of all (share {share}). In the second, three larger networks (MPNet base, `all-mpnet-base-v2`, Apache-2.0, 110
million parameters; they teach and do not ship) learn for five epochs from the same labels, and the student goes on for
two from the labels and from their mean, also on texts without labels. AdamW, batches of 3,072 pieces, word embeddings
frozen, bfloat16.

{note}

## Data

| set | texts | kept aside | teaches | where from, and its licence as far as known |
|---|---|---|---|---|
{data}

Without labels, for the student alone: {unlabelled}. Of `gva` and `airwars-gaza` the texts alone, never the
registries' figures, and without the reports that are measured on. Factuality on UDS-IH2 is measured on sentences of the
English Web Treebank's development part, most of which teach names (`uner-ewt`): the student read their words there, and
what its teachers make of them, never their factuality labels.

Nothing of these texts is in the package. Words of single articles cannot be expected to stand in 22 million
weights, but nobody has shown that none does. **PolNeAR states no licence and holds copyrighted news**; the
rest of the training works without it.

## How well it reads

On development parts, not trained on (`uner-ewt` on its test part; `re3d` on the documents kept aside;
`incident-reports`: 40 reports labelled by the makers of sayso); 95 % bootstrap intervals over documents.

| set | metric | system | value | interval | n |
|---|---|---|---|---|---|
{rows}

## Limits

- English. Other languages are kept and listed, not read.
- Trained on US political news of two years and on a few hundred incident reports. The 40 reports above were labelled
  by the same hands as 84 in the training, so other people's labels would agree with it less; reports of other kinds
  and years are unmeasured. The bias of the first head was chosen on PolNeAR's development part.
- One source a claim; an attribution that runs over more than 384 pieces is cut.
- It repeats what its data calls an attribution: attitudes ("wants", "is concerned about") count, bare
  "alleged" may not.
- Armed groups, facilities and roles were taught by made-up reports and by tables; expect less of them than of
  persons.
- Made-up statements read like true ones: it tells who says something, never whether it holds.

## Files

{files}
"""


def _data(folder: Path) -> str:
    lines = []
    for name, source in corpora.SETS.items():
        texts = corpora.load(folder, name)
        aside = sum(corpora.aside(t.id, source.aside) for t in texts)
        lines.append(f"| {name} | {len(texts) - aside:,} | {aside:,} | {TAUGHT[name]} | {LICENCES[name]} |")
    return "\n".join(lines)


def _unlabelled(folder: Path) -> str:
    counts = {name: len(corpora.load(folder, name, unlabelled.SETS)) for name in unlabelled.SETS}
    return ", ".join(f"{count:,} texts of {WITHOUT_LABELS[name]}" for name, count in counts.items() if count)


def _row(row: dict[str, Any]) -> str:
    interval = "" if row["low"] is None else f"{row['low']:.3f}–{row['high']:.3f}"
    return f"| {row['data']} | {row['metric']} | {row['system']} | {row['value']:.3f} | {interval} | {row['n']:,} |"


def main() -> None:
    """Write `CARD.md` beside the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.reader.card", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--teachers", type=int, default=4)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--share", type=float, default=0.6)
    parser.add_argument("--note", default="")
    options = parser.parse_args()
    known = manifest()
    rows = [r for r in json.loads(options.rows.read_text(encoding="utf8")) if r["data"].startswith(SHOWN)]
    files = "\n".join(
        f"- `{name}`, {(FOLDER / name).stat().st_size / 1e6:.1f} MB, SHA-256 `{digest}`"
        for name, digest in sorted(known.digests.items())
    )
    told = {"version": known.version, "teachers": options.teachers, "epochs": options.epochs, "share": options.share}
    text = TEXT.format(
        **told,
        note=options.note,
        data=_data(options.data),
        unlabelled=_unlabelled(options.data),
        rows="\n".join(map(_row, rows)),
        files=files,
    )
    (FOLDER / "CARD.md").write_text(text, encoding="utf8")


if __name__ == "__main__":
    main()
