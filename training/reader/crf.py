"""A linear-chain conditional random field whose gold may leave things open.

The loss is log Z(all sequences) - log Z(sequences that the labels allow) (Lafferty et al. 2001; with sets of allowed
tags as in Bellare and McCallum 2007), so a corpus that does not mark something does not teach that it is absent.
"""

from __future__ import annotations

import torch
from torch import Tensor

from sayso.reading.model.tags import may_follow

NEVER = -1e4


def with_rules(moves: Tensor, tags: tuple[str, ...]) -> Tensor:
    """Learnt transitions (tags + 1 rows, the last for the start) with the impossible ones forbidden."""
    legal = torch.tensor([*may_follow(tags), [not t.startswith("I-") for t in tags]], device=moves.device)
    return moves.masked_fill(~legal, NEVER)


def log_z(scores: Tensor, moves: Tensor, lengths: Tensor) -> Tensor:
    """Log of the summed weight of all tag sequences.

    Args:
        scores: (N, W, T) emissions.
        moves: (T + 1, T) transitions; the last row is the start.
        lengths: (N,) words of each sequence, at least 1.

    Returns:
        (N,).
    """
    alpha = scores[:, 0] + moves[-1]
    inner = moves[:-1].unsqueeze(0)
    for at in range(1, scores.shape[1]):
        step = torch.logsumexp(alpha.unsqueeze(2) + inner, dim=1) + scores[:, at]
        alpha = torch.where((at < lengths).unsqueeze(1), step, alpha)
    return torch.logsumexp(alpha, dim=1)


def loss(scores: Tensor, moves: Tensor, allowed: Tensor, lengths: Tensor) -> Tensor:
    """Negative log-likelihood of what the labels allow, (N,). `allowed` is (N, W, T), true where a tag may stand."""
    open_gold = scores.masked_fill(~allowed, NEVER)
    # Both sums in one pass: the loop over words is what costs.
    both = log_z(torch.cat([scores, open_gold]), moves, torch.cat([lengths, lengths]))
    return both[: len(scores)] - both[len(scores) :]
