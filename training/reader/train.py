"""The training loop: seeds fixed, checkpoints every few minutes, resumed from the last one."""

from __future__ import annotations

import json
import random
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from training.reader import batch, corpora
from training.reader.examples import Text, Window, batches, texts, varied
from training.reader.net import Reader

from sayso.reading.model.pieces import Pieces

SEED = 20170518
SIZE = 3072
"""Pieces in a batch."""


@dataclass(frozen=True)
class Recipe:
    """What a run may vary."""

    epochs: int = 5
    again: int = 1
    """Epochs after that, from a lower peak; the weights before and after them are averaged."""
    lower: float = 0.3
    """Share of the peak rates that these begin with."""
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    decay: float = 0.01
    save_every: float = 180.0
    """Seconds between checkpoints."""


Sets = dict[str, list[Text]]


def parts(data: Path, pieces: Pieces) -> tuple[Sets, Sets]:
    """The sets that are there, for training and kept aside."""
    train: dict[str, list[Text]] = {}
    kept: dict[str, list[Text]] = {}
    for name, source in corpora.SETS.items():
        labelled = corpora.load(data, name)
        if labelled:
            kept[name] = texts((one for one in labelled if corpora.aside(one.id, source.aside)), pieces)
            train[name] = texts((one for one in labelled if not corpora.aside(one.id, source.aside)), pieces)
            print(f"{name}: {len(train[name])} texts to train on, {len(kept[name])} kept aside", flush=True)
    return train, kept


def epoch_batches(train: dict[str, list[Text]], epoch: int) -> list[list[Window]]:
    """The batches of one epoch: windows of new sizes, every set as often as the recipe says."""
    rng = random.Random(SEED * 1000 + epoch)  # noqa: S311 - repeatable, not secret
    windows: list[Window] = []
    for name in sorted(train):
        copies = corpora.SETS[name].copies
        for text in train[name]:
            for _ in range(int(copies) + (rng.random() < copies % 1)):
                windows += text.windows(rng.randint(200, 382))
    return batches([varied(w, rng, 103) for w in windows], SIZE, rng)


def _optimizer(net: Reader, recipe: Recipe) -> torch.optim.AdamW:
    net.encoder.word.weight.requires_grad = False  # rare words would drift from their neighbours
    encoder = [p for p in net.encoder.parameters() if p.requires_grad]
    rest = [p for part in (net.heads, net.roles) for p in part.parameters()] + list(net.moves.parameters())
    return torch.optim.AdamW(
        [{"params": encoder, "lr": recipe.encoder_rate, "peak": recipe.encoder_rate},
         {"params": rest, "lr": recipe.head_rate, "peak": recipe.head_rate}],
        weight_decay=recipe.decay,
    )  # fmt: skip


def _rate(epoch: float, recipe: Recipe) -> float:
    """Share of the peak rate at a point of the run, in epochs: up in a line, down in a line, and once more, lower."""
    if epoch >= recipe.epochs:
        return recipe.lower * (1.0 - (epoch - recipe.epochs) / recipe.again)
    progress = epoch / recipe.epochs
    return progress / recipe.warm_up if progress < recipe.warm_up else (1.0 - progress) / (1.0 - recipe.warm_up)


def _save(path: Path, state: dict[str, Any]) -> None:
    """Write whole or not at all: a killed run keeps its last checkpoint."""
    fresh = path.with_suffix(".new")
    torch.save(state, fresh)
    fresh.replace(path)


def fit(net: Reader, train: dict[str, list[Text]], recipe: Recipe, out: Path, device: torch.device) -> None:
    """Train `net`; resumes where `out/checkpoint.pt` stands."""
    out.mkdir(parents=True, exist_ok=True)
    net.to(device).train()
    optimizer = _optimizer(net, recipe)
    first_epoch, done = 0, 0
    checkpoint = out / "checkpoint.pt"
    if checkpoint.is_file():
        state = torch.load(checkpoint, map_location=device, weights_only=False)
        net.load_state_dict(state["net"])
        optimizer.load_state_dict(state["optimizer"])
        first_epoch, done = state["epoch"], state["done"]
        print(f"Resumed in epoch {first_epoch} behind batch {done}.", flush=True)
    for epoch in range(first_epoch, recipe.epochs + recipe.again):
        made = epoch_batches(train, epoch)
        _epoch(net, optimizer, made, recipe, epoch, done, checkpoint, device)
        done = 0
        if epoch + 1 == recipe.epochs:
            _save(out / "first.pt", {"net": net.state_dict()})
    if recipe.again:
        _average(net, torch.load(out / "first.pt", map_location=device, weights_only=True)["net"])
    _save(out / "net.pt", {"net": net.state_dict()})


def _average(net: Reader, other: dict[str, torch.Tensor]) -> None:
    """Put the mean of two sets of weights into `net` (stochastic weight averaging, Izmailov et al. 2018)."""
    ours = net.state_dict()
    net.load_state_dict({name: (ours[name] + other[name]) / 2 for name in ours})


def _epoch(
    net: Reader, optimizer: torch.optim.AdamW, made: list[list[Window]], recipe: Recipe, epoch: int, done: int,
    checkpoint: Path, device: torch.device,
) -> None:  # fmt: skip
    """One epoch, from its batch `done` on."""
    seen: dict[str, list[float]] = {}
    saved = began = time.monotonic()
    for at, windows in enumerate(made[done:], start=done):
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * _rate(epoch + at / len(made), recipe)
        found = batch.losses(net, windows, device, torch.bfloat16)
        optimizer.zero_grad()
        if found:
            batch.total(found).backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
        for name, value in found.items():
            seen.setdefault(name, []).append(float(value.detach()))
        if at % 50 == 49:
            mean = {k: round(sum(v) / len(v), 3) for k, v in sorted(seen.items())}
            pace = round((time.monotonic() - began) / (at + 1 - done), 2)
            print(json.dumps({"epoch": epoch, "batch": at + 1, "of": len(made), "s": pace} | mean), flush=True)
            seen = {}
        last = at + 1 == len(made)
        if last or time.monotonic() - saved > recipe.save_every:
            where = {"epoch": epoch + 1, "done": 0} if last else {"epoch": epoch, "done": at + 1}
            _save(checkpoint, {"net": net.state_dict(), "optimizer": optimizer.state_dict()} | where)
            saved = time.monotonic()
