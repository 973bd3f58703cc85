"""The HTML report printed to PDF by WeasyPrint, an extra that most installations lack."""

from __future__ import annotations

import re

from sayso.errors import EngineMissing

# WeasyPrint draws an inline SVG without the page's style, so its shapes are told their light colours one by one.
_SHAPES = {
    "gl": 'stroke="#dcdcd4" stroke-width="1"',
    "bd": 'fill="#e7ebf2"',
    "be": 'stroke="#5c7192" stroke-width="1"',
    "bb": 'stroke="#17191c" stroke-width="1.5"',
    "ln": 'stroke="#17191c" stroke-width="2" fill="none"',
    "ln wt": 'stroke="#17191c" stroke-width="5" fill="none"',
    "ln dash": 'stroke="#17191c" stroke-width="2" fill="none" stroke-dasharray="3 3"',
    "ln as": 'stroke="#62656a" stroke-width="2" fill="none"',
    "ln as dash": 'stroke="#62656a" stroke-width="2" fill="none" stroke-dasharray="3 3"',
    "dot": 'fill="#17191c"',
    "half": 'fill="#fdfdfb" stroke="#17191c" stroke-width="1.6"',
    "core": 'fill="#17191c"',
    "dot out": 'fill="#fdfdfb" stroke="#62656a" stroke-width="1.6" stroke-dasharray="2 2"',
    "edge": 'fill="none" stroke="#85857c" stroke-width="1"',
    "ring": 'fill="#fdfdfb" stroke="#17191c" stroke-width="2"',
    "dm": 'fill="#fdfdfb" stroke="#17191c" stroke-width="2"',
    "pub": 'fill="none" stroke="#85857c" stroke-width="1.5"',
}
_SHAPE = re.compile(r'<(line|rect|circle|path) class="([a-z ]+)"')
_TEXT = '<text font-family="sans-serif" font-size="9" fill="#5f636a" '


def pdf(page: str) -> bytes:
    """Print the HTML report; nothing is fetched, whatever the page names.

    Raises:
        EngineMissing: WeasyPrint, or a system library that it needs, is not installed.
    """
    try:
        from weasyprint import HTML  # noqa: PLC0415 - loading it is slow and often impossible
    except (ImportError, OSError) as error:
        raise EngineMissing(
            'A PDF needs WeasyPrint: install it with pip install "sayso[pdf]", or write .html and print that.'
        ) from error
    printed: bytes = HTML(string=painted(page), url_fetcher=_refuse).write_pdf(pdf_identifier=b"sayso")
    return printed


def painted(page: str) -> str:
    """Give the shapes of a page's drawings their colours as attributes."""
    page = _SHAPE.sub(lambda m: f'<{m[1]} class="{m[2]}" {_SHAPES.get(m[2], "")}', page)
    return page.replace("<text ", _TEXT)


def _refuse(address: str) -> dict[str, str]:
    raise ValueError(f"a report loads nothing from outside, and {address} was asked for")
