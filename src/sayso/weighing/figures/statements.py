"""What one document states of each quantity: totals sentence by sentence, and victims told one by one."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from sayso.records import Certainty, Figure, Passage, Wording
from sayso.weighing.figures.entries import HARM, OTHERS, Entry
from sayso.weighing.figures.refuting import DOUBTS, Doubt
from sayso.weighing.figures.sums import VAGUE, announced, counting, joint, single, total, unnamed
from sayso.weighing.figures.victims import Victim, died_later, victims_of


class Stated(NamedTuple):
    """One quantity as one speaker of one document states it.

    `how` is total (a number of the whole), listed (victims told one by one) or derived (worked out from two totals).
    `identified` marks a total of those whose names are known, `doubt` one that its speaker denies or does not confirm.
    """

    key: str
    what: str
    of: str | None
    group: str | None
    low: float | None
    high: float | None
    wording: Wording
    speaker: str | None
    certainty: Certainty
    document: str
    passages: tuple[Passage, ...]
    how: str
    identified: bool = False
    doubt: Doubt | None = None

    @property
    def start(self) -> int:
        """Where it stands in its document."""
        return self.passages[0].start


def stated_in(entries: Sequence[Entry], elsewhere: Sequence[Victim] = ()) -> list[Stated]:
    """Everything one document states, in text order; `elsewhere` are people of whom other documents tell."""
    found: list[Stated] = []
    whole, told = entries, {e.figure.what for e in entries if _firm(e) and not e.title and not e.part}
    # A number that the title repeats the text gives in full, and says whose it is.
    entries = [e for e in entries if not e.title or e.figure.what not in told]
    for what in HARM:
        own = [e for e in entries if e.figure.what == what]
        found.extend(_totals(what, [e for e in own if not e.part] or own))
        found.extend(_groups(what, own))
    found.extend(_implied(entries))
    found.extend(_listed(entries, found, elsewhere))
    found.extend(_announced(whole, found))
    found.extend(_things(entries))
    found = _without_dead(found, entries)
    found.extend(_survivors(found))
    return sorted(found, key=lambda s: (s.start, s.key, s.how))


def doubted_in(entries: Sequence[Entry]) -> list[Stated]:
    """Numbers of the whole, and of groups, that one document tells as denied or not confirmed, in text order."""
    found = []
    for doubt in DOUBTS:
        for what in HARM:
            own = [e for e in entries if e.figure.what == what and e.doubt == doubt]
            found += [s._replace(doubt=doubt) for s in (*_totals(what, own), *_groups(what, own))]
    return sorted(found, key=lambda s: (s.start, s.key, s.how))


def _firm(entry: Entry) -> bool:
    return not single(entry) and entry.figure.wording not in VAGUE


def implied(figure: Figure) -> bool:
    """True for a word that only implies that somebody died ("a fatal shooting", "charged with murder")."""
    return (figure.low, figure.high, figure.wording) == (1, None, "at_least") and figure.text[:2].lower() != "at"


def _totals(what: str, own: Sequence[Entry]) -> list[Stated]:
    """One total a sentence: members of an enumeration add up, a general number already holds them."""
    by: dict[tuple[int, str | None], list[Entry]] = {}
    for entry in own:
        by.setdefault((entry.sentence, entry.speaker), []).append(entry)
    found = []
    for (_, speaker), told in sorted(by.items(), key=lambda kv: kv[1][0].figure.start):
        items = [e for e in told if not implied(e.figure)]
        if all(single(e) for e in items):
            continue
        used = counting(items)
        if all(single(e) for e in used):
            continue  # told one by one, with a vague word beside: no number of the whole
        low = total([e.figure.low for e in used])
        high = total([e.figure.high for e in used])
        first = used[0].figure
        found.append(
            Stated(what, what, first.of, first.group if len(used) == 1 else None, low, high,
                   first.wording if len(used) == 1 else joint(used), speaker,
                   used[0].certainty, used[0].document, tuple(e.passage for e in used), "total",
                   all(e.identified for e in used))
        )  # fmt: skip
    return found


def _implied(entries: Sequence[Entry]) -> list[Stated]:
    """The first word that implies a death, where nobody dead is counted or told of."""
    if any(e.figure.what == "killed" and not implied(e.figure) for e in entries):
        return []
    return [
        Stated("killed", "killed", None, None, 1, 1, "at_least", e.speaker, e.certainty, e.document, (e.passage,),
               "implied")
        for e in entries
        if e.figure.what == "killed"
    ][:1]  # fmt: skip


def _groups(what: str, own: Sequence[Entry]) -> list[Stated]:
    """Parts of the whole under their own key: `killed: children`."""
    found = []
    for e in own:
        f = e.figure
        if e.mostly and f.low is not None and f.wording not in VAGUE:
            half = float(math.ceil(f.low / 2))
            found.append(
                Stated(f"{what}: {e.mostly}", what, e.mostly, e.mostly, half, half, "about", e.speaker, e.certainty,
                       e.document, (e.passage,), "half")
            )  # fmt: skip
        if f.group in {"children", "women", "men", "civilians", "combatants"} and not single(e):
            found.append(
                Stated(f"{what}: {f.group}", what, f.of, f.group, f.low, f.high, f.wording, e.speaker, e.certainty,
                       e.document, (e.passage,), "total")
            )  # fmt: skip
    return found


def _listed(entries: Sequence[Entry], totals: Sequence[Stated], elsewhere: Sequence[Victim]) -> list[Stated]:
    """Count the people told one by one; those shot count as injured unless the stated dead may include them."""
    people = victims_of(entries)
    dead = [v for v in people if v.fate == "killed"]
    hurt = [v for v in people if v.fate == "injured" and not died_later(v, elsewhere)]
    shot = [v for v in people if v.fate == "shot" and not died_later(v, elsewhere)]
    unsaid = [v for v in people if v.fate == "casualties"]
    if not any(e.figure.what == "shot" for e in entries) and any(e.figure.what == "killed" for e in entries):
        dead += unsaid
    stated = max((t.high or 0 for t in totals if t.key == "killed" and t.wording not in VAGUE), default=0)
    spare = max(0, int(stated) - len(dead))
    order = max((_ORDER[m[1].lower()] for e in entries if (m := _NTH.search(e.figure.text))), default=0)
    found = []
    for what, own in (("killed", dead), ("injured", hurt + shot[spare:])):
        if own:
            first = own[0].entries[0]
            extra = unnamed(entries, what, own)
            if what == "killed" and len(own) <= stated < len(own) + extra:
                extra = 0  # the greatest number stated holds them: those unnamed are named elsewhere in the text
            n = float(max(len(own) + extra, _death_told(entries) if what == "killed" else 0))
            if what == "injured" and n < order - len(dead):
                n = float(order - len(dead))  # "a fourth victim" says that there are four
            passages = tuple(sorted((v.entries[0].passage for v in own), key=lambda p: p.start))
            how = "named" if _known_by_name(own) else "listed"
            found.append(
                Stated(what, what, first.figure.of, None, n, n, "exact", None, "certain", first.document, passages, how)
            )  # fmt: skip
    return found


def _known_by_name(people: Sequence[Victim]) -> bool:
    """True where two are told of by their full names, or one so and two more by a first name."""
    full, named = sum(len(v.names) > 1 for v in people), sum(bool(v.names) for v in people)
    return full > 1 or (full == 1 and named > _FEW)


_FEW = 2


def _death_told(entries: Sequence[Entry]) -> int:
    """How many deaths "a third person has died" tells of; 0 where no such words stand."""
    own = (
        _NTH.match(e.figure.text.removeprefix("A ").removeprefix("a ")) for e in entries if e.figure.what == "killed"
    )
    return max((_ORDER[m[1].lower()] for m in own if m), default=0)


_ORDER = {
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "5th": 5,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
}
_NTH = re.compile(
    r"\b(second|third|fourth|fifth|sixth|seventh|2nd|3rd|4th|5th) (?:\w+ )?"
    r"(?:victim|person|man|woman|boy|girl|teen|child)\b",
    re.IGNORECASE,
)


def _announced(entries: Sequence[Entry], found: Sequence[Stated]) -> list[Stated]:
    """The number of people whom the title tells of one by one, where the text states or counts more than these."""
    made = []
    for what in ("killed", "injured"):
        own = [e for e in entries if e.title and e.figure.what == what]
        number = announced(entries, what)
        if number is None or not all(single(e) for e in own):
            continue
        if any(s.key == what and (s.low or 0) > number for s in found):
            own = own or [e for e in entries if e.title]
            first = own[0]
            made.append(
                Stated(what, what, first.figure.of, None, number, number, "exact", None, "certain", first.document,
                       tuple(e.passage for e in own), "total")
            )  # fmt: skip
    return made


def _things(entries: Sequence[Entry]) -> list[Stated]:
    found = []
    for e in entries:
        f = e.figure
        if f.what in HARM:
            continue
        of = _many(f.of) if f.of and f.low == f.high == 1 else f.of
        key = f"{f.what}: {of}" if of and f.what in {"destroyed", "damaged", "deployed"} else f.what
        found.append(
            Stated(key, f.what, f.of, f.group, f.low, f.high, f.wording, e.speaker, e.certainty, e.document,
                   (e.passage,), "total")
        )  # fmt: skip
    return found


_SAME: Final = ("s", "craft", "men", "people")
_HISSING: Final = ("x", "z", "ch", "sh")


def _many(thing: str) -> str:
    """The plural of a thing, by which one boat is weighed against four boats."""
    if thing.endswith(_SAME):
        return thing
    if thing.endswith("y") and thing[-2:-1] not in "aeiou":
        return f"{thing[:-1]}ies"
    return f"{thing}{'es' if thing.endswith(_HISSING) else 's'}"


_OF_HURT = re.compile(r"\bof (?:the victims?|them|those (?:shot|hit))\b", re.IGNORECASE)


def _without_dead(found: list[Stated], entries: Sequence[Entry]) -> list[Stated]:
    """Take those who died from the injured whom the report counts: "four were hurt, one of the victims died".

    "Two of the wounded died" is said where the wounded left are counted beside them.
    """
    died = sum(e.figure.high or 0 for e in entries if e.figure.what == "killed" and _of_the_hurt(e, found))
    hurt = [s for s in found if s.key == "injured" and s.how == "total" and s.high and s.wording not in VAGUE]
    most = max(hurt, key=lambda s: s.high or 0, default=None)
    if not died or most is None or (most.high or 0) <= died:
        return found
    rest = [s for s in found if s is not most]
    if any(s.high == (most.high or 0) - died for s in hurt):
        return rest
    low = None if most.low is None else most.low - died
    return [*rest, most._replace(low=low, high=(most.high or 0) - died, how="derived")]


def _of_the_hurt(entry: Entry, found: Sequence[Stated]) -> bool:
    """True for "one of the victims"; for "three of them" where those counted last before it are not the dead."""
    named = _OF_HURT.search(entry.figure.text)
    if named is None or not named[0].lower().endswith("them"):
        return named is not None
    before = [s for s in found if s.how == "total" and s.start < entry.figure.start and s.key in ("killed", "injured")]
    return not before or max(before, key=lambda s: s.start).key == "injured"


def _survivors(found: Sequence[Stated]) -> list[Stated]:
    """Those shot and not dead are injured: "six people were shot, one fatally" leaves five."""
    shot = [s for s in found if s.what == "shot" and s.high is not None and s.wording not in VAGUE]
    if not shot:
        return []
    most = max(shot, key=lambda s: (s.high or 0, -s.start))
    dead = [s.high for s in found if s.key == "killed" and s.high is not None and s.wording not in VAGUE]
    others = OTHERS.search(most.passages[0].text) is not None  # "three others were shot": beside the dead told of
    left = (most.high or 0) - (max(dead) if dead and not others else 0)
    if left < 0:
        return []
    return [most._replace(key="injured", what="injured", low=left, high=left, how="derived")]
