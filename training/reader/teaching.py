"""Several readers teach one: the student learns from the labels and from what the teachers' mean says.

Distillation (Hinton et al. 2015) over whole tag sequences: the mean of the teachers' emissions and transitions is a
field of its own, and the student's cross-entropy to it is exact (`crf.imitation`). It needs no labels, so texts without
any teach too, and heads learn from corpora that label only others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Tensor
from training.reader import batch, crf
from training.reader.batch import MOST_CUES, Batch, Cues, Told
from training.reader.net import Reader

from sayso.reading.model.decoding import runs
from sayso.reading.model.tags import CUE_TAGS, NAME_TAGS, ROLE_TAGS

SHARE = 0.6
"""How much the teachers count where there are labels too."""
FACTS = 3.0
"""How much more factuality counts than when a network is taught by labels alone: it has the smallest loss of all."""


class Teachers:
    """Networks that are asked together."""

    def __init__(self, nets: Sequence[Reader]) -> None:
        self.nets = [net.eval() for net in nets]
        tags = {"cue": CUE_TAGS, "name": NAME_TAGS, "role": ROLE_TAGS}
        self.moves = {
            head: crf.with_rules(torch.stack([net.moves[head].detach() for net in self.nets]).mean(0), names)
            for head, names in tags.items()
        }

    def tell(self, made: Batch) -> Batch:
        """The batch with what the teachers say of it; where it has no cues, with those that they find."""
        with torch.no_grad(), torch.autocast(made.pieces.device.type, dtype=torch.bfloat16):
            words = [net.encoder(made.pieces, made.shapes, made.first, made.attention) for net in self.nets]
            heads = [[f.float() for f in net.heads(w)] for net, w in zip(self.nets, words, strict=True)]
            cue, name, fact = (torch.stack(found).mean(0) for found in zip(*heads, strict=True))
            if made.cue_allowed is None:
                made = replace(made, cues=self._cues(cue, made.lengths))
            return replace(made, told=Told(cue, name, fact, self._role(words, made)))

    def _role(self, words: Sequence[Tensor], made: Batch) -> Tensor | None:
        if made.cues is None:
            return None
        each = [batch.roles_of(net, w, made.cues, made.lengths) for net, w in zip(self.nets, words, strict=True)]
        return torch.stack(each).mean(0)

    def _cues(self, cue: Tensor, lengths: Tensor) -> Cues | None:
        start, inner = crf.shares(cue, self.moves["cue"], lengths)
        best = torch.cat([start.unsqueeze(1), inner.sum(2)], dim=1).argmax(-1).tolist()
        rows = [
            (at, low, high)
            for at, (path, size) in enumerate(zip(best, lengths.tolist(), strict=True))
            for begin in (CUE_TAGS.index("B-cue"), CUE_TAGS.index("B-nested"))
            for low, high in runs(path[:size], begin)
        ][:MOST_CUES]
        if not rows:
            return None
        where, first, last = torch.tensor(rows, device=cue.device).unbind(1)
        return Cues(where, first, last)

    def loss(self, net: Reader, made: Batch) -> dict[str, Tensor]:
        """The student's loss: against the labels, and against the teachers."""
        told = self.tell(made)
        with torch.autocast(made.pieces.device.type, dtype=torch.bfloat16):
            said = batch.told_by(net, told)
        labels = batch.losses(net, told, said)
        taught = batch.imitation(net, told, said, self.moves)
        found = {
            head: (1 - SHARE) * labels[head] + SHARE * taught[head] if head in labels and head in taught
            else SHARE * taught[head] if head in taught else labels[head]
            for head in {**labels, **taught}
        }  # fmt: skip
        return found | {"fact": FACTS * found["fact"]} if "fact" in found else found
