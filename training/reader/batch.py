"""Windows become tensors, and tensors a loss: against the labels, and against what teachers say.

Shapes: B windows, L pieces, W words, N cues, T tags.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the field's own abbreviation
from torch import Tensor
from training.reader import crf
from training.reader.examples import Window
from training.reader.net import Reader

from sayso.reading.model.tags import CUE_TAGS, NAME_TAGS, ROLE_TAGS

WEIGHTS = {"cue": 1.0, "role": 1.0, "name": 0.6, "event": 0.3, "fact": 1.0}
"""How much each part counts; of the order that makes them alike in size at the start of the second epoch."""
MOST_CUES = 96
"""Cues of a batch that are looked at; more do not teach more in one step."""


@dataclass(frozen=True)
class Cues:
    """The cues of a batch: (N,) window, first word, last word + 1; (N, W) tags, None where only a teacher knows."""

    where: Tensor
    first: Tensor
    last: Tensor
    gold: Tensor | None = None


@dataclass(frozen=True)
class Facts:
    """(M, 3) window, word, 1 + scale of judged events; (M,) values, -3..3."""

    where: Tensor
    value: Tensor


@dataclass(frozen=True)
class Told:
    """What the mean of some networks says of a batch: emissions (B, W, T), (N, W, T), and facts (B, W, 3)."""

    cue: Tensor
    name: Tensor
    fact: Tensor
    role: Tensor | None


@dataclass(frozen=True)
class Batch:
    """Padded tensors of some windows: (B, L) pieces and shapes, (B, W) first, (B,) sizes in pieces and words; labels.

    Labels are None where the corpus says nothing.
    """

    pieces: Tensor
    shapes: Tensor
    first: Tensor
    sizes: Tensor
    lengths: Tensor
    cue_allowed: Tensor | None = None
    name_allowed: Tensor | None = None
    names_weight: Tensor | None = None
    cues: Cues | None = None
    facts: Facts | None = None
    told: Told | None = None

    @property
    def attention(self) -> Tensor:
        """What is added to the attention's logits, (B, 1, 1, L)."""
        inside = torch.arange(self.pieces.shape[1], device=self.pieces.device) < self.sizes[:, None]
        return (~inside).float()[:, None, None, :] * -1e4


def moved(made: Batch, device: torch.device) -> Batch:
    """The same with all tensors on a device."""

    def there(one: Any) -> Any:
        if isinstance(one, Tensor):
            return one.to(device, non_blocking=True)
        kind: Any = type(one)
        return kind(**{f.name: there(getattr(one, f.name)) for f in fields(one)}) if is_dataclass(one) else one

    found: Batch = there(made)
    return found


def _padded(rows: list[list[int]], width: int = 0) -> Tensor:
    out = np.zeros((len(rows), max(width, *(len(r) for r in rows))), dtype=np.int64)
    for at, row in enumerate(rows):
        out[at, : len(row)] = row
    return torch.from_numpy(out)


def _allowed(rows: list[list[int]], tags: int, width: int) -> Tensor:
    return (_padded(rows, width).unsqueeze(-1) >> torch.arange(tags) & 1).bool()


def _cues(windows: list[Window], width: int) -> Cues | None:
    rows = [(at, *role) for at, w in enumerate(windows) for role in w.roles][:MOST_CUES]
    if not rows:
        return None
    where, first, last = (torch.tensor([r[k] for r in rows]) for k in range(3))
    return Cues(where, first, last, _padded([r[3] for r in rows], width))


def _facts(windows: list[Window]) -> Facts | None:
    rows = [(at, word, 1 + scale, value) for at, w in enumerate(windows) for word, value, scale in w.facts or ()]
    return Facts(torch.tensor([r[:3] for r in rows]), torch.tensor([r[3] for r in rows])) if rows else None


def pack(windows: list[Window]) -> Batch:
    """Pad windows that are labelled alike to one size, on the CPU."""
    first = _padded([w.first for w in windows])
    width, one = first.shape[1], windows[0]
    named = one.name_allowed is not None
    return Batch(
        pieces=_padded([w.pieces for w in windows]),
        shapes=_padded([w.shapes for w in windows]),
        first=first,
        sizes=torch.tensor([len(w.pieces) for w in windows]),
        lengths=torch.tensor([len(w.first) for w in windows]),
        cue_allowed=None if one.cue_allowed is None
        else _allowed([w.cue_allowed or [] for w in windows], len(CUE_TAGS), width),
        name_allowed=_allowed([w.name_allowed or [] for w in windows], len(NAME_TAGS), width) if named else None,
        names_weight=torch.tensor([w.names_weight for w in windows]) if named else None,
        cues=_cues(windows, width),
        facts=_facts(windows),
    )  # fmt: skip


