"""The English cases of Microsoft's Recognizers-Text (MIT): how many pass, file by file.

Those recognisers serve assistants that book meetings, so their answers have another shape. Compared are:

- *Spans*. They take `from`, `on the`, `before` into an expression and TIMEX3 does not: at the front such words are left
  off on both sides. They make a range one expression, TIMEX3 two: ours inside one of theirs are joined.
- *Values*, where a file has them. Theirs is a TIMEX string, and two dates where it leaves the year open: ours must
  equal the string, or fill its `X`s as one of the two dates does. A range `(from, to, length)` is met by two values
  of ours, from and to, or by the length alone; a month or year that begins on their day is the same end of a range.
  They count `two weeks ago` to the day, TIMEX3 to the week: one day of theirs is met by the week, month or year that
  holds it. `T14` is met by any day at 14:00; halves (`PT2.5H`) and quarters (`P2Q`) are written out in hours and
  months. Modifiers are not compared.

A case passes when each of its expressions is met and nothing else is found; an empty case when nothing is found.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from evals.scoring import Row, mean_interval
from sayso.reading.times import find_times
from sayso.records import TimeMention

_FRONT = re.compile(
    r"(?:(?:from|between|on|in|at|the|before|after|since|until|till|by|for|of|during|within|over|to|and|through|"
    r"any ?time|about|around)\s+)+",
    re.IGNORECASE,
)


def recognizers(data: Path, scorer: ModuleType) -> list[Row]:  # noqa: ARG001 - all sets take the scorer
    """The share of cases passed, by file and in all."""
    rows, everything = [], []
    for path in sorted((data / "time-expressions").glob("*.json")):
        cases = json.loads(path.read_text(encoding="utf-8-sig"))
        passed = [float(passes(case)) for case in cases]
        everything += passed
        rows.append(Row(f"recognizers/{path.stem}", "cases passed", "sayso", *mean_interval(passed), len(cases)))
    return [*rows, Row("recognizers", "cases passed", "sayso", *mean_interval(everything), len(everything))]


def passes(case: dict[str, Any]) -> bool:
    """Whether a case passes, as the module says."""
    text = case["Input"]
    left = list(find_times(text, case.get("Context", {}).get("ReferenceDateTime", "")[:10] or None))
    for result in case["Results"]:
        start = result["Start"]
        end = result["End"] + 1 if "End" in result else start + result["Length"]
        inside = [t for t in left if t.start < end and start < t.end]
        left = [t for t in left if t not in inside]
        if not inside or not _same_span(text, start, end, inside) or not _same_value(result, inside):
            return False
    return not left


def _same_span(text: str, start: int, end: int, ours: list[TimeMention]) -> bool:
    return _core(text, start, end) == _core(text, ours[0].start, ours[-1].end)


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    front = _FRONT.match(text, start, end)
    start = front.end() if front else start
    return start, start + len(text[start:end].rstrip(" .,"))


def _same_value(result: dict[str, Any], ours: list[TimeMention]) -> bool:
    values = tuple(_plain(t.value) for t in ours)
    wanted = list(_wanted(result))
    meets = _meets if len(values) == 1 else _begins
    return not wanted or any(len(values) == len(want) and all(map(meets, values, want)) for want in wanted)


def _wanted(result: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """Every sequence of values that would be right; none where the file gives no values."""
    if "Value" in result:
        value = result["Value"]
        for side in ("PastResolution", "FutureResolution"):
            dates = value.get(side, {})
            yield from _readings(
                value.get("Timex", ""), dates.get("date") or dates.get("startDate") or dates.get("dateTime")
            )
    for value in (result.get("Resolution") or {}).get("values", ()):
        if value.get("timex"):
            yield from _readings(value["timex"], value.get("value") or value.get("start"))


def _readings(timex: str, day: str | None) -> Iterator[tuple[str, ...]]:
    if timex.startswith("("):
        first, last, length, *_ = timex.strip("()").split(",")
        yield _filled(first, day), _filled(last, day)
        yield (_plain(length),)
    else:
        yield (_filled(timex, day),)


def _filled(timex: str, day: str | None) -> str:
    """A TIMEX string with its unknown year, month or week filled from the date it was resolved to."""
    date = day if day and re.match(r"\d{4}-\d\d-\d\d", day) else None
    if date and re.match(r"XXXX-WXX-\d|XXXX-XX-\d\d|XXXX-\d\d-WXX", timex):
        clock = timex.find("T")
        return _plain(date[:10] + (timex[clock:] if clock > 0 else ""))
    if date and timex.startswith("XXXX"):
        return _plain(date[:4] + timex[4:])
    if date and re.fullmatch(r"SP|SU|FA|WI", timex):
        return f"{date[:4]}-{timex}"
    return _plain(timex)


def _plain(value: str) -> str:
    """A value with the zeros of its clock left off (`T14:00:00` is `T14`), halves and quarters written out."""
    if half := re.fullmatch(r"P(T?)(\d*)\.5([YDH])", value):
        whole, (size, unit) = half[2].lstrip("0"), {"Y": ("6", "M"), "D": ("12", "H"), "H": ("30", "M")}[half[3]]
        return f"P{half[1]}{whole}{half[3] if whole else ''}{'T' if half[3] == 'D' else ''}{size}{unit}"
    if quarters := re.fullmatch(r"P(\d+)Q", value):
        return f"P{int(quarters[1]) * 3}M"
    return re.sub(r"(T\d\d(?::[0-5][1-9]|:[1-5]0)?)(?::00)+\Z", r"\1", value)


def _meets(ours: str, wanted: str) -> bool:
    if wanted.startswith("T"):
        return "T" in ours and ours[ours.index("T") :] == wanted
    return ours == wanted or _holds(ours, wanted)


def _holds(ours: str, day: str) -> bool:
    """Whether a week, month or year holds a day."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return False
    if re.fullmatch(r"\d{4}-W\d\d", ours):
        try:
            year, week, _ = date.fromisoformat(day).isocalendar()
        except ValueError:
            return False
        return ours == f"{year}-W{week:02d}"
    return bool(re.fullmatch(r"\d{4}(?:-\d\d)?", ours)) and day.startswith(ours)


def _begins(ours: str, wanted: str) -> bool:
    return ours == wanted or (len(ours) in (4, 7) and wanted == ours + "-01-01"[len(ours) - 10 :])
