from __future__ import annotations

from sayso.records import order_of


def test_moments_of_any_precision_sort_as_time_does() -> None:
    ordered = [
        "2016", "2016-WI", "2017", "2017-Q2", "2017-05-14", "2017-W20", "2017-05-18", "2017-05-18TMO", "2017-05-18T17:30+03:00",
        "2017-05-18T15:00Z", "2017-05-18TEV", "2017-05-18T19:00", "2017-05-18TNI", "2017-05-19/2017-05-21", "2017-SU",
    ]  # fmt: skip
    mixed = [*ordered[1::2], *ordered[::2]]
    assert sorted(mixed, key=order_of) == ordered


def test_no_value_is_refused() -> None:
    assert order_of("2017-W99") == "2017-W99"
    assert order_of("2017-05-18T99:99Z") == "2017-05-18T99:99Z"
    assert order_of("") == ""
