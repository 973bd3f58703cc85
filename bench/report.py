"""Time of weighing and reporting a large case, part by part.

    python -m bench.report [2000]

Made-up reports of one attack, each its own text of 10 to 14 sentences; a tenth are reprinted. They are read by rules
alone, which is quick and finds as much to report; reading is timed elsewhere.
"""

from __future__ import annotations

import hashlib
import random
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec

from sayso.reading import READER, read_plainly
from sayso.records import Capture, Collected, Document
from sayso.workbench import Case

OUTLETS = [
    f"{first} {last}"
    for first in ("Harbour", "Valley", "Northern", "Evening", "Free", "Union", "Border", "Lake")
    for last in ("Post", "Courier", "Herald", "Observer", "Wire", "Dispatch", "Gazette", "Chronicle")
]
SPEAKERS = (
    "The interior ministry",
    "A hospital director",
    "Colonel Ida Brandt",
    "Governor Tomas Reyl",
    "The Vell Monitor",
    "An unnamed official",
    "Rescue workers",
    "The Free Lake Brigade",
    "Mayor Anna Solt",
    "A shopkeeper",
)
HAPPENED = (
    "{who} said that {n} people were killed in the shelling of the market in Vell on 9 March 2031.",
    "{who} said that at least {n} people had been wounded and {m} houses destroyed.",
    "{who} denied that its forces had fired on the market.",
    "{who} told the {outlet} that the rockets came from the hills {m} kilometres north of the town.",
    "{who} condemned the attack and called for an inquiry by the {body}.",
    "The market was struck to drive people away from the road, according to {low}.",
    "On 10 March 2031 {low} counted {n} bodies at the school in {street} Street.",
    "Witnesses described a column of {m} trucks leaving the town at about {hour} o'clock.",
)
ASIDE = (
    "The road past the {street} mill has been closed since the floods of {year}.",
    "Traders from {street} bring grain to the town every Friday, and the harvest of {year} was poor.",
    "The {body} was founded in {year} and has its seat in {street} Street.",
    "A bridge near {street} was repaired in {year} after a dispute over {n} invoices.",
)
STREETS = [
    a + b
    for a in ("Al", "Bren", "Cor", "Dun", "Ef", "Gor", "Hal", "Ister", "Kel", "Lom", "Mar", "Nor", "Ost", "Pel")
    for b in ("ford", "wick", "stead", "holm", "bury", "ness", "by", "ton", "mere", "dale")
]
BODIES = ("Council of the Lakes", "Federal Assembly", "Red Lantern Society", "Union of Growers", "Court of Audit")


SOUNDS = [c + v for c in "bdfgklmnprst" for v in "aeiou"]


def made_words(rng: random.Random, count: int) -> str:
    """Words that no language has, so that two reports share what they tell and not how they tell it."""
    return " ".join("".join(rng.choice(SOUNDS) for _ in range(rng.randint(2, 4))) for _ in range(count))


def text_of(number: int) -> str:
    """One report; the same number gives the same words."""
    rng = random.Random(number)  # noqa: S311 - made-up news, not secrets
    lines = []
    for template in (*rng.sample(HAPPENED, rng.randint(4, 6)), *(rng.choice(ASIDE) for _ in range(rng.randint(6, 8)))):
        who = rng.choice(SPEAKERS)
        line = template.format(
            who=who,
            low=who[0].lower() + who[1:] if who.startswith(("The", "A")) else who,
            n=rng.choice((9, 11, 12, 14, 17, 23)),
            m=rng.randint(2, 9),
            hour=rng.randint(1, 12),
            outlet=rng.choice(OUTLETS),
            body=rng.choice(BODIES),
            street=rng.choice(STREETS),
            year=rng.randint(1990, 2029),
        )
        lines.append(f"{line.removesuffix('.')}, {made_words(rng, rng.randint(6, 12))}.")
    return " ".join(lines)


def build(folder: Path, size: int) -> None:
    """A case of `size` made-up reports."""
    with Case.new(folder / "large", title="Shelling of the market at Vell") as case:
        for number in range(size):
            text = text_of(number - 1 if number % 10 == 9 else number)
            raw = f"{number}\n{text}".encode()
            document = Document(
                id=f"r{number}",
                sha256=hashlib.sha256(raw).hexdigest(),
                text=text,
                outlet=OUTLETS[(number * 7) % len(OUTLETS)],
                title=f"Report {number} on the market",
                published=f"2031-03-{10 + number % 18:02}",
                url=f"https://{number % 97}.example/{number}",
                language="en",
            )
            capture = Capture(
                retrieved="2031-04-01T00:00:00Z", method="file", tool="bench/1", location=document.url or ""
            )
            case.keep(Collected(document=document, raw=raw, capture=capture))
        for document in case.documents():
            case.store.save_reading(msgspec.structs.replace(read_plainly(document), reader=READER))


def main() -> None:
    """Print seconds of one core and seconds on the clock, part by part."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(folder, size)
        with Case.open(folder / "large") as case:
            timed("weighing", case.view)
            for end in (".html", ".md", ".docx"):
                timed(f"report{end}", partial(case.report, folder / f"report{end}"))


def timed(what: str, work: Callable[[], object]) -> None:
    """Print one line: seconds of one core and on the clock."""
    clock, core = time.perf_counter(), time.process_time()
    work()
    print(f"{what:14} {time.process_time() - core:8.1f} s core {time.perf_counter() - clock:8.1f} s clock")


if __name__ == "__main__":
    main()