def cue_vectors(words: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """(N, W, H) words and (N,) bounds -> (N, H) mean vector of each cue."""
    at = torch.arange(words.shape[1], device=words.device).unsqueeze(0)
    inside = ((at >= first.unsqueeze(1)) & (at < last.unsqueeze(1))).to(words.dtype)
    return torch.einsum("nw,nwh->nh", inside, words) / inside.sum(1, keepdim=True)


def roles_of(net: Reader, words: Tensor, cues: Cues, lengths: Tensor) -> Tensor:
    """(N, W, T) emissions of what each word is to each cue."""
    here = words[cues.where]
    within = torch.arange(words.shape[1], device=words.device) < lengths[cues.where].unsqueeze(1)
    vectors = cue_vectors(here, cues.first, cues.last)
    scores: Tensor = net.roles(here, vectors, cues.first, cues.last, within.to(words.dtype)).float()
    return scores


def told_by(net: Reader, made: Batch) -> Told:
    """What a network says of a batch."""
    words = net.encoder(made.pieces, made.shapes, made.first, made.attention)
    cue, name, fact = (found.float() for found in net.heads(words))
    return Told(cue, name, fact, None if made.cues is None else roles_of(net, words, made.cues, made.lengths))


def losses(net: Reader, made: Batch, said: Told) -> dict[str, Tensor]:
    """The loss of each head that the labels say something of, before weighting."""
    found: dict[str, Tensor] = {}
    if made.cues is not None and made.cues.gold is not None and said.role is not None:
        allowed = F.one_hot(made.cues.gold, len(ROLE_TAGS)).bool()
        moves = crf.with_rules(net.moves["role"], ROLE_TAGS)
        found["role"] = crf.loss(said.role, moves, allowed, made.lengths[made.cues.where]).mean()
    words = made.lengths.sum()
    if made.cue_allowed is not None:
        moves = crf.with_rules(net.moves["cue"], CUE_TAGS)
        found["cue"] = crf.loss(said.cue, moves, made.cue_allowed, made.lengths).sum() / words * 50
    if made.name_allowed is not None and made.names_weight is not None:
        moves = crf.with_rules(net.moves["name"], NAME_TAGS)
        each = crf.loss(said.name, moves, made.name_allowed, made.lengths)
        found["name"] = (each * made.names_weight).sum() / words * 50
    if made.facts is not None:
        found |= _fact_losses(said.fact, made.facts, made.lengths)
    return found


def _fact_losses(fact: Tensor, facts: Facts, lengths: Tensor) -> dict[str, Tensor]:
    event = torch.zeros(fact.shape[:2], device=fact.device)
    event[facts.where[:, 0], facts.where[:, 1]] = 1
    known = torch.arange(fact.shape[1], device=fact.device) < lengths[:, None]
    each = F.binary_cross_entropy_with_logits(fact[..., 0], event, reduction="none")
    found = fact[facts.where[:, 0], facts.where[:, 1], facts.where[:, 2]]
    return {"event": (each * known).sum() / known.sum(), "fact": F.smooth_l1_loss(found, facts.value, beta=0.5)}


def imitation(net: Reader, made: Batch, said: Told, teachers: dict[str, Tensor]) -> dict[str, Tensor]:
    """The distance of each head to what the teachers told of the batch, before weighting.

    Args:
        net: the learner.
        made: the batch, with what was told.
        said: what the learner says of it.
        teachers: their mean transitions by head, with the rules applied.
    """
    told = made.told
    if told is None:
        return {}

    def far(head: str, tags: tuple[str, ...], theirs: Tensor, ours: Tensor, lengths: Tensor) -> Tensor:
        shares = crf.shares(theirs.float(), teachers[head], lengths)
        return crf.imitation(ours, crf.with_rules(net.moves[head], tags), shares, lengths)

    words = made.lengths.sum()
    known = torch.arange(said.fact.shape[1], device=words.device) < made.lengths[:, None]
    apart = F.smooth_l1_loss(said.fact[..., 1:], told.fact[..., 1:].float(), beta=0.5, reduction="none").sum(-1)
    event = F.binary_cross_entropy_with_logits(said.fact[..., 0], told.fact[..., 0].float().sigmoid(), reduction="none")
    weight = known * told.fact[..., 0].float().sigmoid()  # what is no event has no factuality
    found = {
        "cue": far("cue", CUE_TAGS, told.cue, said.cue, made.lengths).sum() / words * 50,
        "name": far("name", NAME_TAGS, told.name, said.name, made.lengths).sum() / words * 50,
        "event": (event * known).sum() / words,
        "fact": (apart * weight).sum() / (weight.sum() + 1.0),
    }
    if made.cues is not None and told.role is not None and said.role is not None:
        lengths = made.lengths[made.cues.where]
        found["role"] = far("role", ROLE_TAGS, told.role, said.role, lengths).mean()
    return found


def total(found: dict[str, Tensor]) -> Tensor:
    """The weighted sum."""
    return sum((WEIGHTS[k] * v for k, v in found.items()), torch.zeros((), device=next(iter(found.values())).device))
