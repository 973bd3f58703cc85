"""Titles as local news words them, each alone: how many were killed and injured. All are made up."""

from __future__ import annotations

import pytest

from sayso.reading.figures import find_headline
from sayso.records import Document, Origins, Reading
from sayso.weighing.figures import weigh

_TITLES = """
0 1 Teen hospitalized after shooting
0 1 Shooting sends man to hospital
0 1 Woman grazed by bullet in her bedroom
0 1 Police: man shot in leg
0 1 Man recovering after being shot on Vine Street
0 1 Man wounded in drive-by shooting
0 1 Boy accidentally shoots friend
1 0 Officer-involved shooting leaves one dead
1 - Suspect in fatal shooting arrested
0 2 Two hurt in Arlo shooting
0 2 2 people in hospital after shooting
0 0 Shots fired at house; no one injured
0 0 No injuries reported after shots fired at house
0 0 Nobody hurt in drive-by shooting
0 1 Man critical after shooting
0 1 Man in critical condition after shooting
0 1 Girl, 6, critically injured in shooting
1 2 1 dead, 2 in critical condition after shooting
2 0 Couple found dead in murder-suicide
2 0 Man kills wife, self
1 1 Man shoots wife, kills self
2 0 Man kills girlfriend, then himself
2 0 Police investigate double homicide in Arlo
3 - Three charged in triple murder
1 0 Arlo man dies from gunshot wounds
1 0 Toddler dies after accidentally shooting himself
1 0 Homeowner shoots, kills intruder
0 1 Homeowner shoots intruder
1 0 Police identify man shot, killed on Vine Street
0 1 Clerk shot during robbery
0 1 Pizza driver shot in robbery attempt
1 0 Man shot to death in parking lot
1 0 Body found with gunshot wound
1 0 Man found dead with gunshot wound
1 1 Man fatally shot, woman wounded in Arlo
1 3 Man killed, 3 others injured in shooting
1 1 1 killed, another injured in shooting
1 1 Teen killed, another wounded in shooting
0 2 Woman and child shot in Arlo
0 2 Woman, child shot in Arlo
2 0 Mother, daughter killed in shooting
4 0 4 dead in apparent murder-suicide
4 0 Four dead, including gunman, in office shooting
4 0 Gunman kills 3, then himself
4 0 Gunman, 3 others dead in shooting
1 - Father charged in son's shooting death
1 - Man charged in woman's killing
1 - Man arrested in fatal shooting of teen
1 - Vigil held for slain teen
1 - Family mourns loss of son killed in shooting
1 - Man pleads guilty to killing neighbor
2 - Man sentenced for killing of two brothers
1 - Trial begins in murder of Arlo woman
1 1 Officer shot, suspect killed
1 1 Officer shot; suspect dead
0 1 Police officer shot in the line of duty, expected to survive
0 1 Deputy shot and wounded, suspect in custody
1 0 Security guard shot outside club dies
1 0 Shooting victim dies at hospital
2 - Second victim dies after shooting
1 4 Five shot, one fatally, at party
2 4 Six people shot, two killed at party
2 4 Six people shot, two of them killed, at party
1 2 3 shot, 1 dead in Arlo
1 2 3 shot, 1 killed in Arlo
0 3 3 shot, 1 critically, in Arlo
1 2 Triple shooting leaves 1 dead, 2 injured
1 2 Triple shooting leaves one man dead
1 1 Double shooting leaves man dead, woman injured
0 2 Double shooting in Arlo under investigation
0 3 Triple shooting in Arlo under investigation
0 4 Quadruple shooting injures four
0 1 15-year-old shot in head while playing with gun
0 1 Man shoots himself in foot
0 1 Man accidentally shoots himself
1 0 Student takes own life at school
1 1 Woman turns gun on herself after shooting husband
0 1 Suspect shot by police in Arlo
1 0 Man shot, killed by police
1 0 Suspect dies after being shot by police
1 0 Man dead after police shooting
0 1 Child shot, father arrested
1 0 Hunter killed in accidental shooting
0 1 Hunter accidentally shot by friend
0 1 Bullet grazes child's head
1 0 Stray bullet kills girl
0 1 Stray bullet hits woman
0 1 Stray bullet strikes teen in bedroom
0 3 Gunfire injures three at mall
0 2 Gunfire erupts at mall, two hurt
1 1 Robbery suspect killed, clerk injured
0 1 Baby shot in Arlo clings to life
0 1 Teen fighting for life after shooting
1 0 Teen shot dead in Arlo
0 1 Driver shot on highway
1 0 Woman gunned down in driveway
0 1 Man ambushed, shot in face
0 1 Man stable after shooting
0 1 One person injured after shooting
0 1 Person injured in shooting
0 1 One injured in shooting
0 1 One hospitalized after shooting
0 1 One wounded in shooting
0 1 Someone shot in Arlo
2 1 Two people killed, one injured in shooting; suspect at large
0 1 Man struck by gunfire in Arlo
0 0 Bullet hits house, no one hurt
0 1 Woman's leg grazed by bullet
0 1 13-year-old's toe grazed by bullet
0 1 Gunshot victim arrives at hospital
0 1 Shooting victim in stable condition
0 1 Shooting victim in critical condition
0 1 Man walks into hospital with gunshot wound
0 1 Man treated for gunshot wound
0 1 Police seek gunman after man shot
0 1 Robber shoots clerk
0 1 Gunshot wound sends teen to hospital
0 1 Boy recovering after being shot by brother
0 1 Brother shoots sister
0 1 2-year-old finds gun, shoots self
0 1 3-year-old shoots 1-year-old sibling
0 1 Toddler shoots mom
0 1 Toddler shoots mother in Arlo
0 1 Dad accidentally shoots son
0 0 Shots fired into home, no injuries
0 1 Gun discharge injures student
0 2 Gun goes off in class; two students hurt
0 0 Officer fires at suspect; no injuries
0 0 Police: No injuries in Arlo shooting
0 1 Woman shot while driving on I-5
0 1 Woman shot, carjacked in Arlo
0 1 Man shot, robbed in Arlo
0 1 Man beaten, shot in home invasion
0 1 Police investigating after man shot several times
0 1 Man shot multiple times, expected to survive
0 1 Girl hit by stray bullet in Arlo
0 1 Girl struck by stray bullet
0 1 Man injured after gun goes off at range
0 1 Man airlifted after shooting
0 1 Woman flown to hospital after shooting
0 1 Victim airlifted after Arlo shooting
0 1 One person shot in Arlo
0 2 Two shot at Arlo house party
0 2 Two people shot on Vine Street
0 2 2 injured in drive-by
0 1 Arlo man shot in chest
0 1 Arlo woman shot by ex-boyfriend
0 1 Suspect arrested in shooting that injured teen
0 2 Arrest made in shooting that wounded two
0 1 Man charged with shooting girlfriend
0 1 Man accused of shooting neighbor
0 1 Teen accused of shooting man during robbery
0 1 Man arrested for shooting wife
0 1 Woman arrested after husband shot
0 1 Suspect sought in shooting of teen
0 1 Man wanted for shooting of Arlo woman
0 1 Police release photo of suspect in shooting of clerk
0 1 Boy, 4, shoots himself with grandfather's gun
1 0 Boy, 4, dies after shooting himself
1 0 Teen dies in accidental shooting
1 0 Teen killed while playing with gun
0 1 Hunter shoots himself in leg
1 0 Hunter dies after being shot
0 1 Man found shot in car
1 0 Man found shot to death in car
1 0 Woman found dead with gunshot wound in Arlo
1 0 Body of man found shot in woods
1 0 Police ID man killed in Arlo shooting
2 0 Coroner identifies two killed in shooting
3 0 Names of 3 killed in shooting released
1 0 Family of slain teen seeks answers
1 0 Mother of slain man speaks
1 0 Reward offered in killing of father of two
1 0 Reward offered in teen's murder
1 0 Man gets life for murder of wife
2 0 Jury convicts man in killing of two
3 0 Suspect in triple slaying in court
1 0 Police shoot, kill man with knife
0 1 Police shoot man with knife
1 0 Deputies shoot and kill suspect
1 0 Deputies fatally shoot man
1 0 Officer fatally shoots armed man
0 1 Officer shoots, injures suspect
0 1 Officer shoots, wounds man
0 1 Trooper shot, in serious condition
1 0 Trooper killed in line of duty
1 0 Off-duty officer shot, killed
1 0 Man dies days after shooting
1 0 Man shot last week dies
1 0 Man, 22, dies of gunshot wound
0 1 Man, 22, shot in Arlo
0 2 Man, 22, and woman, 19, shot
1 1 Woman, 30, killed; man, 31, wounded
1 1 Woman killed; man wounded
1 1 Woman dead, man hurt in domestic shooting
1 0 Woman dead, man in custody after shooting
1 0 Man dead, suspect in custody after shooting
1 0 Man dead, woman arrested
1 0 1 dead, 1 in custody after shooting
1 1 1 dead, 1 hurt, 1 in custody
1 1 1 dead and 1 injured in Arlo
2 2 2 men dead, 2 others wounded in Arlo
2 - Two dead, several injured in shooting
3 0 Two women, one man killed in shooting
3 0 Two men and a woman killed in shooting
3 0 Three found dead in Arlo home
3 0 Three bodies found in Arlo home
2 0 Two bodies found in Arlo, police suspect murder-suicide
2 0 Murder-suicide leaves couple dead
4 0 Murder-suicide leaves family of four dead
5 0 Family of five killed in murder-suicide
2 0 Husband, wife dead in murder-suicide
3 0 Father kills two children, self
3 0 Father kills 2 children, himself
2 0 Mother kills son, herself
3 0 Mom, 2 kids killed
"""
"""Killed, injured ("-" where the title leaves it open), and the title."""


@pytest.mark.parametrize("row", _TITLES.strip().splitlines())
def test_a_title_counts_the_dead_and_the_injured(row: str) -> None:
    killed, injured, title = row.split(" ", 2)
    text = "The report follows."
    document = Document(id="a", sha256="0", text=text, title=title)
    reading = Reading(document=document, headline=find_headline(title, text), sentences=((0, len(text)),))
    found = weigh([reading], Origins(documents=(), origins=())).figures
    for what, wanted in (("killed", killed), ("injured", injured)):
        if wanted != "-":
            assert found[what].best == int(wanted), what
