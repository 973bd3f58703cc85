"""The training loop: seeds fixed, checkpoints every few minutes, resumed from the last one."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch.utils.data import DataLoader, IterableDataset
from training.reader import batch, corpora, unlabelled
from training.reader.batch import Batch
from training.reader.examples import Text, Window, batches, texts, varied
from training.reader.net import Reader

from sayso.reading.model.pieces import Pieces

SEED = 20170518
SIZE = 3072
"""Pieces in a batch."""
MASK = 103
"""The vocabulary's number of the piece that stands for a hidden one."""


@dataclass(frozen=True)
class Recipe:
    """What a run may vary."""

    epochs: int = 8
    seed: int = SEED
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    decay: float = 0.01
    save_every: float = 180.0
    """Seconds between checkpoints."""


Sets = dict[str, list[Text]]
Loss = Callable[[Reader, Batch], dict[str, torch.Tensor]]


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


def epoch_windows(train: Sets, seed: int) -> list[list[Window]]:
    """The windows of one epoch in batches: cut to new sizes, every set as often as the recipe says."""
    rng = random.Random(seed)  # noqa: S311 - repeatable, not secret
    windows: list[Window] = []
    sources = corpora.SETS | unlabelled.SETS
    for name in sorted(train):
        copies = sources[name].copies
        for text in train[name]:
            for _ in range(int(copies) + (rng.random() < copies % 1)):
                windows += text.windows(rng.randint(200, 382))
    return batches(windows, SIZE, rng)


class Stream(IterableDataset[tuple[float, str, Batch]]):
    """The batches of a run from one point on: (point of the run in epochs, what it is called, batch on the CPU)."""

    def __init__(self, train: Sets, seed: int, epochs: int, begin: tuple[int, int] = (0, 0)) -> None:
        self.train, self.seed, self.epochs, self.begin = train, seed, epochs, begin

    def __iter__(self) -> Iterator[tuple[float, str, Batch]]:
        """Cut each epoch's windows anew and hide some pieces of each; the same batches at every run."""
        first, done = self.begin
        for epoch in range(first, self.epochs):
            seed = self.seed * 1000 + epoch
            made = epoch_windows(self.train, seed)
            for at in range(done, len(made)):
                rng = random.Random(seed * 100_003 + at)  # noqa: S311 - repeatable, not secret
                hidden = batch.pack([varied(w, rng, MASK) for w in made[at]])
                yield epoch + at / len(made), f"{epoch}:{at + 1}:{len(made)}", hidden
            done = 0


def streamed(stream: Stream, device: torch.device) -> Iterator[tuple[float, str, Batch]]:
    """The batches on the device; another process cuts and packs them while an accelerator works."""
    fast = device.type != "cpu"
    loader = DataLoader(stream, batch_size=None, num_workers=1 if fast else 0, prefetch_factor=200 if fast else None)
    for point, name, made in loader:
        yield point, name, batch.moved(made, device)


def by_labels(net: Reader, made: Batch) -> dict[str, torch.Tensor]:
    """The loss against the labels."""
    with torch.autocast(made.pieces.device.type, dtype=torch.bfloat16):
        said = batch.told_by(net, made)
    return batch.losses(net, made, said)


def _optimizer(net: Reader, recipe: Recipe) -> torch.optim.AdamW:
    net.encoder.word.weight.requires_grad = False  # rare words would drift from their neighbours
    encoder = [p for p in net.encoder.parameters() if p.requires_grad]
    rest = [p for part in (net.heads, net.roles) for p in part.parameters()] + list(net.moves.parameters())
    return torch.optim.AdamW(
        [{"params": encoder, "lr": recipe.encoder_rate, "peak": recipe.encoder_rate},
         {"params": rest, "lr": recipe.head_rate, "peak": recipe.head_rate}],
        weight_decay=recipe.decay, fused=True,
    )  # fmt: skip


def _rate(epoch: float, recipe: Recipe) -> float:
    """Share of the peak rate at a point of the run, in epochs: up in a line, then down in a line."""
    progress = epoch / recipe.epochs
    return progress / recipe.warm_up if progress < recipe.warm_up else (1.0 - progress) / (1.0 - recipe.warm_up)


def _save(path: Path, state: dict[str, Any]) -> None:
    """Write whole or not at all: a killed run keeps its last checkpoint."""
    fresh = path.with_suffix(".new")
    torch.save(state, fresh)
    fresh.replace(path)


@dataclass
class Run:
    """One training run: where it stands, and where it is kept."""

    net: Reader
    recipe: Recipe
    out: Path
    device: torch.device
    loss: Loss = by_labels

    def fit(self, train: Sets) -> Reader:
        """Train; resumes where `out/checkpoint.pt` stands; the weights are in `out/net.pt` in the end."""
        done_before = self.out / "net.pt"
        if done_before.is_file():
            self.net.load_state_dict(torch.load(done_before, map_location=self.device, weights_only=True)["net"])
            return self.net
        self.out.mkdir(parents=True, exist_ok=True)
        self.net.to(self.device).train()
        optimizer = _optimizer(self.net, self.recipe)
        begin = self._resumed(optimizer)
        self._through(optimizer, Stream(train, self.recipe.seed, self.recipe.epochs, begin))
        _save(done_before, {"net": self.net.state_dict()})
        return self.net

    def _resumed(self, optimizer: torch.optim.AdamW) -> tuple[int, int]:
        checkpoint = self.out / "checkpoint.pt"
        if not checkpoint.is_file():
            return 0, 0
        state = torch.load(checkpoint, map_location=self.device, weights_only=False)
        self.net.load_state_dict(state["net"])
        optimizer.load_state_dict(state["optimizer"])
        print(f"Resumed in epoch {state['epoch']} behind batch {state['done']}.", flush=True)
        return state["epoch"], state["done"]

    def _through(self, optimizer: torch.optim.AdamW, stream: Stream) -> None:
        seen: dict[str, list[torch.Tensor]] = {}
        saved = began = time.monotonic()
        for steps, (point, name, one) in enumerate(streamed(stream, self.device), start=1):
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * _rate(point, self.recipe)
            found = self.loss(self.net, one)
            optimizer.zero_grad()
            if found:
                batch.total(found).backward()  # type: ignore[no-untyped-call]
                torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
                optimizer.step()
            for head, value in found.items():
                seen.setdefault(head, []).append(value.detach())
            if steps % 100 == 0:
                mean = {k: round(float(torch.stack(v).mean()), 3) for k, v in sorted(seen.items())}
                pace = round((time.monotonic() - began) / steps, 3)
                print(json.dumps({"epoch:batch:of": name, "seconds": pace} | mean), flush=True)
                seen = {}
            if time.monotonic() - saved > self.recipe.save_every:
                self._checkpoint(optimizer, name)
                saved = time.monotonic()

    def _checkpoint(self, optimizer: torch.optim.AdamW, name: str) -> None:
        epoch, done, _ = map(int, name.split(":"))
        state = {"net": self.net.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch, "done": done}
        _save(self.out / "checkpoint.pt", state)
