"""Write the binary documents of the exercise: docx, PDF and WARC, the same bytes on every run.

Run from anywhere: `python examples/exercise/make.py`. Only the standard library is used, and neither the clock nor
chance is asked, so that a changed byte in a committed file is always a changed word in this script.
"""
# ruff: noqa: INP001 - a script beside the documents that it writes, not a module of a package

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import textwrap
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent

MONITOR = """The rockets on the grain market at Sarn Keppel

Dorrin Rights Monitor, Quenthal, 16 June 2019

Dorrin Rights Monitor has spoken to nine families in Sarn Keppel. On that basis it finds that 14 people were killed on
Friday, 14 June 2019, when rockets struck the grain market. Four of the dead were children. At least 30 people were
wounded, the monitor found.

Two relatives said that the rockets were fired by the army's battery at Fort Hale. The monitor could not visit the
battery. The Tarqoun Brigade told the monitor that it had fired nothing on that day.

In March of the same year an attack on a school at Brask killed 22 people, the monitor reported then. Nobody has been
tried for it."""

MINISTRY = """MINISTRY OF THE INTERIOR OF VELMARA

Statement on events at Sarn Keppel

Quenthal, 15 June 2019

The Ministry of the Interior states that 12 fighters of the Tharqun Brigade were killed at Sarn Keppel on Friday. No
civilians were harmed.

According to the ministry, a store of rockets that the brigade kept beside the grain market exploded. The ministry
denies that the army fired at the market.

The ministry rejects allegations that the battery at Fort Hale was in action on that day."""

GAZETTE = """<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>Armed group denies firing at market | Border Gazette</title>
  <meta property="og:site_name" content="Border Gazette">
  <meta property="article:published_time" content="2019-06-16T07:15:00+00:00">
</head>
<body>
  <nav><a href="/">Front page</a> <a href="/letters">Letters</a> <a href="/tides">Tides</a></nav>
  <article>
    <h1>Armed group denies firing at market</h1>
    <p>Liwa Tharqun denied on Saturday that it had fired rockets at the grain market in Sarn Keppel.</p>
    <p>"We did not fire, and we keep no rockets in the town," its spokesman, Harrel Dast, told Border Gazette. Dast
    claimed that the army had fired in order to drive the people of the valley from their fields.</p>
    <p>Liwa Tharqun gave no number of dead.</p>
  </article>
  <footer><p>Border Gazette appears on Tuesdays and Sundays. Letters are welcome.</p></footer>
</body>
</html>
"""


def paragraphs(text: str) -> list[str]:
    """Undo the line breaks inside paragraphs, which are there for the script's reader only."""
    return [" ".join(part.split()) for part in text.split("\n\n")]


def docx() -> bytes:
    """A Word document with nothing but paragraphs and its core properties."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    texts = [escape(text) for text in paragraphs(MONITOR)]
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>' for text in texts)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{office}/relationships/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{package}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{package}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>The rockets on the grain market at Sarn Keppel</dc:title>"
        "<dc:creator>Dorrin Rights Monitor</dc:creator>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2019-06-16T10:00:00Z</dcterms:created></cp:coreProperties>',
        "word/document.xml": f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            # A fixed date: the zip format keeps one for every member.
            member = zipfile.ZipInfo(name, (2019, 6, 16, 10, 0, 0))
            member.compress_type = zipfile.ZIP_STORED
            member.create_system = 3
            archive.writestr(member, head + xml)
    return out.getvalue()


def pdf() -> bytes:
    """One page of Helvetica, uncompressed, with a title and a date in its information dictionary."""
    lines = [piece for text in paragraphs(MINISTRY) for piece in (*textwrap.wrap(text, 82), "")]
    escaped = [line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines]
    stream = "BT /F1 11 Tf 15 TL 72 740 Td\n" + "".join(f"({line}) Tj T*\n" for line in escaped) + "ET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>>>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({escaped[2]}) /Author (Ministry of the Interior) /CreationDate (D:20190615090000Z) >>",
    )
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{offset:010d} 00000 n \n" for offset in offsets).encode()
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def warc() -> bytes:
    """A WARC file with one warcinfo and one response record, each its own gzip member."""
    body = GAZETTE.encode()
    http = (
        f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        + body
    )

    def sha1(data: bytes) -> str:
        # WARC 1.1 names digests by algorithm; SHA-1 in base 32 is what readers check. No secret hangs on it.
        return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()

    def record(kind: str, number: int, more: dict[str, str], block: bytes) -> bytes:
        fields = {
            "WARC-Type": kind,
            "WARC-Record-ID": f"<urn:uuid:00000000-0000-4000-8000-{number:012d}>",
            "WARC-Date": "2019-06-20T12:00:00Z",
            **more,
            "Content-Length": str(len(block)),
        }
        head = "WARC/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields.items()) + "\r\n"
        return gzip.compress(head.encode() + block + b"\r\n\r\n", compresslevel=9, mtime=0)

    about = b"software: examples/exercise/make.py\r\nformat: WARC File Format 1.1\r\n"
    return record("warcinfo", 1, {"Content-Type": "application/warc-fields"}, about) + record(
        "response",
        2,
        {
            "WARC-Target-URI": "https://bordergazette.example/2019/06/16/denial",
            "Content-Type": "application/http; msgtype=response",
            "WARC-Block-Digest": sha1(http),
            "WARC-Payload-Digest": sha1(body),
        },
        http,
    )


DOCUMENTS = {
    "06-dorrin-rights-monitor.docx": docx,
    "08-ministry.pdf": pdf,
    "11-border-gazette.warc.gz": warc,
}


def main(folder: Path = HERE) -> None:
    """Write every binary document into `folder`."""
    for name, make in DOCUMENTS.items():
        (folder / name).write_bytes(make())


if __name__ == "__main__":
    main()
