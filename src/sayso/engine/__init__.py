"""Run a pure function over many inputs: here, in several processes, or on a Ray cluster.

The function never knows where it runs, results come back in input order, and every engine gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, TypeVar

from sayso.errors import UsageError

__all__ = ["ENGINES", "EngineName", "run"]

EngineName = Literal["local", "ray"]
ENGINES: tuple[EngineName, ...] = ("local", "ray")

Item = TypeVar("Item")
Result = TypeVar("Result")


def run(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    engine: EngineName = "local",
    workers: int = 1,
) -> Iterator[Result]:
    """Apply `function` to every item and yield the results in input order.

    Args:
        function: pure and importable by name (so that other processes find it).
        items: any iterable; it is read ahead by a few items per worker, never all at once.
        engine: `local` (this machine) or `ray` (needs the `ray` extra).
        workers: processes to use, 1 or more; 1 on `local` stays in this process.

    Raises:
        UsageError: unknown engine or fewer than one worker.
        EngineMissing: `ray` is not installed.
        Exception: whatever `function` raises, at the place of its item.
    """
    if workers < 1:
        raise UsageError(f"{workers} workers cannot do any work: give 1 or more with --workers.")
    if engine == "local":
        from sayso.engine import local  # noqa: PLC0415 - process pools load only when used

        return local.run(function, items, workers)
    if engine == "ray":
        from sayso.engine import cluster  # noqa: PLC0415 - Ray is an extra and heavy

        return cluster.run(function, items, workers)
    raise UsageError(f"There is no engine called {engine!r}: choose one of {', '.join(ENGINES)}.")
