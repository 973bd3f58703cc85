"""The sources of a case: outlets and speakers, what they claim, how independent they are, and their grade."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from sayso.records import Origins, ProposedGrade, Reading, SourceProfile
from sayso.weighing.speakers import name_of, plain_name

__all__ = ["Brought", "brought", "profile_sources"]

_NONE: Mapping[str, str] = MappingProxyType({})
_NO_PROPOSAL: Mapping[str, ProposedGrade] = MappingProxyType({})


class _Counts:
    """What was counted of one source, under every way its name is written."""

    def __init__(self) -> None:
        self.spellings: dict[str, int] = defaultdict(int)
        self.documents: dict[str, None] = {}
        self.origins: dict[str, None] = {}
        self.claims = 0

    def add(self, name: str, document: str, origin: str | None, *, times: int, claims: int) -> None:
        """Count a document that names the source so many times, or that it published."""
        self.spellings[name] += times
        self.documents[document] = None
        if origin:
            self.origins[origin] = None
        self.claims += claims


class Brought(NamedTuple):
    """What one document brings: names with the key that all spellings of a name share.

    `speakers`: key, name as resolved, number of claims; in text order, each spelling once. `claims`: how many in all.
    """

    document: str
    outlet: tuple[str, str] | None
    claims: int
    speakers: tuple[tuple[str, str, int], ...]


def brought(reading: Reading) -> Brought:
    """Count what one document brings; unresolved pronouns are left out."""
    outlet = reading.document.outlet
    said = Counter(name for claim in reading.claims if (name := name_of(claim)))
    return Brought(
        document=reading.document.id,
        outlet=(plain_name(outlet), outlet) if outlet else None,
        claims=len(reading.claims),
        speakers=tuple((plain_name(name), name, claims) for name, claims in said.items()),
    )


def profile_sources(
    documents: Iterable[Brought],
    origins: Origins,
    *,
    grades: Mapping[str, str] = _NONE,
    distrusted: Collection[str] = (),
    proposed: Mapping[str, ProposedGrade] = _NO_PROPOSAL,
    fuller: Mapping[str, str] = _NONE,
) -> tuple[SourceProfile, ...]:
    """Count what every outlet and every speaker brings.

    An outlet's claims are all those of its documents; a speaker's those said to be theirs. A speaker's `origins` are
    the origins that carry them: many origins with one speaker are still one speaker.

    Args:
        documents: what `brought` says of each.
        origins: of the same documents.
        grades: Admiralty letter or grade by name, as a person gave it; case and articles of names do not matter.
        distrusted: names of sources that a person distrusts.
        proposed: by plain name, what `propose_grades` found.
        fuller: by plain name, the fuller names of speakers (`fuller_names`): all names of one are one source.

    Returns:
        Outlets first, then speakers; in each, most documents first, then most claims, then by name.
    """
    home = {link.id: link.origin for link in origins.documents}
    outlets: dict[str, _Counts] = defaultdict(_Counts)
    speakers: dict[str, _Counts] = defaultdict(_Counts)
    for one in documents:
        origin = home.get(one.document)
        if one.outlet:
            key, name = one.outlet
            outlets[key].add(name, one.document, origin, times=1, claims=one.claims)
        for key, name, claims in one.speakers:
            whole = fuller.get(key, name)
            speakers[plain_name(whole)].add(whole, one.document, origin, times=claims, claims=claims)
    whole_of = {plain_name(name): plain_name(fuller.get(plain_name(name), name)) for name in (*grades, *distrusted)}
    graded = {whole_of[plain_name(name)]: grade for name, grade in grades.items()}
    graded |= {plain_name(name): grade for name, grade in grades.items()}
    shunned = {key for name in distrusted for key in (plain_name(name), whole_of[plain_name(name)])}
    found = []
    for kind, counted in (("outlet", outlets), ("speaker", speakers)):
        profiles = [
            msgspec.structs.replace(_profile(kind, key, c, graded, shunned), proposed=proposed.get(key))
            for key, c in counted.items()
        ]
        found += sorted(profiles, key=lambda p: (-p.documents, -p.claims, p.name))
    return tuple(found)


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
