"""A million claims resolved, by every method and by `auto`: from the CSV to the JSON, on one core.

The table is made up: five sources of two thousand speak to each object, each right as often as its own skill has it;
one in twenty copies another. Labels are ten for Dawid-Skene, which needs a closed set, and open for the others.
"""

from __future__ import annotations

import csv
import io
import random
import time

import msgspec

from sayso.errors import UsageError
from sayso.weighing.resolution import METHODS, parse_claims, resolve

MILLION, SOURCES, EACH = 1_000_000, 2_000, 5


def table(claims: int = MILLION, *, labels: int | None = None) -> str:
    """CSV text of a made-up table; values are `labels` names for all objects, or names of each object's own."""
    chance = random.Random(7)  # noqa: S311 - the table is made, not secret
    skill = [chance.uniform(0.4, 0.95) for _ in range(SOURCES)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("object", "source", "value"))
    for thing in range(claims // EACH):
        said: dict[int, int] = {}
        truth = chance.randrange(labels) if labels else 0
        for who in chance.sample(range(SOURCES), EACH):
            model = who - 1 if who % 20 == 19 and who - 1 in said else None
            wrong = chance.randrange(labels or 8)
            said[who] = said[model] if model is not None else truth if chance.random() < skill[who] else wrong
        own = "" if labels else f"{thing} "
        writer.writerows((f"object {thing}", f"source {who}", f"value {own}{value}") for who, value in said.items())
    return out.getvalue()


def resolving(claims: int = MILLION) -> list[str]:
    """Lines of the table: seconds of processor time for reading, resolving and writing out."""
    opened = {None: table(claims), 10: table(claims, labels=10)}
    lines = []
    for method in METHODS:
        for labels, text in opened.items():
            # Only Dawid-Skene, and what chooses it, is timed on both.
            if (labels is not None and method not in ("auto", "dawid-skene")) or (
                labels is None and method == "dawid-skene"
            ):
                continue
            began = time.process_time()
            try:
                found = resolve(parse_claims(text, "claims.csv").claims, method=method)
            except UsageError as fault:
                lines.append(f"resolving, {method:18} refused: {fault}")
                continue
            msgspec.json.encode(found)
            took = time.process_time() - began
            shape = f"{labels} labels" if labels else "open values"
            lines.append(f"resolving {method:18} {took:6.1f} s for {claims:,} claims, {shape} ({found.method})")
    return lines


if __name__ == "__main__":
    print("\n".join(resolving()))
