"""Attributions made by a verb of saying or of belief, with the speaker before or after it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.attribution.clauses import Complement, clause_end, complement, has_verb
from sayso.reading.attribution.cues import CUES, NOUN_LIKE, Form
from sayso.reading.attribution.found import Found, chars
from sayso.reading.attribution.lexicon import BE
from sayso.reading.attribution.noun_phrases import phrase_after, phrase_before, subject_before
from sayso.reading.attribution.tokens import Token

__all__ = ["find_verbal"]

Bounds = tuple[int, int]
_SHAPE_SCORE = {"quote": 1.0, "that": 1.0, "bare": 0.9, "wh": 0.85, "to": 0.9, "object": 0.75, "block": 0.8}
_SEMI = frozenset(
    "went go goes going continued continues continue used declined refused tried trying sought seeks failed began "
    "begun wants wanted came rushed hastened".split()
)


_STANDALONE = frozenset("most many some all both several few".split())
_VEHICLES = frozenset("statement letter memo email release tweet post message speech interview video note text".split())
_REPORTING = frozenset("say report add note write announce claim warn tweet explain argue acknowledge insist".split())


def find_verbal(unit: Sequence[Token], *, quoted: bool) -> list[Found]:
    """Find attributions made by verbs in one sentence.

    Args:
        unit: tokens of the sentence.
        quoted: the sentence stands inside a quotation: only plain speech by a third person counts.
    """
    found: list[Found] = []
    titled = _title_case(unit)
    for i, token in enumerate(unit):
        form = CUES.get(token.low)
        if form is None or token.kind not in "wnv":
            continue
        if token.kind == "n" and i > 0 and unit[i - 1].kind != "Q" and not titled:
            continue
        made = _read(unit, i, form, found, quoted=quoted)
        if made is not None:
            found.append(made)
    return found


def _title_case(unit: Sequence[Token]) -> bool:
    """Whether this is a headline with Capitals On Most Words."""
    words = [t for t in unit if t.kind not in "q,.:;-#()gypQ"]
    return len(words) >= 4 and sum(t.kind == "n" for t in words) * 10 >= len(words) * 6


def _group(unit: Sequence[Token], i: int) -> tuple[int, bool, bool]:
    """Start of the verb group that ends at `i`; whether it is passive; whether it is an infinitive."""
    g = i
    infinitive = passive = False
    while g > 0:
        left = unit[g - 1]
        if left.kind == "x" or (left.kind == "a" and left.low not in {"there", "here"}):
            passive = passive or (left.low in BE)
            g -= 1
        elif left.kind == "p" and left.low == "to" and not infinitive and g == i - _adverbs(unit, i):
            before = unit[g - 2] if g > 1 else None
            if before is not None and before.low in {"on", "as"} and g > 2:
                far = next((k for k in range(g - 3, max(-1, g - 7), -1) if unit[k].low in _SEMI), None)
                if far is not None:
                    g = far
                    continue
            if before is not None and before.low in _SEMI:
                g -= 2
                continue
            infinitive = True
            break
        elif left.kind == "g" and left.low == "'s" and g > 1 and g < i + 1 and (unit[g].kind in "xa" or unit[i].low.endswith("ing")):
            passive = True
            g -= 1
        else:
            break
    while g < i and unit[g].kind == "a" and unit[g].low in {"however", "meanwhile", "instead", "so", "yet", "today", "yesterday", "then"} and g == 0:
        g += 1
    return g, passive, infinitive


def _adverbs(unit: Sequence[Token], i: int) -> int:
    k = 0
    while i - k > 0 and unit[i - k - 1].kind == "a":
        k += 1
    return k


def _read(unit: Sequence[Token], i: int, form: Form, found: Sequence[Found], *, quoted: bool) -> Found | None:
    lemma, tense = form
    g, be, infinitive = _group(unit, i)
    before = unit[g - 1] if g else None
    if g == 0 and i == 0 and token_asks(unit):
        return _asked(unit, form)
    if quoted and lemma.kind != "speech":
        return None
    if be and tense in {"past", "participle"}:
        return None  # passive.py reads these
    if infinitive:
        return None
    inverted = _inverted(unit, g, i, form)
    if inverted is not None:
        return inverted
    if before is not None and before.kind in "dg" and g == i and before.low not in _STANDALONE:
        return None  # "the claims", "its report"
    if before is not None and before.kind == "p" and before.low != "to" and tense != "ing":
        return None
    if tense == "ing" and not be:
        return _participle(unit, i, form, found)
    if tense == "base" and g == i and before is not None and before.kind not in "rnwtc" and not (before.kind in ",)"):
        return None
    follows = complement(unit, i + 1, lemma)
    subject = _subject(unit, g, found)
    if subject is None or (quoted and not isinstance(subject, Found) and unit[subject[1] - 1].kind == "r"):
        return None
    if follows is not None and follows.shape == "object" and not isinstance(subject, Found) and "q" in lemma.frames:
        before_quote = _quote_before(unit, subject[0])
        follows = None if before_quote is not None else follows
    if follows is None and not isinstance(subject, Found) and _relative_object(unit, subject) is not None:
        return _relative_clause(unit, g, i, subject, form)
    if follows is None:
        if g == i and tense in {"base", "present"} and lemma.word in NOUN_LIKE and lemma.word not in {"report", "claim", "note"}:
            return None
        return _spoken_before(unit, g, i, subject, form)
    if _noun_use(unit, g, i, form, subject, follows):
        return None
    return _made(unit, g, i, subject, follows, form)


def token_asks(unit: Sequence[Token]) -> bool:
    """Whether the sentence begins "Asked if ..." or "Pressed about ..."."""
    return len(unit) > 3 and unit[0].low in {"asked", "pressed", "questioned"} and (
        unit[1].low in {"if", "whether", "about", "why", "how", "what", "by", "on"}
    )


def _asked(unit: Sequence[Token], form: Form) -> Found | None:
    """ "Asked if it was true, Baro said": the question is a saying of its own, by nobody named."""
    start = 2 if unit[1].kind in "pa" else 1
    end = next((k for k in range(start, len(unit)) if unit[k].kind in ",Q."), len(unit))
    if unit[1].low == "by" or end <= start:
        return None
    return Found(None, (unit[0].start, unit[start - 1].end), [chars(unit, (start, end))], "asked", form.lemma.word, 0.5)


def _subject(unit: Sequence[Token], g: int, found: Sequence[Found]) -> Bounds | Found | None:
    """Who says: the phrase before the verb, or, after "and", whoever spoke before in this sentence."""
    if g == 0:
        return None
    before = unit[g - 1]
    if before.kind == "c" or (before.kind == "," and g > 1 and _has_speaker(unit, g, found)):
        return _shared(unit, g - 1, found)
    return subject_before(unit, g)


def _has_speaker(unit: Sequence[Token], g: int, found: Sequence[Found]) -> bool:
    return subject_before(unit, g) is None and bool(found)


def _shared(unit: Sequence[Token], at: int, found: Sequence[Found]) -> Bounds | Found | None:
    for earlier in reversed(found):
        if earlier.source is not None and earlier.source[1] <= unit[at].start and earlier.rule != "inverted":
            return earlier
    return _first_subject(unit, at)


def _first_subject(unit: Sequence[Token], end: int) -> Bounds | None:
    """The first noun phrase of the sentence that a verb follows."""
    for k in range(end):
        if unit[k].kind == "r" and unit[k].low not in {"there", "it", "who", "which"}:
            return (k, k + 1)
        if unit[k].kind in "vx" or (unit[k].low in CUES and unit[k].kind == "w" and CUES[unit[k].low].tense == "past"):
            subject = subject_before(unit, k) if k else None
            if subject is not None:
                return subject
    return phrase_after(unit, 0) if end and unit[0].kind in "dn" else None


def _made(unit: Sequence[Token], g: int, i: int, subject: Bounds | Found, follows: Complement, form: Form) -> Found | None:
    lemma = form.lemma
    source = subject.source if isinstance(subject, Found) else chars(unit, subject)
    content: list[Bounds] = []
    end = follows.end
    if not isinstance(subject, Found) and unit[subject[0]].low == "who" and subject[0] and unit[subject[0] - 1].kind in ",-":
        mark = unit[subject[0] - 1].kind
        end = next((k for k in range(follows.start, end) if unit[k].kind == mark), end)  # ", who said so, left"
    if end > follows.start:
        content.append(chars(unit, (follows.start, end)))
    first = g if isinstance(subject, Found) else subject[0]
    quote_before = _quote_before(unit, first)
    if follows.shape in {"quote", "block"} and quote_before is not None:
        content.insert(0, chars(unit, quote_before))
    if not content and follows.shape != "block":
        return None
    relative = not isinstance(subject, Found) and _relative_object(unit, subject)
    if relative:
        content.insert(0, chars(unit, relative))
    via = [chars(unit, follows.addressee)] if follows.addressee is not None and follows.addressee[1] > follows.addressee[0] else []
    score = lemma.strength * _SHAPE_SCORE[follows.shape]
    return Found(
        source, (unit[g].start, unit[follows.cue_end - 1].end), content, follows.shape, lemma.word, score, via,
        awaits=follows.shape == "block" or (follows.end >= len(unit) and unit[-1].kind == ":"),
        quoted=follows.shape == "quote",
    )  # fmt: skip


def _relative_object(unit: Sequence[Token], subject: Bounds) -> Bounds | None:
    """ "..., which officials say was": the relative pronoun is part of what is said."""
    k = subject[0] - 1
    if k >= 0 and unit[k].low in {"which", "who", "whom", "what"} and unit[subject[0]].low not in {"which", "who"}:
        return (k, k + 1)
    return None


def _relative_clause(unit: Sequence[Token], g: int, i: int, subject: Bounds, form: Form) -> Found | None:
    """ "which the coalition says was a mistake"."""
    k = i + 1
    while k < len(unit) and unit[k].kind in "at":
        k += 1
    if "c" not in form.lemma.frames or k >= len(unit) or unit[k].kind not in "xv":
        return None
    relative = _relative_object(unit, subject)
    if relative is None:
        return None
    content = [chars(unit, relative), chars(unit, (k, _relative_end(unit, k)))]
    return Found(chars(unit, subject), (unit[g].start, unit[i].end), content, "relative", form.lemma.word, form.lemma.strength * 0.8)


def _relative_end(unit: Sequence[Token], k: int) -> int:
    """A relative clause ends with its comma."""
    end = clause_end(unit, k, phrase=True)
    return next((j for j in range(k, end) if unit[j].kind == ","), end)


def _quote_before(unit: Sequence[Token], first: int) -> Bounds | None:
    k = first - 1
    while k >= 0 and unit[k].kind in ",-q":
        k -= 1
    if k >= 0 and unit[k].kind == "Q":
        start = k
        while start > 0 and unit[start - 1].kind == "Q":
            start -= 1
        return (start, k + 1)
    return None


def _inverted(unit: Sequence[Token], g: int, i: int, form: Form) -> Found | None:
    """ "...," said X."""
    lemma, tense = form
    if "q" not in lemma.frames or tense not in {"past", "present"} or g == 0:
        return None
    before = unit[g - 1]
    if before.kind not in "Q,-" or (g != i and unit[g].kind != "a"):
        return None
    who = phrase_after(unit, i + 1)
    if who is None:
        return None
    ends = who[1] >= len(unit) or unit[who[1]].kind in ".,;:-)ptsaqc"
    quote = _quote_before(unit, g)
    if quote is None:
        if before.kind != "," or lemma.word not in _REPORTING or not (who[1] >= len(unit) or unit[who[1]].kind in ".,;") or unit[who[0]].kind == "r":
            return None
        start = _left_edge(unit, g - 1)
        if start >= g - 1:
            return None
        content = [chars(unit, (start, g - 1))]
    elif not ends:
        return None
    else:
        content = _quoted_left(unit, quote)
    after = _quote_after(unit, who[1])
    if after is not None:
        content.append(chars(unit, after))
    return Found(
        chars(unit, who), (unit[i].start, unit[i].end), content, "inverted", lemma.word, lemma.strength,
        quoted=quote is not None,
    )  # fmt: skip


def _quoted_left(unit: Sequence[Token], quote: Bounds) -> list[Bounds]:
    """A quotation before its speaker, with the words of the same sentence that lead into it."""
    start = _left_edge(unit, quote[0])
    if start < quote[0] and any(t.kind == ":" or t.low in CUES for t in unit[start : quote[0]]):
        start = quote[0]
    return [chars(unit, (start, quote[1]))]


def _quote_after(unit: Sequence[Token], k: int) -> Bounds | None:
    """A quotation that resumes after its speaker ("...," he said, "..."), at most a short remark away."""
    n = len(unit)
    for j in range(k, min(n, k + 16)):
        if unit[j].kind == "Q":
            end = j + 1
            while end < n and unit[end].kind == "Q":
                end += 1
            return (j, end)
        if unit[j].low in CUES and CUES[unit[j].low].lemma.kind == "speech" and unit[j].kind == "w":
            return None
    return None


def _spoken_before(unit: Sequence[Token], g: int, i: int, subject: Bounds | Found, form: Form) -> Found | None:
    """ "..., X said": what is said stands before its speaker."""
    lemma = form.lemma
    if isinstance(subject, Found) or "q" not in lemma.frames:
        return None
    k = subject[0] - 1
    while k >= 0 and unit[k].kind == "q":
        k -= 1
    source = chars(unit, subject)
    cue = (unit[g].start, unit[i].end)
    relative = _relative_object(unit, subject)
    if k < 0 or relative is not None:
        return None
    quote = _quote_before(unit, subject[0])
    after = _quote_after(unit, i + 1)
    if quote is not None:
        content = _quoted_left(unit, quote)
        if after is not None:
            content.append(chars(unit, after))
        return Found(source, cue, content, "after-quote", lemma.word, lemma.strength, quoted=True)
    if unit[k].kind not in ",-":
        return None
    start = _left_edge(unit, k)
    content = [chars(unit, (start, subject[0]))] if start < k else []
    nxt = _past_addressee(unit, i + 1, form)
    resumes = nxt + 1 < len(unit) and unit[nxt].kind == unit[k].kind and unit[nxt + 1].low not in CUES and unit[nxt + 1].kind != "c"
    if resumes:
        content.append(chars(unit, (nxt + 1, clause_end(unit, nxt + 1))))
    elif nxt < len(unit) and unit[nxt].kind not in ".,;-tpa":
        return None
    verbs = any(t.kind in "xv" or t.low in CUES or t.low.endswith("ed") for t in unit[start:k])
    closes = nxt >= len(unit) or unit[nxt].kind == "."
    if not verbs and not (resumes and has_verb(unit, nxt + 1, len(unit))) and not (closes and k - start > 3):
        return None
    if not verbs and content and unit[start].kind == "p" and resumes:
        content.pop(0)  # "In contrast, Baro said, ..."
    return Found(source, cue, content, "after-clause", lemma.word, lemma.strength * 0.85)


def _past_addressee(unit: Sequence[Token], k: int, form: Form) -> int:
    """One past whom something is told, if the verb takes one."""
    if "d" not in form.lemma.frames or k >= len(unit):
        return k
    who = phrase_after(unit, k, apposition=False)
    return k if who is None else who[1]


def _left_edge(unit: Sequence[Token], end: int) -> int:
    k = end
    while k > 0 and unit[k - 1].kind != ";" and not (unit[k - 1].kind == "Q" and len(unit[k - 1].low) > 1) and not (unit[k - 1].kind == "." and unit[k - 1].low != "."):
        k -= 1
    while k < end and (unit[k].kind in ",-" or (unit[k].kind == "c")):
        k += 1
    return k


def _participle(unit: Sequence[Token], i: int, form: Form, found: Sequence[Found]) -> Found | None:
    """ ", saying that ...": the speaker is that of the main clause."""
    before = unit[i - 1] if i else None
    g = i
    while g > 0 and unit[g - 1].kind == "a":
        g -= 1
    if g:
        before = unit[g - 1]
    if before is not None and (before.kind in "dgp" or (before.low in CUES and CUES[before.low].tense == "past")):
        return None
    follows = complement(unit, i + 1, form.lemma)
    if follows is None or follows.end <= follows.start:
        return None
    if before is None or before.kind in ",-":
        source = _speaker_of_sentence(unit, g, found)
    elif before.kind in "wn#":
        phrase = phrase_before(unit, g)
        source = None if phrase is None else chars(unit, phrase)
        if phrase is not None and any(t.low in _VEHICLES for t in unit[phrase[0] : phrase[1]]):  # "released a statement saying": whoever released it says so
            source = _speaker_of_sentence(unit, g, found) or source
        if follows.shape == "object" and unit[follows.start].kind not in "dnorqQ#":
            return None  # "the opposing groups"
    else:
        return None
    if source is None and before is not None and before.kind in "wn#":
        return None
    end = follows.end
    if before is not None and before.kind in "wn#" and follows.shape != "quote":
        end = next((k for k in range(follows.start, end) if unit[k].kind == ","), end)  # "polls showing a lead, he left"
    score = form.lemma.strength * _SHAPE_SCORE[follows.shape] * (0.85 if form.lemma.kind == "speech" else 0.5)
    return Found(
        source, (unit[g].start, unit[follows.cue_end - 1].end), [chars(unit, (follows.start, end))],
        "participle", form.lemma.word, score, quoted=follows.shape == "quote",
    )  # fmt: skip


def _speaker_of_sentence(unit: Sequence[Token], g: int, found: Sequence[Found]) -> Bounds | None:
    for earlier in reversed(found):
        if earlier.source is not None and earlier.cue[1] <= unit[g].start:
            return earlier.source
    if g == 0:  # "Calling it a lie, Baro left": the subject comes later
        return None
    first = _first_subject(unit, g)
    return None if first is None else chars(unit, first)


def _noun_use(unit: Sequence[Token], g: int, i: int, form: Form, subject: Bounds | Found, follows: Complement) -> bool:
    """Whether a word that is both noun and verb is the noun here ("officials' claims that")."""
    low = unit[i].low
    if g != i or form.tense not in {"base", "present"} or isinstance(subject, Found):
        return False
    last = unit[subject[1] - 1]
    if form.lemma.word not in NOUN_LIKE:
        return False
    if form.tense == "base":
        if unit[subject[0]].low in {"a", "an", "this", "that", "every", "each"}:
            return True
        plural = last.low.endswith("s") or last.low in {"they", "we", "i", "you", "people", "police", "who", "many", "some", "others"} or (
            any(t.low == "and" for t in unit[subject[0] : subject[1]])
        )
        return not plural
    return low in {"calls", "claims", "reports", "fears", "hopes", "plans", "views", "demands", "questions", "attacks"} and (
        follows.shape == "object" and last.low.endswith("s") and last.kind == "w"
    )

