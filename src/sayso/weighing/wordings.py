"""Figures and questions in plain words, for statements that people read."""

from __future__ import annotations

from sayso.records import Account

__all__ = ["amount", "at_least", "number", "question"]

_SMALL = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_VAGUE = {
    "dozens": "dozens",
    "hundreds": "hundreds",
    "tens": "tens",
    "thousands": "thousands",
    "plural": "an unstated number",
}
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


def question(what: str) -> str:
    """Write the question that a figure answers: `How many were killed`."""
    kind, _, thing = what.partition(": ")
    if thing:
        return f"How many {thing} were {kind}"
    if kind in _PEOPLE:
        return f"How many were {kind}"
    return "How far" if kind == "distance" else f"How much or how many: {kind}"


def at_least(what: str, least: float, *, exactly: bool) -> str:
    """Write what all accounts grant, as a sentence (`At least six people were killed.`)."""
    kind, _, thing = what.partition(": ")
    one = least == 1
    whom = thing or ("person" if one else "people")
    if kind not in _PEOPLE and not thing:
        return f"{kind.capitalize()}: {'' if exactly else 'at least '}{number(least)}."
    says = f"{number(least)} {whom} {'was' if one else 'were'} {kind}."
    return says[0].upper() + says[1:] if exactly else f"At least {says}"
