"""The day on which somebody said it is not the day of what is told."""

from __future__ import annotations

import pytest

from sayso.knowledge.happenings import of_saying

OF_SAYING = [
    "The explosion killed nine, the Harbour Board said on [Friday].",
    "Velmara on [Friday] denied that it was behind the explosion.",
    "The ministry said in a statement late on [Tuesday] that four had died.",
    "She told Harbour Radio on [Monday] that the strike hit a school.",
    "He told reporters at a briefing in the capital on [Monday] that nine died.",
    "The blast was caused by a valve, an official inquiry found on [Tuesday].",
    "On [Friday], the ministry said that nine had been killed.",
    "On [14 June] a spokesman for the army, Major Ana Belo, denied that shells had hit the town.",
    "The group denied [yesterday] that it had fired.",
]
OF_THE_DEED = [
    "The ministry said a strike on [Friday] killed four.",
    "He said that on [Friday] gunmen killed four.",
    "On [Friday], gunmen killed nine people, the ministry said.",
    "Rockets struck the market on [Friday], killing nine, the director said.",
    "Rockets struck on [Friday], a doctor said.",
    "The monitor has established that 31 people were killed on [21 October].",
    "The ministry said in a raid on [Friday] nine died.",
    "He said at least nine people died on [Friday].",
]


@pytest.mark.parametrize("marked", OF_SAYING)
def test_the_day_of_saying_is_told(marked: str) -> None:
    assert _asked(marked), marked


@pytest.mark.parametrize("marked", OF_THE_DEED)
def test_the_day_of_the_deed_is_not_one_of_saying(marked: str) -> None:
    assert not _asked(marked), marked


def _asked(marked: str) -> bool:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return of_saying(text, (0, len(text)), start, end)
