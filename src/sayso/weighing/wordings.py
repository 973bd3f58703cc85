"""Figures and questions in plain words, for statements that people read."""

from __future__ import annotations

import re

from sayso.records import Account

__all__ = ["amount", "as_sentence", "at_least", "by", "number", "numbers_in", "question"]

_SMALL = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_VAGUE = {
    "dozens": "dozens",
    "hundreds": "hundreds",
    "tens": "tens",
    "thousands": "thousands",
    "plural": "an unstated number",
}
_ASKS = {"distance": "How far", "money": "How much money"}
_PEOPLE = {
    "killed": "killed",
    "injured": "injured",
    "missing": "missing",
    "detained": "detained",
    "displaced": "displaced",
}


def number(value: float) -> str:
    """Write a number as people do: words up to twelve, digits beyond, no needless decimals."""
    if value == int(value) and 0 <= value < len(_SMALL):
        return _SMALL[int(value)]
    return f"{int(value):,}" if value == int(value) else f"{value:g}"


def amount(account: Account) -> str:
    """Write what one account claims: `six to eight`, `at least six`, `dozens`."""
    low, high = account.low, account.high
    if account.wording in _VAGUE:
        return _VAGUE[account.wording]
    if low is None and high is None:
        return "an unstated number"
    if low is None or account.wording == "at_most":
        return f"up to {number(high if high is not None else low or 0)}"
    if high is None or account.wording == "at_least":
        return f"at least {number(low)}"
    if low != high:
        return f"{number(low)} to {number(high)}"
    return f"about {number(low)}" if account.wording == "about" else number(low)


# How a description of people begins, where a name would not.
_DESCRIBES = re.compile(
    r"(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|most|both|other|another|local|"
    r"residents?|relatives?|witness(?:es)?|eyewitness(?:es)?|officials?|sources?|survivors?|neighbou?rs?|villagers?|police|"
    r"security|doctors?|medics?|activists?|traders?|farmers?|soldiers?|fighters?)\b",
    re.IGNORECASE,
)


def by(who: str) -> str:
    """Write a speaker behind `by`: a description in lower case (`two relatives`), a name as it is (`Two Rivers`)."""
    described = _DESCRIBES.match(who) is not None and not any(w[:1].isupper() for w in who.split()[1:])
    return who[:1].lower() + who[1:] if described else who


def question(what: str) -> str:
    """Write the question that a figure answers: `How many were killed`."""
    kind, _, thing = what.partition(": ")
    if thing:
        return f"How many {thing} were {kind}"
    if kind in _PEOPLE:
        return f"How many were {kind}"
    return _ASKS.get(kind, f"How many {kind}")


def at_least(what: str, least: float, *, exactly: bool) -> str:
    """Write what all accounts grant, as a sentence (`At least six people were killed.`)."""
    kind, _, thing = what.partition(": ")
    one = least == 1
    whom = thing or ("person" if one else "people")
    if kind in _ASKS or (thing and one):
        # What is weighed is named in the plural ("children", "boats"), which does not go with one.
        asked = f"{thing} {kind}" if thing else kind
        return f"{asked[0].upper()}{asked[1:]}: {'' if exactly else 'at least '}{number(least)}."
    if kind not in _PEOPLE and not thing:
        says = f"{number(least)} {kind}."
        return says[0].upper() + says[1:] if exactly else f"At least {says}"
    says = f"{number(least)} {whom} {'was' if one else 'were'} {kind}."
    return says[0].upper() + says[1:] if exactly else f"At least {says}"


_DATELINE = re.compile(r"^[^\n]{0,15}[A-Z]{3}[^\n]{0,60}?\s[-–—]\s+")
_LEADS = re.compile(r"^(?:(?:allegations?|claims?|reports?|the fact) )?that ", re.IGNORECASE)
_TRAILS = re.compile(r",? (?:killing|wounding|injuring|leaving|which killed|that killed)\b[^.]*(?=\.|$)")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|did|does|do|struck|hit|shot|fell"
    r"|fought|left|came|went|took|gave|lay"
    r"|lies|held|made|began|broke|lost|[a-z]{2,}ed)\b"
)
_UNDER = re.compile(r",? \b(?:in case|if|who|which|that|because|when|while|after|before|as|whether|since)\b")
_NUMBER = re.compile(
    r"\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?)\b",
    re.IGNORECASE,
)
_LONGEST = 180
_FEWEST_WORDS = 4


def numbers_in(text: str) -> frozenset[str]:
    """Return the numbers of a text as written, casefolded."""
    return frozenset(n.casefold().rstrip(".,") for n in _NUMBER.findall(text))


_MARKS = (("“", "”"), ('"', '"'), ("'", "'"), ("‘", "’"))


def _unquoted(words: str) -> str:
    """The words without the marks of a quotation that is all of them, or of which one mark was cut off."""
    for opening, closing in _MARKS:
        held = len(re.findall(rf"(?<!\w){opening}|{closing}(?!\w)", words))
        starts, ends = words.startswith(opening), words.endswith(closing)
        if (held == 2 and starts and ends) or (held == 1 and (starts or ends)):
            words = words.removeprefix(opening).removesuffix(closing).strip()
    return words


def as_sentence(text: str) -> str | None:
    """Make a sentence of a passage: no dateline, no leading "that", no trailing toll.

    Null when it does not stand alone.
    """
    plain = _unquoted(" ".join(text.split()))
    plain = _TRAILS.sub("", _LEADS.sub("", _DATELINE.sub("", plain))).strip(" ,;:")
    if len(plain) > _LONGEST or len(plain.split()) < _FEWEST_WORDS or not _VERB.search(_UNDER.split(plain)[0]):
        return None
    plain = plain[:1].upper() + plain[1:]
    return plain if plain.rstrip("”\"'’").endswith((".", "!", "?", "…")) else f"{plain}."
