"""Lists of the dead, made up in the manner of analysts' accounts: how many people each tells of."""

from __future__ import annotations

import pytest
from tests.weighing.test_figures_parts import killed

_LISTS = """
5 Omar Belo, his wife Ana Belo and their three children, Ali, Nur and Rima, were killed in the strike.
6 Omar Belo was killed along with five other members of his family.
4 Omar Belo and three of his relatives were killed.
3 Sami Orm lost his wife, son and daughter in the bombing.
3 Sami Orm lost his wife Ana, his son Ali and his daughter Rima in the bombing.
2 Ana Belo (35) and her unborn child were killed. Her husband, Omar Belo, was at work.
3 A father, mother and their child were killed.
5 A mother and her four children were killed.
6 Adel Orm's wife, Rana Orm, was killed together with her mother-in-law, Huda Orm, and her four daughters.
2 The brothers Ali Belo and Nur Belo were killed.
3 Three brothers, Ali, Nur and Sami Belo, were killed.
3 Three brothers from the Belo family - Ali, Nur and Sami - were killed.
3 Siblings Ali Belo (12), Nur Belo (9) and Rima Belo (3) were killed.
2 Ana Belo and her daughter, Rima Belo, both died. Rima was five.
2 Mohammed Belo mourned his uncle Omar Belo and his cousin Ali Belo, who were killed in the attack.
2 Mohammed Belo mourned the loss of his uncle, Omar, and his cousin, Ali.
3 The strike killed Omar Belo, Sami Orm and Adel Velde.
4 The attack claimed the lives of Omar Belo, his sister Huda Belo, and his two nephews.
4 According to relatives, the dead were Omar Belo (50), Ana Belo (45), Ali Belo (20) and Rima Belo (15).
3 Omar Belo, 50; Ana Belo, 45; and Ali Belo, 20, were killed.
7 Omar Belo was killed with his wife and their five children: Ali (12), Nur (10), Sami (8), Rima (6) and Huda (4).
7 Omar Belo, his wife Ana, their sons Ali, Nur and Sami and their daughters Rima and Huda were killed.
3 Ana Belo's husband Omar was killed, as were her two sons.
3 Ana Belo's two sons and her husband Omar were killed.
2 Omar Belo and a young girl named Rima Velde were killed.
2 Also killed were Ali Belo and his cousin, Nur Belo.
1 Omar Belo's brother, Ali Belo, was killed in the attack. Omar wrote that Ali was his best friend.
4 Four members of the Belo family were killed: Omar Belo, his wife Ana Belo, and their children Ali and Rima.
4 Those killed included Omar Belo (40), his wife Ana (38), their son Ali (10), and his brother's wife, Huda Orm
  (29).
3 Omar Belo was killed, while his daughters Rima Belo and Huda Belo died of their wounds the next day.
5 The names of the martyrs: Omar Belo, Ana Belo, Ali Belo, Nur Belo and Rima Belo.
5 Neighbours listed the dead as Omar Belo, Ana Belo, Ali Belo, Nur Belo and Rima Belo.
6 The house of Omar Belo was hit, killing Omar, his wife Ana, and their four children.
2 The bodies of Omar Belo and his son Ali Belo were pulled from the rubble.
3 Killed were the farmer Omar Belo (60), his grandson Ali Belo (8) and a neighbour, Sami Orm (44).
3 Omar Belo (60) was killed alongside his grandson Ali Belo (8). Sami Orm (44), their neighbour, was killed as well.
4 Omar Belo and his wife Ana were killed with two of their children, Ali and Rima; a third child, Nur, survived.
3 Omar Belo was killed with his wife Ana and son Ali, while his daughter Rima was wounded.
2 Omar Belo and his son Ali were killed and his daughters Rima and Huda were wounded.
4 Rana Orm, her son Ali Orm, her daughter-in-law Huda Orm and her grandson Nur Orm lost their lives.
3 Two sisters, Rima Belo and Huda Belo, were killed, along with Rima's son Ali.
8 Adel Orm was killed, as were his wife Rana Orm, their four sons - Ali, Nur, Sami and Karim - and their two
  daughters, Huda and Lina.
8 Adel Orm, his wife, their four sons and their two daughters were killed.
1 Journalist Ana Belo was killed. Her colleague Sami Orm said that she was the best. Adel Velde, her cousin, mourned
  her.
1 Ana Belo was killed. A post by Sami Orm showed her with her children Ali and Rima before the attack.
2 The attack also killed Rana Orm and wounded her two sons, Ali Orm and Nur Orm. Ali later died of his wounds.
5 Adel Orm's family was killed: his wife Rana Orm, his sons Ali Orm and Nur Orm and his daughters Lina Orm and Huda
  Orm.
3 Hussein Orm (Abu Ali), his wife Rana Orm (Umm Ali), and their son Ali Hussein Orm (7) were killed.
3 Hussein Orm, also called Abu Ali, was killed. His wife, Rana, and his eldest son, Ali, were killed too.
9 Seven members of the Orm family and two of the Velde family were killed.
3 Ali Orm and Nur Orm were killed while playing outside their home. Their mother, Rana Orm, was killed as well.
2 Ali Orm and Nur Orm, who were cousins, were killed while playing outside their home.
2 Twins Ali and Nur Orm were killed.
3 Twin brothers Ali Orm and Nur Orm were killed, together with their grandmother.
2 Rana Orm died alongside her three-month-old baby. Her mother said that Rana had waited years for the child.
4 Rana Orm and her three sons were killed. Her sons were identified as Ali Orm, Nur Orm and Sami Orm.
4 Rana Orm and her three sons were killed. Ali, Nur and Sami were five, seven and nine years old.
"""


def _cases() -> list[tuple[str, int]]:
    told: list[str] = []
    for line in _LISTS.strip().splitlines():
        if line.startswith(" "):
            told[-1] += f" {line.strip()}"
        else:
            told.append(line)
    return [(text, int(number)) for number, _, text in (line.partition(" ") for line in told)]


@pytest.mark.parametrize(("text", "dead"), _cases())
def test_everybody_in_a_list_is_counted_once(text: str, dead: int) -> None:
    assert killed(text) == (dead, dead, dead)
