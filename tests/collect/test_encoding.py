"""Bytes to text, with the encoding that was found."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from tests.collect.makers import ARABIC, ENGLISH, one

from sayso.collect.encoding import declared_in, decode, known
from sayso.errors import InputRefused

RUSSIAN = "Мэр сообщил, что на пристани пострадали два человека. Причина пока не известна, пристань закрыта. " * 3
QUOTED = "The mayor said: “two people were hurt” — and that’s all. The café by the pier was closed. " * 3


@pytest.mark.parametrize(
    ("text", "raw", "declared", "encoding"),
    [
        (ENGLISH, ENGLISH.encode(), None, "utf-8"),
        (ARABIC, ARABIC.encode("utf-8-sig"), None, "utf-8-sig"),
        (ARABIC, ARABIC.encode("utf-16"), None, "utf-16"),
        (ARABIC, codecs.BOM_UTF16_BE + ARABIC.encode("utf-16-be"), None, "utf-16"),
        (ENGLISH, ENGLISH.encode("utf-32"), None, "utf-32"),
        (ENGLISH, ENGLISH.encode("utf-16-le"), None, "utf-16-le"),
        (ENGLISH, ENGLISH.encode("utf-16-be"), None, "utf-16-be"),
        (ARABIC, ARABIC.encode("cp1256"), "windows-1256", "cp1256"),
        (QUOTED, QUOTED.encode("cp1252"), "iso-8859-1", "cp1252"),
        (ARABIC, ARABIC.encode(), "windows-1256", "utf-8"),
    ],
)
def test_found(text: str, raw: bytes, declared: str | None, encoding: str) -> None:
    assert decode(raw, name="a", declared=declared) == (text, encoding)


@pytest.mark.parametrize(("text", "codec"), [(RUSSIAN, "cp1251"), (QUOTED, "cp1252"), (ARABIC * 3, "cp1256")])
def test_guessed(text: str, codec: str) -> None:
    assert decode(text.encode(codec), name="a")[0] == text


def test_lenient_says_what_it_replaced() -> None:
    raw = ARABIC.encode() + b"\xff" + ARABIC.encode()
    text, encoding = decode(raw, name="a", lenient=True)
    assert text == f"{ARABIC}\ufffd{ARABIC}"
    assert encoding == "utf-8 (1 broken bytes replaced)"
    with pytest.raises(InputRefused, match=f"byte {len(ARABIC.encode()) + 1} is broken"):
        decode(raw, name="a")


def test_no_encoding_fits() -> None:
    with pytest.raises(InputRefused, match="not text in any encoding"):
        decode(bytes(range(128, 256)) * 4, name="a")


def test_declared() -> None:
    assert declared_in(b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">') == "windows-1251"
    assert declared_in(b"<?xml version='1.0' encoding='koi8-r'?>") == "koi8-r"
    assert declared_in(b"<p>charset=x</p>") is None
    assert known("no-such-charset") is None
    assert known("base64") is None
    assert known(" 'UTF8' ") == "utf-8"


def test_page_with_a_declared_charset(tmp_path: Path) -> None:
    page = f"<html><head><meta charset='windows-1251'></head><body><p>{RUSSIAN}</p></body></html>"
    (tmp_path / "a.html").write_bytes(page.encode("cp1251"))
    document = one(tmp_path / "a.html").document
    assert document.text == RUSSIAN.strip()
    assert document.encoding == "cp1251"
