"""Words of saying and of belief, with what can follow them.

Frames, one letter each:
    c  a clause, with or without "that"          o  an object that is itself what is said
    q  a quotation                               t  "to" and a verb
    d  an addressee before the clause            g  a verb in -ing
    w  a clause with what, how, whether...
Strength is how often the word in such a frame truly reports what someone says or thinks.
"""

from __future__ import annotations

from typing import NamedTuple

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.inflection import inflect

__all__ = [
    "ADJECTIVES",
    "CUES",
    "DENYING",
    "NOUNS",
    "NOUN_LIKE",
    "PARTICLES",
    "PREPOSITIONAL",
    "RAISING",
    "Form",
    "Lemma",
]


class Lemma(NamedTuple):
    """A cue verb: its frames (letters above), class (speech, attitude, evidence, stance) and strength 0..1."""

    word: str
    frames: str
    kind: str
    strength: float


class Form(NamedTuple):
    """One form of a cue verb; `tense` is base, present, past, participle or ing."""

    lemma: Lemma
    tense: str


_TABLE = """
speech cqw 0.9: say state declare add explain insist reply argue acknowledge reiterate assert contend remark
    concede stress emphasize emphasise allege clarify proclaim quip retort boast opine exclaim intone attest
    reaffirm answer;
speech cqwo 0.85: announce report claim confirm reveal disclose note suggest indicate admit predict recall
    recount warn hint imply speculate testify tweet repeat echo conclude observe estimate complain lament
    joke caution counter project mention specify stipulate profess propose recommend underline
    underscore relay;
speech cqdw 0.9: tell inform remind assure notify advise caution warn reassure;
speech qdtwo 0.7: ask urge;
speech ctdqo 0.75: promise vow pledge threaten swear;
speech cto 0.6: demand request;
speech qc 0.6: continue respond shout yell cry;
speech q 0.6: laugh chant whisper mutter beam sigh gush interject volunteer comment;
speech cog 0.75: deny;
speech oqg 0.6: criticize criticise praise condemn denounce blast slam mock decry deride assail bemoan ridicule
    applaud hail tout dismiss reject rebut refute dispute question defend welcome endorse oppose discuss cite
    quote express voice describe characterize characterise portray label brand deem dub call accuse blame
    advocate lambast castigate chide rebuke liken attribute identify bash excoriate disavow repudiate thank commend;
attitude cw 0.65: think believe know feel suspect doubt wonder realize realise assume understand imagine guess
    figure suppose agree disagree recognize recognise remember worry fret learn regret judge surmise reckon;
attitude cto 0.6: hope fear expect wish;
attitude to 0.5: want seek prefer;
speech t 0.7: call;
speech c 0.6: maintain;
attitude t 0.55: refuse decline plan intend hesitate aim opt offer agree decide choose;
attitude og 0.45: consider resent hate love admire dislike view;
evidence cw 0.5: show find determine allege demonstrate;
evidence cw 0.85: verify corroborate ascertain;
speech cqw 0.85: write;
speech cq 0.7: muse signal email post;
speech q 0.7: read;
stance o 0.35: highlight outline address attack reference
"""


def _merge() -> dict[str, Lemma]:
    """Read the table: class, frames, strength, verbs. A verb in two rows has the frames of both."""
    merged: dict[str, Lemma] = {}
    for row in _TABLE.split(";"):
        head, _, verbs = row.partition(":")
        kind, frames, strength = head.split()
        for word in verbs.split():
            seen = merged.get(word)
            if seen is None:
                merged[word] = Lemma(word, frames, kind, float(strength))
            else:
                merged[word] = seen._replace(frames=seen.frames + "".join(f for f in frames if f not in seen.frames))
    return merged


def _forms() -> dict[str, Form]:
    forms: dict[str, Form] = {}
    for lemma in _merge().values():
        for form, tense in inflect(lemma.word).items():
            forms.setdefault(form, Form(lemma, tense))
    return forms


CUES: dict[str, Form] = _forms()
"""Every form of every cue verb, in lower case."""

_GOVERNED: dict[str, str] = {
    "call": "for on", "talk": "about of", "speak": "about of against", "warn": "of about against", "point": "to",
    "refer": "to", "agree": "with on to", "disagree": "with", "complain": "about of",
    "object": "to", "ask": "about for", "worry": "about", "rail": "against", "boast": "of about", "brag": "about",
    "hint": "at", "allude": "to", "apologize": "for", "apologise": "for", "comment": "on", "testify": "about against",
    "insist": "on", "argue": "for against", "joke": "about", "protest": "against", "plead": "for", "appeal": "for to",
    "advocate": "for", "push": "for", "campaign": "for", "write": "about of", "tweet": "about", "speculate": "about on",
    "lie": "about", "dream": "of", "hope": "for", "wish": "for", "know": "about of", "learn": "of about",
    "reflect": "on", "elaborate": "on", "expand": "on", "vow": "", "lash": "", "long": "for",
    "think": "of about", "ponder": "on", "gush": "about", "rave": "about", "weigh": "",
}  # fmt: skip
PREPOSITIONAL: dict[str, frozenset[str]] = {verb: words(governed) for verb, governed in _GOVERNED.items()}
"""Verbs whose preposition belongs to the cue, and what it governs to what is said."""

PARTICLES: dict[str, frozenset[str]] = {
    "point": words("out"),
    "lash": words("out at"),
    "shoot": words("back"),
    "lay": words("out"),
}

NOUN_LIKE = words(
    "claim report call plan hope fear view demand question attack support estimate note project comment promise "
    "vow pledge request offer praise blame doubt guess regret charge post tweet echo hint love show wish favor "
    "favour address cry shout reference highlight boast joke forecast volunteer look talk push campaign judge "
    "figure welcome sigh laugh rail worry aim state chant beam read label brand quote name quip tout slam blast "
    "long protest appeal lash"
)
"""Verbs whose base or -s form is a noun as often."""

DENYING = words("deny reject dismiss refute rebut dispute repudiate disavow")
"""Verbs that deny what follows them."""

ADJECTIVES = words(
    "aware unaware concerned worried confident convinced afraid hopeful optimistic skeptical sceptical unsure "
    "eager willing unwilling determined adamant doubtful reluctant angry angered glad proud disappointed sorry "
    "fearful alarmed certain sure keen outraged dismayed critical"
)
"""After a form of "to be", with "that", "about", "of" or "to": a state of mind."""

RAISING = words(
    "said believed thought expected known reported alleged understood rumored rumoured considered accused "
    "estimated feared suspected claimed presumed seen described assumed"
)
"""Passive forms that say of their subject what unnamed others hold."""

NOUNS: dict[str, float] = dict.fromkeys(
    words(
        "claim claims allegation allegations accusation accusations assertion assertions statement statements report "
        "reports announcement suggestion suggestions belief fear fears hope hopes concern concerns promise promises "
        "pledge vow warning warnings threat threats denial denials prediction predictions argument contention "
        "admission acknowledgment acknowledgement estimate estimates complaint complaints rumor rumors rumour rumours "
        "speculation conclusion finding findings assessment testimony insistence assurance assurances declaration "
        "demand demands criticism suspicion suspicions doubts"
    ),
    0.5,
) | dict.fromkeys(["view", "opinion", "call", "calls"], 0.4)
"""Nouns of saying, and how often one with a possessor or "that" reports what someone says."""


for _word in (*PREPOSITIONAL, *PARTICLES):
    for _form, _tense in inflect(_word).items():
        CUES.setdefault(_form, Form(Lemma(_word, "", "stance", 0.45), _tense))
