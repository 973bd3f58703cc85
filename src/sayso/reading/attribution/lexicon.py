"""Closed classes of English words, as far as finding who says what needs them."""

from __future__ import annotations

__all__ = [
    "ADVERBS",
    "AUXILIARIES",
    "BE",
    "COMMON_VERBS",
    "COORDINATORS",
    "DETERMINERS",
    "MODALS",
    "NOUN_FORMS",
    "OBJECT_PRONOUNS",
    "PREPOSITIONS",
    "PRONOUNS",
    "SUBORDINATORS",
    "TIME_WORDS",
    "WH_WORDS",
    "inflect",
]

PRONOUNS = frozenset("he she they we i you it who one everyone everybody nobody anyone someone somebody there".split())
OBJECT_PRONOUNS = frozenset(
    "him them me us himself herself itself themselves myself ourselves yourself whom".split()
)
DETERMINERS = frozenset(
    "the a an this these those his her its their our my your some any all both each every no several many most few "
    "another other such more half".split()
)
BE = frozenset(
    "is are was were be been being am isn't aren't wasn't weren't 's 're 'm it's he's she's that's they're".split()
)
MODALS = frozenset(
    "will would can could may might must shall should won't wouldn't can't cannot couldn't shouldn't 'll 'd".split()
)
AUXILIARIES = (
    BE
    | MODALS
    | frozenset("has have had having hasn't haven't hadn't 've do does did don't doesn't didn't".split())
)
ADVERBS = frozenset(
    "also not never already again often always still just only even now then later soon once twice thus therefore "
    "however instead perhaps maybe long far almost rather quite too so yet ever first further meanwhile nevertheless "
    "nonetheless moreover furthermore earlier indeed elsewhere afterwards afterward today yesterday tomorrow tonight "
    "anyway altogether together sometimes seldom somehow else well back away down up off out over ahead here "
    "initially ago".split()
)
PREPOSITIONS = frozenset(
    "of in on at for with from by to into about against among between during through under over near inside outside "
    "within without toward towards across behind beyond despite regarding concerning via amid alongside around upon "
    "like including following versus per along beneath beside besides onto throughout until off above below".split()
)
COORDINATORS = frozenset("and or but nor & yet".split())
SUBORDINATORS = frozenset(
    "that because while when as after before since although though unless whereas if whether until till once so than "
    "lest".split()
)
WH_WORDS = frozenset("what how why which where whose whom when whether who if whatever whoever".split())
TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight january february march "
    "april june july august september october november december feb apr jul aug sept oct nov dec "
    "morning afternoon evening".split()
)
_COMMON = """
be have do go get make take come give find use work seem leave put keep let begin help turn start run move live hold
bring happen provide sit stand lose pay meet include continue set lead watch follow stop create spend grow open walk
win wait serve die send build stay fall cut reach kill remain raise pass sell pull break cause carry draw drop enter
fight hit join launch fire strike bomb shell wound injure destroy damage hurt attack seize capture deploy advance
retreat withdraw target cross arrest detain release shoot explode collapse burn rescue recover bury flee arrive depart
return land fly drive travel occur erupt end last exist belong contain consist become appear need try manage fail
succeed cost save change increase decrease rise gain produce receive obtain ask-for treat visit vote elect appoint
hire resign retire lift impose ban allow let prevent avoid protect defend patrol guard control retake storm besiege
surround shut close block halt suspend resume trigger spark prompt force push hand deliver supply arm train equip
fund sign break-up split share show hide place lie rest sleep eat drink play stage host mark celebrate mourn weigh
face handle operate conduct perform complete finish develop design plan-for evacuate displace escape survive suffer
undergo sustain crash sink derail flood hang throw toss grab catch touch press knock pick choose buy own rent owe
borrow lend earn invest trade export import ship store keep-up maintain repair fix clean wash cook wear
""".split()

