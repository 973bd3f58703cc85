"""Mail messages with attachments, and pages saved as MHTML."""

from __future__ import annotations

import base64
from email.message import EmailMessage
from pathlib import Path

from tests.collect.makers import ARABIC, ENGLISH, article, gather, one, pdf, reason


def _message(text: str = ENGLISH) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Harbour Office <press@harbour.example>"
    message["To"] = "desk@wire.example"
    message["Subject"] = "Statement: two hurt"
    message["Date"] = "Wed, 02 Apr 2031 10:05:00 +0300"
    message.set_content(text)
    return message


def test_message(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(bytes(_message()))
    document = one(tmp_path / "a.eml").document
    assert document.text == ENGLISH
    assert (document.title, document.author, document.outlet) == (
        "Statement: two hurt",
        "Harbour Office",
        "Harbour Office",
    )
    assert (document.published, document.published_how) == ("2031-04-02T10:05+03:00", "mail header Date")
    assert document.media_type == "message/rfc822"


def test_plain_part_is_preferred_and_html_is_read_when_alone(tmp_path: Path) -> None:
    both = _message()
    both.add_alternative("<p>Another <b>wording</b>.</p>", subtype="html")
    (tmp_path / "a.eml").write_bytes(bytes(both))
    assert one(tmp_path / "a.eml").document.text == ENGLISH
    alone = EmailMessage()
    alone["From"] = "press@gmail.com"
    alone["Date"] = "yesterday"
    alone["MIME-Version"] = "1.0"
    alone.set_content(f"<html><body><p>{ENGLISH}</p><p>{ARABIC}</p></body></html>", subtype="html")
    (tmp_path / "b.eml").write_bytes(bytes(alone))
    document = one(tmp_path / "b.eml").document
    assert document.text == f"{ENGLISH}\n\n{ARABIC}"
    assert (document.author, document.outlet, document.published) == ("press@gmail.com", None, None)


def test_attachments_are_documents_of_their_own(tmp_path: Path) -> None:
    message = _message()
    message.add_attachment(pdf(["A report."]), maintype="application", subtype="pdf", filename="re/port.pdf")
    message.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="pier.png")
    message.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", disposition="inline", cid="<x>")
    inner = _message("Forwarded: " + ENGLISH)
    inner.add_attachment(article().encode(), maintype="text", subtype="html", filename="page.html")
    message.add_attachment(inner)
    path = tmp_path / "a.eml"
    path.write_bytes(bytes(message))
    taken, refused = gather(path)
    assert [one.document.path for one in taken] == [
        str(path),
        f"{path}/re_port.pdf",
        f"{path}/message-3.eml",
        f"{path}/message-3.eml/page.html",
    ]
    assert [one.document.text[:9] for one in taken] == ["Two peopl", "A report.", "Forwarded", "Two hurt "]
    assert taken[1].raw == pdf(["A report."])
    assert [(one.name, "picture" in one.reason) for one in refused] == [(f"{path}/pier.png", True)]


def test_every_text_part_of_the_message_itself_is_read(tmp_path: Path) -> None:
    choice = "--i\r\nContent-Type: text/plain\r\n\r\nFirst words.\r\n"
    choice += "--i\r\nContent-Type: text/html\r\n\r\n<p>First words, in colour.</p>\r\n"
    parts = [
        f'Content-Type: multipart/alternative; boundary="i"\r\n\r\n{choice}--i--\r\n',
        "Content-Type: text/plain\r\n\r\nSecond words.\r\n",
        "Content-Type: text/html\r\n\r\n<p>Third <i>words</i>.</p>\r\n",
        "Content-Type: application/pgp-signature; name=s.asc\r\n\r\nxyz\r\n",
        "Content-Type: text/vcard; name=me.vcf\r\n\r\nxyz\r\n",
        "Content-Type: text/plain; name=notes.txt\r\n\r\nFourth words.\r\n",
    ]
    head = 'From: a@b.example\r\nDate: Wed, 02 Apr 2031 10:05:00 +0300\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="o"\r\n\r\n'
    (tmp_path / "a.eml").write_text(head + "".join(f"--o\r\n{part}" for part in parts) + "--o--\r\n", newline="")
    taken, refused = gather(tmp_path / "a.eml")
    assert not refused
    assert [one.document.text.strip() for one in taken] == [
        "First words.\n\nSecond words.\n\nThird words.",
        "Fourth words.",
    ]


def test_a_message_that_only_carries_others(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"] = "a@b.example"
    message["Date"] = "Wed, 02 Apr 2031 10:05:00 +0300"
    message.make_mixed()
    message.add_attachment(_message())
    (tmp_path / "a.eml").write_bytes(bytes(message))
    assert one(tmp_path / "a.eml").document.path == f"{tmp_path}/a.eml/message-1.eml"


def test_messages_within_messages_without_end(tmp_path: Path) -> None:
    message = _message("innermost")
    for _ in range(12):
        outer = _message()
        outer.add_attachment(message)
        message = outer
    (tmp_path / "a.eml").write_bytes(bytes(message))
    taken, refused = gather(tmp_path / "a.eml")
    assert len(taken) == 6
    assert "too deep" in refused[0].reason


def test_mhtml(tmp_path: Path) -> None:
    saved = (
        "From: <Saved by Browser>\r\nSnapshot-Content-Location: https://wire.example/2031/04/02/pier\r\nSubject: Two hurt\r\n"
        "Date: Mon, 5 May 2031 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
        f"Content-Location: https://wire.example/2031/04/02/pier\r\n\r\n{article()}\r\n"
        "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"
    )
    for name in ("a.mhtml", "a.mht", "a"):
        (tmp_path / name).write_bytes(saved.encode())
        taken = one(tmp_path / name)
        document = taken.document
        assert ENGLISH in document.text
        assert document.url == "https://wire.example/2031/04/02/pier"
        assert (document.published, document.outlet) == ("2031-04-02", "wire.example")
        assert document.media_type == "multipart/related"
        assert taken.raw == saved.encode()


def test_broken_mail_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    raw = b"From: a@b.example\nDate: Wed, 02 Apr 2031 10:05:00 +0300\nMIME-Version: 1.0\nContent-Type: text/plain; charset=no-such\nContent-Transfer-Encoding: base64\n\n"
    (tmp_path / "a.eml").write_bytes(raw + base64.b64encode(ENGLISH.encode()) + b"!")
    assert one(tmp_path / "a.eml").document.text == ENGLISH
    raw = b"From: a@b.example\nDate: Wed, 02 Apr 2031 10:05:00 +0300\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\nNo parts here.\n"
    (tmp_path / "b.eml").write_bytes(raw)
    assert one(tmp_path / "b.eml").document.text == "No parts here."


def test_mail_of_endless_parts(tmp_path: Path) -> None:
    head = "From: a@b.example\nDate: Wed, 02 Apr 2031 10:05:00 +0300\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    (tmp_path / "a.eml").write_text(head + "--b\nContent-Type: text/plain\n\nx\n" * 5000 + "--b--\n")
    assert "more than 500 parts" in reason(tmp_path / "a.eml")
