"""From bytes to text, saying which encoding was found. Nothing is replaced unless the caller allows it."""

from __future__ import annotations

import codecs
import re
import unicodedata

from sayso.errors import InputRefused

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"""(?i)<meta[^>]{0,300}?charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})""")
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.-]{2,40})["']""")
_SAMPLE = 1_000_000
_UTF8_MULTI = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# What the web calls Latin-1 is in fact Windows-1252 (WHATWG Encoding Standard).
_WEB_NAMES = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}


def decode(raw: bytes, *, name: str, declared: str | None = None, lenient: bool = False) -> tuple[str, str]:
    """Decode `raw`: byte order mark, then UTF-8, then what is declared, then a guess that must fit every byte.

    Args:
        raw: the untouched bytes.
        name: how to call the input when refusing it.
        declared: charset from outside (HTTP header, MIME part), if any.
        lenient: pages may hold a few broken bytes, as browsers allow; they become U+FFFD and the encoding says so.

    Returns:
        The text without byte order mark, and the name of the encoding.

    Raises:
        InputRefused: no encoding fits.
    """
    for bom, codec in BOMS:
        if raw.startswith(bom):
            try:
                return raw.decode(codec), codec
            except UnicodeDecodeError as error:
                raise InputRefused(name, _broken(codec, error.start)) from None
    wide = _wide(raw)
    if wide is not None:
        return wide
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        broken_at = error.start
    told = known(declared)
    if told and told != "utf-8":
        try:
            return raw.decode(told), told
        except UnicodeDecodeError:
            pass  # declared wrongly, as happens; the bytes decide
    if told == "utf-8" or _mostly_utf8(raw):
        if not lenient:
            raise InputRefused(name, _broken("utf-8", broken_at))
        text = raw.decode("utf-8", "replace")
        return text, f"utf-8 ({text.count(chr(0xFFFD))} broken bytes replaced)"
    return _guess(raw, name)


def declared_in(raw: bytes) -> str | None:
    """Charset that a page or feed declares in its first bytes, if any."""
    match = _XML.match(raw[:1000]) or _META.search(raw[:4096])
    return match[1].decode("ascii") if match else None


def known(charset: str | None) -> str | None:
    """Python's name for a declared charset; null when there is none or it is unknown."""
    if not charset:
        return None
    try:
        codec = codecs.lookup(charset.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    if codec in {"base64", "hex", "rot13", "zlib", "bz2", "uu", "quopri", "punycode", "idna", "unicode_escape"}:
        return None
    return _WEB_NAMES.get(codec, codec)


def _broken(codec: str, at: int) -> str:
    return (
        f"Its text is {codec.removesuffix('-sig').upper()}, but byte {at + 1} is broken, so a word may have been lost; "
        "get an undamaged copy, or save it again as UTF-8."
    )


def _mostly_utf8(raw: bytes) -> bool:
    """Whether the non-ASCII bytes are nearly all well-formed UTF-8: a damaged file rather than another encoding."""
    high = sum(1 for byte in raw[:_SAMPLE] if byte > 0x7F)
    formed = sum(len(match[0]) for match in _UTF8_MULTI.finditer(raw[:_SAMPLE]))
    return formed >= 6 and formed >= 0.8 * high


def _wide(raw: bytes) -> tuple[str, str] | None:
    """UTF-16 without a byte order mark shows as NULs in every other place."""
    head = raw[:4000]
    if len(head) < 8 or len(raw) % 2 or b"\0" not in head:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    codec = "utf-16-le" if odd > 0.4 * len(head) / 2 > even else "utf-16-be" if even > 0.4 * len(head) / 2 > odd else ""
    if not codec:
        return None
    try:
        text = raw.decode(codec)
    except UnicodeDecodeError:
        return None
    return (text, codec) if readable(text) else None


def _guess(raw: bytes, name: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, needed for few inputs

    sample = raw[:_SAMPLE]
    best = from_bytes(sample).best()
    if best is not None:
        try:
            text = raw.decode(best.encoding)
        except (UnicodeDecodeError, LookupError):
            text = ""
        if text and readable(text):
            return text.removeprefix("\ufeff"), codecs.lookup(best.encoding).name
    raise InputRefused(name, "Its bytes are not text in any encoding that could be recognised; save it again as UTF-8.")


def readable(text: str) -> bool:
    """Whether decoded text looks like writing: hardly any control characters, mostly letters, digits and spaces."""
    sample = text[:20_000]
    if not sample:
        return False
    controls = sum(1 for char in sample if unicodedata.category(char) in {"Cc", "Cn", "Co"} and char not in "\t\n\r\f")
    letters = sum(1 for char in sample if char.isalnum() or char.isspace())
    return controls <= 0.005 * len(sample) and letters >= 0.6 * len(sample)
