"""Results go to standard output, talk to standard error."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NoReturn

import msgspec
import typer

from sayso.desk import progress
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.workbench.lines import Line

_PLAIN = str.maketrans("“”‘’–—…·•─━┄├┤│◇◆●○→←×", "\"\"''--..*---|||<>oo><x", "\u2068\u2069")
"""Stand-ins for terminals whose encoding knows ASCII only; each is one cell wide."""


def out_json(value: object) -> None:
    """Print one JSON value and a line end, UTF-8 whatever the terminal's locale says."""
    out_bytes(msgspec.json.encode(value))


def done(value: object, sentence: str, *, json: bool) -> None:
    """Say that something was done: as JSON for machines, else in a sentence. Paths are written as text."""
    if json:
        out_bytes(msgspec.json.encode(value, enc_hook=lambda p: os.fsencode(p).decode("utf-8", "replace")))
    else:
        out(sentence)


def out_bytes(raw: bytes) -> None:
    """Print bytes and a line end.

    Raises:
        UsageError: standard output is closed or full.
    """
    if sys.stdout is None:
        raise UsageError("Standard output is closed, so the result cannot be printed; open it, or send it to a file.")
    progress.clear()
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(raw + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _let_go()
        sys.exit(0)  # who reads our output (head, less) has had enough
    except OSError as fault:
        _let_go()
        raise UsageError(f"The result cannot be printed: {fault.strerror}. Send it elsewhere.") from None


def _let_go() -> None:
    """Send what Python still holds for standard output nowhere, so that it does not complain again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def out(text: str) -> None:
    """Print text; characters that the terminal's encoding lacks become stand-ins, never an error."""
    encoding = (sys.stdout.encoding if sys.stdout else None) or "utf-8"
    try:
        raw = text.encode(encoding)
    except UnicodeEncodeError:
        raw = text.translate(_PLAIN).encode(encoding, "replace")
    out_bytes(raw)


def say(text: str) -> None:
    """Say something that is not a result, in one line."""
    progress.clear()
    typer.echo("".join(c if c.isprintable() else _seen(c) for c in text), err=True)


def _seen(char: str) -> str:
    return " " if char.isspace() and char not in "\r\n" else "\N{REPLACEMENT CHARACTER}"


def refuse(name: str, reason: str) -> None:
    """Name an input that was not taken, with its reason."""
    say(f"refused {name}: {reason}")


def stop(sentence: str, code: int) -> NoReturn:
    """Say why it ends here, and end."""
    say(f"sayso: {sentence}")
    sys.exit(code)


def text_of(path: Path) -> str:
    """The text of a file; `-` is standard input.

    Raises:
        UsageError: it cannot be read, or is not UTF-8.
    """
    try:
        raw = sys.stdin.buffer.read() if str(path) == "-" and sys.stdin is not None else path.read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as fault:
        raise UsageError(f"{path} cannot be read ({fault.strerror}); check the name and the permissions.") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8; save it as plain text in UTF-8.") from None


def stdin() -> BinaryIO | None:
    """Standard input as bytes; null when it is closed."""
    return None if sys.stdin is None else sys.stdin.buffer


def width() -> int:
    """Columns of the terminal, 40 at least; 80 where there is none."""
    return max(40, shutil.get_terminal_size((80, 24)).columns)


def colour() -> bool:
    """Whether to colour: on a terminal that can, unless NO_COLOR is set."""
    return bool(
        sys.stdout is not None
        and sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )


def lines(drawn: Iterable[Line]) -> None:
    """Print lines, none wider than the terminal."""
    from sayso.workbench.lines import paint  # noqa: PLC0415 - loads for people only

    text = paint(drawn, width(), colour=colour()).rstrip("\n")
    if text:
        out(text)
