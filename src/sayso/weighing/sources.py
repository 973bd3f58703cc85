"""The sources of a case: outlets and speakers, what they claim, how independent they are, and their grade."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

import msgspec

from sayso.records import Origins, ProposedGrade, Reading, SourceProfile
from sayso.weighing.speakers import name_of, plain_name

__all__ = ["profile_sources"]

_NONE: Mapping[str, str] = MappingProxyType({})
_NO_PROPOSAL: Mapping[str, ProposedGrade] = MappingProxyType({})


class _Counts:
    """What was counted of one source, under every way its name is written."""

    def __init__(self) -> None:
        self.spellings: dict[str, int] = defaultdict(int)
        self.documents: dict[str, None] = {}
        self.origins: dict[str, None] = {}
        self.claims = 0


def profile_sources(
    readings: Sequence[Reading],
    origins: Origins,
    *,
    grades: Mapping[str, str] = _NONE,
    distrusted: Collection[str] = (),
    proposed: Mapping[str, ProposedGrade] = _NO_PROPOSAL,
) -> tuple[SourceProfile, ...]:
    """Count what every outlet and every speaker brings.

    An outlet's claims are all those of its documents; a speaker's those said to be theirs. A speaker's `origins` are
    the origins that carry them: many origins with one speaker are still one speaker. Unresolved pronouns are left out.

    Args:
        readings: documents as read.
        origins: of the same documents.
        grades: Admiralty letter or grade by name, as a person gave it; case and articles of names do not matter.
        distrusted: names of sources that a person distrusts.
        proposed: by plain name, what `propose_grades` found.

    Returns:
        Outlets first, then speakers; in each, most documents first, then most claims, then by name.
    """
    home = {link.id: link.origin for link in origins.documents}
    outlets: dict[str, _Counts] = defaultdict(_Counts)
    speakers: dict[str, _Counts] = defaultdict(_Counts)
    for reading in readings:
        document = reading.document
        origin = home.get(document.id)
        if document.outlet:
            _count(outlets[plain_name(document.outlet)], document.outlet, document.id, origin, len(reading.claims))
        for claim in reading.claims:
            name = name_of(claim)
            if name:
                _count(speakers[plain_name(name)], name, document.id, origin, 1)
    graded = {plain_name(name): grade for name, grade in grades.items()}
    shunned = {plain_name(name) for name in distrusted}
    found = []
    for kind, counted in (("outlet", outlets), ("speaker", speakers)):
        profiles = [
            msgspec.structs.replace(_profile(kind, key, c, graded, shunned), proposed=proposed.get(key))
            for key, c in counted.items()
        ]
        found += sorted(profiles, key=lambda p: (-p.documents, -p.claims, p.name))
    return tuple(found)


def _count(counts: _Counts, name: str, document: str, origin: str | None, claims: int) -> None:
    counts.spellings[name] += 1
    counts.documents[document] = None
    if origin:
        counts.origins[origin] = None
    counts.claims += claims


def _profile(
    kind: str, key: str, counts: _Counts, grades: Mapping[str, str], distrusted: Collection[str]
) -> SourceProfile:
    # The spelling most used stands for all; a capital at its head goes before none.
    name = min(counts.spellings, key=lambda s: (-counts.spellings[s], not s[0].isupper(), s))
    return SourceProfile(
        name=name,
        kind="outlet" if kind == "outlet" else "speaker",
        documents=len(counts.documents),
        claims=counts.claims,
        origins=tuple(counts.origins),
        grade=grades.get(key),
        distrusted=key in distrusted,
    )
