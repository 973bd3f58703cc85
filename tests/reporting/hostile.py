"""The same case with documents, names and addresses that try to act on whoever opens the report."""

from __future__ import annotations

import hashlib

import msgspec
from tests.reporting.landing import landing_case

from sayso.records import Actor, CaseView, Claim, Document, Passage, Reading, Refused, Span, Speaker, Statement

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src="https://evil.example/x.png" onerror="alert(2)">'
MARKDOWN = "[click](javascript:alert(3)) ![i](https://evil.example/y.png) | cell\n# heading `code` <b>bold</b>"
OVERRIDE = "\u202eevil\u202c\u2066x\u2069\u200b"
CONTROL = "bell\x07 escape\x1b[31mred\x1b[0m null\x00"
FORMULA = '=HYPERLINK("https://evil.example","pay")'
TEXT = f"{FORMULA} said {SCRIPT} and {MARKDOWN} and {OVERRIDE} and {CONTROL} and ]]> -- {{{{ 7*7 }}}} {{% raw %}}"


def hostile_case() -> CaseView:
    """Make the case; every field that a document can fill holds an attack."""
    base = landing_case()
    document = Document(
        id="doc-hostile",
        path=f"pile/{SCRIPT}.txt",
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        outlet=f"Outlet {SCRIPT}{OVERRIDE}",
        title=f"{MARKDOWN}{IMAGE}{CONTROL}",
        author=FORMULA,
        published="2034-09-12",
        published_how=IMAGE,
        language='en" onmouseover="alert(4)',
        text=TEXT,
        url="javascript:alert(5)",
        unread=f"{SCRIPT} cannot be read",
    )
    at = TEXT.index(SCRIPT)
    words = TEXT[at:]
    claim = Claim(
        id="c-hostile",
        source=Speaker(start=0, end=len(FORMULA), text=FORMULA, entity=f"{FORMULA}{OVERRIDE}"),
        cue=Span(start=TEXT.index("said"), end=TEXT.index("said") + 4, text="said"),
        content=(Span(start=at, end=len(TEXT), text=words),),
    )
    reading = Reading(document=document, claims=(claim,), sentences=((0, len(TEXT)),))
    statement = Statement(
        standing="agreed",
        says=f"{SCRIPT}{MARKDOWN}{CONTROL}",
        for_origins=("o-monitor",),
        against_origins=(),
        passages=(Passage(document="doc-hostile", start=at, end=len(TEXT), text=words),),
    )
    actor = Actor(
        id="actor-9",
        name=f"{SCRIPT}{OVERRIDE}",
        type="person",
        spellings=(SCRIPT, FORMULA),
        documents=("doc-hostile",),
        mentions=1,
    )
    return msgspec.structs.replace(
        base,
        name=f"case {SCRIPT}",
        title=f'Title {SCRIPT}"; }} body {{ background: url(https://evil.example) }}{OVERRIDE}',
        note=f"{MARKDOWN}{CONTROL}",
        readings=(*base.readings, reading),
        statements=(statement, *base.statements),
        actors=(actor, *base.actors),
        refused=(Refused(name=f"{SCRIPT}.pdf", reason=MARKDOWN),),
    )
