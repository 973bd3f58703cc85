"""Equipment: system names from two public lists, in sentences made around each; and words of news taken for weapons.

The lists tell what a system is by a word in its name (UAV, howitzer), by the class of its designation (T-72 is a tank)
or by the section that it stands in. Names without that, and names of mixtures (`X with Y`, `X based on Y`), are left
out. A name counts as recognised where a mention of the right kind covers a word of its own, not only the noun behind.
"""

from __future__ import annotations

import csv
import random
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from evals.readings import polnear
from evals.scoring import SEED, Row, ratio_interval
from sayso.reading.equipment import find_equipment

DRAWN = 200
NOTHING: frozenset[str] = frozenset()
ARTILLERY = frozenset({"artillery", "rocket artillery", "mortar", "anti-tank"})
#: What a word in a name says that it is, the first that fits.
ROLES: tuple[tuple[str, frozenset[str]], ...] = (
    (r"radar", frozenset({"radar"})),
    (r"\bE[WC] system|electronic warfare system|jamming station", frozenset({"electronic warfare"})),
    (r"UAV|UCAV|loitering munition", frozenset({"drone"})),
    (r"TELAR|TLAR|\bTEL\b|launcher for S-|\bSAM\b|MANPADS", frozenset({"air defence"})),
    (r"helicopter", frozenset({"helicopter"})),
    (r"aircraft|fighter|bomber", frozenset({"aircraft"})),
    (r"-class|class |boat|ship|corvette|frigate", frozenset({"ship"})),
    (r"recovery vehicle|ARV|bridge layer|mine.?(?:clearing|layer)|engineer|excavator|trench",
     frozenset({"engineering vehicle"})),
    (r"command|signals? vehicle|radio relay|communications? station|fire (?:direction|control)",
     frozenset({"command vehicle"})),
    (r"howitzer|field.?gun|gun.?mortar|\d+mm|mortar|MRLS?", ARTILLERY),
    (r"ATGM|anti-tank", frozenset({"anti-tank"})),
    (r"tanker|truck", frozenset({"truck"})),
)  # fmt: skip
CARRIERS = (
    "BMP", "BMD", "BTR", "BRDM", "BRM", "MT-LB", "M113", "YPR", "FV", "VAB", "XA-", "Sisu", "CV90", "MaxxPro",
    "Iveco LMV", "Roshel", "BMC", "GAZ Tigr", "GAZ-233", "HMMWV", "Mastiff", "Husky", "Wolfhound", "Bushmaster",
    "Marder",
    "AMX", "Kozak", "Varta", "Novator", "AT105", "Cougar", "AMN", "BPM", "International M1224", "VPK", "KamAZ-53949",
    "KrAZ Spartan", "M2A2",
)  # fmt: skip
#: What the class of its designation says; a tank that clears mines is right as either.
DESIGNATIONS: tuple[tuple[str, frozenset[str]], ...] = (
    (r"^(?:T-\d\d|Leopard|Challenger|PT-91|Strids)", frozenset({"tank"})),
    (f"^(?:{'|'.join(CARRIERS)})", frozenset({"armoured vehicle"})),
    (r"^(?:BREM|IMR|BAT-|MTU-|MTO|MTP|BMK|UR-77|TMM|GMZ|MDK)", frozenset({"engineering vehicle"})),
    (r"\b(?:P-18|P-14|P-19|P-3[57]|PRV-1\d|[359]\d?N\d)", frozenset({"radar"})),
    (r"\bR-(?:330|325|934)", frozenset({"electronic warfare"})),
    (r"\b(?:R-\d{3}|1V1\d)", frozenset({"command vehicle"})),
    (r"\b(?:Orlan|Orion|Forpost|Eleron|Granat|Supercam|ZALA|Leleka|Shark|Bayraktar)\b", frozenset({"drone"})),
    (r"\b(?:Igla|Strela|Osa|Tor|Tunguska|Pantsir|Shilka|ZU-23|AZP|KS-19)\b", frozenset({"air defence"})),
    (r"\b(?:Su|MiG|Tu|An|Il|Be)-\d", frozenset({"aircraft"})),
    (r"\bMi-\d", frozenset({"helicopter"})),
    (r"\b2[SAB]\d", ARTILLERY),
    (r"Kornet|Konkurs|Fagot|Metis|Javelin|NLAW", frozenset({"anti-tank"})),
    (r"\b(?:KamAZ|Ural|MAZ|KrAZ|ZiL|GAZ-(?:5|6|33)|UAZ)", frozenset({"truck"})),
)  # fmt: skip
MIXED = re.compile(
    r"unkn?own|\bwith\b|based|\bfor\b|\(|pontoon|generator|kitchen|shower|civilian|power plant|armed |armoured [A-Z]|"
    r"operated|control station|target|variant|tractor|air conditioner|ambulance|workshop|\bor\b|: ",
    re.IGNORECASE,
)
#: Sections of the enumeration (domain, words of the heading) and what stands in them.
SECTIONS: dict[tuple[str, str], frozenset[str]] = {
    ("1", "tank"): frozenset({"tank"}),
    ("1", "armored fighting vehicle"): frozenset({"armoured vehicle", "artillery", "mortar", "engineering vehicle"}),
    ("1", "self-propelled artillery"): ARTILLERY | {"missile"},
    ("1", "towed artillery"): ARTILLERY,
    ("1", "air defense / missile defense unit equipment"): frozenset({"air defence", "missile"}),
    ("2", "attack helicopter"): frozenset({"helicopter"}),
    ("2", "utility helicopter"): frozenset({"helicopter"}),
    ("2", "fighter/air defense"): frozenset({"aircraft"}),
    ("2", "attack/strike"): frozenset({"aircraft"}),
    ("2", "bomber"): frozenset({"aircraft"}),
}
COUNTRIES = ("225", "222", "224", "71", "78")  # the United States, Russia and its neighbours, Britain, France, Germany
NOUN = {
    "tank": "tank", "armoured vehicle": "armoured vehicle", "aircraft": "warplane", "helicopter": "helicopter",
    "drone": "drone", "radar": "radar", "truck": "truck", "ship": "vessel", "air defence": "air defence system",
}  # fmt: skip
FRAMES = (
    "The army said that two {0} were destroyed near the ford on Saturday.",
    "Footage shows a burning {0} beside the road, the monitor said.",
    "Residents counted three {0} in the convoy.",
    "According to the ministry, one {0} was lost in the strike.",
)


