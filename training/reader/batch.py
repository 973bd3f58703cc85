"""Windows become tensors, and tensors a loss."""

from __future__ import annotations

from dataclasses import dataclass

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
class Packed:
    """Padded tensors of one batch: (B, L) pieces and shapes, (B, L) mask, (B, W) first, (B,) lengths in words."""

    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    lengths: Tensor

    @property
    def attention(self) -> Tensor:
        """What is added to the attention's logits, (B, 1, 1, L)."""
        return (1.0 - self.mask.float())[:, None, None, :] * -1e4


def _padded(rows: list[list[int]], device: torch.device) -> Tensor:
    out = np.zeros((len(rows), max(len(r) for r in rows)), dtype=np.int64)
    for at, row in enumerate(rows):
        out[at, : len(row)] = row
    return torch.from_numpy(out).to(device)


def pack(windows: list[Window], device: torch.device) -> Packed:
    """Pad windows to one size."""
    pieces = _padded([w.pieces for w in windows], device)
    sizes = torch.tensor([len(w.pieces) for w in windows], device=device)
    return Packed(
        pieces=pieces,
        shapes=_padded([w.shapes for w in windows], device),
        mask=(torch.arange(pieces.shape[1], device=device) < sizes[:, None]).long(),
        first=_padded([w.first for w in windows], device),
        lengths=torch.tensor([len(w.first) for w in windows], device=device),
    )


def _allowed(rows: list[list[int]], tags: int, width: int, device: torch.device) -> Tensor:
    bits = _padded(rows, device)
    bits = F.pad(bits, (0, width - bits.shape[1]))
    return (bits.unsqueeze(-1) >> torch.arange(tags, device=device) & 1).bool()


def cue_vectors(words: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """(N, W, H) words and (N,) bounds -> (N, H) mean vector of each cue."""
    at = torch.arange(words.shape[1], device=words.device).unsqueeze(0)
    inside = ((at >= first.unsqueeze(1)) & (at < last.unsqueeze(1))).to(words.dtype)
    return torch.einsum("nw,nwh->nh", inside, words) / inside.sum(1, keepdim=True)


def _role_loss(net: Reader, words: Tensor, windows: list[Window], lengths: Tensor) -> Tensor | None:
    rows = [(at, *role) for at, w in enumerate(windows) for role in w.roles][:MOST_CUES]
    if not rows:
        return None
    device = words.device
    where = torch.tensor([r[0] for r in rows], device=device)
    first = torch.tensor([r[1] for r in rows], device=device)
    last = torch.tensor([r[2] for r in rows], device=device)
    here = words[where]
    padding = (torch.arange(words.shape[1], device=device) < lengths[where].unsqueeze(1)).to(words.dtype)
    scores = net.roles(here, cue_vectors(here, first, last), first, last, padding).float()
    gold = _padded([r[3] for r in rows], device)
    gold = F.pad(gold, (0, words.shape[1] - gold.shape[1]))
    allowed = F.one_hot(gold, len(ROLE_TAGS)).bool()
    moves = crf.with_rules(net.moves["role"], ROLE_TAGS)
    return crf.loss(scores, moves, allowed, lengths[where]).mean()


def _fact_losses(fact: Tensor, windows: list[Window]) -> dict[str, Tensor]:
    rows = [(at, *f) for at, w in enumerate(windows) for f in w.facts or ()]
    event = torch.zeros(fact.shape[:2], device=fact.device)
    known = torch.zeros_like(event)
    for at, w in enumerate(windows):
        known[at, : len(w.first)] = 1
    if not rows:
        return {}
    where = torch.tensor([[r[0], r[1], 1 + r[3]] for r in rows], device=fact.device)
    event[where[:, 0], where[:, 1]] = 1
    value = torch.tensor([r[2] for r in rows], device=fact.device)
    found = fact[where[:, 0], where[:, 1], where[:, 2]]
    return {
        "event": (F.binary_cross_entropy_with_logits(fact[..., 0], event, reduction="none") * known).sum()
        / known.sum(),
        "fact": F.smooth_l1_loss(found, value, beta=0.5),
    }


def losses(net: Reader, windows: list[Window], device: torch.device, autocast: torch.dtype | None) -> dict[str, Tensor]:
    """The loss of each head that these windows say something of, before weighting."""
    packed = pack(windows, device)
    with torch.autocast(device.type, dtype=autocast or torch.bfloat16, enabled=autocast is not None):
        words = net.encoder(packed.pieces, packed.shapes, packed.first, packed.attention)
        cue, name, fact = net.heads(words)
        found: dict[str, Tensor] = {}
        role = _role_loss(net, words, windows, packed.lengths)
    if role is not None:
        found["role"] = role
    width = words.shape[1]
    if windows[0].cue_allowed is not None:
        allowed = _allowed([w.cue_allowed or [] for w in windows], len(CUE_TAGS), width, device)
        moves = crf.with_rules(net.moves["cue"], CUE_TAGS)
        found["cue"] = crf.loss(cue.float(), moves, allowed, packed.lengths).sum() / packed.lengths.sum() * 50
    if windows[0].name_allowed is not None:
        allowed = _allowed([w.name_allowed or [] for w in windows], len(NAME_TAGS), width, device)
        moves = crf.with_rules(net.moves["name"], NAME_TAGS)
        weight = torch.tensor([w.names_weight for w in windows], device=device)
        each = crf.loss(name.float(), moves, allowed, packed.lengths)
        found["name"] = (each * weight).sum() / packed.lengths.sum() * 50
    if windows[0].facts is not None:
        found |= _fact_losses(fact.float(), windows)
    return found


def total(found: dict[str, Tensor]) -> Tensor:
    """The weighted sum."""
    return sum((WEIGHTS[k] * v for k, v in found.items()), torch.zeros((), device=next(iter(found.values())).device))
