"""The words that figures are read by: numbers, people, things, and what happens to them.

All entries are lower case. Written by hand from ordinary English; no entry comes from a data set.
"""

from __future__ import annotations

from sayso.knowledge.numbers import SCALES, TENS, UNITS
from sayso.knowledge.wordlists import words

#: Vague amounts: least value the words allow, and the wording they are recorded under.
VAGUE: dict[str, tuple[float, str]] = {
    "dozens": (12, "dozens"),
    "scores": (20, "tens"),
    "tens": (10, "tens"),
    "hundreds": (100, "hundreds"),
    "thousands": (1000, "thousands"),
    "several": (2, "plural"),
    "many": (2, "plural"),
    "multiple": (2, "plural"),
    "numerous": (2, "plural"),
    "few": (2, "plural"),
    "various": (2, "plural"),
    "some": (2, "plural"),
    "countless": (2, "plural"),
}

COUNT_WORDS = frozenset({*UNITS, *TENS, *SCALES, *VAGUE, "dozen", "couple"}) - {"one", "some", "many"}

CHILDREN = words(
    "child children kid kids boy boys girl girls toddler toddlers infant infants baby babies newborn newborns minor "
    "minors schoolchildren schoolgirl schoolgirls schoolboy schoolboys"
)
WOMEN = words(
    "woman women wife wives mother mothers grandmother female females lady ladies sister sisters aunt mom moms mum "
    "grandma"
)
MEN = words("man men husband father fathers grandfather male males brother brothers uncle gentleman dad dads grandpa")
COMBATANTS = words(
    "soldier soldiers fighter fighters militant militants troops troop gunmen insurgent insurgents rebel rebels "
    "terrorist terrorists militiaman militiamen combatant combatants jihadist jihadists servicemen serviceman marine "
    "marines recruits commander commanders"
)
CIVILIANS = words("civilian civilians bystander bystanders noncombatants")
SINGULAR = words(
    "man woman child kid boy girl toddler infant baby newborn minor teen teenager adult person individual resident "
    "passenger driver victim suspect gunman shooter assailant attacker robber burglar intruder officer deputy "
    "trooper policeman policewoman soldier fighter militant insurgent rebel terrorist militiaman marine sailor airman "
    "civilian bystander student teacher worker employee clerk owner customer neighbor neighbour friend pedestrian "
    "motorist cyclist wife husband mother father son daughter brother sister uncle aunt cousin nephew niece "
    "grandmother grandfather grandson granddaughter grandchild girlfriend boyfriend fiancee fiance ex-wife "
    "mother-in-law father-in-law son-in-law daughter-in-law sister-in-law brother-in-law ex-husband ex-girlfriend "
    "ex-boyfriend stepson stepdaughter stepfather stepmother male female subject youth "
    "youngster lady gentleman journalist reporter cameraman doctor nurse medic paramedic firefighter farmer fisherman "
    "shepherd guard prisoner inmate hostage detainee teen-ager homeowner tenant hunter juvenile relative parent "
    "spouse veteran commander leader official aide lawyer judge priest pastor imam baker engineer professor manager "
    "bouncer bartender cashier taxi-driver cabbie member patient villager migrant refugee tourist occupant roommate "
    "agent sergeant lieutenant captain corporal constable detective gangster schoolgirl schoolboy serviceman somebody "
    "someone mourner protester protestor demonstrator worshipper worshiper vendor shopkeeper trucker technician "
    "colleague companion guest grandparent barber tailor pharmacist imam preacher academic lecturer photographer "
    "athlete activist volunteer mom mum dad grandma grandpa"
)
PLURAL = words(
    "men women children kids boys girls toddlers infants babies newborns minors teens teenagers adults people persons "
    "individuals residents passengers drivers victims suspects gunmen shooters assailants attackers robbers burglars "
    "intruders officers deputies troopers policemen soldiers fighters militants insurgents rebels terrorists "
    "militiamen marines sailors airmen civilians bystanders students teachers workers employees clerks owners "
    "customers neighbors neighbours friends pedestrians motorists cyclists wives husbands mothers fathers sons "
    "daughters brothers sisters uncles aunts cousins nephews nieces grandmothers grandfathers grandsons "
    "granddaughters grandchildren males females subjects youths youngsters ladies journalists reporters doctors "
    "nurses medics paramedics firefighters farmers fishermen shepherds guards prisoners inmates hostages detainees "
    "relatives parents veterans commanders leaders officials members troops personnel patients villagers migrants "
    "refugees tourists occupants roommates agents relatives family civilians others citizens souls servicemen "
    "combatants jihadists recruits mourners protesters protestors demonstrators worshippers worshipers vendors "
    "crew siblings twins moms dads palestinians syrians iraqis israelis yemenis sudanese ukrainians russians afghans "
    "americans locals staff "
    "daughters-in-law sons-in-law sisters-in-law brothers-in-law in-laws "
    "colleagues companions guests grandparents photographers activists volunteers paramedics athletes"
)
PEOPLE = SINGULAR | PLURAL
PRONOUNS = words("he she")
BODY = words(
    "arm leg head chest back face neck stomach abdomen shoulder hand foot torso thigh hip buttocks knee "
    "ankle side groin wrist elbow arms legs eye cheek jaw buttock forearm finger toe calf ribs body feet "
    "hands"
)
MALE = MEN | words("his boy boys son nephew grandson boyfriend gunman fiance")
FEMALE = WOMEN | words("girl girls daughter niece granddaughter girlfriend fiancee")

