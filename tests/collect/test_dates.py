"""Dates as written, brought to ISO 8601 without inventing precision."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.collect.dates import from_datetime, in_first_lines, in_url, normalise


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2031", "2031"),
        ("2031-04", "2031-04"),
        ("2031-4-2", "2031-04-02"),
        ("2031-04-02T10:05:00Z", "2031-04-02T10:05+00:00"),
        ("2031-04-02T10:05:07.123+0300", "2031-04-02T10:05:07+03:00"),
        ("2031-04-02 10:05", "2031-04-02T10:05"),
        ("2031-04-02 9:05 +03", "2031-04-02T09:05+03:00"),
        ("20310402", "2031-04-02"),
        ("20310402T100500Z", "2031-04-02T10:05+00:00"),
        ("2 April 2031", "2031-04-02"),
        ("Wednesday, 2nd of April 2031", "2031-04-02"),
        ("April 2, 2031", "2031-04-02"),
        ("Sept. 9, 2031 at 19:05 GMT", "2031-09-09T19:05+00:00"),
        ("April 2031", "2031-04"),
        ("Wed, 02 Apr 2031 10:00:00 +0300", "2031-04-02T10:00+03:00"),
        ("2031/04/02", "2031-04-02"),
        ("22/4/2031", "2031-04-22"),
        ("4/22/2031", "2031-04-22"),
        ("4/4/2031", "2031-04-04"),
    ],
)
def test_understood(written: str, iso: str) -> None:
    assert normalise(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "4/5/2031",
        "2031-13",
        "2031-02-30",
        "30 February 2031",
        "2031-04-02T25:00",
        "2031-04T10:00",
        "0031-04-02",
        "9999",
        "Smarch 2031",
        "31 12",
        "1/1/0000",
        "2031-04-02T10:05+99:00",
    ],
)
def test_not_understood_stays_unknown(written: str) -> None:
    assert normalise(written) is None


@given(st.text(max_size=40))
def test_never_fails_and_is_stable(written: str) -> None:
    iso = normalise(written)
    assert iso is None or normalise(iso) == iso


@given(st.datetimes(datetime(1950, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - bounds of a strategy
def test_moments_survive(moment: datetime) -> None:
    iso = from_datetime(moment)
    assert normalise(iso) == iso
    assert datetime.fromisoformat(iso) == moment.replace(microsecond=0)


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("https://example.org/2031/04/02/two-hurt", "2031-04-02"),
        ("https://example.org/news/2031-4-2.html", "2031-04-02"),
        ("https://example.org/2031/13/02/two-hurt", None),
        ("https://example.org/x?d=1", None),
        (None, None),
    ],
)
def test_day_in_an_address(url: str | None, iso: str | None) -> None:
    assert in_url(url) == iso


@pytest.mark.parametrize(
    ("text", "iso", "how"),
    [
        ("Two hurt at pier\n\nPort Example, 2 April 2031\n\nText.", "2031-04-02", "line 2 of the text"),
        ("2 April 2031\nText.", "2031-04-02", "line 1 of the text"),
        ("Port Example, Wednesday, April 2, 2031\nText.", "2031-04-02", "line 1 of the text"),
        ("Two hurt at pier\nPublished on 2 April 2031\nText.", "2031-04-02", "line 2 of the text"),
        ("Title\nHarbour Rights Monitor, Port Example, 2 April 2031\nText.", "2031-04-02", "line 2 of the text"),
        ("Ferry Pier Fire Inquiry, 2 April 2031\nText.", None, None),
        ("Title\nWhat happened on 2 April 2031\nText.", None, None),
        ("Title\nThe mayor spoke on 2 April 2031.\nText.", None, None),
        ("Title\nTHE FIRE, 2 APRIL 2031\nText.", None, None),
        ("HARBOUR GUARD\nPress statement, 2 April 2031\nText.", "2031-04-02", "line 2 of the text"),
        ("Title\nMedia release of 2 April 2031\nText.", "2031-04-02", "line 2 of the text"),
        ("Title\nThe statement was made on 2 April 2031\nText.", None, None),
        ("Title\nPort Example, 32 April 2031\nText.", None, None),
        ("a\nb\nc\nd\ne\nf\nPort Example, 2 April 2031", None, None),
        ("", None, None),
    ],
)
def test_dateline_among_the_first_lines(text: str, iso: str | None, how: str | None) -> None:
    assert in_first_lines(text) == (iso, how)
