"""The first screen, kept from the last session: shown while the case is loaded and weighed again.

A kept answer says which version of the case it was made from. What was weighed may be shown while a newer state is
being weighed, and says so; what shows decisions is shown only where nothing was decided since.
"""

from __future__ import annotations

from collections.abc import Callable

from sayso.desk.web import amounts, atlas, documents
from sayso.desk.web.answers.base import Answer, Counts
from sayso.desk.web.table import Tables, table_key
from sayso.records import Record
from sayso.workbench import Live, Version, Weighed

__all__ = ["Kept", "Screen"]


class Kept(Record, frozen=True, kw_only=True):
    """An encoded answer, its tag, and the version that it shows."""

    version: str
    body: bytes
    tag: str


class _About(Record, frozen=True, kw_only=True):
    """What a kept screen shows: of which version, and how much the case held then."""

    version: str
    counts: Counts


class Screen:
    """What is kept of one case's first screen."""

    def __init__(self, live: Live, tables: Tables) -> None:
        self._live = live
        self._tables = tables
        self._about = live.kept("about", _About)
        self._written: Version | None = None

    @property
    def version(self) -> Version | None:
        """What the kept screen shows; null when there is none, or when it is not of this case's past."""
        if self._about is None:
            return None
        version = Version.parse(self._about.version)
        return version if self._live.version().covers(version) else None

    @property
    def counts(self) -> Counts | None:
        """How much the case held."""
        return self._about.counts if self._about and self.version else None

    def weighed(self, path: str) -> Kept | None:
        """A kept answer that was weighed, until anything is weighed in this session."""
        version = self.version
        if self._live.latest() is not None or version is None:
            return None
        return self._take(path, version)

    def stored(self, path: str) -> Kept | None:
        """A kept answer that shows decisions, until the case is loaded; only where nothing changed since."""
        version = self.version
        if self._live.is_loaded or version is None or version != self._live.version():
            return None
        return self._take(path, version)

    def _take(self, path: str, version: Version) -> Kept | None:
        found = self._live.kept(path.rsplit("/", 1)[-1], Kept)
        return found if found is not None and found.version == str(version) else None

    def keep(self, weighed: Weighed, encoded: Callable[[Answer, str], tuple[bytes, str]]) -> None:
        """Keep the first screen of a state; `encoded` makes bytes and tag of an answer and a version."""
        now = self._live.now()
        if self._written == weighed.version or now.version != weighed.version or not weighed.basis.is_large:
            return
        view = weighed.view
        origins = {link.id: link.origin for link in view.origins.documents}
        made: dict[str, Answer] = {
            "overview": amounts.overview(weighed, now),
            "documents": documents.listed(weighed),
            "places": atlas.on_the_map(now),
            "claims": self._tables.table(now, view.actors, origins),
        }
        version = str(weighed.version)
        for name, answer in made.items():
            body, tag = encoded(answer, version)
            self._live.keep(name, Kept(version=version, body=body, tag=tag))
            if name == "claims":
                now.kept[table_key(weighed.version)] = body, tag
        self._live.keep("about", _About(version=version, counts=amounts.counts(now, view)))
        self._written = weighed.version
