"""How reporting writes things: dates, numbers and ranges for people, and other people's text made harmless.

Nothing here infers anything: every function turns one value into words.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal
from urllib.parse import urlsplit

from sayso.records import ActorTie, Range, TimelineEntry

Direction = Literal["ltr", "rtl"]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}

RULES = {"airwars": "Airwars rule", "ucdp": "UCDP rule", "acled": "ACLED rule", "gtd": "GTD rule"}

_RTL_LANGUAGES = {"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}

# Characters that reorder or hide what stands around them (UAX 9 embeddings, overrides, isolates; tags; separators).
# The zero-width joiners stay: Persian and Indic scripts are written with them.
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff\ufffe\uffff]"
)
_SPACE = re.compile("[^\\S\u00a0\u202f]+")  # hard spaces keep a range on one line


def clean(text: str) -> str:
    """Make control characters and invisible direction marks visible, as `⟨U+202E⟩`; all else stays as written."""
    return _HIDDEN.sub(lambda m: f"⟨U+{ord(m[0]):04X}⟩", text)


def one_line(text: str) -> str:
    """Clean `text` and fold every run of white space into one space."""
    return _SPACE.sub(" ", clean(text)).strip()


def sentence(text: str) -> str:
    """Make `text` one line that starts with a capital and ends with a full stop."""
    line = one_line(text)
    if not line:
        return ""
    line = line[0].upper() + line[1:]
    return line if line[-1] in ".!?…”»؟۔" else f"{line}."


def direction(text: str, language: str | None = None) -> Direction:
    """Say which way `text` runs: by its first strong character, else by its language."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind == "L":
            return "ltr"
        if kind in {"R", "AL"}:
            return "rtl"
    return "rtl" if (language or "").split("-")[0] in _RTL_LANGUAGES else "ltr"


def language_tag(language: str | None) -> str | None:
    """Give a language back when it is written as a tag (`ar`, `zh-Hant`), else null."""
    return language if language and re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", language) else None


def number(value: float | None) -> str:
    """Write a number for people: `3,000`, `2.5`; a missing one is `unknown`."""
    if value is None:
        return "unknown"
    if float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def spread(low: float | None, high: float | None) -> str:
    """Write what a figure allows: `6`, `6–8`, `6 or more`, `8 or fewer`, `not a number`."""
    if low is None and high is None:
        return "no number"
    if high is None:
        return f"{number(low)} or more"
    if low is None:
        return f"{number(high)} or fewer"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def three(minimum: float | None, best: float | None, maximum: float | None, dash: str = "–") -> str:
    """Write minimum, best and maximum: `6 – 7 – 20`; `unknown` when nothing was claimed."""
    if minimum is None and best is None and maximum is None:
        return "unknown"
    if minimum == best == maximum:
        return number(best)
    return f"\u00a0{dash}\u00a0".join("?" if v is None else number(v) for v in (minimum, best, maximum))


def range_words(value: Range) -> str:
    """Write a weighed range as minimum, best and maximum; what nobody mentions is not a claimed 0."""
    return NONE_MENTIONED if silent(value) else three(value.minimum, value.best, value.maximum)


NONE_MENTIONED = "none mentioned"


def silent(value: Range) -> bool:
    """Whether a range is 0 only because nobody mentions such harm, as recorders code it: no origin claims that 0."""
    return not value.origins and any(reason.step.casefold() == "silence" for reason in value.reasons)


def _day(text: str) -> str | None:
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text)
    if not match:
        return None
    year, month, day = match[1], match[2], match[3]
    if month is None:
        return year
    if not 1 <= int(month) <= 12:
        return None
    return f"{MONTHS[int(month) - 1]} {year}" if day is None else f"{int(day)} {MONTHS[int(month) - 1]} {year}"


_NTH = ("first", "second", "third", "fourth")


def _loose(head: str) -> str | None:
    """Words for the TIMEX3 values that are not a calendar date."""
    if week := re.fullmatch(r"(\d{4})-W(\d{2})(-WE)?", head):
        return f"{'the weekend of ' if week[3] else ''}week {int(week[2])} of {week[1]}"
    if part := re.fullmatch(r"(\d{4})-([QH])([1-4])", head):
        return f"{_NTH[int(part[3]) - 1]} {'quarter' if part[2] == 'Q' else 'half'} of {part[1]}"
    if weekday := re.fullmatch(r"X{4}-WXX-([1-7])", head):
        return f"a {_DAYS[int(weekday[1]) - 1]}"
    if season := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", head):
        return f"{_SEASONS[season[2]]} {season[1]}"
    return None


