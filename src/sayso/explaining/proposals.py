"""Hypotheses proposed from the reasons and purposes that the reports themselves offer."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from sayso.records import Explanation, Passage, Proposal, Reading

__all__ = ["propose"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# fmt: off
_EMPTY: Final = frozenset([
    "about", "after", "against", "also", "although", "among", "and", "another", "are", "because", "been",
    "before", "being", "between", "both", "but", "could", "did", "does", "doing", "done", "each", "even",
    "every", "for", "from", "had", "has", "have", "having", "her", "here", "him", "his", "how", "however",
    "if", "into", "its", "just", "made", "make", "making", "may", "might", "more", "most", "much", "must",
    "nor", "not", "now", "of", "off", "only", "order", "other", "our", "out", "over", "own", "perhaps",
    "possible", "possibly", "probable", "probably", "purpose", "reason", "said", "same", "say", "says", "she",
    "should", "since", "some", "still", "strike", "such", "than", "that", "the", "their", "them", "then",
    "there", "these", "they", "this", "those", "through", "thus", "too", "under", "until", "upon", "was",
    "way", "were", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose", "why",
    "will", "with", "would", "yet", "you", "your",
])
# fmt: on
_SHARE: Final = 0.3
"""Share of their words, by weight (Dice), that two passages must have in common to be one proposal."""
_FEWEST: Final = 2
"""Words that two passages must share at the least: one shared name is no shared explanation."""


def propose(readings: Sequence[Reading]) -> tuple[Proposal, ...]:
    """Group the explanations found in the reports into hypotheses, by the words they share.

    Compared is what stands behind the words that announce a reason. Two passages belong together when they share at
    least two words, and these make up three tenths of both; a word weighs the more the fewer passages have
    it, and one in more than half of four or more passages (the place, the party) nothing. Groups are closed under
    that. The passage that shares most with the others of its group gives the name. Larger groups stand first, then
    earlier ones.

    Everything here is proposed: a person accepts, renames, joins or drops it.
    """
    passages = [
        Passage(document=reading.document.id, start=found.start, end=found.end, text=found.text)
        for reading in readings
        for found in reading.explanations
    ]
    bags = _bags([_behind(found) for reading in readings for found in reading.explanations])
    groups = _groups(bags)
    groups.sort(key=lambda group: (-len(group), group[0]))
    return tuple(
        Proposal(
            name=_name([passages[i] for i in group], [bags[i] for i in group]),
            passages=tuple(passages[i] for i in group),
        )
        for group in groups
    )


def _behind(found: Explanation) -> str:
    """What stands behind the announcing words; the whole passage where they close it."""
    _, _, rest = found.text.partition(found.cue)
    return rest if len(_WORD.findall(rest)) >= _FEWEST else found.text


def _bags(texts: Sequence[str]) -> list[frozenset[str]]:
    """Words of weight of each passage, cut to a stem."""
    bags = [
        frozenset(_stem(word) for word in _WORD.findall(text.casefold()) if len(word) > 2 and word not in _EMPTY)
        for text in texts
    ]
    counts = Counter(word for bag in bags for word in bag)
    common = {word for word, count in counts.items() if len(bags) >= 4 and count > len(bags) / 2}
    return [bag - common for bag in bags]


def _stem(word: str) -> str:
    """A crude stem, the same for `border`, `borders`, `protected` and `protecting`."""
    word = word.removesuffix("'s").removesuffix("’s")
    for ending in ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def _groups(bags: Sequence[frozenset[str]]) -> list[list[int]]:
    """Passages that overlap, directly or through others; each group in order."""
    root = list(range(len(bags)))

    def find(place: int) -> int:
        while root[place] != place:
            root[place] = root[root[place]]
            place = root[place]
        return place

    weight = _weights(bags)
    whole = [math.fsum(weight[word] for word in sorted(bag)) for bag in bags]
    holders: dict[str, list[int]] = {}
    for place, bag in enumerate(bags):
        shared = Counter(other for word in bag for other in holders.get(word, ()))
        for other in sorted(other for other, count in shared.items() if count >= _FEWEST):
            common = math.fsum(weight[word] for word in sorted(bag & bags[other]))
            if common >= _SHARE * (whole[place] + whole[other]) / 2:
                low, high = sorted((find(place), find(other)))
                root[high] = low
        for word in bag:
            holders.setdefault(word, []).append(place)
    groups: dict[int, list[int]] = {}
    for place in range(len(bags)):
        groups.setdefault(find(place), []).append(place)
    return list(groups.values())


def _weights(bags: Sequence[frozenset[str]]) -> dict[str, float]:
    """The rarer a word among the passages, the more it tells."""
    counts = Counter(word for bag in bags for word in bag)
    return {word: math.log(1 + len(bags) / count) for word, count in counts.items()}


def _name(passages: Sequence[Passage], bags: Sequence[frozenset[str]]) -> str:
    """The passage that shares most with the others; the shorter, then the earlier, of equals."""
    counts = Counter(word for bag in bags for word in bag)
    best = min(
        range(len(passages)),
        key=lambda i: (-sum(counts[word] - 1 for word in bags[i]), len(passages[i].text), i),
    )
    return " ".join(passages[best].text.split())
