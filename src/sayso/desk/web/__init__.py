"""`sayso serve`: the workbench's page and its HTTP API, on this machine unless told otherwise."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

__all__ = ["serve"]

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(case: Path, *, port: int, say: Callable[[str], None], host: str = "127.0.0.1", who: str = "unknown") -> None:
    """Serve a case until interrupted.

    Args:
        case: its folder.
        port: to listen on; 0 takes a free one.
        say: tells a person where it is.
        host: name or address to listen on; one that other machines reach asks for a token, which is made anew.
        who: in whose name decisions are made unless the page says otherwise.

    Raises:
        CaseNotFound: no case there; nothing is served.
        UsageError: the port is taken, or there is no such host.
    """
    import secrets  # noqa: PLC0415 - the server's parts load when it is wanted
    import socket  # noqa: PLC0415

    import uvicorn  # noqa: PLC0415

    from sayso.desk.web.api import guarded, make_app  # noqa: PLC0415
    from sayso.desk.web.pages import is_built  # noqa: PLC0415
    from sayso.desk.web.room import Room  # noqa: PLC0415
    from sayso.errors import UsageError  # noqa: PLC0415
    from sayso.workbench import Live  # noqa: PLC0415

    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError:
        raise UsageError(
            f'"{host}" is no host of this machine: give 127.0.0.1, 0.0.0.0, or a name of its own.'
        ) from None
    with socket.socket(family, socket.SOCK_STREAM) as listener, Live(case) as live:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(address)
        except OSError as fault:
            raise UsageError(f"Port {port} cannot be used ({fault.strerror}); choose another with --port.") from None
        # Listening before it is announced: whoever reads the line can ask at once.
        listener.listen(128)
        bound = listener.getsockname()[1]
        local = host in LOOPBACK
        token = None if local else secrets.token_urlsafe(24)
        hosts = {f"{name}:{bound}" for name in _names(host, local=local)}
        shown = f"[{host}]" if ":" in host else host
        where = f"http://{shown}:{bound}/" + (f"?token={token}" if token else "")
        reach = "on this machine only" if local else "to whoever has this address and reaches this machine"
        page = is_built()
        say(f"Serving {case} at {where} {reach}; stop with Ctrl+C.")
        if not page:
            say("The workbench's page is not built (make web builds it): the address shows the dossier and the API.")
        app = guarded(make_app(Room(live, who=who, page=page)), hosts=hosts, token=token)
        config = uvicorn.Config(
            app, log_level="warning", lifespan="on", server_header=False, timeout_graceful_shutdown=1
        )
        with contextlib.suppress(KeyboardInterrupt):  # the way to stop it, as it says itself
            uvicorn.Server(config).run(sockets=[listener])


def _names(host: str, *, local: bool) -> set[str]:
    """Names by which a page of this server may be asked for."""
    names = {"127.0.0.1", "localhost", "[::1]"}
    if not local:
        import socket  # noqa: PLC0415

        own = socket.gethostname()
        names |= {f"[{host}]" if ":" in host else host, own.lower(), socket.getfqdn(own).lower()}
        with contextlib.suppress(OSError):
            names |= {str(info[4][0]) for info in socket.getaddrinfo(own, None, socket.AF_INET)}
    return names