def moment(value: str | None, *, missing: str = "undated") -> str:
    """Write a partial ISO 8601 or TIMEX3 value for people, with the precision it has.

    `2031-03-06T19:05+00:00` is `6 March 2031, 19:05 UTC`; an offset is written as it stands; no value gives `missing`.
    """
    if not value:
        return missing
    if "/" in value:
        first, _, last = value.partition("/")
        return f"{moment(first)} to {moment(last)}"
    head, _, tail = value.replace(" ", "T").partition("T")
    day = _day(head) or _loose(head)
    if day is None:
        return one_line(value)
    return f"{day}, {_clock(tail)}" if tail else day


def moment_of(entry: TimelineEntry) -> str:
    """The moment of an entry of the timeline, with the days by which it may be off."""
    if not isinstance(entry.give_or_take, int):
        return moment(entry.when)
    return f"{moment(entry.when)}, give or take {plural(entry.give_or_take, 'day')}"


def _clock(tail: str) -> str:
    """Words for what follows the `T` of a time value: a part of the day, or a clock with its zone."""
    if tail in _PARTS:
        return _PARTS[tail]
    clock = re.fullmatch(r"(\d{2}):?(\d{2})?(?::?(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?", tail)
    if not clock:
        return one_line(tail)
    zone = {"Z": " UTC", "+00:00": " UTC", "+0000": " UTC", None: ""}.get(clock[4], f" {clock[4]}")
    return f"{clock[1]}:{clock[2] or '00'}{zone}"


def brief(value: str | None) -> str:
    """Write a day without its clock and with a short month: `6 Mar 2031`."""
    text = moment((value or "").partition("T")[0])
    for month in MONTHS:
        text = text.replace(month, month[:3])
    return text


def weekday(value: str | None) -> str | None:
    """Name the day of the week of a full ISO date; null when the date is not known to the day."""
    import datetime as dt  # noqa: PLC0415 - only reports with a dated incident need it

    try:
        return _DAYS[dt.date.fromisoformat((value or "")[:10]).weekday()]
    except ValueError:
        return None


def quantity(key: str) -> str:
    """Name a weighed quantity: `killed` is `People killed`, `destroyed: T-62 tanks` is `T-62 tanks destroyed`."""
    what, _, of = key.partition(":")
    what, of = one_line(what.replace("_", " ")), one_line(of)
    people = {"killed", "injured", "missing", "detained", "displaced", "captured", "wounded"}
    if of:
        return f"{of[0].upper()}{of[1:]} {what}" if what not in {"distance", "money"} else f"{what.capitalize()}: {of}"
    return f"People {what}" if what in people else what.capitalize()


def percent(share: float) -> str:
    """Write a probability as whole percents, never as 0 or 100 unless it is."""
    value = 100 * share
    return "<1" if 0 < value < 0.5 else ">99" if 99.5 < value < 100 else f"{value:.0f}"


_SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def counted(count: int, one: str, many: str | None = None, *, first: bool = False) -> str:
    """Write a count in running text: `three origins`, `13 origins`; with a capital when it opens a sentence."""
    text = f"{_SMALL[count] if count < len(_SMALL) else f'{count:,}'} {one if count == 1 else many or one + 's'}"
    return text[0].upper() + text[1:] if first else text


def plural(count: int, one: str, many: str | None = None) -> str:
    """Write a count with its noun: `1 origin`, `3 origins`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(parts: list[str] | tuple[str, ...], last: str = "and") -> str:
    """Join names as a sentence does: `A`, `A and B`, `A, B and C`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def inline(text: str) -> str:
    """Put a name into running text: `People killed` is `people killed`, while `T-62 tanks` keeps its capital."""
    return text[0].lower() + text[1:] if text[1:2].islower() else text


def shortlist(names: list[str], most: int = 5) -> str:
    """Join the first names and count the rest, as in `A, B and 3 more`."""
    return listed(names if len(names) <= most + 1 else [*names[:most], f"{len(names) - most} more"])


TIES = {
    "part_of": "part of", "backed_by": "backed by", "trained_by": "trained by", "armed_by": "armed by",
    "funded_by": "funded by", "led_by": "led by", "loyal_to": "loyal to", "allied_with": "allied with",
    "affiliated_with": "affiliated with", "opposed_to": "opposed to",
}  # fmt: skip


def tied(tie: ActorTie) -> str:
    """Write what is said that an actor is to another, never without whose word it is."""
    told = []
    for denied in (False, True):
        voices = [one_line(s.speaker or s.outlet or "a document") for s in tie.stated if s.denied == denied]
        voices = list(dict.fromkeys(voices))
        if voices:
            say = "says" if len(voices) == 1 else "say"
            told.append(f"{'not ' * denied}{TIES[tie.kind]} {one_line(tie.name)}, {say} {shortlist(voices, 3)}")
    return "; ".join(told)


def safe_link(url: str | None) -> str | None:
    """Give `url` back when a reader may be sent there (http or https, a host, no control characters), else null."""
    if not url or _HIDDEN.search(url) or _SPACE.search(url.strip()) or any(c in url for c in "\"'<>`\\{}|^"):
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme.lower() in {"http", "https"} and parts.hostname else None
