"""Results go to standard output, talk to standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import msgspec
import typer

Item = TypeVar("Item")

PATIENCE = 1.0
"""Seconds before a running count appears on a terminal."""


def out_json(value: object, *, pretty: bool = False) -> None:
    """Print one JSON value and a line end, UTF-8 whatever the terminal's locale says."""
    raw = msgspec.json.encode(value)
    out_bytes(msgspec.json.format(raw, indent=1) if pretty else raw)


def out_bytes(raw: bytes) -> None:
    """Print bytes and a line end."""
    sys.stdout.flush()
    sys.stdout.buffer.write(raw + b"\n")
    sys.stdout.buffer.flush()


def out(text: str) -> None:
    """Print text; characters that the terminal's encoding lacks become replacement marks, never an error."""
    out_bytes(text.encode(sys.stdout.encoding or "utf-8", "replace"))


def say(text: str) -> None:
    """Say something that is not a result."""
    typer.echo(text, err=True)


def refuse(name: str, reason: str) -> None:
    """Name an input that was not taken, with its reason."""
    say(f"refused {name}: {reason}")


def counted(items: Iterable[Item], what: str) -> Iterator[Item]:
    """Pass items through; on a terminal, once it takes over a second, keep a running count on standard error."""
    if not sys.stderr.isatty():
        yield from items
        return
    began = last = time.monotonic()
    shown = number = 0
    for number, item in enumerate(items, start=1):
        now = time.monotonic()
        if now - began > PATIENCE and now - last > 0.1:
            last, shown = now, number
            sys.stderr.write(f"\r\x1b[K{number} {what} ({now - began:.0f} s)")
            sys.stderr.flush()
        yield item
    if shown:
        sys.stderr.write(f"\r\x1b[K{number} {what} in {time.monotonic() - began:.0f} s\n")


def plain(value: Any) -> str:
    """Write a number as people do: no `.0`, an en dash for nothing."""
    if value is None:
        return "–"
    return f"{value:g}" if isinstance(value, float) else str(value)


def table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    """Print a table that keeps to the terminal's width."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - rich loads only for people
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    grid = Table(*head, box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for row in rows:
        grid.add_row(*(Text(plain(cell)) for cell in row))
    Console(file=sys.stdout, soft_wrap=False).print(grid)
