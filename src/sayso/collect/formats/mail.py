"""Mail messages (.eml) and pages saved as mail (.mhtml), by the standard library's parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr
from typing import cast

from sayso.collect.dates import normalise
from sayso.collect.encoding import declared_in, decode
from sayso.collect.formats.html import draft_html, full_text, parse
from sayso.collect.formats.text import links_in
from sayso.collect.options import Draft, Labelled
from sayso.collect.outlet import mail_outlet
from sayso.errors import InputRefused
from sayso.records import Record


class Attachment(Record, frozen=True, kw_only=True):
    """One file attached to a message, decoded."""

    name: str
    raw: bytes
    media_type: str


def draft_eml(raw: bytes, labelled: Labelled) -> Draft:
    """Draft a message: its plain text part, else its HTML part; attachments are documents of their own.

    The author is the sender's name, the outlet its organisation or else the domain it writes from.

    Raises:
        InputRefused: no text part, or it is encrypted.
    """
    message = _parse(raw)
    if message.get_content_type() == "multipart/encrypted":
        raise InputRefused(labelled.name, "This message is encrypted; save it decrypted.")
    text, encoding = _body(message, labelled)
    sender, address = parseaddr(_header(message, "From") or "")
    date = _header(message, "Date")
    published = normalise(date) if date else None
    return Draft(
        text=text,
        extractor="sayso-eml/1",
        title=_header(message, "Subject"),
        outlet=_header(message, "Organization") or mail_outlet(address),
        author=sender or address or None,
        published=published,
        published_how="mail header Date" if published else None,
        encoding=encoding,
        links=links_in(text),
    )


def attachments(raw: bytes) -> Iterator[Attachment]:
    """Files attached to a message, in order. Pictures shown inside the message are no attachments."""
    message = _parse(raw)
    body = message.get_body(("plain", "html"))
    number = 0
    pending: list[Message] = [message]
    while pending:
        part = pending.pop(0)
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            pending = [one for one in cast("list[Message]", part.get_payload()) if isinstance(one, Message)] + pending
            continue
        inline = part.get_content_disposition() != "attachment" and part.get_content_maintype() == "image"
        named = part.get_filename() or part.get_content_disposition() == "attachment"
        if part is body or inline or not (named or part.get_content_type() == "message/rfc822"):
            continue
        number += 1
        yield _attachment(part, number)


def _attachment(part: Message, number: int) -> Attachment:
    if part.get_content_type() == "message/rfc822":
        # A forwarded message is parsed already; its bytes are written out again in the form that it came in.
        inner = cast("list[Message]", part.get_payload())
        return Attachment(
            name=part.get_filename() or f"message-{number}.eml",
            raw=inner[0].as_bytes() if inner else b"",
            media_type="message/rfc822",
        )
    payload = part.get_payload(decode=True)
    return Attachment(
        name=(part.get_filename() or f"attachment-{number}").replace("/", "_"),
        raw=payload if isinstance(payload, bytes) else b"",
        media_type=str(part.get("Content-Type", part.get_content_type())),
    )


def draft_mhtml(raw: bytes, labelled: Labelled) -> Draft:
    """Draft a page saved by a browser as MHTML. Its Date header is when it was saved: not taken as published.

    Raises:
        InputRefused: no page in it.
    """
    message = _parse(raw)
    start = message.get_param("start")
    pages = [part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    root = next((part for part in pages if isinstance(start, str) and part.get("Content-ID") == start), None)
    root = root or (pages[0] if pages else None)
    payload = root.get_payload(decode=True) if root is not None else None
    if root is None or not isinstance(payload, bytes):
        raise InputRefused(labelled.name, "This saved page holds no HTML; save it again from a browser.")
    url = _web(_header(message, "Snapshot-Content-Location")) or _web(_header(root, "Content-Location")) or labelled.url
    charset = root.get_content_charset()
    draft = draft_html(payload, Labelled(name=labelled.name, charset=charset, url=url, max_bytes=labelled.max_bytes))
    return Draft(
        text=draft.text,
        extractor=f"{draft.extractor} sayso-mhtml/1",
        title=draft.title or _header(message, "Subject"),
        outlet=draft.outlet,
        author=draft.author,
        published=draft.published,
        published_how=draft.published_how,
        encoding=draft.encoding,
        url=url or draft.url,
        links=draft.links,
    )


def _parse(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw, policy=policy.default)


def _web(address: str | None) -> str | None:
    return address if address and re.match(r"https?://", address) else None


def _header(message: Message, key: str) -> str | None:
    value = message.get(key)
    return " ".join(str(value).split()) or None if value is not None else None


def _body(message: EmailMessage, labelled: Labelled) -> tuple[str, str]:
    for wanted in ("plain", "html"):
        part = message.get_body((wanted,))
        payload = part.get_payload(decode=True) if part is not None else None
        if part is None or not isinstance(payload, bytes) or not payload.strip():
            continue
        declared = part.get_content_charset()
        if wanted == "html":
            page, encoding = decode(
                payload, name=labelled.name, declared=declared or declared_in(payload), lenient=True
            )
            text = full_text(parse(page, labelled.name))
        else:
            text, encoding = decode(payload, name=labelled.name, declared=declared, lenient=True)
            text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        if text.strip():
            return text, encoding
    raise InputRefused(labelled.name, "This message has no text of its own.")
