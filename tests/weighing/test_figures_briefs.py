"""Short reports as local news words them: people are told twice, killers die too, and others are told of. All made up."""

from __future__ import annotations

import pytest

from sayso.reading.figures import find_figures
from sayso.reading.sentences import split
from sayso.records import Document, Origins, Reading
from sayso.weighing.figures import weigh

_REPORTS = """
1 0 A man was shot to death in Arlo on Monday. Police identified the victim as Omar Velde, 34. Velde was pronounced dead at the scene.
1 0 A 17-year-old boy died after he was shot on Vine Street, police said. The teen was taken to a hospital, where he died. He was identified Tuesday as Keno Velde.
1 1 A woman was killed and her husband was wounded in a shooting at their home. Ana Velde, 44, died at the scene. Her husband, Tomas Velde, 46, was in stable condition.
5 0 Police say Omar Velde killed four people before turning the gun on himself.
5 0 Four people were killed by a gunman before he was shot and killed by police.
4 0 A man fatally shot his wife and two children before killing himself, police said. The bodies of all four were found at the house.
2 0 A man shot and killed his girlfriend, then himself, police said. The woman was identified as Lena Arlo, 28.
5 0 Five people are dead, including the shooter, police said.
3 0 Three people were found dead in an apparent murder-suicide. Police believe Omar Velde, 41, shot his wife, Ana, 39, and his daughter, Mia, 7, before shooting himself.
1 1 A 21-year-old man was killed and another man was injured in a shooting. The victim was identified as Omar Velde. The other man, 25, is expected to survive.
1 1 Two men were shot, one fatally, Monday. Omar Velde, 30, died at a hospital. The other man, 32, is in critical condition.
1 1 Officers found a man and a woman with gunshot wounds. The man died at the scene. The woman was taken to a hospital in critical condition.
1 1 Officers found Omar Velde, 22, with a gunshot wound to the chest. He was taken to Arlo Medical Center, where he was pronounced dead. A second victim, a 19-year-old woman, was shot in the leg.
1 1 A toddler was shot in the head. The 2-year-old girl was pronounced dead at the hospital. The girl's mother was shot in the arm and is in stable condition.
1 0 The suspect was shot by officers after he fired at them. He died at the scene. No officers were injured.
1 0 Police shot and killed a man who they say pointed a gun at officers. The man was identified as Omar Velde, 50, of Tarbo.
1 - Omar Velde, 19, was charged with murder in the death of Keno Arlo, 20. Arlo was shot on Vine Street on Sunday.
1 - Jurors convicted a Tarbo man of killing his neighbor. Omar Velde, 55, shot Keno Arlo, 60, after an argument over a fence.
1 - Keno Arlo's mother said her son was a good student. Arlo, 16, was gunned down on his way home. His father died of cancer two years ago.
1 1 Two brothers were shot Saturday. Keno Arlo, 16, died. His brother, Omar, 18, was critically wounded.
1 0 A 3-year-old boy accidentally shot himself with his father's gun. The child was taken to a hospital, where he later died.
0 1 A 5-year-old girl was grazed by a bullet while she slept. Her injuries are not life-threatening.
0 3 Three teens were wounded when someone opened fire at a park. All three are expected to survive.
0 6 Six people were wounded. All of them were taken to hospitals with injuries that were not life threatening.
1 3 One person is dead and three others are hurt after a shooting at a club. Police say Omar Velde, 27, was killed. The three injured were taken to Arlo Hospital.
0 1 A pizza delivery driver was shot during a robbery. The driver, 45, was shot twice in the stomach. He is in serious condition.
0 1 A security guard shot a man outside a bank. The man was hit in the shoulder. The guard was not hurt.
1 0 A homeowner shot and killed an intruder, police said. The intruder, Omar Velde, 23, died on the porch. The homeowner was not injured.
1 1 Police say two men exchanged gunfire. Both were hit. One of the men, Omar Velde, died. The other, Keno Arlo, is in critical condition.
1 - A vigil was held Sunday for Keno Arlo, who was shot and killed last week. Arlo's sister said he was 24. Arlo was killed as he left work.
3 0 A mother and her two children were found shot to death in their home. Ana Velde, 33, Mia Velde, 8, and Leo Velde, 5, had each been shot once.
2 0 The bodies of a man and a woman were found in a car. Both had been shot. The man was Omar Velde, 40, and the woman was Lena Arlo, 38.
1 0 The shooting is the city's 40th homicide. A man was found shot inside a car and died at the scene.
1 1 One man was killed, and a woman was shot in the hand. The man, who was 31, was shot in the chest. The woman, 29, was treated and released.
3 2 The gunman, Omar Velde, was killed by police. He had shot and killed Keno Arlo and Lena Sarn at a store. Two other people were wounded.
0 1 The hunter was shot in the leg by his friend who mistook him for a deer. The 52-year-old was flown to a hospital.
1 0 A man died after being shot multiple times in Arlo. When officers arrived, they found the man, in his 20s, in the street. He died at Arlo General.
0 3 Three people were shot, including a 12-year-old girl. The girl was shot in the foot. The others, two men, were in critical condition.
1 1 A teenager is dead and a 20-year-old is injured. The 15-year-old died at the scene.
2 0 Omar Velde's girlfriend, Lena Arlo, was found dead in the bedroom. Velde was found dead in the garage of a self-inflicted gunshot wound.
4 - A fourth person has died from a shooting at a house in Tarbo, police said Friday. Lena Arlo, 19, died at the hospital.
1 0 The 8-year-old was sitting on the porch when she was hit by a stray bullet. The child died at the hospital Tuesday. Family members identified her as Mia Velde.
0 2 Police are searching for a man who shot two people. The victims, ages 20 and 22, were treated at a hospital.
0 1 A drive-by shooting left a 10-year-old boy in critical condition. The boy was playing outside when shots were fired.
0 1 A man was shot in the face during a carjacking. He drove himself to the hospital.
1 0 Two teens shot a cab driver to death. The driver, Omar Velde, 61, was a father of four.
4 0 The strike killed four children: three daughters, Amal, Zina and Lubna Belo, and a son.
"""
"""Killed, injured ("-" where the report leaves it open), and the report."""


@pytest.mark.parametrize("row", _REPORTS.strip().splitlines())
def test_a_report_counts_each_person_once(row: str) -> None:
    killed, injured, text = row.split(" ", 2)
    bounds = split(text)
    document = Document(id="a", sha256="0", text=text)
    reading = Reading(document=document, figures=find_figures(text, bounds, ()), sentences=bounds)
    found = weigh([reading], Origins(documents=(), origins=())).figures
    for what, wanted in (("killed", killed), ("injured", injured)):
        if wanted != "-":
            assert found[what].best == int(wanted), what
