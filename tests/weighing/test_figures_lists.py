"""Lists of the dead, made up by us in the manner of analysts: how many people each tells of."""

from __future__ import annotations

import pytest
from tests.weighing.numbered import cases, counted

_ACCOUNTS = """
5 Omar Belo, his wife Ana Belo and their three children, Ali, Nur and Rima, were killed in the strike.
3 Among those killed were Omar Belo, a teacher, his colleague Sami Orm, and the latter's brother Adel Orm.
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
4 Relatives identified the four victims as Omar Belo, his wife Ana Belo, and their daughters Rima Belo and Huda
  Belo. All four were killed at home.
3 The identified victims killed were: the young man Omar Belo, his wife Rana Orm and their daughter Rima Belo.
5 The strike reportedly killed members of the Belo family: Omar Belo (45 years old), his wife Nadia, his brother
  Karim Belo (34 years old), his niece Salma Belo (6 years old) and her brother.
2 In a post, Adel Velde announced the death of his cousin Omar Belo and Omar's wife Ana.
3 In a post, Adel Velde announced the deaths of his cousin Omar Belo, Omar's wife Ana and their baby son.
3 Adel Velde wrote that his sister Rana, her husband Omar Belo and their son were martyred.
2 Adel Velde shared a photo of his friends Omar Belo and Sami Orm, both of whom were killed.
4 Omar Belo was martyred with his sons Ali, Nur and Sami.
4 Omar Belo was martyred with his three sons. A post showed Ali, Nur and Sami Belo playing football.
2 The grandmother Huda Belo (78) and her granddaughter Rima Belo (12) were killed. Huda was a retired teacher.
6 Another family, the Ormes, lost six members: Adel Orme, his wife, and their four children.
6 The Orme family lost six members.
5 Rana Orm (30), pregnant with her third child, was killed alongside her husband Adel, her two daughters and her
  father.
3 Rana Orm (30), who was pregnant, was killed together with her two children.
3 Adel Orm, Ali Orm, and Nur Orm's mother Huda were killed.
3 Adel Orm was killed. Ten minutes later his brother Ali Orm and his nephew Nur Orm were killed by a second shell.
4 In the second house, Rana Orm and her children Ali (5), Nur (3) and Lina (1) were killed.
6 In the first house Adel Orm and his wife Rana were killed; in the second, Sami Velde, his wife Huda and their two
  sons were killed.
4 Adel Orm lost four children: Ali, Nur, Lina and Huda. He survived.
3 The bodies of three people, Adel Orm, Rana Orm and Ali Orm, were recovered.
4 Three men - Adel Orm, Sami Velde and Karim Belo - and a woman, Rana Orm, were killed.
4 The victims are Adel Orm, Rana Orm, Ali Orm and Nur Orm, all killed in their sleep.
4 Adel, Rana, Ali and Nur Orm were killed.
2 Adel and Rana Orm were killed.
2 Adel Orm and his mother (whose name is not known) were killed.
3 Adel Orm's parents and his sister were killed.
4 A woman named Safa Orm, her husband Adel Velde and their children were killed.
4 Safa Orm (43) and her children were killed along with her brother Nur Orm.
4 Hani Belo mourned his aunt Safa Orm, his cousins Ali Orm and Nur Orm, and their neighbour Sami Velde, who were
  killed in the strike.
2 Hani Belo posted a condolence message for his brother's children Adam Belo (14) and Sami Belo (13), who were
  killed.
3 Safa Orm was killed. Her husband, Adel Orm, and her son, Ali Orm, died under the rubble.
3 Safa Orm, Adel Orm and Ali Orm died under the rubble. Adel was a teacher, Safa was a nurse, and Ali was ten.
3 Sheikh Adel Orm (Abu Ali), Hajja Safa Orm (Umm Ali) and their daughter-in-law, Rana Velde, were among the victims
  killed.
3 The post listed among the dead Adel Orm, Safa Orm and Rana Velde.
4 Adel Orm was killed alongside his wife and two daughters, the eldest of whom was twelve.
3 Adel Orm was killed along with his brothers Ali and Nur. His wife Safa and his son Karim were injured.
3 Two siblings, Ali Orm (4) and Lina Orm (12), were killed, as was their aunt.
3 Dalia Orm died with her three-year-old son Ali and her infant daughter, Lina.
3 Dalia Orm was killed together with her daughter Lina Velde (2) and her unnamed son.
2 Dalia Orm (also spelled Dahlia) and Lina Velde were killed. Dahlia was a nurse and Lina a pupil.
5 Adel Orm, his son Ali and Ali's wife Huda were killed with their two children.
5 Adel Orm's two wives and their three sons were killed.
6 Adel Orm's two wives, Rana and Huda, and their four sons were killed. Adel survived.
9 Adel Orm and his wife Rana were killed along with their seven children, including three-year-old twins.
9 Adel Orm and his wife Rana were killed along with their seven children, among them Ali (12) and Nur (10).
2 Two paramedics, Adel Orm and Sami Velde, were killed in the attack. The ambulance of Adel and Sami was hit twice.
3 Three of the dead were identified as Adel Orm, Sami Velde and Karim Belo.
4 Adel Orm, a lawyer, Sami Velde, a baker, and Karim Belo and his son were killed.
3 Adel Orm (a lawyer), Sami Velde (a baker) and Karim Belo were killed.
3 Lawyer Adel Orm, baker Sami Velde and Professor Karim Belo were killed.
4 Killed in the strike were: Adel Orm, Sami Velde, Karim Belo and an unidentified woman.
2 Adel Orm was killed, and his wife died in hospital the next day.
2 It was later reported that Adel Orm and Sami Velde had succumbed to their wounds.
3 The names Adel Orm, Sami Velde and Karim Belo appear on the ministry's list of fatalities.
1 The name of Adel Orm has been matched with the ministry's list of fatalities.
2 Ali Orm was killed by the blast. His father, Adel Orm, was also killed. Ali, his mother said, was a good student.
3 Lina Orm, 5, and her brothers Ali Orm, 7, and Nur Orm, 9, were killed. Their teacher Safa Velde remembered Lina,
  Ali and Nur.
"""


@pytest.mark.parametrize(("numbers", "text"), cases(_ACCOUNTS))
def test_everybody_in_a_list_is_counted_once(numbers: str, text: str) -> None:
    assert counted(text) == numbers
