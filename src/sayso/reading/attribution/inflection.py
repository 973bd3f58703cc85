"""Forms of English verbs."""

from __future__ import annotations

__all__ = ["inflect"]

# Lemma, then present, past, (participle,) -ing; "be" lists all its forms.
_TABLE = """
be is are was were been being am; have has had having; do does did done doing; go goes went gone going; get gets
got gotten getting; make makes made making; take takes took taken taking; come comes came come coming; give
gives gave given giving; find finds found found finding; leave leaves left left leaving; put puts put put
putting; keep keeps kept kept keeping; let lets let let letting; begin begins began begun beginning; run runs
ran run running; hold holds held held holding; bring brings brought brought bringing; sit sits sat sat sitting;
stand stands stood stood standing; lose loses lost lost losing; pay pays paid paid paying; meet meets met met
meeting; set sets set set setting; lead leads led led leading; stop stops stopped stopped stopping; grow grows
grew grown growing; win wins won won winning; die dies died died dying; send sends sent sent sending; build
builds built built building; fall falls fell fallen falling; cut cuts cut cut cutting; sell sells sold sold
selling; break breaks broke broken breaking; draw draws drew drawn drawing; drop drops dropped dropped dropping;
fight fights fought fought fighting; hit hits hit hit hitting; strike strikes struck struck striking; hurt hurts
hurt hurt hurting; withdraw withdraws withdrew withdrawn withdrawing; shoot shoots shot shot shooting; flee
flees fled fled fleeing; fly flies flew flown flying; drive drives drove driven driving; occur occurs occurred
occurred occurring; rise rises rose risen rising; become becomes became become becoming; ban bans banned banned
banning; shut shuts shut shut shutting; split splits split split splitting; hide hides hid hidden hiding; lie
lies lied lied lying; sleep sleeps slept slept sleeping; eat eats ate eaten eating; drink drinks drank drunk
drinking; sink sinks sank sunk sinking; hang hangs hung hung hanging; throw throws threw thrown throwing; catch
catches caught caught catching; choose chooses chose chosen choosing; buy buys bought bought buying; lend lends
lent lent lending; wear wears wore worn wearing; ship ships shipped shipped shipping; grab grabs grabbed grabbed
grabbing; spend spends spent spent spending; retake retakes retook retaken retaking; undergo undergoes underwent
undergone undergoing; say says said said saying; tell tells told told telling; write writes wrote written
writing; think thinks thought thought thinking; know knows knew known knowing; feel feels felt felt feeling; see
sees saw seen seeing; read reads read read reading; hear hears heard heard hearing; speak speaks spoke spoken
speaking; swear swears swore sworn swearing; show shows showed shown showing; admit admits admitted admitted
admitting; quip quips quipped quipped quipping; brag brags bragged bragged bragging; seek seeks sought sought
seeking; forecast forecasts forecast forecast forecasting; foresee foresees foresaw foreseen foreseeing; forget
forgets forgot forgotten forgetting; understand understands understood understood understanding; deny denies
denied denied denying; mean means meant meant meaning; plan plans planned planned planning; refer refers
referred referred referring; concur concurs concurred concurred concurring; cry cries cried cried crying; prefer
prefers preferred preferred preferring; regret regrets regretted regretted regretting; rebut rebuts rebutted
rebutted rebutting; learn learns learned learned learning; slam slams slammed slammed slamming; dub dubs dubbed
dubbed dubbing; rip rips ripped ripped ripping; rap raps rapped rapped rapping; tweet tweets tweeted tweeted
tweeting; signal signals signaled signaled signaling; permit permits permitted permitted permitting
"""
_IRREGULAR = {row.split()[0]: row.split()[1:] for row in _TABLE.split(";")}


def inflect(lemma: str) -> dict[str, str]:
    """Give the forms of a verb: form -> "base", "present", "past", "participle" or "ing".

    Where past and participle fall together the form is marked "past".
    """
    if lemma in _IRREGULAR:
        parts = _IRREGULAR[lemma]
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
