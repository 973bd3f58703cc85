"""`sayso serve`: the dossier and a JSON API, on this machine only."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

__all__ = ["serve"]


def serve(case: Path, *, port: int, say: Callable[[str], None]) -> None:
    """Serve a case on 127.0.0.1 until interrupted.

    Raises:
        CaseNotFound: no case there; nothing is served.
        UsageError: the port is taken.
    """
    import socket  # noqa: PLC0415 - the server's parts load when it is wanted

    import uvicorn  # noqa: PLC0415

    from sayso.desk.web.api import make_app  # noqa: PLC0415
    from sayso.errors import UsageError  # noqa: PLC0415
    from sayso.workbench import Case  # noqa: PLC0415

    Case.open(case).close()
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    with listener:
        try:
            listener.bind(("127.0.0.1", port))
        except OSError as fault:
            raise UsageError(f"Port {port} cannot be used ({fault.strerror}); choose another with --port.") from None
        # Listening before it is announced: whoever reads the line can ask at once.
        listener.listen(128)
        bound = listener.getsockname()[1]
        say(f"Serving {case} at http://127.0.0.1:{bound}/ on this machine only; stop with Ctrl+C.")
        server = uvicorn.Server(
            uvicorn.Config(make_app(case, port=bound), log_level="warning", lifespan="off", server_header=False)
        )
        with contextlib.suppress(KeyboardInterrupt):  # the way to stop it, as it says itself
            server.run(sockets=[listener])
