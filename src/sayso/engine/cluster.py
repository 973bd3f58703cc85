"""A Ray cluster, or Ray on this machine when there is none."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from sayso.errors import EngineMissing

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 4


def _ray() -> Any:
    # Nothing is phoned home: usage reports are off before Ray is imported.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    try:
        import ray  # noqa: PLC0415 - an optional extra
    except ImportError:
        raise EngineMissing(
            'The engine "ray" is not installed. Install it (pip install "sayso[ray]") or keep --engine local.'
        ) from None
    return ray


def run(function: Callable[[Item], Result], items: Iterable[Item], workers: int) -> Iterator[Result]:
    """Yield `function(item)` in input order with up to `workers` tasks at once per look-ahead step.

    Joins the cluster named by `RAY_ADDRESS`, else starts Ray on this machine for the time of the run.
    """
    ray = _ray()
    started = not ray.is_initialized()
    if started:
        address = os.environ.get("RAY_ADDRESS")
        here = {"num_cpus": workers, "include_dashboard": False}
        options: dict[str, Any] = {"address": address} if address else here
        ray.init(log_to_driver=False, logging_level="ERROR", **options)
    task = ray.remote(function)
    waiting: deque[Any] = deque()
    try:
        for item in items:
            waiting.append(task.remote(item))
            if len(waiting) >= workers * AHEAD:
                yield ray.get(waiting.popleft())
        while waiting:
            yield ray.get(waiting.popleft())
    finally:
        if started:
            ray.shutdown()
