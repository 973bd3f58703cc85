"""What is said stands before its speaker: "...," said Baro; "...," Baro said; the convoy, Baro said, was empty."""

from __future__ import annotations

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.boundaries import clause_end, has_verb, left_edge
from sayso.reading.attribution.cues import Form
from sayso.reading.attribution.following import phrase_after
from sayso.reading.attribution.found import Found
from sayso.reading.attribution.groups import Group, relative_before
from sayso.reading.attribution.units import Bounds, Unit

__all__ = ["quote_before", "speaker_after", "speaker_between"]

_REPORTING = words("say report add note write announce claim warn tweet explain argue acknowledge insist")
_QUOTED = 0.85  # least score of a verb that stands beside a quotation
_REMARK = 16  # tokens that may stand between a speaker and a quotation that resumes


def quote_before(unit: Unit, first: int) -> Bounds | None:
    """The quotation that ends right before token `first`."""
    k = unit.skip_back(first - 1, ",-q")
    if unit.kind(k) != "Q":
        return None
    return (unit.skip_back(k, "Q") + 1, k + 1)


def speaker_after(unit: Unit, group: Group, form: Form) -> Found | None:
    """Read "...," said X."""
    lemma, tense = form
    g, i = group.start, group.verb
    if "q" not in lemma.frames or tense in {"ing", "participle"} or unit.kind(g - 1) not in "Q,-":
        return None
    who = phrase_after(unit, i + 1) if g == i or unit.kind(g) == "a" else None
    if who is None:
        return None
    quote = quote_before(unit, g)
    if quote is not None:
        content = _with_lead(unit, quote) if unit.kind(who[1]) in "$.,;:-)ptsaqc" else None
    else:
        content = _clause_left(unit, g, who) if lemma.word in _REPORTING else None
    if content is None:
        return None
    spans = [content]
    after = _quote_after(unit, who[1])
    if after is not None:
        spans.append(unit.chars(after))
    return Found(
        source=unit.chars(who), cue=(unit.at(i).start, unit.at(i).end), content=spans, rule="inverted",
        lemma=lemma.word, score=lemma.strength if quote is None else max(lemma.strength, _QUOTED),
        quoted=quote is not None,
    )  # fmt: skip


def _clause_left(unit: Unit, g: int, who: Bounds) -> Bounds | None:
    """The clause before ", said X." if nothing but a stop follows X."""
    if unit.kind(g - 1) != "," or unit.kind(who[1]) not in "$.,;" or unit.kind(who[0]) == "r":
        return None
    start = left_edge(unit, g - 1)
    return unit.chars((start, g - 1)) if start < g - 1 else None


def _with_lead(unit: Unit, quote: Bounds) -> Bounds:
    """A quotation before its speaker, with the words of the same sentence that lead into it."""
    start = left_edge(unit, quote[0])
    lead = unit.between(start, quote[0])
    if any(t.kind == ":" for t in lead) or any(unit.form(k) is not None for k in range(start, quote[0])):
        start = quote[0]
    return unit.chars((start, quote[1]))


def _quote_after(unit: Unit, k: int) -> Bounds | None:
    """A quotation that resumes after its speaker ("...," he said, "..."), at most a short remark away."""
    for j in range(k, min(unit.n, k + _REMARK)):
        if unit.kind(j) == "Q":
            return (j, unit.skip(j, "Q"))
        form = unit.form(j)
        if form is not None and form.lemma.kind == "speech" and unit.kind(j) == "w":
            return None
    return None


def speaker_between(unit: Unit, group: Group, subject: Bounds, form: Form) -> Found | None:
    """Read "...," X said; and ..., X said, ...; the verb is followed by nothing that is said."""
    lemma = form.lemma
    if unit.low(group.verb + 1) in {"not", "to"}:
        return None  # "a woman who asked not to be named"
    if "q" not in lemma.frames or subject[0] == 0 or relative_before(unit, subject) is not None:
        return None
    quote = quote_before(unit, subject[0])
    score = lemma.strength
    if quote is not None:
        score = max(score, _QUOTED)
        content = [_with_lead(unit, quote)]
        after = _quote_after(unit, group.verb + 1)
        if after is not None:
            content.append(unit.chars(after))
    else:
        content = _around(unit, group, subject, form)
        score *= 0.85
    if not content:
        return None
    return Found(
        source=unit.chars(subject), cue=(unit.at(group.start).start, unit.at(group.verb).end), content=content,
        rule="after-clause" if quote is None else "after-quote", lemma=lemma.word, score=score,
        quoted=quote is not None,
    )  # fmt: skip


def _around(unit: Unit, group: Group, subject: Bounds, form: Form) -> list[Bounds]:
    """The clause before ", X said" and, if it goes on after a second comma, what follows."""
    k = unit.skip_back(subject[0] - 1, "q")
    if k < 0 or unit.kind(k) not in ",-":
        return []
    nxt = _past_addressee(unit, group.verb + 1, form)
    resumes = unit.kind(nxt) == unit.kind(k) and unit.form(nxt + 1) is None and unit.kind(nxt + 1) not in "c$"
    if not resumes and unit.kind(nxt) not in "$.,;-tpa":
        return []
    start = left_edge(unit, k)
    verbs = any(t.kind in "xv" or t.low.endswith("ed") for t in unit.between(start, k)) or any(
        unit.form(j) is not None for j in range(start, k)
    )
    closes = unit.kind(nxt) in "$." and k - start > 3
    if not verbs and not closes and not (resumes and has_verb(unit, nxt + 1, unit.n)):
        return []
    content: list[Bounds] = []
    if start < k and not (resumes and not verbs and unit.kind(start) == "p"):  # "In contrast, Baro said, ..."
        content.append(unit.chars((start, subject[0])))
    if resumes:
        content.append(unit.chars((nxt + 1, clause_end(unit, nxt + 1))))
    return content


def _past_addressee(unit: Unit, k: int, form: Form) -> int:
    """One past whom something is told, if the verb takes one."""
    who = phrase_after(unit, k, apposition=False) if "d" in form.lemma.frames else None
    return k if who is None else who[1]
