"""Where one sentence ends and the next begins.

Blank lines always break; so do list items and headlines (short lines without a full stop). A full stop breaks unless
it belongs to an abbreviation, an initial or a number. Footnote digits glued to the end of a sentence stay with it.
Linear in the length of the text: every pattern is possessive or anchored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.knowledge.wordlists import words

__all__ = ["split"]

_CLOSERS = "\"'”’»)\\]"
# A run of final marks, what closes after it, and footnote digits or bracketed numbers glued to that; or a line break.
_CANDIDATE = re.compile(
    rf"(?<![.!?…。！？])[.!?…。！？]++(?P<close>[{_CLOSERS}]*+)(?P<note>\[?\d{{1,3}}\]?|(?:\[\d{{1,4}}\]){{1,4}})?(?=\s|\Z)"
    r"|(?P<wide>[。！？]++[”’」』]*+)"
    r"|(?P<line>\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])"
)
_BLANK = re.compile(r"[^\S\n\r\x0b\x0c\x85\u2028\u2029]*+[\n\r\x0b\x0c\x85\u2028\u2029]")
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»()\[\]]{1,24}\Z")
_WORD_AFTER = re.compile(r"\s*+[\"'“”‘’«»(\[—–-]*+(?P<word>[^\s\"”’»)\],;:.!?]{1,24})")
_LIST_ITEM = re.compile(r"[^\S\n]*+(?:[-*•‣◦–—·][^\S\n]|\(?(?:\d{1,3}|[a-z])[.)][^\S\n])|[A-Z][a-z]{2,14}:[^\S\n]")
_SAYS_WHO = re.compile(
    r"\s++(?:[A-Z][^\s.,;:!?]*+\s++){1,4}(?:said|says|asked|asks|added|replied|told)\b[^.!?\n]{0,40}[.]"
)

# A title stands before a name, so its full stop never ends a sentence.
_TITLES = words(
    "mr mrs ms mx dr prof gen lt col maj capt cpt cmdr sgt cpl pvt adm brig cdr hon rev fr sr sra st sen rep gov "
    "pres amb atty supt det insp messrs mme mlle fmr dep asst eng sec vs sens reps govs gens drs mt ft pfc ofc"
)
# These may end a sentence, and then a capitalised function word follows.
_ABBREVIATIONS = words(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun no nos inc corp "
    "co ltd llc bros jr etc al approx est dept univ ave blvd rd ca cf fig figs vol pp p ed eds op art sect par al "
    "ext tel u.s u.k u.n e.u u.s.a u.a.e d.c a.m p.m e.g i.e ph.d b.a m.a m.d l.a n.y r.i n.j n.c s.c n.h n.m "
    "w.va calif conn ariz colo fla ill ind kan mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va "
    "vt wash wis wyo ala ark del ga ky la md n.d s.d ont que"
)
_NUMBERED = words("no nos art fig figs vol pp p sect par ca approx cf e.g i.e")
_STARTERS = words(
    "The A An This That These Those He She It They We I You His Her Its Their Our My In On At But And Or So Yet "
    "For If When While As After Before Since Although Though However Meanwhile There Here What Who Why How Where "
    "Not No Some Many Most Several All Both Each Asked According Earlier Later Last Now Then With By From To Of "
    "About Among Under Also Still Even Only Another Other One Two Three Despite During Until Because Once"
)
_LONE = 8
_TIMES = words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Jan Feb March April May June July Aug Sept Oct Nov Dec "
    "January February August September October November December EST EDT CST PST GMT UTC BST CET ET PT CT"
)
_WRAP = 50  # a line shorter than this that is followed by a capital was not broken by wrapping
_LONGEST_WRAP = 100  # lines longer than this are whole paragraphs


def split(text: str) -> tuple[tuple[int, int], ...]:
    """Split `text` into sentences.

    Args:
        text: any text, of any length, in any script.

    Returns:
        Half-open (start, end) pairs in text order, trimmed of white space, not overlapping. Every character that is
        not white space lies in exactly one of them.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for cut, hard in _cuts(text):
        if not hard and cut - start < _LONE and not any(c.isalnum() for c in text[start:cut]):
            continue  # marks that stand alone ("troops. … We") join what follows
        _keep(text, start, cut, spans)
        start = cut
    _keep(text, start, len(text), spans)
    return tuple(spans)


def _keep(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    piece = text[start:end]
    bare = piece.lstrip()
    if bare:
        first = end - len(bare)
        spans.append((first, first + len(bare.rstrip())))


def _cuts(text: str) -> Iterator[tuple[int, bool]]:
    line_start = 0
    for found in _CANDIDATE.finditer(text):
        end = found.end()
        if found["line"] is not None:
            if _line_breaks(text, line_start, found.start(), end):
                yield end, True
            line_start = end
        elif found["wide"] is not None or _stop_breaks(text, found, line_start):
            yield end, False


def _line_breaks(text: str, line_start: int, line_end: int, after: int) -> bool:
    """Whether the end of this line ends a sentence too."""
    if line_end == line_start or _BLANK.match(text, after) or after >= len(text):
        return True
    if _LIST_ITEM.match(text, after) or _LIST_ITEM.match(text, line_start):
        return True
    follow = _WORD_AFTER.match(text, after)
    if follow is None or follow["word"][0].islower():
        return False
    last = text[line_end - 1]
    if last in ",;-–—" or (last == "." and _abbreviated(text, line_end - 1, follow["word"])):
        return False
    length = line_end - line_start
    return last in '.!?…:"”’»' or length < _WRAP or length > _LONGEST_WRAP


def _stop_breaks(text: str, found: re.Match[str], line_start: int) -> bool:
    """Whether the full stop (or other final mark) found ends a sentence."""
    follow = _WORD_AFTER.match(text, found.end())
    if follow is None:
        return True
    word = follow["word"]
    if word[0].islower():
        return False
    mark, close, note = text[found.start()], found["close"], found["note"]
    if note and not close and not text[found.start() - 1 : found.start()].isalpha():
        return False  # "3.12 The" is a number, "plans.12 The" a footnote
    if close:
        return not (close[0] in "\"'”’»" and _SAYS_WHO.match(text, found.end()))
    if mark != "." or note or text[found.start() : found.start() + 2] == "..":
        return True
    return not _abbreviated(text, found.start(), word) and not _enumerates(text, line_start, found.start())


def _abbreviated(text: str, stop: int, follow: str) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation before `follow`."""
    before = _WORD_BEFORE.search(text, max(0, stop - 24), stop)
    if before is None:
        return False
    word = before.group()
    low = word.lower()
    if low in _TITLES:
        return True
    if low in _NUMBERED and word[0].isupper() | (low != "no"):
        return follow[0].isdigit() or follow not in _STARTERS
    if low in _ABBREVIATIONS and (word[0].isupper() or "." in word or len(low) > 2):
        return follow not in _STARTERS and (low not in {"a.m", "p.m", "etc"} or follow in _TIMES)
    initial = word[-1].isupper() and (len(word) == 1 or word[-2] in ".-")
    return initial and follow not in _STARTERS


def _enumerates(text: str, line_start: int, stop: int) -> bool:
    """Whether this stop follows the number of a list item at the start of a line ("1. The convoy")."""
    head = text[line_start:stop] if stop - line_start < 6 else ""
    return head.strip().isdigit()
