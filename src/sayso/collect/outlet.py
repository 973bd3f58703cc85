"""Who published something, as far as addresses tell."""

from __future__ import annotations

import re
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


_BODY = re.compile(
    r"\b(?:hospital|clinic|ministry|office|agency|department|council|committee|commission|police|press|news|newsroom|radio"
    r"|television|tv|university|institute|cent(?:re|er)|observatory|monitor|union|association|society|foundation|network"
    r"|service|authority|bureau|organi[sz]ation|group|government|embassy|court|army|command|daily|times|gazette|wire)\b",
    re.IGNORECASE,
)


def mail_outlet(address: str, sender: str = "") -> str | None:
    """The sender's name where it is a body's ("Harbour Office"), else the domain, unless that only sells mailboxes."""
    if _BODY.search(sender):
        return sender
    domain = address.rpartition("@")[2].lower().strip("> ")
    return domain if "." in domain and domain not in _MAILBOXES else None
