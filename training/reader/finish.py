"""What is chosen once the network is trained: the cue's bias, the calibration of the score, the stance layer.

The calibration on parts of the training sets that were kept aside; the one number of the bias on PolNeAR's development
part, where it is there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import torch
from training.reader import corpora, explains, export, stance
from training.reader.examples import Attribution, Text, texts
from training.reader.net import Reader
from training.reader.train import Sets

from sayso.reading.model import loading
from sayso.reading.model.confidence import FEATURES
from sayso.reading.model.loading import Manifest, Model
from sayso.reading.model.marks import Attributed, look
from sayso.reading.sentences import split

BIASES = (0.0, 0.25, 0.5, 0.75, 1.0)
NEARLY = 0.002
"""Of F1, what a larger bias may cost."""


def _chars(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def right(found: Sequence[Attributed], gold: Sequence[Attribution]) -> list[bool]:
    """Whether each found attribution is in the gold: content overlaps by half, and the sources meet or both lack."""
    wanted = [(_chars(g.content), _chars(g.source)) for g in gold]
    used: set[int] = set()
    marks = []
    for one in found:
        content, source = _chars(one.content), _chars([one.source] if one.source else [])
        best = max(
            (
                (len(content & c) / len(content | c), k)
                for k, (c, _) in enumerate(wanted)
                if k not in used and content & c
            ),
            default=(0.0, -1),
        )
        hit = best[0] >= 0.5 and (bool(source & wanted[best[1]][1]) or not (source or wanted[best[1]][1]))
        if hit:
            used.add(best[1])
        marks.append(hit)
    return marks


def _looked(opened: Model, texts: Sequence[Text]) -> list[tuple[tuple[Attributed, ...], tuple[Attribution, ...]]]:
    pairs = []
    for text in texts:
        found = look(text.labelled.text, split(text.labelled.text), opened).attributions
        if not text.labelled.marks_nested:  # nobody has said which of these are right
            found = tuple(f for f in found if not f.nested)
        pairs.append((found, text.labelled.attributions or ()))
    return pairs


def best_bias(opened: Model, texts: Sequence[Text]) -> float:
    """The largest bias with nearly the best F1 of claims: one too many is struck out, one too few never seen."""
    scored = []
    for bias in BIASES:
        tried = opened._replace(manifest=msgspec.structs.replace(opened.manifest, cue_bias=bias))
        pairs = _looked(tried, texts)
        hits = sum(sum(right(f, g)) for f, g in pairs)
        f1 = 2 * hits / (sum(len(f) for f, _ in pairs) + sum(len(g) for _, g in pairs))
        print(f"bias {bias}: claim F1 {f1:.4f}", flush=True)
        scored.append((f1, bias))
    best = max(scored)[0]
    return max(bias for f1, bias in scored if f1 > best - NEARLY)


def calibration(opened: Model, texts: Sequence[Text]) -> list[float]:
    """Weights over `confidence.FEATURES` that turn them into the share of right attributions."""
    pairs = _looked(opened, texts)
    x = torch.tensor([one.features for found, _ in pairs for one in found])
    y = torch.tensor([float(hit) for found, gold in pairs for hit in right(found, gold)])
    w = torch.zeros(len(FEATURES), requires_grad=True)
    optimizer = torch.optim.LBFGS([w], max_iter=300, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(x @ w, y) + 1e-4 * (w**2).sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimizer.step(closure)  # type: ignore[no-untyped-call]
    return [round(float(v), 4) for v in w.detach()]


def _write(folder: Path, manifest: Manifest) -> Model:
    fields = msgspec.to_builtins(manifest)
    lines = [f"{json.dumps(k)}: {json.dumps(v, separators=(',', ':'))}" for k, v in fields.items()]
    (folder / "manifest.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf8")
    return loading.opened(folder, manifest)


def finish(
    net: Reader, data: Path, folder: Path, tokenizer: Path, version: str, train: Sets, kept: Sets, *, small: bool = True
) -> Model:  # fmt: skip
    """Export `net` into `folder` and choose all that hangs on the exported weights."""
    export.export(net, folder, small=small)
    export.copy_tokenizer(tokenizer, folder)
    moves = {k: [[round(float(v), 4) for v in row] for row in m.detach()] for k, m in sorted(net.moves.items())}
    manifest = Manifest(version=version, digests=export.digests(folder), moves=moves)
    opened = _write(folder, manifest)
    aside = [*kept.get("polnear", ())]
    ours = [*kept.get("incidents", ()), *kept.get("made-up", ())]
    development = data / "polnear" / "dev.jsonl.gz"
    chosen = texts(corpora.polnear(data, "dev"), opened.pieces) if development.is_file() else aside or ours
    if chosen:
        manifest = msgspec.structs.replace(manifest, cue_bias=best_bias(opened, chosen))
        opened = _write(folder, manifest)
        manifest = msgspec.structs.replace(manifest, calibration=calibration(opened, [*aside, *ours]))
    taught = [*train.get("incidents", ()), *train.get("made-up", ()), *train.get("polnear", ())[:200]]
    if taught:
        manifest = msgspec.structs.replace(manifest, stance=stance.fit(opened, taught))
    manifest = msgspec.structs.replace(manifest, explains=explains.fit(opened, data))
    return _write(folder, manifest)
