"""Page furniture that is known by its form alone, whatever outlet it stands on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

__all__ = ["furniture_by_form"]

_ASKS = re.compile(
    r"^(?:\W*)(?:share(?: (?:this|on|via)\b|$)|tweet\b|e-?mail (?:this|a friend|address)|print(?: (?:this"
    r"|article)|$)|subscribe\b|sign (?:up|in)\b"
    r"|log ?in\b|log ?out\b|register\b|follow (?:us|@)|like us\b|join (?:us|the conversation)|click (?:here|to"
    r"|on)|tap (?:here|to)|download (?:the|our)"
    r"|read (?:more|next|also)\b|see (?:also|more)\b|more (?:from|on|in|stories|news)\b|related(?::| (?:stories"
    r"|articles|content|coverage)|$)|advertisement\b|sponsored\b"
    r"|skip to\b|back to top|home$|menu$|search$|close$|comments?$|post a comment|leave a (?:comment|reply)"
    r"|view (?:all|more|comments|full)|load more|show more"
    r"|most (?:read|popular|viewed|commented)|trending\b|newsletters?\b|loading\b|enlarge\b|watch (?:live|more)"
    r"|get (?:the (?:latest|app)|our|breaking|email|alerts)"
    r"|thank you for (?:reading|registering|subscribing|visiting)|welcome back|already have an account"
    r"|enable javascript|please (?:enable|sign|log|note that)|cookies?\b)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:©|\(c\) ?\d{4}|copyright \W?\d{4}|copyright .{0,60}all rights|all rights reserved"
    r"|may not be (?:published|reproduced|reprinted|broadcast)"
    r"|terms of (?:use|service)|privacy policy|fcc public file|user agreement|cookie (?:policy|settings)"
    r"|comment(?:s|ing)? (?:policy|guidelines|rules)"
    r"|your browser|javascript|to your inbox|e-?mail notifications?|push alerts|news app\b|for (?:real-time"
    r"|the latest) updates|breaking news alerts|refresh for updates|have (?:a|any) news tip|mobile app|free app"
    r"|app store|google play|user comments|opinions expressed)",
    re.IGNORECASE,
)
_RIGHTS_HINTS = (
    *(
        "©",
        "(c)",
        "copyright",
        "rights reserved",
        "may not be",
        "terms of",
        "privacy policy",
        "fcc public",
        "agreement",
    ),
    *("cookie", "comment", "browser", "javascript", "inbox", "notification", "push alert", "news app", "updates"),
    *("breaking news", "news tip", "mobile app", "free app", "app store", "google play", "opinions expressed"),
)
"""What the pattern above cannot match without: looking for these first is twenty times faster."""

_APPEAL = re.compile(
    r"crime ?stoppers|\b(?:remain|stay|be) anonymous|tip ?line\b|tips? (?:can|may) be (?:sent|texted|submitted|left)"
    r"|\b(?:any(?:one|body)|persons?|people|those|witnesses|residents)"
    r" (?:with|who (?:has|have|may have|might have|saw|witnessed))(?: any| more| further| additional)*"
    r" (?:information|info|details|tips|knowledge)\b.{0,160}\b(?:call|contact|asked|urged|e-?mail|phone|text)",
    re.IGNORECASE | re.DOTALL,
)
_APPEAL_HINTS = ("stoppers", "anonymous", "tip", "info", "details", "knowledge")
_GALLERY = re.compile(
    r"\bimage \d+ of (?:/ ?)?\d+\b|\bcaption close\b|\bback to gallery\b|\bbuy this photo\b", re.IGNORECASE
)
_CLIP = re.compile(r"^\d{1,2}:\d\d (?!(?:a|p)\.?m\b)")
_CLIPS = 3
_CAPTION = 8
"""Segments that one caption, printed twice, may take."""


def furniture_by_form(pieces: Sequence[str]) -> list[bool]:
    """Tell for every segment of one document, in text order, whether its form shows that it is no report.

    That is: a short line that asks the reader to do something; one about rights and accounts; an appeal for tips, which
    police reports of any incident end with; the captions of a picture gallery; a list of three clips or more.
    """
    found = [_alone(piece) for piece in pieces]
    clips = [i for i, piece in enumerate(pieces) if _CLIP.match(piece)]
    for i in clips if len(clips) >= _CLIPS else ():
        found[i] = True
    gallery = _gallery(pieces)
    if not gallery:
        return found
    seen = {_flat(pieces[i]) for i in gallery}
    # Galleries print each caption twice, the second time without its number.
    return [
        known or i in gallery or _flat(piece) in seen
        for i, (known, piece) in enumerate(zip(found, pieces, strict=True))
    ]


def _gallery(pieces: Sequence[str]) -> set[int]:
    """Return the segments from one numbered picture to the next, where the next is not far."""
    numbered = [i for i, piece in enumerate(pieces) if _GALLERY.search(piece)]
    found = set(numbered)
    for first, second in pairwise(numbered):
        if second - first <= _CAPTION:
            found.update(range(first, second))
    return found


def _flat(piece: str) -> str:
    return " ".join(piece.casefold().split())


def _alone(piece: str) -> bool:
    size = len(piece)
    if size <= 160 and _ASKS.match(piece):
        return True
    if size <= 400:
        low = piece.casefold()
        if any(hint in low for hint in _RIGHTS_HINTS) and _RIGHTS.search(piece):
            return True
        if any(hint in low for hint in _APPEAL_HINTS) and _APPEAL.search(piece):
            return True
    # A row of links has separators and no sentence.
    return size <= 300 and piece.count("|") + piece.count("•") + piece.count("·") >= 3
