"""Attributions made by a verb of saying or of belief: "Baro said that", "and added", "which Denn says was"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.boundaries import clause_end, first_comma
from sayso.reading.attribution.complements import Complement, complement
from sayso.reading.attribution.cues import CUES, DENYING, NOUN_LIKE, NOUNS, Form
from sayso.reading.attribution.direct import quote_before, speaker_after, speaker_between
from sayso.reading.attribution.found import Found
from sayso.reading.attribution.groups import Group, group_at, is_noun, relative_before, subject_of
from sayso.reading.attribution.participles import find_participle
from sayso.reading.attribution.units import Bounds, Unit

__all__ = ["find_verbal"]

_SHAPE_SCORE = {"quote": 1.0, "that": 1.0, "bare": 0.9, "wh": 0.85, "to": 0.9, "object": 0.75, "block": 0.8}
_QUOTED = 0.85  # a quotation beside it makes any of these verbs one of saying
_STANDALONE = words("most many some all both several few")
_ASKED = words("asked pressed questioned")
_ASKED_HOW = words("if whether about why how what on")
_NOT_LETTERS = "q,.:;-#()gypQ"


def find_verbal(unit: Unit, *, quoted: bool) -> list[Found]:
    """Find attributions made by verbs in one sentence.

    Args:
        unit: the sentence.
        quoted: it stands inside a quotation: only plain speech by a named third person counts.
    """
    found: list[Found] = []
    titled = _title_case(unit)
    if not quoted and unit.low(0) in _ASKED and unit.low(1) in _ASKED_HOW:
        found += _asked(unit)
    for i, token in enumerate(unit.tokens):
        form = CUES.get(token.low)
        if form is None or token.kind not in "wnv" or (quoted and form.lemma.kind != "speech"):
            continue
        if token.kind == "n" and i > 0 and unit.kind(i - 1) != "Q" and not titled:
            continue
        made = _read(unit, i, form, found, quoted=quoted)
        if made is not None:
            found.append(made)
    return found


def _title_case(unit: Unit) -> bool:
    """Whether this is a headline with Capitals On Most Words."""
    lettered = [t.kind for t in unit.tokens if t.kind not in _NOT_LETTERS]
    return len(lettered) >= 4 and lettered.count("n") * 10 >= len(lettered) * 6


def _asked(unit: Unit) -> list[Found]:
    """Read "Asked if it was true, Baro said": the question is a saying of its own, by nobody named."""
    start = 2 if unit.kind(1) in "pa" else 1
    close = unit.find(start, unit.n, ",Q.")
    end = unit.n if close is None else close
    if end <= start:
        return []
    cue = (unit.at(0).start, unit.at(start - 1).end)
    return [Found(source=None, cue=cue, content=[unit.chars((start, end))], rule="asked", lemma="ask", score=0.5)]


def _read(unit: Unit, i: int, form: Form, found: Sequence[Found], *, quoted: bool) -> Found | None:
    group = group_at(unit, i)
    if group.infinitive or (group.be and form.tense in {"past", "participle"}):
        return None  # passive.py reads the passives
    inverted = speaker_after(unit, group, form)
    if inverted is not None or _nominal_place(unit, group, form):
        return inverted
    if form.tense == "ing" and not group.be:
        return find_participle(unit, i, form, found)
    subject = subject_of(unit, group.start, found)
    if subject is None or (quoted and not isinstance(subject, Found) and unit.kind(subject[1] - 1) == "r"):
        return None
    follows = complement(unit, i + 1, form.lemma)
    if not isinstance(subject, Found):
        made = _with_subject(unit, group, subject, follows, form)
        described = _described_speaker(unit, group) if made is None else None
        return made if described is None else speaker_between(unit, group, described, form)
    return None if follows is None else _made(unit, group, subject, follows, form)


def _described_speaker(unit: Unit, group: Group) -> Bounds | None:
    """All words between a quotation and its verb: "...," a woman who asked not to be named | said."""
    k = group.start - 1
    while k > group.start - 16 and unit.kind(k) not in "$Q.;:":
        k -= 1
    speaks = unit.kind(k) == "Q" and unit.low(k)[1:] in {",", "?", "!"} and unit.kind(k + 1) in "dn"
    return (k + 1, group.start) if speaks and k + 1 < group.start else None


def _nominal_place(unit: Unit, group: Group, form: Form) -> bool:
    """Whether what stands before shows that the word is a noun here: "the claims", "its report", "in talks"."""
    kind, low = unit.kind(group.start - 1), unit.low(group.start - 1)
    bare = group.start == group.verb
    if kind in "dg":
        return bare and low not in _STANDALONE
    if kind == "p" and low != "to":
        return form.tense != "ing"
    return form.tense == "base" and bare and kind not in "$rnwtc,)"


def _with_subject(unit: Unit, group: Group, subject: Bounds, follows: Complement | None, form: Form) -> Found | None:
    quote = quote_before(unit, subject[0])
    if follows is not None and follows.shape == "object" and quote is not None and "q" in form.lemma.frames:
        follows = None  # "...," Baro said of the plan
    woven = follows is not None and (unit.kind(follows.start) == "q" or unit.low(follows.start).startswith("'"))
    resumes = woven and unit.kind(subject[0] - 1) == ","
    if resumes:  # the convoy, Baro said, "was empty"
        around = speaker_between(unit, group, subject, form)
        if around is not None and len(around.content) > 1:
            return around
    if follows is not None:
        if is_noun(unit, group, form, subject, of_object=follows.shape == "object"):
            return None
        return _made(unit, group, subject, follows, form)
    if relative_before(unit, subject) is not None:
        return _relative_clause(unit, group, subject, form)
    doubtful = form.lemma.word in NOUN_LIKE and form.lemma.word not in {"report", "claim", "note"}
    if doubtful and form.tense in {"base", "present"} and group.start == group.verb:
        return None
    return speaker_between(unit, group, subject, form)


def _made(unit: Unit, group: Group, speaker: Bounds | Found, follows: Complement, form: Form) -> Found | None:
    """A claim with what follows the verb as content; `speaker` is a phrase, or an earlier claim with the same one."""
    subject, source = (None, speaker.source) if isinstance(speaker, Found) else (speaker, unit.chars(speaker))
    content: list[Bounds] = []
    end = follows.end
    if subject is not None and unit.low(subject[0]) == "who" and unit.kind(subject[0] - 1) in ",-":
        close = unit.find(follows.start, end, unit.kind(subject[0] - 1))
        end = end if close is None else close  # ", who said so, left"
    if end > follows.start:
        content.append(unit.chars((follows.start, end)))
    quote = quote_before(unit, group.start if subject is None else subject[0])
    if follows.shape in {"quote", "block"} and quote is not None:
        content.insert(0, unit.chars(quote))
    relative = None if subject is None else relative_before(unit, subject)
    if relative is not None:
        content.insert(0, unit.chars(relative))
    if not content and follows.shape != "block":
        return None
    quoted = follows.shape in {"quote", "block"}
    cue_end = follows.cue_end
    if form.lemma.word in DENYING and follows.shape == "object":
        cue_end, content = _denied(unit, follows, content)
    return Found(
        source=source,
        cue=(unit.at(group.start).start, unit.at(cue_end - 1).end),
        content=content,
        rule=follows.shape,
        lemma=form.lemma.word,
        score=max(form.lemma.strength, _QUOTED if quoted else 0) * _SHAPE_SCORE[follows.shape],
        via=[] if follows.addressee is None else [unit.chars(follows.addressee)],
        awaits=follows.shape == "block" or (follows.end >= unit.n and unit.kind(unit.n - 1) == ":"),
        quoted=follows.shape == "quote",
    )


def _denied(unit: Unit, follows: Complement, content: list[Bounds]) -> tuple[int, list[Bounds]]:
    """What "rejected claims that ..." denies is the clause; "claims" goes with the cue."""
    for k in range(follows.start, min(follows.end, follows.start + 5)):
        if unit.low(k) in NOUNS and unit.low(k + 1) == "that":
            return k + 1, [*content[:-1], unit.chars((k + 1, clause_end(unit, k + 2)))]
    return follows.cue_end, content


def _relative_clause(unit: Unit, group: Group, subject: Bounds, form: Form) -> Found | None:
    """Read "which the coalition says was a mistake": pronoun and predicate are what is said."""
    k = unit.skip(group.verb + 1, "at")
    relative = relative_before(unit, subject)
    if "c" not in form.lemma.frames or unit.kind(k) not in "xv" or relative is None:
        return None
    end = first_comma(unit, k, clause_end(unit, k, phrase=True))
    return Found(
        source=unit.chars(subject),
        cue=(unit.at(group.start).start, unit.at(group.verb).end),
        content=[unit.chars(relative), unit.chars((k, end))],
        rule="relative",
        lemma=form.lemma.word,
        score=form.lemma.strength * 0.8,
    )
