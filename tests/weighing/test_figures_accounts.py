"""Accounts of deaths, made up by us in the manner of analysts: the number, or least and greatest, each comes to."""

from __future__ import annotations

import pytest
from tests.weighing.numbered import cases, counted

_ACCOUNTS = """
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
4 Orin News initially reported two deaths. Later the Hill Monitor said that four people were killed. The dead were
  Adel Orm, Sami Velde, Karim Belo and Nur Velde.
2 Tarbo Rescue said that two people were killed, among them a child. A photo by Adel Orm shows the body of a young
  boy.
9 Nine members of the Orm family were killed. The names of seven were given: Adel Orm, Rana Orm, Ali Orm, Nur Orm,
  Lina Orm, Huda Orm and Sami Orm.
8 The death toll rose from five to eight.
8 The number of people killed rose from five on Monday to eight on Tuesday.
8 The toll, first given as five, was later raised to eight.
12 Tarbo Rescue said that two more bodies were recovered, bringing the number of those killed to 12.
10-20 Orin News said that at least ten people were killed. Hill Monitor said that up to 20 people were killed.
12-24 Orin News said that dozens of people were killed.
2 Orin News said that there were martyrs and wounded.
2 Sources said that a number of civilians were killed and others wounded, without giving figures.
5 Local reports said five people were killed, including two children and a woman.
5 Five people, two of them children, were killed.
5 Five people were killed: two men, two women and a child.
5 Two men, two women and a child were killed.
6 A couple and their four children were killed.
3 The attack left three dead and nine wounded.
3 Three were killed and nine injured.
0 Nobody was killed, but three people were injured.
7 Seven people were killed: four from the Orm family and three from the Velde family.
7 Four members of the Orm family and three members of the Velde family were killed.
15 Fifteen people, most of them women and children, were killed.
15 The ministry said that 15 people, including seven children, had been killed and 30 injured.
14 Fourteen bodies were brought to the hospital, among them those of five children.
14 The hospital received the bodies of 14 people and 20 wounded.
14 The hospital received 14 dead and 20 wounded.
14 Medical sources said that 14 martyrs arrived at the hospital.
14 Medical sources said that the bodies of 14 martyrs arrived at the hospital, including five children.
9 Nine civilians were reportedly killed and 14 were wounded when a shell hit their home.
3 Three civilian deaths were reported.
3 Reports spoke of three deaths and five injuries.
3 The shelling resulted in the death of three civilians and the injury of five others.
3 The shelling resulted in the martyrdom of three civilians and the wounding of five others.
1 The shelling resulted in the martyrdom of a child and the injury of four others.
1 One person was killed and four others were injured.
1 One civilian death and four injuries were reported.
4 As many as four people were killed, Orin News said.
2 A man and a woman were killed.
2 A man and his wife were killed.
4 A man, his wife and two of their children were killed.
3 A man and two children were killed.
3 A man, a woman and a child were killed.
6 Six people were killed in the two strikes, four of them in the first.
3 Three people were killed; their names are not known.
3 Three people, whose names are not known, were killed.
3 The three people killed were not identified.
4 In total, four people were killed: Adel Orm; his wife, Rana Orm; his brother, Karim Orm; and a guest, Sami Velde.
2 Rana Orm was fatally wounded, and her son Ali Orm died in hospital.
3 Adel Orm's three sons, aged 5, 7 and 9, were killed.
3 Adel Orm's three sons, Ali (5), Nur (7) and Sami (9), were killed.
4 Four of Adel Orm's grandchildren were killed.
2 The names of two of the dead were given as Adel Orm and Sami Velde.
2 Both Adel Orm and Sami Velde were killed.
3 Adel Orm as well as Sami Velde and Karim Belo were killed.
3 Neither Adel Orm nor his sons survived: the bodies of all three were found.
4 Sami Velde lost his father, mother, brother and sister in the attack.
2 Sami Velde's mother and father were killed.
2 Sami Velde, whose mother and father were killed in the attack, spoke to reporters.
1 Sami Velde, whose son Ali was killed in the attack, spoke to reporters.
3 Nur Orm, his wife Lina and their baby daughter perished.
5 Five died: Nur Orm, Lina Orm, Ali Orm, Huda Orm and a neighbour.
5 Five died, among them Nur Orm and his wife Lina.
5 Nur Orm and his wife Lina were among five people killed.
5 Nur Orm was one of five people killed.
3 Besides Nur Orm, his wife and his mother died.
3 In addition to Nur Orm, his wife and mother were killed.
4 Nur Orm and three others were killed.
4 Nur Orm and three other people, all of them teachers, were killed.
3 Nur Orm (head of the family), Lina Orm (his wife) and Ali Orm (their son) were killed.
3 The dead: Nur Orm (head of the family), Lina Orm (his wife), Ali Orm (their son).
3 Names of the dead: Nur Orm (40), Lina Orm (35), Ali Orm (9).
3 It killed Nur Orm (40), Lina Orm (35), and Ali Orm (9).
4 Nur Orm's sons Ali and Sami and daughters Huda and Rima were killed.
5 Nur Orm, his sons Ali and Sami and daughters Huda and Rima were killed.
2 A father and son, Nur Orm and Ali Orm, were killed.
4 A grandmother, two daughters-in-law and a grandchild were killed.
6 A grandmother, her two daughters, and three grandchildren were killed.
8 Three men, three women and two children were killed.
8 Eight members of one family, including three children, were killed.
8 Eight members of one family were killed, the youngest of them four months old.
8 An entire family of eight was killed.
8 A family of eight was killed.
7 The strike killed seven of the family's ten members.
2 Engineer Nur Orm and Dr Ali Orm were martyred.
"""


@pytest.mark.parametrize(("numbers", "text"), cases(_ACCOUNTS))
def test_numbers_and_people_of_an_account(numbers: str, text: str) -> None:
    assert counted(text) == numbers
