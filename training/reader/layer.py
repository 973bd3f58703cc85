"""One transformer layer, as in BERT: normalised after each part."""

from __future__ import annotations

import torch.nn.functional as F  # noqa: N812 - the field's own abbreviation
from torch import Tensor, nn


class Layer(nn.Module):
    """Attention and feed-forward part. Shapes: B windows, L pieces, H units."""

    def __init__(self, hidden: int, heads: int, eps: float, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.drop = nn.Dropout(dropout)
        self.query, self.key, self.value = (nn.Linear(hidden, hidden) for _ in range(3))
        self.out = nn.Linear(hidden, hidden)
        self.norm = nn.LayerNorm(hidden, eps=eps)
        self.up = nn.Linear(hidden, 4 * hidden)
        self.down = nn.Linear(4 * hidden, hidden)
        self.last = nn.LayerNorm(hidden, eps=eps)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """(B, L, H) to (B, L, H); `mask` is added to the attention's logits, (B or 1, 1 or heads, 1 or L, L)."""
        shape = (x.shape[0], x.shape[1], self.heads, x.shape[2] // self.heads)
        q, k, v = (f(x).view(shape).transpose(1, 2) for f in (self.query, self.key, self.value))
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=None if mask is None else mask.to(q.dtype))
        x = self.norm(x + self.drop(self.out(mixed.transpose(1, 2).reshape(x.shape))))
        return self.last(x + self.drop(self.down(F.gelu(self.up(x)))))
