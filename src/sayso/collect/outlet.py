"""Who published something, as far as addresses tell."""

from __future__ import annotations

from urllib.parse import urlsplit

_MAILBOXES = frozenset({
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com",
    "me.com", "aol.com", "gmx.net", "gmx.de", "web.de", "mail.ru", "yandex.ru", "proton.me", "protonmail.com",
    "tutanota.com", "posteo.de",
})  # fmt: skip


def host_outlet(url: str | None) -> str | None:
    """Host of an address without `www.`, as the name of last resort for who published it; null if there is none."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname if parts.scheme in {"http", "https"} else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def mail_outlet(address: str) -> str | None:
    """Domain of a mail address as the sender's outlet, unless it only sells mailboxes."""
    domain = address.rpartition("@")[2].lower().strip("> ")
    return domain if "." in domain and domain not in _MAILBOXES else None
