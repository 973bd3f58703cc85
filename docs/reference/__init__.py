"""Pages for people; a package so that cog can import what writes the reference."""

from __future__ import annotations
