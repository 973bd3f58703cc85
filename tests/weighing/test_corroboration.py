"""Credibility of claims: by their figures, else by what others say in much the same words."""

from __future__ import annotations

from sayso.linking import trace_origins
from sayso.reading import read
from sayso.records import Credibility, Document
from sayso.weighing import weigh
from sayso.weighing.corroboration import corroborated

FIRE = "Shells fired from the northern ridge struck the mill in Harrow village"


def document(name: str, text: str) -> Document:
    """A report of an outlet of its own."""
    return Document(id=name, sha256=name, outlet=name.title(), published="2031-03-06", language="en", text=text)


def graded(*texts: str) -> list[list[Credibility]]:
    """The credibility of every claim, document by document."""
    documents = [document(f"outlet{n}", text) for n, text in enumerate(texts)]
    readings = [read(d) for d in documents]
    origins = trace_origins(documents, readings)
    found = corroborated(readings, origins, weigh(readings, origins).accounts)
    return [[found[r.document.id][c.id] for c in r.claims if c.content] for r in readings]


def test_a_claim_with_a_figure_goes_by_the_figures_of_others() -> None:
    alone, same, other = (f"{who} said that {n} people were killed at the mill in Harrow on Friday." for who, n in (
        ("The mayor of Harrow", 9), ("The head of the clinic", 9), ("A rights monitor in Orm", 14),
    ))  # fmt: skip
    assert [[c.digit for c in some] for some in graded(alone)] == [[6]]
    assert [[c.digit for c in some] for some in graded(alone, same)] == [[1], [1]]
    assert [[c.digit for c in some] for some in graded(alone, same, other)] == [[3], [3], [5]]


def test_a_claim_without_goes_by_what_is_said_in_much_the_same_words() -> None:
    words, again = f"The mayor of Harrow said that {FIRE}.", f"A farmer said on Friday that {FIRE.lower()}."
    denial = f"The defence ministry denied that {FIRE.lower()}."
    assert graded(words)[0][0].digit == 6
    assert graded(words, again)[0][0].digit == 1
    assert graded(words, denial)[0][0].digit == 4
    assert graded(words, again, denial)[0][0].digit == 3
