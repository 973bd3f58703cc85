"""A larger encoder that only teaches: MPNet base (Song et al. 2020), eight times the work of the one that ships.

It cuts words into the very pieces that MiniLM cuts (its vocabulary is BERT's, four places on), so it reads the same
batches and what it tells of words can be learnt by the small reader.
Shapes: B windows, L pieces, W words, H = 768 units.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from torch import Tensor, nn
from training.reader.layer import Layer

from sayso.reading.model.words import SHAPES

HIDDEN = 768
LAYERS = 12
HEADS = 12
VOCABULARY = 30527
POSITIONS = 514
BUCKETS, FARTHEST = 32, 128
_SHIFT = 4
_OWN = {0: 1, 100: 3, 101: 0, 102: 2, 103: VOCABULARY - 1}
"""Pieces that MPNet numbers in its own way: padding, unknown, begin, end, hidden."""
_NAMES = {
    "attention.attn.q": "query", "attention.attn.k": "key", "attention.attn.v": "value", "attention.attn.o": "out",
    "attention.LayerNorm": "norm", "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "last",
}  # fmt: skip


def numbering() -> Tensor:
    """MPNet's number of each piece of BERT's vocabulary."""
    theirs = torch.arange(VOCABULARY - 5) + _SHIFT
    for ours, number in _OWN.items():
        theirs[ours] = number
    return theirs


def buckets(length: int) -> Tensor:
    """(L, L) bucket of the way from one piece to another: near ones apart, far ones by its logarithm.

    After Raffel and others, Exploring the limits of transfer learning (2020).
    """
    at = torch.arange(length)
    way = at[:, None] - at[None, :]
    half, exact = BUCKETS // 2, BUCKETS // 4
    back = (way < 0).long() * half
    far = way.abs()
    log = exact + (far.clamp(min=1).float() / exact).log().div(math.log(FARTHEST / exact)).mul(half - exact).long()
    return back + torch.where(far < exact, far, log.clamp(max=half - 1))


class LargeEncoder(nn.Module):
    """Pieces and word shapes in, one vector a word out: as `net.Encoder`, and asked in the same way."""

    numbers: Tensor

    def __init__(self, dropout: float, frozen: int = 0, *, layers: int = LAYERS) -> None:
        """Make it with weights of no use; `frozen` of its layers from below, and the tables, are to learn nothing."""
        super().__init__()
        self.frozen = frozen
        self.word = nn.Embedding(VOCABULARY, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.shape = nn.Embedding(SHAPES, HIDDEN)
        nn.init.zeros_(self.shape.weight)  # training starts from the encoder as it was
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-5)
        self.ways = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(Layer(HIDDEN, HEADS, 1e-5, dropout) for _ in range(layers))
        self.register_buffer("numbers", numbering(), persistent=False)

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, mask: Tensor | None = None) -> Tensor:
        """(B, L) BERT's ids, (B, L) shapes, (B, W) index of each word's first piece -> (B, W, H)."""
        length = pieces.shape[1]
        at = torch.arange(length, device=pieces.device) + 2  # two numbers are taken by padding
        x = self.norm(self.word(self.numbers[pieces]) + self.position(at))
        bias = self.ways(buckets(length).to(pieces.device)).permute(2, 0, 1).unsqueeze(0)
        if mask is not None:
            bias = bias + mask
        for number, layer in enumerate(self.layers):
            if number == self.frozen:  # shapes are learnt, so they join where learning begins
                x = x + self.shape(shapes)
            x = layer(x, bias)
        return x.gather(1, first.unsqueeze(-1).expand(-1, -1, HIDDEN))

    def load(self, path: Path) -> None:
        """Take the weights of MPNet base as `model.safetensors` holds them; freeze what is to stay."""
        from safetensors.torch import load_file  # noqa: PLC0415 - training only

        found = load_file(str(path))
        state = self.state_dict()
        state["word.weight"] = found["embeddings.word_embeddings.weight"]
        state["position.weight"] = found["embeddings.position_embeddings.weight"]
        state["ways.weight"] = found["encoder.relative_attention_bias.weight"]
        for part in ("weight", "bias"):
            state[f"norm.{part}"] = found[f"embeddings.LayerNorm.{part}"]
            for number in range(LAYERS):
                for theirs, ours in _NAMES.items():
                    state[f"layers.{number}.{ours}.{part}"] = found[f"encoder.layer.{number}.{theirs}.{part}"]
        self.load_state_dict(state)
        self.freeze()

    def freeze(self) -> None:
        """Keep what lies below the first layer that learns as it is."""
        if self.frozen:
            for part in (self.word, self.position, self.ways, self.norm, *self.layers[: self.frozen]):
                part.requires_grad_(requires_grad=False)
