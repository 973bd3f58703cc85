"""All at once gives what pair by pair gives."""

from __future__ import annotations

import random

import pytest

from sayso.records import Passage
from sayso.weighing.alike import Crowd
from sayso.weighing.voices import Voice, likeness, rarity

WORDS = [f"w{n}" for n in range(30)]


def _voices(seed: int, count: int) -> list[Voice]:
    chance = random.Random(seed)
    made = []
    for number in range(count):
        stems = frozenset(chance.sample(WORDS, chance.randint(3, 9)))
        plain = frozenset(s for s in stems if chance.random() < 0.7)
        passage = Passage(document="d", start=0, end=1, text="x")
        made.append(Voice(f"o{number}", f"s{number}", False, "affirmed", passage, stems, plain, True))
    return made


@pytest.mark.parametrize("seed", range(5))
def test_likeness_is_that_of_the_pairs(seed: int) -> None:
    voices = _voices(seed, 60)
    weight = rarity(voices)
    crowd = Crowd(voices, weight)
    for voice in voices:
        assert crowd.likeness(voice).tolist() == pytest.approx([likeness(voice, other, weight) for other in voices])
        for least, stems, plain in ((0.36, 0, 0), (0.48, 4, 2), (1.0, 1, 0)):
            expected = [
                place
                for place, other in enumerate(voices)
                if likeness(voice, other, weight) >= least
                and len(voice.stems & other.stems) >= stems
                and len(voice.plain & other.plain) >= plain
            ]
            assert crowd.at_least(voice, least, stems=stems, plain=plain) == expected
