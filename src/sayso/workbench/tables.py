"""Spreadsheets in, answers out: who claims what, and rival explanations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import BinaryIO

import msgspec

from sayso.errors import InputRefused, UsageError
from sayso.explaining import parse_matrix, score
from sayso.records import AchMethod, Matrix, Refused, Resolution, SourceClaim, Verdict

__all__ = ["ach", "resolve"]


def _named(path: str | Path) -> str:
    """What a refusal calls the file."""
    return "standard input" if str(path) == "-" else str(path)


def _file_text(path: str | Path, stdin: BinaryIO | None) -> str:
    """The text of a table; `-` is standard input."""
    name = _named(path)
    if str(path) == "-" and stdin is None:
        raise InputRefused(name, "nothing is connected to it; name a file.")
    try:
        raw = stdin.read() if str(path) == "-" and stdin is not None else Path(path).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as fault:
        raise InputRefused(name, f"it cannot be read ({fault.strerror}); check the name and the permissions.") from None
    except UnicodeDecodeError:
        raise InputRefused(name, "it is not UTF-8; save the table as CSV in UTF-8.") from None


def resolve(
    claims: str | Path | Iterable[SourceClaim],
    *,
    method: str = "auto",
    hierarchy: str | Path | None = None,
    known: str | Path | Mapping[str, str] | None = None,
    crowd: bool = False,
    stdin: BinaryIO | None = None,
) -> Resolution:
    """Resolve who claims what: for each object one of the claimed values, never an average but in a crowd.

    Args:
        claims: a CSV file with the columns `object,source,value` (optional `origin,date,confidence`), `-` for `stdin`,
            or the claims themselves.
        method: `auto`, `vote`, `truthfinder`, `sums`, `average-log`, `investment`, `pooled-investment`, `accu`,
            `accu-alone`, `dawid-skene`, `crh`, `centre`.
        hierarchy: a CSV file `child,parent`, by which a coarser value supports a finer one.
        known: answers of some objects, a CSV file `object,value` or by name: they are held, and sources are measured
            against them.
        crowd: the table holds a crowd's answers to questions, not reports of what happened: a mean of numbers, or a
            label that nobody gave, may be held. Only with `auto`, `centre` and `dawid-skene`.
        stdin: where `-` reads from.

    Returns:
        The objects in order of first appearance, each with `support`, a share 0..1; the sources by name, each with a
        `reliability` 0..1 and its 95 % interval, or null and the reason; rows that were not taken under `refused`.

    Raises:
        InputRefused: a file cannot be read, has not the columns, or has no row that can be taken.
        UsageError: unknown method, or one that does not suit the table.
    """
    from sayso.weighing.resolution import parse_claims, parse_hierarchy, parse_known  # noqa: PLC0415 - tables only
    from sayso.weighing.resolution import resolve as resolve_claims  # noqa: PLC0415

    refused: list[Refused] = []
    if isinstance(claims, str | Path):
        rows, faults = parse_claims(_file_text(claims, stdin), _named(claims))
        refused += faults
    else:
        rows = list(claims)
    answers: Mapping[str, str] = {}
    if isinstance(known, str | Path):
        answers, faults = parse_known(_file_text(known, stdin), _named(known), rows)
        refused += faults
    elif known is not None:
        answers = known
    parents = parse_hierarchy(_file_text(hierarchy, stdin), str(hierarchy)) if hierarchy is not None else {}
    found = resolve_claims(rows, method=method, hierarchy=parents, known=answers, crowd=crowd)
    return msgspec.structs.replace(found, refused=tuple(refused)) if refused else found


def ach(matrix: str | Path | Matrix, *, method: AchMethod = "bayes", stdin: BinaryIO | None = None) -> Verdict:
    """Score competing hypotheses by all four methods.

    Args:
        matrix: a CSV file with evidence in rows and hypotheses in columns, `-` for `stdin`, or a `Matrix`.
        method: which score ranks.
        stdin: where `-` reads from.

    Returns:
        Scores, ranks with ties kept, probabilities (0..1, which sum to 1), and what each row decides.

    Raises:
        InputRefused: the file cannot be read, or a cell is none of the ratings.
        UsageError: unknown method, or no hypotheses.
    """
    if not isinstance(matrix, Matrix):
        matrix = parse_matrix(_file_text(matrix, stdin), str(matrix))
    if not matrix.hypotheses:
        raise UsageError("The matrix has no hypotheses: give one column for each.")
    return score(matrix, method)
