"""A linear-chain conditional random field whose gold may leave things open, and which can learn from another one.

The loss is log Z(all sequences) - log Z(sequences that the labels allow) (Lafferty et al. 2001; with sets of allowed
tags as in Bellare and McCallum 2007), so a corpus that does not mark something does not teach that it is absent.
Sums over sequences are taken as a tree of matrix products in the log semiring (Sarkka and Garcia-Fernandez 2021): as
many steps as the length has bits, which an accelerator needs to be of use.

Shapes: N sequences, W words, T tags.
"""

from __future__ import annotations

import torch
from torch import Tensor

from sayso.reading.model.tags import may_follow

NEVER = -1e4


def with_rules(moves: Tensor, tags: tuple[str, ...]) -> Tensor:
    """Learnt transitions (tags + 1 rows, the last for the start) with the impossible ones forbidden."""
    legal = torch.tensor([*may_follow(tags), [not t.startswith("I-") for t in tags]]).to(moves.device)
    return moves.masked_fill(~legal, NEVER)


def steps(scores: Tensor, moves: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
    """What starting with each tag is worth, (N, T), and each step to a next word, (N, W - 1, T, T).

    Args:
        scores: (N, W, T) emissions.
        moves: (T + 1, T) transitions; the last row is the start.
        lengths: (N,) words of each sequence, at least 1; behind them a step changes nothing.
    """
    _, width, tags = scores.shape
    inner = moves[:-1] + scores[:, 1:, None, :]
    stay = torch.full((tags, tags), NEVER, device=scores.device).fill_diagonal_(0.0)
    running = torch.arange(1, width, device=scores.device) < lengths.unsqueeze(1)
    return scores[:, 0] + moves[-1], torch.where(running[:, :, None, None], inner, stay)


def log_z(start: Tensor, inner: Tensor) -> Tensor:
    """Log of the summed weight of all tag sequences, (N,), of what `steps` returns."""
    while inner.shape[1] > 1:
        pairs = inner.shape[1] // 2
        left, right = inner[:, 0 : 2 * pairs : 2], inner[:, 1 : 2 * pairs : 2]
        joined = torch.logsumexp(left.unsqueeze(-1) + right.unsqueeze(-3), dim=-2)
        inner = torch.cat([joined, inner[:, 2 * pairs :]], dim=1)
    if inner.shape[1]:
        start = torch.logsumexp(start.unsqueeze(2) + inner[:, 0], dim=1)
    return torch.logsumexp(start, dim=1)


def loss(scores: Tensor, moves: Tensor, allowed: Tensor, lengths: Tensor) -> Tensor:
    """Negative log-likelihood of what the labels allow, (N,). `allowed` is (N, W, T), true where a tag may stand."""
    open_gold = scores.masked_fill(~allowed, NEVER)
    # Both sums in one pass: fewer, larger steps.
    both = log_z(*steps(torch.cat([scores, open_gold]), moves, torch.cat([lengths, lengths])))
    return both[: len(scores)] - both[len(scores) :]


def shares(scores: Tensor, moves: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
    """How likely each start and each step is, in the shapes of `steps`: the gradient of log Z."""
    with torch.enable_grad():
        parts = tuple(p.detach().requires_grad_() for p in steps(scores, moves, lengths))
        found = torch.autograd.grad(log_z(*parts).sum(), parts)
    return found[0], found[1]


def imitation(scores: Tensor, moves: Tensor, teacher: tuple[Tensor, Tensor], lengths: Tensor) -> Tensor:
    """Cross-entropy of this field to another over whole tag sequences, (N,), given what `shares` says of the other.

    Exact, since the score of a sequence is a sum over its start and steps (Hinton et al. 2015 for the idea).
    """
    start, inner = steps(scores, moves, lengths)
    return log_z(start, inner) - (teacher[0] * start).sum(1) - (teacher[1] * inner).sum((1, 2, 3))