_PURE = frozenset(
    "be have do get make take give find become go come let seem happen provide include remain appear bring lose "
    "destroy injure succeed fail deploy occur erupt exist belong contain consist receive depart prevent".split()
)
_IRREGULAR = {
    "be": "is are was were been being am", "have": "has had having", "do": "does did done doing",
    "go": "goes went gone going", "get": "gets got gotten getting", "make": "makes made making",
    "take": "takes took taken taking", "come": "comes came come coming", "give": "gives gave given giving",
    "find": "finds found found finding", "leave": "leaves left left leaving", "put": "puts put put putting",
    "keep": "keeps kept kept keeping", "let": "lets let let letting", "begin": "begins began begun beginning",
    "run": "runs ran run running", "hold": "holds held held holding", "bring": "brings brought brought bringing",
    "sit": "sits sat sat sitting", "stand": "stands stood stood standing", "lose": "loses lost lost losing",
    "pay": "pays paid paid paying", "meet": "meets met met meeting", "set": "sets set set setting",
    "lead": "leads led led leading", "stop": "stops stopped stopped stopping", "grow": "grows grew grown growing",
    "win": "wins won won winning", "die": "dies died died dying", "send": "sends sent sent sending",
    "build": "builds built built building", "fall": "falls fell fallen falling", "cut": "cuts cut cut cutting",
    "sell": "sells sold sold selling", "break": "breaks broke broken breaking", "draw": "draws drew drawn drawing",
    "drop": "drops dropped dropped dropping", "fight": "fights fought fought fighting", "hit": "hits hit hit hitting",
    "strike": "strikes struck struck striking", "hurt": "hurts hurt hurt hurting",
    "withdraw": "withdraws withdrew withdrawn withdrawing", "shoot": "shoots shot shot shooting",
    "flee": "flees fled fled fleeing", "fly": "flies flew flown flying", "drive": "drives drove driven driving",
    "occur": "occurs occurred occurred occurring", "rise": "rises rose risen rising",
    "become": "becomes became become becoming", "ban": "bans banned banned banning", "shut": "shuts shut shut shutting",
    "split": "splits split split splitting", "hide": "hides hid hidden hiding", "lie": "lies lied lied lying",
    "sleep": "sleeps slept slept sleeping", "eat": "eats ate eaten eating", "drink": "drinks drank drunk drinking",
    "sink": "sinks sank sunk sinking", "hang": "hangs hung hung hanging", "throw": "throws threw thrown throwing",
    "catch": "catches caught caught catching", "choose": "chooses chose chosen choosing",
    "buy": "buys bought bought buying", "lend": "lends lent lent lending", "wear": "wears wore worn wearing",
    "ship": "ships shipped shipped shipping", "grab": "grabs grabbed grabbed grabbing", "spend": "spends spent spent spending",
    "retake": "retakes retook retaken retaking", "undergo": "undergoes underwent undergone undergoing",
    "say": "says said said saying", "tell": "tells told told telling", "write": "writes wrote written writing",
    "think": "thinks thought thought thinking", "know": "knows knew known knowing", "feel": "feels felt felt feeling",
    "see": "sees saw seen seeing", "read": "reads read read reading", "hear": "hears heard heard hearing",
    "speak": "speaks spoke spoken speaking", "swear": "swears swore sworn swearing",
    "show": "shows showed shown showing", "admit": "admits admitted admitted admitting",
    "quip": "quips quipped quipped quipping", "brag": "brags bragged bragged bragging",
    "seek": "seeks sought sought seeking", "forecast": "forecasts forecast forecast forecasting",
    "foresee": "foresees foresaw foreseen foreseeing", "forget": "forgets forgot forgotten forgetting",
    "understand": "understands understood understood understanding", "deny": "denies denied denied denying",
    "mean": "means meant meant meaning", "plan": "plans planned planned planning", "refer": "refers referred referred referring",
    "concur": "concurs concurred concurred concurring", "cry": "cries cried cried crying",
    "prefer": "prefers preferred preferred preferring", "regret": "regrets regretted regretted regretting",
    "rebut": "rebuts rebutted rebutted rebutting", "learn": "learns learned learned learning",
    "slam": "slams slammed slammed slamming", "dub": "dubs dubbed dubbed dubbing", "rip": "rips ripped ripped ripping",
    "rap": "raps rapped rapped rapping", "tweet": "tweets tweeted tweeted tweeting", "signal": "signals signaled signaled signaling",
    "permit": "permits permitted permitted permitting",
}  # fmt: skip


def inflect(lemma: str) -> dict[str, str]:
    """Give the forms of a verb: form -> "base", "present", "past", "participle" or "ing".

    Where past and participle fall together the form is marked "past".
    """
    if lemma in _IRREGULAR:
        parts = _IRREGULAR[lemma].split()
        if len(parts) == 4:
            present, past, participle, ing = parts
            forms = {lemma: "base", present: "present", participle: "participle", ing: "ing", past: "past"}
            return forms | ({lemma: "base"} if participle == lemma and past != lemma else {})
        if len(parts) == 3:
            return {lemma: "base", parts[0]: "present", parts[1]: "past", parts[2]: "ing"}
        return {lemma: "base"} | dict.fromkeys(parts, "past")
    if lemma.endswith("e"):
        return {lemma: "base", lemma + "s": "present", lemma + "d": "past", lemma[:-1] + "ing": "ing"}
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        stem = lemma[:-1]
        return {lemma: "base", stem + "ies": "present", stem + "ied": "past", lemma + "ing": "ing"}
    plural = "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return {lemma: "base", lemma + plural: "present", lemma + "ed": "past", lemma + "ing": "ing"}


COMMON_VERBS = frozenset(form for lemma in _COMMON if "-" not in lemma for form in inflect(lemma))
NOUN_FORMS = frozenset(
    form for lemma in _COMMON for form, tense in inflect(lemma).items() if tense in {"base", "present"} and lemma not in _PURE
)
"""Verb forms that are nouns as often ("strike", "attacks")."""
