"""How names are drawn, spelled and counted as recognised, on lists made for it."""

from __future__ import annotations

import random
from pathlib import Path

from evals.equipment import names, recognised, spelled

LOSSES = """country,system,destroyed
Okria,12 T-62M,3
Okria,2 'Okrin' reconnaissance UAV,1
Okria,BMP-2 with ZU-23 AA gun,1
Okria,Unknown truck,1
Okria,Something,1
"""
SYSTEMS = """<ebv><cet><entity kind="1" domain="1" country="222"><category description="Tank">
<subcategory description="T-62 MBT (old)"/><subcategory description="(deleted)"/></category></entity>
<entity kind="1" domain="1" country="999"><category description="Tank"><subcategory description="T-99"/></category></entity>
</cet></ebv>"""


def test_names_with_a_kind_are_kept_and_mixtures_are_not(tmp_path: Path) -> None:
    folder = tmp_path / "equipment"
    folder.mkdir()
    (folder / "totals_by_system_wide.csv").write_text(LOSSES, encoding="utf8")
    (folder / "siso-std-010.xml").write_text(SYSTEMS, encoding="utf8")
    assert names(tmp_path) == {
        "T-62M": {"tank"},
        "'Okrin' reconnaissance UAV": {"drone"},
        "T-62 MBT": {"tank"},
    }


def test_spellings_vary_and_repeat() -> None:
    made = {spelled("T-62M", frozenset({"tank"}), random.Random(seed)) for seed in range(40)}
    assert {"T-62M", "T62M", "T 62M", "T-62M tank"} <= made
    assert spelled("122mm 'Okrin' gun", frozenset({"artillery"}), random.Random(1)).count("'") == 0


def test_a_name_counts_by_its_own_words_and_kind() -> None:
    tank, drone = frozenset({"tank"}), frozenset({"drone"})
    assert all(recognised("T-62M", tank, random.Random(n)) for n in range(20))
    assert not any(recognised("T-62M", drone, random.Random(n)) for n in range(20))
    assert not any(recognised("Okrinoid", tank, random.Random(n)) for n in range(20))  # the noun behind is not enough
