"""The documents as references (CSL-JSON, BibTeX), and the summary as schema.org ClaimReview."""

from __future__ import annotations

import json
import re
from typing import Any

from anyascii import anyascii

from sayso.records import CaseView, Document, Statement
from sayso.reporting.exports.rows import day_of
from sayso.reporting.notes import name_of
from sayso.reporting.words import one_line, plural, safe_link

_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "%": r"\%",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "$": r"\$",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _retrieved(view: CaseView) -> dict[str, str]:
    return {c.document: c.capture.retrieved for c in reversed(view.copies)}


def _parts(value: str | None) -> dict[str, Any] | None:
    parts = [int(p) for p in day_of(value) if p]
    return {"date-parts": [parts]} if parts else None


def csl(view: CaseView) -> str:
    """Every document as a CSL-JSON item; what is unknown is left out, as CSL has no null."""
    taken = _retrieved(view)
    items = []
    for document in (r.document for r in view.readings):
        item: dict[str, Any] = {
            "id": document.id,
            "type": "webpage" if document.url else "document",
            "title": one_line(document.title or name_of(document)),
            "container-title": one_line(document.outlet) if document.outlet else None,
            "author": [{"literal": one_line(document.author)}] if document.author else None,
            "issued": _parts(document.published),
            "accessed": _parts(taken.get(document.id)),
            "URL": safe_link(document.url),
            "language": document.language,
            "note": f"SHA-256 {document.sha256}",
        }
        items.append({key: value for key, value in item.items() if value is not None})
    return _dump(items)


def tex(text: str) -> str:
    """Escape text for BibTeX, so that nothing in it is a command and braces stay balanced."""
    return "".join(_TEX.get(c, c) for c in one_line(text))


def bibtex(view: CaseView) -> str:
    """Every document as an @online or @misc entry, keyed by outlet and year, numbered where keys would repeat."""
    taken = _retrieved(view)
    keys: dict[str, int] = {}
    entries = []
    for document in (r.document for r in view.readings):
        key = _key(document)
        keys[key] = keys.get(key, 0) + 1
        key = key if keys[key] == 1 else f"{key}-{keys[key]}"
        fields = {
            "title": tex(document.title or name_of(document)),
            "author": f"{{{tex(document.author)}}}" if document.author else None,
            "organization": tex(document.outlet) if document.outlet else None,
            "date": "-".join(p for p in day_of(document.published) if p) or None,
            "url": safe_link(document.url),
            "urldate": (taken.get(document.id) or "")[:10] or None,
            "note": f"SHA-256 {document.sha256}",
        }
        body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
        entries.append(f"@{'online' if fields['url'] else 'misc'}{{{key},\n{body}\n}}\n")
    return "\n".join(entries)


def _key(document: Document) -> str:
    name = re.sub(r"[^a-z0-9]+", "", anyascii(name_of(document)).lower())[:24] or "document"
    return f"{name}{day_of(document.published)[0] or 'nd'}"


def claim_reviews(view: CaseView) -> str:
    """What is agreed, contested and unknown as ClaimReview items.

    The rating is in words and carries no number: it says how many origins stand for and against, not what is true.
    """
    documents = {r.document.id: r.document for r in view.readings}
    return _dump(
        {
            "@context": "https://schema.org",
            "@graph": [_review(view, i, s, documents) for i, s in enumerate(view.statements, 1)],
        }
    )


def _review(view: CaseView, index: int, statement: Statement, documents: dict[str, Document]) -> dict[str, Any]:
    seen = dict.fromkeys(p.document for p in statement.passages)
    appearance = []
    for name in seen:
        document = documents.get(name)
        if document is not None:
            work = {
                "@type": "CreativeWork",
                "name": one_line(document.title or name_of(document)),
                "url": safe_link(document.url),
                "datePublished": document.published,
                "publisher": {"@type": "Organization", "name": one_line(document.outlet)} if document.outlet else None,
            }
            appearance.append({k: v for k, v in work.items() if v is not None})
    support, against = len(statement.for_origins), len(statement.against_origins)
    words = {"agreed": "Agreed", "contested": "Contested", "single": "Said by one origin only", "unknown": "Unknown"}
    rating = f"{words[statement.standing]}: {plural(support, 'origin')} for, {against} against"
    review = {
        "@type": "ClaimReview",
        "claimReviewed": one_line(statement.says),
        "itemReviewed": {"@type": "Claim", "appearance": appearance},
        "reviewRating": {"@type": "Rating", "alternateName": rating},
        "url": f"urn:sayso:{re.sub(r'[^A-Za-z0-9.-]+', '-', view.name)}:statement:{index}",
        "author": {"@type": "Organization", "name": f"sayso case {one_line(view.name)}"},
        "datePublished": view.now,
    }
    return {k: v for k, v in review.items() if v is not None}
