"""Lists of the dead, made up in the manner of analysts' accounts: how many people each tells of."""

from __future__ import annotations

import pytest
from tests.weighing.test_figures_parts import killed

_LISTS = """
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
4 Omar Belo, his wife Ana and their two children, Ali and Rima, were killed. Omar's brother Sami wrote: “My brother,
  his wife and his children are martyrs.” A friend, Karim Velde, mourned Omar and his children. Sami shared a photo
  of Ali and Rima.
4 Omar Belo (40), his wife Ana (38) and their two children were killed. The children, Ali (8) and Rima (6), were
  found under the rubble. Omar was a teacher. “He was a good man,” said his cousin Sami Belo.
5 Adel Orm (60), his daughter Huda Orm (30) and Huda's three children were killed: Ali Velde (9), Nur Velde (7) and
  Lina Velde (2). Huda's husband, Sami Velde, survived. He posted a picture of his wife and his children.
3 Rana Orm and her two sons, Ali and Nur, were killed in their home. Her husband, Adel Orm, was injured. Rana's
  father, Karim Belo, said that his daughter and grandsons had been asleep.
6 Adel Orm and Rana Orm were killed with their son Ali Orm, his wife Lina Orm and the couple's two daughters. A
  neighbour, Sami Velde, said that the two girls were three and five years old.
6 Adel Orm (70) was killed together with his sons Ali (40) and Nur (38). Ali's wife, Lina (35), was also killed, as
  were their two children, Sami (10) and Rima (8). Nur was a nurse; Ali worked as a driver.
7 Seven members of the Orm family were killed: Adel Orm, his wife Rana, his mother Huda, and his four children.
  Adel's brother, Karim Orm, who lives abroad, mourned his brother, his mother and his nephews.
7 Adel Orm, his wife Rana, his mother Huda and his four children were killed. The children were identified as Ali,
  Nur, Sami and Lina. Another post showed Lina at school. Her teacher, Safa Velde, wrote that Lina was always
  smiling.
3 Adel Orm was killed alongside his nephew Sami Velde. Days later, Adel's wife Rana Orm died of her wounds. Their
  daughter Lina Orm was injured and their son Ali Orm survived unharmed.
5 The following people were killed: Adel Orm (66), Rana Orm (60), Ali Orm (33), Lina Orm (28) and Nur Orm (2). Nur
  was the son of Ali and Lina. Adel and Rana were his grandparents.
4 Two brothers, Adel Orm and Ali Orm, and their two cousins, Sami Velde and Karim Velde, were killed while fishing.
  Their uncle, Nur Orm, said: “I lost my nephews.”
4 Adel Orm and three of his children were killed. The names of the children were given as Ali, Nur and Lina Orm. His
  wife, Rana, and a fourth child, Sami, were wounded.
2 A paramedic, Adel Orm, was killed as he arrived to help. The driver of the ambulance, Sami Velde, was killed too.
  A third paramedic, Karim Belo, was wounded. Colleagues mourned Adel and Sami.
2 The journalist Adel Orm and his cameraman Sami Velde were killed. The union of journalists mourned the two
  colleagues. Adel had worked for the agency for ten years; Sami had joined in May.
1 The journalist Adel Orm was killed. The union of journalists mourned its colleague. His brother, Karim Orm, and
  his friends Sami Velde and Nur Belo posted tributes. “My brother, my friend, my teacher,” wrote Karim.
1 Dr. Adel Orm was killed. He had treated hundreds of wounded people. His father, Karim Orm, said that the doctor
  was his only son. The martyr left behind a wife and two daughters.
4 The Orm family lost four members. Adel Orm wrote that his father, his mother and his two sisters had been killed.
  He did not give their names.
4 Adel Orm wrote that his father Karim, his mother Huda and his sisters Lina and Rima had been killed. Neighbours
  also mourned Karim and his family. Huda was called a mother to all.
8 Adel Orm's wife, Rana (30), and their three children, Ali (9), Nur (7) and Lina (5), were killed. In the flat
  above, his brother Karim Orm (40) was killed together with his wife Huda (35) and their sons Sami (4) and Omar
  (2). Adel survived.
3 Adel Orm, 50, a shopkeeper, his son Ali, 20, a student, and Sami Velde, 35, a customer, were killed. The shop
  belonged to Adel's father, Karim. Ali was in his second year at the university.
3 The dead were identified as Adel Orm, his son Ali Orm and a customer named Sami Velde. Sami, a father of three,
  had come to buy bread. His wife Rana said that he would be missed.
2 Rana Orm was killed along with her newborn son. Relatives said that Rana's husband, Adel Orm, had died in an
  earlier strike. Her mother, Huda Velde, mourned her daughter and her grandson.
6 Ali Orm, 12, and his sisters Lina, 10, Rima, 8, and Huda, 6, were killed, as were their parents, Adel and Rana
  Orm.
6 The parents, Adel and Rana Orm, and their four children were killed.
5 Karim Belo mourned his sister Rana, her husband Adel Orm and their children Ali, Nur and Lina. All five were
  killed in their home.
4 Sources listed the names of the dead: Adel Hassan Orm (45), his brother Karim Hassan Orm (43), his nephew Ali
  Karim Hassan Orm (15) and Sami Adel Velde (30). According to a colleague, Adel Orm was an engineer. Ali Orm played
  football.
4 Adel Hassan Orm was killed with his sons Hassan Adel Orm, Karim Adel Orm and Ali Adel Orm. Hassan had been named
  after his grandfather. Another relative, Hassan Orm, posted a prayer for them.
2 Abu Ali Orm and his wife, Umm Ali, were killed. Abu Ali (Adel Orm) was a well-known baker. “Umm Ali baked with
  him,” a neighbour said.
3 Adel Orm (also known as Abu Ali), Sami Velde and Karim Belo were killed. A post mourned “Abu Ali and his friends
  Sami and Karim”.
"""
_TOLLS = """
4-4 Orin News initially reported two deaths. Later the Hill Monitor said that four people were killed. The dead were
  Adel Orm, Sami Velde, Karim Belo and Nur Velde.
2-2 Tarbo Rescue said that two people were killed, among them a child. A photo by Adel Orm shows the body of a young
  boy.
9-9 Nine members of the Orm family were killed. The names of seven were given: Adel Orm, Rana Orm, Ali Orm, Nur Orm,
  Lina Orm, Huda Orm and Sami Orm.
8-8 The death toll rose from five to eight.
8-8 The number of people killed rose from five on Monday to eight on Tuesday.
8-8 The toll, first given as five, was later raised to eight.
12-12 Tarbo Rescue said that two more bodies were recovered, bringing the number of those killed to 12.
10-20 Orin News said that at least ten people were killed. Hill Monitor said that up to 20 people were killed.
12-24 Orin News said that dozens of people were killed.
2-2 Orin News said that there were martyrs and wounded.
2-2 Sources said that a number of civilians were killed and others wounded, without giving figures.
5-5 Local reports said five people were killed, including two children and a woman.
5-5 Five people, two of them children, were killed.
5-5 Five people were killed: two men, two women and a child.
5-5 Two men, two women and a child were killed.
6-6 A couple and their four children were killed.
3-3 The attack left three dead and nine wounded.
3-3 Three were killed and nine injured.
0-0 Nobody was killed, but three people were injured.
7-7 Seven people were killed: four from the Orm family and three from the Velde family.
7-7 Four members of the Orm family and three members of the Velde family were killed.
15-15 Fifteen people, most of them women and children, were killed.
15-15 The ministry said that 15 people, including seven children, had been killed and 30 injured.
14-14 Fourteen bodies were brought to the hospital, among them those of five children.
14-14 The hospital received the bodies of 14 people and 20 wounded.
14-14 The hospital received 14 dead and 20 wounded.
14-14 Medical sources said that 14 martyrs arrived at the hospital.
14-14 Medical sources said that the bodies of 14 martyrs arrived at the hospital, including five children.
9-9 Nine civilians were reportedly killed and 14 were wounded when a shell hit their home.
3-3 Three civilian deaths were reported.
3-3 Reports spoke of three deaths and five injuries.
3-3 The shelling resulted in the death of three civilians and the injury of five others.
3-3 The shelling resulted in the martyrdom of three civilians and the wounding of five others.
1-1 The shelling resulted in the martyrdom of a child and the injury of four others.
1-1 One person was killed and four others were injured.
1-1 One civilian death and four injuries were reported.
4-4 As many as four people were killed, Orin News said.
2-2 A man and a woman were killed.
2-2 A man and his wife were killed.
4-4 A man, his wife and two of their children were killed.
3-3 A man and two children were killed.
3-3 A man, a woman and a child were killed.
6-6 Six people were killed in the two strikes, four of them in the first.
3-3 Three people were killed; their names are not known.
3-3 Three people, whose names are not known, were killed.
3-3 The three people killed were not identified.
"""


def _cases(block: str) -> list[tuple[str, str]]:
    """Each account of a block with what stands before it; an indented line goes on with the one above."""
    told: list[str] = []
    for line in block.strip().splitlines():
        if line.startswith(" "):
            told[-1] += f" {line.strip()}"
        else:
            told.append(line)
    return [(number, text) for number, _, text in (line.partition(" ") for line in told)]


@pytest.mark.parametrize(("dead", "text"), _cases(_LISTS))
def test_everybody_in_a_list_is_counted_once(dead: str, text: str) -> None:
    assert killed(text) == (int(dead), int(dead), int(dead))


@pytest.mark.parametrize(("numbers", "text"), _cases(_TOLLS))
def test_numbers_of_a_toll_are_read(numbers: str, text: str) -> None:
    low, _, high = killed(text)
    assert f"{low}-{high}" == numbers
