"""Contested figures as plots: one row an independent account, the weighed range behind them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from sayso.records import Account, Range, Reason
from sayso.reporting.blocks import Block, Mark, OtherRule, Paragraph, Plot, PlotRow, Section, Sentence
from sayso.reporting.notes import name_of
from sayso.reporting.phrases import Desk, ours, record, theirs, told
from sayso.reporting.words import RULES, inline, one_line, plural, quantity, range_words, sentence, shortlist, three

_VAGUE = {"dozens", "hundreds", "tens", "thousands", "plural"}
_FIRST = ("killed", "injured")
_PRONOUNS = frozenset(("i", "it", "he", "she", "they", "we", "you", "this", "that", "who", "which"))
MOST_PLOTS = 12
"""Quantities drawn; a case with more lists the rest in a sentence, never in silence."""


def figures_section(desk: Desk) -> Section:
    """Every quantity that anyone put a figure on, killed and injured first, then by how many accounts speak of it."""
    grouped = accounts_by_quantity(desk.view.weighing.figures, desk.view.weighing.accounts)
    keys = [key for key in grouped if grouped[key]]
    keys.sort(key=lambda k: (_FIRST.index(k) if k in _FIRST else len(_FIRST), -len(grouped[k]), k))
    blocks: list[Block] = [plot(desk, key, grouped[key]) for key in keys[:MOST_PLOTS]]
    if every_proposed(desk):
        blocks.insert(0, _paragraph("All figures are proposed by the program; nobody has decided on any of them yet."))
    if not keys:
        blocks.append(_paragraph("No document gives a figure that could be read."))
    if len(keys) > MOST_PLOTS:
        rest = shortlist([inline(quantity(k)) for k in keys[MOST_PLOTS:]])
        blocks.append(_paragraph(f"Figures were also given for {rest}; they are in the export of figures."))
    return Section(id="figures", title="The figures", blocks=tuple(blocks))


def _paragraph(text: str) -> Block:
    return Paragraph(sentences=(record(text),))


def accounts_by_quantity(figures: dict[str, Range], accounts: Sequence[Account]) -> dict[str, list[Account]]:
    """Sort accounts under the quantities that were weighed, keeping their order; a quantity may stay empty."""
    grouped: dict[str, list[Account]] = {key: [] for key in figures}
    for account in accounts:
        for key in (f"{account.what}: {account.of}", f"{account.what}: {account.group}", account.what):
            if key in grouped:
                grouped[key].append(account)
                break
    return grouped


def label_of(desk: Desk, account: Account) -> str:
    """Name an account: its speaker; a speaker described in lower case is put behind the outlet that quotes them."""
    outlet = one_line(account.outlet or "")
    speaker = one_line(account.speaker or "")
    carrier = outlet or name_of(desk.book.document(account.passage.document))
    if not speaker:
        return carrier
    if speaker.casefold() in _PRONOUNS:
        return f"{carrier}, speaker not resolved"
    described = speaker[0].islower()
    if described and outlet:
        for article in ("the ", "a ", "an "):
            speaker = speaker.removeprefix(article)
        return f"{outlet}, {speaker}"
    return speaker[0].upper() + speaker[1:]


def plot(desk: Desk, key: str, accounts: Sequence[Account]) -> Plot:
    """Draw one quantity. Folded and superseded accounts get no row: they count as copies, or are named below."""
    view = desk.view
    weighed = view.weighing.figures[key]
    shown = [a for a in accounts if a.used not in {"folded", "superseded"}]
    rows = tuple(_row(desk, account, accounts) for account in shown)
    top, ticks = scale([*_values(rows), weighed.minimum, weighed.best, weighed.maximum])
    others = tuple(
        OtherRule(rule=RULES.get(name, name), words=range_words(other.figures[key]))
        for name, other in view.other_rules.items()
        if key in other.figures
    )
    return Plot(
        id="figure-" + "".join(c if c.isascii() and c.isalnum() else "-" for c in key.lower()),
        title=quantity(key),
        rule=RULES.get(weighed.rule, weighed.rule),
        ticks=ticks,
        top=top,
        rows=rows,
        minimum=weighed.minimum,
        best=weighed.best,
        maximum=weighed.maximum,
        contested=weighed.contested,
        origins=weighed.origins,
        lines=(*_rests_on(desk, key, weighed, accounts), *_gave_way(desk, accounts), *_not_counted(desk, shown)),
        steps=tuple(step(desk, reason) for reason in weighed.reasons),
        others=others,
    )


def step(desk: Desk, reason: Reason) -> Sentence:
    """Write one step of a rule with the passages it looked at."""
    head = one_line(reason.step.replace("_", " ")).capitalize()
    return Sentence(
        runs=(ours(f"{head}. ", strong=True), ours(sentence(reason.says))),
        notes=desk.cite(reason.passages),
        about="incident" if reason.passages else "record",
    )


def _row(desk: Desk, account: Account, accounts: Sequence[Account]) -> PlotRow:
    folded = [a for a in accounts if a.used == "folded" and a.origin == account.origin and a.speaker == account.speaker]
    documents = set(account.documents).union(*(a.documents for a in folded))
    return PlotRow(
        label=label_of(desk, account),
        copies=max(len(documents) - 1, 0),
        grade=account.grade,
        low=account.low,
        high=account.high,
        mark=_mark(account),
        worded=theirs(account.passage.text, desk.book.document(account.passage.document)),
        short=_short(account),
        use=account.used,
        why=one_line(account.why),
        aside=account.used == "set aside",
        proposed=account.proposed and not every_proposed(desk),
        notes=desk.cite([account.passage]),
    )


def _short(account: Account) -> str:
    """Leave out the noun that stands in the title anyway: `six to eight people` is `six to eight`."""
    words = one_line(account.passage.text)
    if account.what in {"distance", "money"} or not account.of:
        return words
    shorter = words.removesuffix(account.of).rstrip().removesuffix(" of")
    return words if shorter.casefold() in {"", "a", "an", "the", "some", "other"} else shorter


def _mark(account: Account) -> Mark:
    if account.wording in _VAGUE:
        return "vague"
    if account.wording == "at_least" or (account.low is not None and account.high is None):
        return "at_least"
    if account.wording == "at_most" or (account.high is not None and account.low is None):
        return "at_most"
    if account.wording == "about":
        return "about"
    return "exact" if account.low == account.high else "range"


def _values(rows: Sequence[PlotRow]) -> list[float | None]:
    """Values that set the scale: those of accounts set aside only when they do not dwarf the others."""
    main = [v for r in rows if not r.aside for v in (r.low, r.high)]
    limit = 4 * max((v for v in main if v is not None), default=math.inf)
    return main + [v for r in rows if r.aside for v in (r.low, r.high) if v is not None and v <= limit]


def scale(values: Sequence[float | None]) -> tuple[float, tuple[float, ...]]:
    """Choose a scale from 0 with five to eight round ticks that holds all values."""
    most = max((v for v in values if v is not None), default=1) or 1
    power = 10.0 ** math.floor(math.log10(most))
    for factor in (0.1, 0.2, 0.25, 0.4, 0.5, 1, 2, 2.5, 4, 5):
        unit = factor * power
        if most >= 1 and (unit < 1 or unit != int(unit)):
            continue
        count = math.ceil(most / unit - 1e-9)
        if count <= 7:
            ticks = tuple(round(i * unit, 6) for i in range(count + 1))
            return ticks[-1], ticks
    return most, (0.0, most)


def _rests_on(desk: Desk, key: str, weighed: Range, accounts: Sequence[Account]) -> list[Sentence]:
    """Say what hangs on a single source, from the ranges that the case worked out with each left out.

    What moves an end of the range comes before what moves the best figure alone.
    """
    lines = []
    now = (weighed.minimum, weighed.best, weighed.maximum)
    for name, changed in desk.view.without_each.items():
        if key not in changed or changed[key] == now:
            continue
        then, who = changed[key], one_line(name)
        low, high = then[0] != now[0], then[2] != now[2]
        if low != high:
            text = f"The {'minimum' if low else 'maximum'} rests on {who} alone; without it {three(*then)}"
        else:
            text = f"Without {who} the {'whole range' if low else 'best figure'} changes: {three(*then)}"
        passages = [a.passage for a in accounts if name in (a.speaker, a.outlet) and a.used != "folded"]
        lines.append((not low and not high, told(text, desk.cite(passages))))
    return [line for _, line in sorted(lines, key=lambda pair: pair[0])]


def _gave_way(desk: Desk, accounts: Sequence[Account]) -> list[Sentence]:
    lines = []
    for account in accounts:
        if account.used == "superseded":
            words, why = one_line(account.passage.text), inline(one_line(account.why))
            text = f"An earlier figure of {label_of(desk, account)}, “{words}”, gave way: {why}"
            lines.append(told(text, desk.cite([account.passage])))
    return lines


def _not_counted(desk: Desk, shown: Sequence[Account]) -> list[Sentence]:
    """Give the reason for every account that the rule did not let count in full; equal reasons in one sentence."""
    reasons: dict[tuple[str, str], list[Account]] = {}
    for account in shown:
        if account.used in {"set aside", "maximum only"} and account.why:
            reasons.setdefault((account.used, one_line(account.why)), []).append(account)
    return [
        told(
            f"{used.capitalize()}: {shortlist(list(dict.fromkeys(label_of(desk, a) for a in group)))}. {sentence(why)}",
            desk.cite(a.passage for a in group),
        )
        for (used, why), group in reasons.items()
    ]


def every_proposed(desk: Desk) -> bool:
    """Whether nobody has decided on any account yet; then it is said once, instead of at every row."""
    return bool(desk.view.weighing.accounts) and all(a.proposed for a in desk.view.weighing.accounts)


def proposed_count(desk: Desk) -> int:
    """How many figures that count rest on a claim nobody has decided on."""
    return sum(a.proposed for a in desk.view.weighing.accounts if a.used in {"counts", "maximum only"})


def origins_words(weighed: Range) -> str:
    """Say over how many independent origins a range was taken."""
    return plural(weighed.origins, "independent origin")
