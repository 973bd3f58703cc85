"""Mail messages (.eml) and pages saved as mail (.mhtml), by the standard library's parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr

from sayso.collect.dates import normalise
from sayso.collect.encoding import declared_in, decode
from sayso.collect.formats.html import draft_html, full_text, parse
from sayso.collect.formats.text import links_in
from sayso.collect.options import Draft, Labelled
from sayso.collect.outlet import mail_outlet
from sayso.errors import InputRefused
from sayso.records import Record

_TEXTS = ("text/plain", "text/html")
# The standard library takes milliseconds for the headers of each part.
_MOST_PARTS = 500
_NO_REPORTS = frozenset({
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "text/vcard",
    "text/x-vcard", "text/directory",
})  # fmt: skip


class Attachment(Record, frozen=True, kw_only=True):
    """One file attached to a message, decoded."""

    name: str
    raw: bytes
    media_type: str


def draft_eml(raw: bytes, labelled: Labelled) -> Draft:
    """Draft a message: every text in it that is no attachment, plain where there is a choice between plain and HTML.

    The author is the sender's name; the outlet its organisation, the sender if it is a body, else the domain.

    Raises:
        InputRefused: no text part, or it is encrypted.
    """
    message = _parse(raw, labelled.name)
    if message.get_content_type() == "multipart/encrypted":
        raise InputRefused(labelled.name, "This message is encrypted; save it decrypted.")
    found = [_part_text(part, labelled) for part in _own_parts(message)]
    texts = [(text, encoding) for text, encoding in found if text.strip()]
    if not texts:
        raise InputRefused(labelled.name, "This message has no text of its own.")
    text = "\n\n".join(text for text, _ in texts)
    sender, address = parseaddr(_header(message, "From") or "")
    date = _header(message, "Date")
    published = normalise(date) if date else None
    return Draft(
        text=text,
        extractor="sayso-eml/1",
        title=_header(message, "Subject"),
        outlet=_header(message, "Organization") or mail_outlet(address, sender),
        author=sender or address or None,
        published=published,
        published_how="mail header Date" if published else None,
        encoding=texts[0][1],
        links=links_in(text),
    )


def has_own_text(raw: bytes, name: str) -> bool:
    """Whether a message says anything itself, beside what is attached."""
    return any((_payload(part) or b"").strip() for part in _own_parts(_parse(raw, name)))


def attachments(raw: bytes, name: str) -> Iterator[Attachment]:
    """Files attached to a message, in order, other messages among them.

    Pictures shown inside the message, signatures and address cards are no reports, and are passed over.
    """
    message = _parse(raw, name)
    own = {id(part) for part in _own_parts(message)}
    chosen = {id(part) for part in _alternatives(message)}
    number = 0
    for part in _leaves(message):
        shown_inside = part.get_content_disposition() != "attachment" and part.get_content_maintype() == "image"
        if id(part) in own | chosen or shown_inside or part.get_content_type() in _NO_REPORTS:
            continue
        number += 1
        yield _attachment(part, number)


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def _leaves(part: Message) -> Iterator[Message]:
    """Parts that hold something themselves; a message within the message is one."""
    if part.get_content_maintype() == "multipart":
        for child in _children(part):
            yield from _leaves(child)
    else:
        yield part


def _alternatives(part: Message) -> Iterator[Message]:
    """Texts that stand in one place for readers of different skill: one of them is read, the others say the same."""
    if part.get_content_type() == "multipart/alternative":
        yield from (leaf for leaf in _leaves(part) if leaf.get_content_maintype() == "text")
    elif part.get_content_maintype() == "multipart":
        for child in _children(part):
            yield from _alternatives(child)


def _own_parts(part: Message) -> Iterator[Message]:
    """The texts that make up the message itself, in order."""
    if part.get_content_maintype() == "multipart" and not part.is_multipart():
        yield part  # it says that it has parts, but has none: what is there is text
    elif part.get_content_type() == "multipart/alternative":
        texts = [leaf for leaf in _leaves(part) if leaf.get_content_type() in _TEXTS]
        texts.sort(key=lambda leaf: _TEXTS.index(leaf.get_content_type()))
        full = [leaf for leaf in texts if (_payload(leaf) or b"").strip()]
        yield from full[:1]
    elif part.get_content_maintype() == "multipart":
        for child in _children(part):
            yield from _own_parts(child)
    elif part.get_content_type() in _TEXTS and not part.get_filename() and not _set_apart(part):
        yield part


def _set_apart(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _payload(part: Message) -> bytes | None:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else None


def _attachment(part: Message, number: int) -> Attachment:
    if part.get_content_type() == "message/rfc822":
        # A forwarded message is parsed already; its bytes are written out again in the form that it came in.
        inner = _children(part)
        return Attachment(
            name=part.get_filename() or f"message-{number}.eml",
            raw=inner[0].as_bytes() if inner else b"",
            media_type="message/rfc822",
        )
    return Attachment(
        name=(part.get_filename() or f"attachment-{number}").replace("/", "_"),
        raw=_payload(part) or b"",
        media_type=str(part.get("Content-Type", part.get_content_type())),
    )


def draft_mhtml(raw: bytes, labelled: Labelled) -> Draft:
    """Draft a page saved by a browser as MHTML. Its Date header is when it was saved: not taken as published.

    Raises:
        InputRefused: no page in it.
    """
    message = _parse(raw, labelled.name)
    start = message.get_param("start")
    pages = [part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    root = next((part for part in pages if isinstance(start, str) and part.get("Content-ID") == start), None)
    root = root or (pages[0] if pages else None)
    payload = _payload(root) if root is not None else None
    if root is None or payload is None:
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


def _parse(raw: bytes, name: str) -> EmailMessage:
    message = message_from_bytes(raw, policy=policy.default)
    if sum(1 for _ in message.walk()) > _MOST_PARTS:
        raise InputRefused(name, f"It is made of more than {_MOST_PARTS} parts, as no mail is; it was not taken.")
    return message


def _web(address: str | None) -> str | None:
    return address if address and re.match(r"https?://", address) else None


def _header(message: Message, key: str) -> str | None:
    value = message.get(key)
    return " ".join(str(value).split()) or None if value is not None else None


def _part_text(part: Message, labelled: Labelled) -> tuple[str, str]:
    payload = _payload(part) or b""
    declared = part.get_content_charset()
    if part.get_content_type() == "text/html":
        page, encoding = decode(payload, name=labelled.name, declared=declared or declared_in(payload), lenient=True)
        return full_text(parse(page, labelled.name)), encoding
    text, encoding = decode(payload, name=labelled.name, declared=declared, lenient=True)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n"), encoding
