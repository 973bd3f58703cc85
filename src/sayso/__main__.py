"""`python -m sayso` is the command `sayso`."""

from __future__ import annotations

from sayso.desk.cli import main

if __name__ == "__main__":
    main()