def names(data: Path) -> dict[str, frozenset[str]]:
    """Every usable name with the kinds that count as right."""
    found: dict[str, frozenset[str]] = {}
    folder = data / "equipment"
    for name in _losses(folder / "totals_by_system_wide.csv"):
        told = [
            next((k for pattern, k in rules if re.search(pattern, name)), NOTHING) for rules in (ROLES, DESIGNATIONS)
        ]
        if (kinds := told[0] | told[1]) and not MIXED.search(name):
            found.setdefault(name, kinds)
    for name, kinds in _enumerated(folder / "siso-std-010.xml"):
        if not MIXED.search(name):
            found.setdefault(name, kinds)
    return found


def _losses(path: Path) -> Iterator[str]:
    with path.open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            yield re.sub(r"^\d{1,4} (?=\S)", "", row["system"]).replace("''", "'").replace("<U+041C>", "M").strip()


def _enumerated(path: Path) -> Iterator[tuple[str, frozenset[str]]]:
    for entity in ET.parse(path).getroot().iter("entity"):  # noqa: S314 - a file that the user names
        if entity.get("kind") != "1" or entity.get("country") not in COUNTRIES:
            continue
        for category in entity.findall("category"):
            kinds = SECTIONS.get((entity.get("domain", ""), category.get("description", "").lower()))
            for row in category.findall("subcategory") if kinds else ():
                name = re.sub(r"\s*\(.*?\)", "", row.get("description", "")).strip()
                if re.search(r"\d", name) and not re.search(r"FCS |^\d|\bsystem\b.*\bsystem\b", name) and kinds:
                    yield name, kinds


def spelled(name: str, kinds: frozenset[str], chance: random.Random) -> str:
    """A name as a report may spell it: quotes, calibre and hyphens as they come, a noun in the plural behind it."""
    name = re.sub(r"['\"‘’“”]", "", name)
    if chance.random() < 0.5:
        name = re.sub(r"^[\d.]+mm ", "", name)
    if chance.random() < 0.5:
        hyphen = chance.choice(["", " ", "‑"])
        name = re.sub(r"\b([A-Z][A-Za-z]{0,2})-(?=\d)", rf"\1{hyphen}", name, count=1)
    noun = NOUN.get(min(kinds)) if len(kinds) == 1 else "gun"
    if noun and noun.split()[-1] not in name and chance.random() < 0.5:
        name = f"{name} {noun}"
    return name


def recognised(name: str, kinds: frozenset[str], chance: random.Random) -> bool:
    """Whether a word of the name that tells it from others is found in a sentence, as one of the kinds."""
    written = spelled(name, kinds, chance)
    frame = chance.choice(FRAMES)
    text, at = frame.format(written), frame.index("{")
    own = [m.span() for m in re.finditer(r"\S*[A-Z0-9]\S*", written)]
    return any(
        e.start < at + end and at + start < e.end and e.kind in kinds
        for e in find_equipment(text)
        for start, end in own
    )


def drawn(data: Path, seed: int = SEED) -> list[tuple[str, frozenset[str]]]:
    """The sample, the same for the same seed."""
    return random.Random(seed).sample(sorted(names(data).items()), DRAWN)  # noqa: S311 - a sample, not a secret


def systems(data: Path, _: ModuleType) -> list[Row]:
    """Share of the sample recognised with the right kind."""
    chance = random.Random(SEED)  # noqa: S311
    units = [(float(recognised(name, kinds, chance)), 1.0) for name, kinds in drawn(data)]
    return [Row("equipment", "right kind, of 200 names", "sayso", *ratio_interval(units), len(units))]


def common_words(data: Path, _: ModuleType) -> list[Row]:
    """What is taken for equipment in articles on US politics, in 10,000 words; each is printed to be looked at."""
    units = []
    for row in polnear(data):
        found = find_equipment(row["text"])
        for one in found:
            near = row["text"][max(0, one.start - 40) : one.end + 40].replace("\n", " ")
            print(f"#   {one.text} = {one.name} ({one.kind}): {near}")
        units.append((float(len(found)), len(row["text"].split()) / 10_000))
    return [
        Row(
            "polnear/dev",
            "equipment in 10,000 words",
            "sayso",
            *ratio_interval(units),
            len(units),
            smaller_is_better=True,
        )
    ]
