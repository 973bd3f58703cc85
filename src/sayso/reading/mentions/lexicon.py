"""Words that tell what a capitalised name is, under the names that the rules use."""

from __future__ import annotations

from sayso.knowledge.words import words

__all__ = [
    "ARMED_WORDS", "CONNECTORS", "DEMONYMS", "FACILITY_WORDS", "FIRST_NAMES", "NEVER", "NOT_BODIES", "ORG_WORDS",
    "PLACE_WORDS", "ROLE_HEADS", "ROLE_PARTS", "THINGS", "TITLES",
]  # fmt: skip

ARMED_WORDS = words("armed")
CONNECTORS = words("connectors")
DEMONYMS = words("peoples")
FACILITY_WORDS = words("facilities")
FIRST_NAMES = words("first names")
NEVER = words("never")
NOT_BODIES = words("not bodies")
ORG_WORDS = words("bodies")
PLACE_WORDS = words("areas")
ROLE_HEADS = words("role heads")
ROLE_PARTS = words("role parts")
THINGS = words("things")
TITLES = words("titles")
