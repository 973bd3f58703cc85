"""Collect: open what the user names, keep the bytes, find text, title, outlet, date. Not who said what.

Nothing here touches the network unless an input is an http(s) URL that the user named.
"""

from __future__ import annotations

from sayso.collect.collecting import collect
from sayso.collect.extracting import extract
from sayso.collect.formats.jsonl import read_rows
from sayso.collect.options import CollectOptions

__all__ = ["CollectOptions", "collect", "extract", "read_rows"]
