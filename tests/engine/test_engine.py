from __future__ import annotations

import importlib.util
import sys
import time
from collections.abc import Iterator

import pytest

from sayso import engine
from sayso.errors import EngineMissing, UsageError

ENGINES = [
    pytest.param("local", 1, id="this process"),
    pytest.param("local", 3, id="three processes"),
    pytest.param(
        "ray",
        2,
        id="ray",
        marks=pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="the ray extra is not installed"),
    ),
]


def slower_first(number: int) -> tuple[int, str]:
    """Early items take longest, so that a careless engine would return them late."""
    time.sleep(0.03 if number < 3 else 0)
    return number * number, chr(0x0627 + number % 20)


def break_at_five(number: int) -> int:
    if number == 5:
        raise ValueError("five")
    return number


@pytest.mark.parametrize(("name", "workers"), ENGINES)
@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_results_come_in_input_order_on_every_engine(name: engine.EngineName, workers: int) -> None:
    found = list(engine.run(slower_first, range(40), engine=name, workers=workers))
    assert found == [(n * n, chr(0x0627 + n % 20)) for n in range(40)]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_appears_at_its_own_place(workers: int) -> None:
    results = engine.run(break_at_five, range(10), workers=workers)
    assert [next(results) for _ in range(5)] == [0, 1, 2, 3, 4]
    with pytest.raises(ValueError, match="five"):
        next(results)


def test_items_are_not_all_taken_ahead() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = engine.run(break_at_five, (n + 10 for n in items()), workers=2)
    next(results)
    assert len(taken) < 20
    results.close()  # type: ignore[attr-defined]


def test_nothing_in_nothing_out() -> None:
    assert list(engine.run(break_at_five, [], workers=2)) == []


def test_wrong_requests_are_sentences() -> None:
    with pytest.raises(UsageError, match="give 1 or more"):
        engine.run(break_at_five, [], workers=0)
    with pytest.raises(UsageError, match="choose one of local, ray"):
        engine.run(break_at_five, [], engine="spark")  # type: ignore[arg-type]


def test_a_missing_ray_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(EngineMissing, match=r"sayso\[ray\]"):
        list(engine.run(break_at_five, [1], engine="ray"))
