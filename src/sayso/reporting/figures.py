"""Contested figures as plots: one row an independent account, the weighed range behind them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from sayso.knowledge.numbers import EACH_ITS_OWN
from sayso.records import Account, Range
from sayso.reporting.blocks import Block, Cell, Mark, OtherRule, Paragraph, Plot, PlotRow, Section, Sentence, Table
from sayso.reporting.phrases import Desk, ours, record, theirs
from sayso.reporting.remarks import gave_way, label_of, not_counted, rests_on, same, step
from sayso.reporting.words import (
    NONE_MENTIONED,
    RULES,
    counted,
    inline,
    one_line,
    quantity,
    range_words,
    sentence,
    shortlist,
    silent,
)

_VAGUE = {"dozens", "hundreds", "tens", "thousands", "plural"}
_FIRST = ("killed", "injured")
_OUT = frozenset(("set aside", "superseded", "folded"))
"""Uses that do not count: such a row is struck, its mark hollow, and the reason stands below."""
_Said = tuple[str, str | None, float | None, float | None]
MOST_ROWS = 120
"""Accounts drawn of one quantity, those that count first; the rest is counted in a sentence."""
MOST_PLOTS = 12
"""Quantities drawn; a case with more lists the rest in a sentence, never in silence."""


def figures_section(desk: Desk) -> Section:
    """Every quantity that anyone put a figure on, killed and injured first, then by how many accounts speak of it."""
    grouped = accounts_by_quantity(desk.view.weighing.figures, desk.view.weighing.accounts)
    keys = [key for key in grouped if grouped[key]]
    keys.sort(key=lambda k: (_FIRST.index(k) if k in _FIRST else len(_FIRST), -len(grouped[k]), k))
    once = [key for key in keys if key in EACH_ITS_OWN or (key not in _FIRST and _is_plain(grouped[key]))]
    quiet = [key for key, found in desk.view.weighing.figures.items() if silent(found) and not grouped[key]]
    keys = [key for key in keys if key not in once]
    blocks: list[Block] = [plot(desk, key, grouped[key]) for key in keys[:MOST_PLOTS]]
    if every_proposed(desk):
        blocks.insert(0, _paragraph("All figures are proposed by the program; nobody has decided on any of them yet."))
    if not keys and not once:
        blocks.append(_paragraph("No document gives a figure that could be read."))
    if once:
        blocks.append(_said_once(desk, [(key, account) for key in once for account in grouped[key][:MOST_ROWS]]))
    if quiet:
        blocks.append(_none_mentioned(desk, quiet))
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
        for key in (account.what, f"{account.what}: {account.of}", f"{account.what}: {account.group}"):
            if key in grouped:
                grouped[key].append(account)
                break
    return grouped


def plot(desk: Desk, key: str, accounts: Sequence[Account]) -> Plot:
    """Draw one quantity. Folded and superseded accounts get no row: they count as copies, or are named below."""
    view = desk.view
    weighed = view.weighing.figures[key]
    # What counts stands first; a repetition that says nothing of its own only adds to the number of copies.
    copies: dict[_Said, list[Account]] = {}
    for account in accounts:
        if account.used == "folded":
            copies.setdefault(_said(account), []).append(account)
    told = {_said(account) for account in accounts if account.used != "folded"}
    own = [a for a in accounts if a.used != "folded" or _said(a) not in told]
    shown = sorted(own, key=lambda a: a.used in _OUT)
    rows = tuple(_row(desk, a, () if a.used == "folded" else copies.get(_said(a), ())) for a in shown[:MOST_ROWS])
    alike = same(desk, key, weighed)
    none = silent(weighed)
    ends = (None, None, None) if none else (weighed.minimum, weighed.best, weighed.maximum)
    top, ticks = scale([*_values(rows), *ends])
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
        minimum=ends[0],
        best=ends[1],
        maximum=ends[2],
        contested=weighed.contested,
        origins=weighed.origins,
        lines=(
            *rests_on(desk, key, weighed, accounts),
            *gave_way(desk, accounts),
            *not_counted(desk, shown),
            *_left_out(len(shown) - len(rows)),
        ),
        steps=(*(step(desk, reason) for reason in weighed.reasons), *alike),
        others=() if alike else others,
        silent=none,
    )


def _left_out(count: int) -> tuple[Sentence, ...]:
    if count <= 0:
        return ()
    return (record(f"{counted(count, 'further account is', 'further accounts are')} in the export of figures"),)


def _none_mentioned(desk: Desk, keys: Sequence[str]) -> Table:
    """List harm that nobody speaks of: recorders code it as none, but no origin claims that."""
    reasons = [(key, desk.view.weighing.figures[key].reasons[-1]) for key in keys]
    return Table(
        id="silent",
        caption="Harm that nobody mentions: none is claimed, and nothing is known.",
        columns=("Quantity", "Figure", "Why"),
        rows=tuple(
            (
                Cell(runs=(ours(quantity(key)),)),
                Cell(runs=(ours(NONE_MENTIONED),)),
                Cell(runs=(ours(sentence(reason.says)),), notes=desk.cite(reason.passages)),
            )
            for key, reason in reasons
        ),
    )


def _row(desk: Desk, account: Account, folded: Sequence[Account]) -> PlotRow:
    """One account with those that only say it again."""
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
        aside=account.used in _OUT,
        limited=account.used == "maximum only",
        proposed=account.proposed and not every_proposed(desk),
        notes=desk.cite([account.passage]),
    )


def _short(account: Account) -> str:
    """Leave out the noun that stands in the title anyway: `six to eight people` is `six to eight`."""
    words = one_line(account.passage.text)
    if account.what in EACH_ITS_OWN or not account.of:
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
    # An arrow needs room to point into.
    main += [1.1 * r.low for r in rows if r.mark == "at_least" and r.low is not None and not r.aside]
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


def _is_plain(accounts: Sequence[Account]) -> bool:
    """Whether a quantity is one account of one number: a plot of it would show nothing."""
    return len(accounts) == 1 and accounts[0].low is not None and accounts[0].low == accounts[0].high


def _said_once(desk: Desk, found: Sequence[tuple[str, Account]]) -> Table:
    return Table(
        id="once",
        caption="Other quantities: given once, as one number, or each of something else.",
        columns=("Quantity", "As worded", "Account", "Use"),
        rows=tuple(
            (
                Cell(runs=(ours(quantity(key)),)),
                Cell(
                    runs=(theirs(account.passage.text, desk.book.document(account.passage.document)),),
                    notes=desk.cite([account.passage]),
                ),
                Cell(runs=(ours(label_of(desk, account)),)),
                Cell(runs=(ours(account.used),)),
            )
            for key, account in found
        ),
    )


def _said(account: Account) -> _Said:
    """What a folded account has in common with the one that it only says again."""
    return account.origin, account.speaker, account.low, account.high


def every_proposed(desk: Desk) -> bool:
    """Whether nobody has decided on any account yet; then it is said once, instead of at every row."""
    return bool(desk.view.weighing.accounts) and all(a.proposed for a in desk.view.weighing.accounts)


def proposed_count(desk: Desk) -> int:
    """How many figures that count rest on a claim nobody has decided on."""
    return sum(a.proposed for a in desk.view.weighing.accounts if a.used in {"counts", "maximum only"})
