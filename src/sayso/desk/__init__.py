"""What people touch: the command line and the local page. Both call `workbench` only."""

from __future__ import annotations
