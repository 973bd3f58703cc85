"""What people decided, in sentences, and the explanations that they weigh."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sayso.desk.web.answers.decided import Explaining, History, Likelihood, MarkedNames, NameMark, Past, Rating
from sayso.records import Decision
from sayso.workbench import Live, Now, propose

_DONE = {
    "accept": "accepted the claim", "reject": "rejected the claim", "reopen": "left to the program the claim",
    "edit": "edited the claim", "split": "split the claim", "mark": "marked the claim",
}  # fmt: skip
_LONGEST = 90


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _words(claim: Any) -> str:
    return " … ".join(s["text"] for s in claim["content"]) if claim else ""


def _claim(d: Decision) -> str:
    claims = [*d.value["claims"], d.value["program"]]
    said = _cut(next((_words(c) for c in claims if c), d.subject))
    return f"{_DONE.get(d.value['verdict'], 'decided on the claim')} “{said}”"


def _grade(d: Decision) -> str:
    if isinstance(d.value, int):
        return f"gave a claim the credibility {d.value}"
    return f"graded {d.subject} {d.value}" if d.value else f"took the grade of {d.subject} away"


def _origin(d: Decision) -> str:
    of = f" of {d.value['of']}" if d.value.get("of") else ""
    return f"set {d.subject} to {d.value['relation']}{of}"


def _place(d: Decision) -> str:
    to = d.value.get("to", d.value)  # moved, or pinned
    if to.get("lat") is None:
        return f"said that nobody knows where {d.subject} is"
    return f"put {d.subject} at {to['lat']:.4f}, {to['lon']:.4f}"


def _actor(d: Decision) -> str:
    named = [a.get("name", "") for a in d.value.get("actors", ())]
    if d.value.get("action") == "merge":
        return f"said that {' and '.join(named)} are one"
    if d.value.get("action") == "split":
        return f"said that some mentions of {named[0] if named else d.subject} mean another"
    return f"named {named[0] if named else d.subject} {d.value.get('name')}"


def _incident(d: Decision) -> str:
    count = len(d.value["documents"])
    some = f"{count} document{'' if count == 1 else 's'}"
    if d.value["action"] == "merge":
        return f"said that {some} report one incident"
    if d.value["action"] == "choose":
        return "chose what incident the case is about"
    return f"moved {some} to another incident" if d.value.get("beside") else f"made an incident of {some}"


def _settled(d: Decision) -> str:
    return f"settled “{_cut(d.subject)}”: {d.value['state']}"


_SAYS: dict[str, Callable[[Decision], str]] = {
    "claim": _claim,
    "grade": _grade,
    "distrust": lambda d: f"{'set aside' if d.value else 'trusted again'} {d.subject}",
    "origin": _origin,
    "place": _place,
    "incident": _incident,
    "actor": _actor,
    "hypothesis": lambda d: f"wrote down the explanation “{_cut(d.subject)}”",
    "evidence": lambda d: f"described the evidence “{_cut(d.subject)}”",
    "link": lambda d: f"tied “{_cut(d.subject)}” to “{_cut(d.value['to'])}” as {d.value['kind']}",
    "section": lambda d: f"wrote into the section {d.subject} of the report",
    "sensitive": lambda d: f"marked {d.subject} as {'sensitive' if d.value else 'public'}",
    "indicator": lambda d: f"foretold “{_cut(d.subject)}”" if "by" in d.value else _settled(d),
    "outcome": lambda d: f"said what turned out true: {_cut(d.subject)}",
    "rating": lambda d: f"rated “{_cut(d.subject)}” {d.value['rating']} against “{_cut(d.value['hypothesis'])}”",
}


def says(decision: Decision) -> str:
    """A sentence that says what was decided, by whom."""
    try:
        done = _SAYS[decision.kind](decision)
    except (KeyError, TypeError, AttributeError, IndexError, ValueError):
        # A kind, or a form of one, that a later version wrote.
        done = f"decided on {decision.kind} {_cut(decision.subject)}"
    return f"{decision.who} {done}{', since undone' if decision.undone else ''}."


def history(rows: Sequence[Decision], *, limit: int, before: int | None) -> History:
    """Decisions, newest first, undone ones among them.

    Args:
        rows: all, oldest first.
        limit: how many at most.
        before: only those made before this number.
    """
    older = [d for d in reversed(rows) if before is None or d.id < before]
    return History(decisions=tuple(Past(decision=d, says=says(d)) for d in older[:limit]), more=len(older) > limit)


def marked_names(now: Now) -> MarkedNames:
    """Names marked as sensitive or as public; the newest word on each stands."""
    found: dict[str, NameMark] = {}
    for d in now.decisions:
        if d.kind == "sensitive":
            found.pop(d.subject, None)
            found[d.subject] = NameMark(name=d.subject, sensitive=bool(d.value), who=d.who, when=d.when)
    return MarkedNames(names=tuple(found.values()))


def explaining(live: Live, now: Now) -> Explaining:
    """The matrix as decided at this moment, its scores, what the reports offer, and who rated what."""
    board = live.board(now)
    last: dict[tuple[str, str, str], Rating] = {}
    for d in now.decisions:
        if d.kind == "rating":
            key = (d.subject, d.value["hypothesis"], d.value.get("analyst") or d.who)
            last[key] = Rating(
                evidence=d.subject, hypothesis=key[1], rating=d.value["rating"], who=key[2], when=d.when, decision=d.id
            )
    if "proposals" not in now.kept:
        now.kept["proposals"] = propose([done.reading for done in now.reviewed.values()])
    return Explaining(
        matrix=board.matrix,
        verdict=board.verdict,
        panel=board.panel,
        indicators=board.indicators,
        post_mortem=board.post_mortem,
        proposals=now.kept["proposals"],
        ratings=tuple(last.values()),
        likelihood=tuple(Likelihood(words=w.word, low=w.low, high=w.high) for w in live.yardstick()),
    )
