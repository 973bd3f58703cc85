"""Languages, and what is said of those that cannot be read yet. Sentences are our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.collect.makers import ARABIC, ENGLISH, one

from sayso.collect.language import find_language


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        (ENGLISH, "en", None),
        (ENGLISH.upper(), "en", None),
        (f"{ENGLISH} {ARABIC[:40]} {ENGLISH}", "en", None),
        ("", None, None),
        ("12 + 3", None, None),
        ("Six killed at pier", None, None),
        (ARABIC, "ar", "Arabic"),
        ("قتل ستة", None, "Arabic script"),
        (
            "Мэр города сообщил, что на пристани во вторник пострадали два человека, причина неизвестна.",
            "ru",
            "Russian",
        ),
        ("ראש העיר אמר כי שני בני אדם נפצעו ברציף המעבורת ביום שלישי וכי הסיבה אינה ידועה.", "he", "Hebrew"),
        ("Die Bürgermeisterin sagte, am Fähranleger seien am Dienstag zwei Menschen verletzt worden.", "de", "German"),
        (
            "La alcaldesa dijo que dos personas resultaron heridas el martes en el muelle del puerto viejo.",
            "es",
            "Spanish",
        ),
        ("市长表示，周二在渡轮码头有两人受伤，原因尚不清楚，码头将继续关闭。", "zh", "Chinese"),
    ],
)
def test_language_and_whether_it_can_be_read(text: str, code: str | None, word: str | None) -> None:
    language, unread = find_language(text)
    assert language == code
    assert (unread is None) == (word is None)
    assert word is None or (word in str(unread) and str(unread).endswith("."))


def test_right_to_left_text_is_kept_intact(tmp_path: Path) -> None:
    mixed = f"\u202b{ARABIC}\u202c\nأصيب 12 شخصا (وفق Harbour Wire).\n"
    (tmp_path / "a.txt").write_text(mixed, encoding="utf-8")
    document = one(tmp_path / "a.txt").document
    assert document.text == mixed
    assert document.language == "ar"
    assert "Arabic" in str(document.unread)