#: Verbs whose past participle is their past tense: the frame is told from the words around.
TRANSITIVE = {
    "killed": "killed", "murdered": "killed", "assassinated": "killed", "executed": "killed", "slain": "killed",
    "martyred": "killed", "massacred": "killed", "slaughtered": "killed", "lynched": "killed", "beheaded": "killed",
    "injured": "injured", "wounded": "injured", "hurt": "injured", "maimed": "injured", "hospitalized": "injured",
    "hospitalised": "injured", "grazed": "injured", "burned": "injured", "stabbed": "injured",
    "shot": "shot",
    "kidnapped": "detained", "abducted": "detained", "detained": "detained", "arrested": "detained",
    "captured": "detained", "imprisoned": "detained", "jailed": "detained",
    "displaced": "displaced", "evacuated": "displaced", "uprooted": "displaced",
    "destroyed": "destroyed", "demolished": "destroyed", "damaged": "damaged", "deployed": "deployed",
    "dispatched": "deployed",
}  # fmt: skip
ACTIVE = {
    "kill": "killed", "kills": "killed", "killing": "killed", "murdering": "killed", "murders": "killed",
    "executing": "killed", "executes": "killed", "execute": "killed", "slaying": "killed", "martyring": "killed",
    "injure": "injured", "injures": "injured", "injuring": "injured", "wounding": "injured", "wounds": "injured",
    "wound": "injured", "hurting": "injured", "hospitalizes": "injured", "grazes": "injured",
    "shoots": "shot", "shoot": "shot", "shooting": "shot",
    "striking": "shot", "hitting": "shot", "hits": "shot", "strikes": "shot",
    "detaining": "detained", "arresting": "detained", "displacing": "displaced", "destroying": "destroyed",
    "destroy": "destroyed", "destroys": "destroyed", "damaging": "damaged", "damages": "damaged",
    "deploying": "deployed", "deploy": "deployed", "deploys": "deployed",
}  # fmt: skip
INTRANSITIVE = {
    "died": "killed", "dies": "killed", "dead": "killed", "perished": "killed", "deceased": "killed",
    "succumbed": "killed", "drowned": "killed", "suffocated": "killed", "missing": "missing", "hospitalized": "injured",
}  # fmt: skip
DEATH_OF = words(
    "death deaths killing killings murder murders slaying assassination execution lives life martyrdom loss"
)
INJURY_OF = words("injury injuries injuring wounding")
HARM_KINDS = words("killed injured shot missing casualties detained displaced")
THING_KINDS = words("destroyed damaged deployed")

