"""Closed classes of English words, as far as finding who says what needs them."""

from __future__ import annotations

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.inflection import inflect

__all__ = [
    "ADVERBS",
    "AUXILIARIES",
    "BE",
    "BODIES",
    "COMMON_VERBS",
    "COORDINATORS",
    "DETERMINERS",
    "MODALS",
    "NOT_ADVERBS",
    "NOUN_FORMS",
    "OBJECT_PRONOUNS",
    "PREPOSITIONS",
    "PRONOUNS",
    "SUBORDINATORS",
    "TIME_WORDS",
    "WH_WORDS",
]

BODIES = words("police army military ministry government hospital observatory authority authorities")
"""Bodies that speak though they have no name: who is meant is "the ministry", and in a headline "Ministry"."""
PRONOUNS = words("he she they we i you it who everyone everybody nobody anyone someone somebody there")
OBJECT_PRONOUNS = words("him them me us himself herself itself themselves myself ourselves yourself whom")
DETERMINERS = words(
    "the a an this these those his her its their our my your some any all both each every no several many most "
    "few another "
)
BE = words("is are was were be been being am isn't aren't wasn't weren't 's 're 'm it's he's she's that's they're")
MODALS = words("will would can could may might must shall should won't wouldn't can't cannot couldn't shouldn't 'll 'd")
AUXILIARIES = BE | MODALS | words("has have had having hasn't haven't hadn't 've do does did don't doesn't didn't")
ADVERBS = words(
    "also not never already again often always still just only even now then later soon once twice thus therefore "
    "however instead perhaps maybe long far almost rather quite too so yet ever very first further meanwhile "
    "nevertheless nonetheless moreover furthermore earlier indeed elsewhere afterwards afterward today yesterday "
    "tomorrow tonight anyway altogether together sometimes seldom somehow else well back away down up off out "
    "over ahead here initially ago"
)
NOT_ADVERBS = words(
    "family early daily weekly monthly assembly ally rally supply reply anomaly bully friendly deadly elderly "
    "ugly lovely holy belly monopoly costly lonely lively hourly yearly quarterly orderly timely disorderly "
    "melancholy homily"
)
PREPOSITIONS = words(
    "of in on at for with from by to into about against among between during through under over near inside "
    "outside within without toward towards across behind beyond despite regarding concerning via amid alongside "
    "around upon like including following versus per along beneath beside besides onto throughout until off above "
    "below"
)
COORDINATORS = words("and or but nor & yet")
SUBORDINATORS = words(
    "that because while when as after before since although though unless whereas if whether until till once so "
    "than lest"
)
WH_WORDS = words("what how why which where whose whom when whether who if whatever whoever whenever wherever")
TIME_WORDS = words(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight january february "
    "march april june july august september october november december feb apr jul aug sept oct nov dec morning "
    "afternoon evening"
)
_COMMON = words(
    "be have do go get make take come give find use work seem leave put keep let begin help turn start run move "
    "live hold bring happen provide sit stand lose pay meet include continue set lead watch follow stop create "
    "spend grow open walk win wait serve die send build stay fall cut reach kill remain raise pass sell pull "
    "break cause carry draw drop enter fight hit join launch fire strike bomb shell wound injure destroy damage "
    "hurt attack seize capture deploy advance retreat withdraw target cross arrest detain release shoot explode "
    "collapse burn rescue recover bury flee arrive depart return land fly drive travel occur erupt end last exist "
    "belong contain consist become appear need try manage fail succeed cost save change increase decrease rise "
    "gain produce receive obtain ask-for treat visit vote elect appoint hire resign retire lift impose ban allow "
    "let prevent avoid protect defend patrol guard control retake storm besiege surround shut close block halt "
    "suspend resume trigger spark prompt force push hand deliver supply arm train equip fund sign break-up split "
    "share show hide place lie rest sleep eat drink play stage host mark celebrate mourn weigh face handle "
    "operate conduct perform complete finish develop design plan-for evacuate displace escape survive suffer "
    "undergo sustain crash sink derail flood hang throw toss grab catch touch press knock pick choose buy own "
    "rent owe borrow lend earn invest trade export import ship store keep-up maintain repair fix clean wash cook "
    "wear"
)

_PURE = words(
    "be have do get make take give find become go come let seem happen provide include remain appear bring lose "
    "destroy injure succeed fail deploy occur erupt exist belong contain consist receive depart prevent"
)
COMMON_VERBS = frozenset(form for lemma in _COMMON if "-" not in lemma for form in inflect(lemma))
NOUN_FORMS = frozenset(
    form
    for lemma in _COMMON
    for form, tense in inflect(lemma).items()
    if tense in {"base", "present"} and lemma not in _PURE
)
"""Verb forms that are nouns as often ("strike", "attacks")."""
