"""What answers a denial: the deed and the doer that it names, not merely the same words."""

from __future__ import annotations

import pytest

from sayso.records import Passage, Polarity
from sayso.weighing.denials import contradicts
from sayso.weighing.voices import Voice


def voice(who: str, text: str, polarity: Polarity = "affirmed") -> Voice:
    passage = Passage(document="d", start=0, end=len(text), text=text)
    return Voice("o", who, True, polarity, passage, frozenset(), frozenset(), True)


@pytest.mark.parametrize(
    ("who", "denied", "said", "answers"),
    [
        ("Orm Brigade", "that it had fired rockets at the market", "Rockets struck the market at Vell.", False),
        ("Orm Brigade", "that it had fired rockets at the market", "The Orm Brigade shelled the market.", True),
        ("Orm Brigade", "that it had fired rockets at the market", "The army fired rockets at the market.", False),
        ("Orm Brigade", "firing at the market", "Fighters of the Orm Brigade fire at the market daily.", True),
        ("Ministry", "that the army fired at the market", "The army's battery fired on the market.", True),
        ("Ministry", "that the army fired at the market", "Nine people died at the market.", False),
        ("Mayor", "that children were killed in the market", "Four children were killed in the market.", True),
        ("Mayor", "that children were killed in the market", "Nine men were killed in the market.", False),
        ("Mayor", "that soldiers carried shells into the mill", "Soldiers carry shells into the mill.", True),
        ("Orm Brigade", "that it was responsible for the strike", "The Orm Brigade carried out the strike.", True),
        ("Orm Brigade", "that it was responsible for the strike", "The strike killed nine people.", False),
        ("Orm Brigade", "any involvement in the bombing", "The Orm Brigade bombed the mill.", True),
        ("Orm Brigade", "any involvement in the bombing", "The bombing killed nine people.", False),
        ("Mayor", "that it was hit by a missile", "A missile hit the mill.", True),
        ("Mayor", "any presence of soldiers in the mill", "Soldiers were in the mill.", True),
    ],
)
def test_a_denial_is_answered_by_the_same_deed_of_the_same_doer(
    who: str, denied: str, said: str, answers: bool
) -> None:
    assert contradicts(voice(who, denied, "denied"), voice("Witness", said)) is answers
