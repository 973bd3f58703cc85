"""The network: MiniLM's encoder, with word shapes beside the pieces, and the heads on top.

Shapes: B windows, L pieces, W words, N cues, H = 384 units.
"""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812 - the field's own abbreviation
from torch import Tensor, nn
from training.reader.larger import LargeEncoder
from training.reader.layer import Layer

from sayso.reading.model.tags import CUE_TAGS, NAME_TAGS, ROLE_TAGS
from sayso.reading.model.words import SHAPES

HIDDEN = 384
LAYERS = 6
HEADS = 12
NEAR = 31
"""Words of distance between cue and word that are told apart; further ones share a bucket on each side."""


class Encoder(nn.Module):
    """Pieces and word shapes in, one vector a word out (that of the word's first piece)."""

    def __init__(self, vocabulary: int, dropout: float) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, HIDDEN)
        self.position = nn.Embedding(512, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.shape = nn.Embedding(SHAPES, HIDDEN)
        nn.init.zeros_(self.shape.weight)  # training starts from the encoder as it was
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(HIDDEN, HEADS, 1e-12, dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, mask: Tensor | None = None) -> Tensor:
        """(B, L) ids, (B, L) shapes, (B, W) index of each word's first piece -> (B, W, H)."""
        at = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.norm(self.word(pieces) + self.position(at) + self.kind + self.shape(shapes))
        for layer in self.layers:
            x = layer(x, mask)
        return x.gather(1, first.unsqueeze(-1).expand(-1, -1, HIDDEN))

    def load_minilm(self, path: Path) -> None:
        """Take the weights of MiniLM as `model.safetensors` holds them."""
        from safetensors.torch import load_file  # noqa: PLC0415 - training only

        found = load_file(str(path))
        names = {
            "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
            "attention.output.dense": "out", "attention.output.LayerNorm": "norm", "intermediate.dense": "up",
            "output.dense": "down", "output.LayerNorm": "last",
        }  # fmt: skip
        state = self.state_dict()
        state["word.weight"] = found["embeddings.word_embeddings.weight"]
        state["position.weight"] = found["embeddings.position_embeddings.weight"]
        state["kind"] = found["embeddings.token_type_embeddings.weight"][0]
        for part in ("weight", "bias"):
            state[f"norm.{part}"] = found[f"embeddings.LayerNorm.{part}"]
            for number in range(LAYERS):
                for theirs, ours in names.items():
                    state[f"layers.{number}.{ours}.{part}"] = found[f"encoder.layer.{number}.{theirs}.{part}"]
        self.load_state_dict(state)


class WordHeads(nn.Module):
    """What is told of every word by itself: cue, name, and how factual the event is that it stands for."""

    def __init__(self, hidden: int = HIDDEN) -> None:
        super().__init__()
        self.cue, self.name, self.fact = (
            nn.Sequential(nn.Dropout(0.1), nn.Linear(hidden, 128), nn.GELU(), nn.Linear(128, told))
            for told in (len(CUE_TAGS), len(NAME_TAGS), 3)
        )

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(B, W, H) -> (B, W, cue tags), (B, W, name tags), (B, W, 3).

        The three are the logit of being an event's word, and its factuality (-3..3) on the UDS and on the UW scale.
        """
        return self.cue(words), self.name(words), self.fact(words)


class RoleHead(nn.Module):
    """What every word of a window is to one cue: its source, its content, or nothing."""

    def __init__(self, width: int, hidden: int = HIDDEN) -> None:
        super().__init__()
        self.of_word = nn.Linear(hidden, width)
        self.of_cue = nn.Linear(hidden, width)
        self.product_word = nn.Linear(hidden, width)
        self.product_cue = nn.Linear(hidden, width)
        self.distance = nn.Embedding(2 * NEAR + 2, width)
        self.norm = nn.LayerNorm(width)
        self.drop = nn.Dropout(0.1)
        self.convolutions = nn.ModuleList(nn.Conv1d(width, width, 5, padding=2 * d, dilation=d) for d in (1, 3))
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(2))
        self.out = nn.Linear(width, len(ROLE_TAGS))

    def forward(
        self, words: Tensor, cues: Tensor, first: Tensor, last: Tensor, padding: Tensor | None = None
    ) -> Tensor:
        """(N, W, H) words, (N, H) cues, (N,) bounds of each cue in words, (N, W) 1 for words -> (N, W, role tags)."""
        at = torch.arange(words.shape[1], device=words.device).unsqueeze(0)
        return self.around(self.of_word(words), self.product_word(words), cues, at, first, last, padding)

    def around(
        self, of_word: Tensor, product_word: Tensor, cues: Tensor, at: Tensor, first: Tensor, last: Tensor,
        padding: Tensor | None = None,
    ) -> Tensor:  # fmt: skip
        """The same for some words around each cue: (N, R) which words, (N, R, width) what was made of them."""
        before = (at - first.unsqueeze(1)).clamp(-NEAR, 0)
        after = (at - last.unsqueeze(1) + 1).clamp(0, NEAR)
        inside = ((at >= first.unsqueeze(1)) & (at < last.unsqueeze(1))).long()
        bucket = (before + after + NEAR) * (1 - inside) + (2 * NEAR + 1) * inside
        product = product_word * self.product_cue(cues).unsqueeze(1)
        x = of_word + self.of_cue(cues).unsqueeze(1) + product + self.distance(bucket)
        x = self.drop(F.gelu(self.norm(x)))
        for convolution, norm in zip(self.convolutions, self.norms, strict=True):
            seen = x if padding is None else x * padding.unsqueeze(-1)
            x = x + F.gelu(norm(convolution(seen.transpose(1, 2)).transpose(1, 2)))
        scores: Tensor = self.out(x)
        return scores


class Reader(nn.Module):
    """All of it. The transition scores of the three tag sequences are learnt beside the heads.

    With `larger` it reads through that encoder, to teach; such a one is never exported.
    """

    def __init__(
        self, vocabulary: int, *, role_width: int = 192, dropout: float = 0.1, larger: LargeEncoder | None = None
    ) -> None:
        super().__init__()
        self.encoder: Encoder | LargeEncoder = larger or Encoder(vocabulary, dropout)
        hidden = HIDDEN if larger is None else larger.word.embedding_dim
        self.heads = WordHeads(hidden)
        self.roles = RoleHead(role_width, hidden)
        self.moves = nn.ParameterDict(
            {
                name: nn.Parameter(torch.zeros(len(tags) + 1, len(tags)))
                for name, tags in (("cue", CUE_TAGS), ("name", NAME_TAGS), ("role", ROLE_TAGS))
            }
        )