#: How a number is said to have changed or to stand.
MOVES = words("rise rises risen rose climbed climbs climb grown grew increased stands stood jumped put")
BE = words("was were is are be been being got gets get getting 's left found remain remains lay")
HAVE = words("has have had having")
MODAL = words("could would might should can will if unless must cannot won't wouldn't couldn't shall")
NEGATIONS = words("not n't never wasn't weren't isn't aren't nor neither without")
ADVERBS = words(
    "also later fatally critically seriously reportedly allegedly apparently accidentally both all then instantly "
    "severely badly slightly lightly mortally wounded each just still immediately subsequently initially "
    "intentionally tragically already previously moderately gravely believed only either another"
)
CONJUNCTIONS = words("and , & plus alongside along with as well together")
PREPOSITIONS = words(
    "of with in by from for against to at near on into toward towards between behind outside inside over under after "
    "before during around upon about without through among beside per via"
)
DETERMINERS = words("a an the his her their another one this that its my our these those other")
PARTS = ("including", "among", "whom", "includes", "included", "include", "comprising")

MONTHS = words(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sept sep oct nov dec"
)
DAYS = words("monday tuesday wednesday thursday friday saturday sunday")
DISTANCE = words("kilometers kilometres kilometer kilometre km kms miles mile metres meters metre meter yards feet")
CURRENCY = {"$": "$", "€": "€", "£": "£"}
MONEY_WORDS = words("dollars euros pounds dollar euro")
#: After a number these make it a time, a rate, a calibre, a count of shots: no figure of the incident.
NO_FIGURE = words(
    "a.m a.m. p.m p.m. am pm percent % per year years month months day days hour hours minute minutes week weeks "
    "second seconds mph mm caliber calibre gauge degree degrees block th st nd rd times time rounds shots bullets "
    "o'clock inch inches pounds lbs charge charges count counts decade decades page pages points nights night "
    "mornings blocks counts felony felonies handguns guns pistols rifles homes houses cars vehicles apartments shell "
    "casings floor level views comments shares photos images reasons hundred-block acres gallons football games "
    "centuries century generations"
)
NUMBERED = words(
    "# no. no number highway route interstate i us u.s unit apt apartment page channel district grade aged age room "
    "ward camp sector block gate zone fox abc nbc cbs news level phase chapter section article version v route"
)
#: Vehicles and systems: a number of these is a figure even with no verb to attach it to.
EQUIPMENT = words(
    "tanks tank vehicles vehicle trucks truck aircraft helicopters helicopter drones drone missiles missile rockets "
    "rocket shells boats ships jets jet planes warplanes bombs convoys armoured"
)
NAME_STOP = (
    MONTHS
    | DAYS
    | words(
        "police sheriff county city hospital street avenue ave road department university school center centre medical "
        "news tv media park court state united states north south east west northeast northwest southeast southwest "
        "district church high highway drive lane boulevard blvd apartments plaza mall store bureau office authorities "
        "officials officers officer investigators detectives witnesses according the a an in on at this that these "
        "when after before while as if but and or it he she they we you i his her their its there here what who no "
        "one two three four five six seven eight nine ten read more watch photo photos video related copyright "
        "associated press army navy force forces ministry islamic israeli israel palestinian gaza syrian syria "
        "american russian russia facebook twitter telegram breaking update updated story advertisement share "
        "islamic al-aqsa airport station village camp mosque health civil defense defence twitter/x january for from "
        "with by of all some many another other others both each several man woman boy girl teen suspect victim "
        "multiple one-year-old attorney emergency crime stoppers crimestoppers anyone ems fire swat fbi atf doctors "
        "paramedics deputies neighbors residents sources two-year-old where although since however because later "
        "during following though earlier according meanwhile also additionally despite among unknown first last "
        "new "
        "today yesterday tonight now then next since until once still just even not yes please thanks posted "
        "published share "
        "click view full story homeless investigation death shooting suspects victims witness witnesses officials"
    )
)
