"""Libraries' remarks stay off the user's terminal."""

from __future__ import annotations

import logging


def quiet(*names: str) -> None:
    """Give libraries' loggers a handler that drops what nobody listens to; an application's own still get it."""
    for name in names:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
