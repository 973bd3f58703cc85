"""What the API answers: records, each with the version of the case that it shows."""

from __future__ import annotations
