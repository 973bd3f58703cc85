"""Time the workbench on a made-up case: first screen, claims table, a decision, what follows from it.

    python -m bench.workbench [--documents 5000] [--case FOLDER]

The case has twelve claims a document; documents tell one of many stories, and every tenth report is reprinted.
Prints one line a request: seconds, bytes as sent, status.
"""

from __future__ import annotations

import argparse
import hashlib
import http.client
import json
import random
import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from sayso.reading import READER
from sayso.records import (
    Capture,
    Certainty,
    Claim,
    Collected,
    Document,
    Figure,
    Mention,
    PlaceMention,
    Reading,
    Span,
    Speaker,
    TimeMention,
    content_id,
)
from sayso.workbench import Case, Live
from sayso.workbench.grouping import keep_up

CLAIMS = 12
STORY = 100
"""Documents that tell one story."""

SOUNDS = [c + v for c in "bdfgklmnprst" for v in "aeiou"]
CUES = ("said", "told reporters", "announced", "claimed", "confirmed")
CERTAINTIES: tuple[Certainty, ...] = ("certain", "certain", "probable", "possible")


def made_word(rng: random.Random) -> str:
    """Return a word that no language has."""
    return "".join(rng.choice(SOUNDS) for _ in range(rng.randint(2, 4)))


class Writer:
    """Writes reports sentence by sentence, with what a reader would find in them."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - made-up news, not secrets
        self.speakers = [f"{made_word(self.rng)} {made_word(self.rng)}".title() for _ in range(400)]
        self.places = [(made_word(self.rng).title(), 30 + self.rng.random(), 38 + self.rng.random()) for _ in range(80)]
        self.outlets = [f"The {made_word(self.rng).title()} Post" for _ in range(120)]
        self.words = [made_word(self.rng) for _ in range(3000)]
        self.stories = [self._story() for _ in range(max(1, seed // STORY))]

    def _story(self) -> tuple[list[str], int, tuple[str, float, float]]:
        """Words, day of March and place of one happening."""
        return [made_word(self.rng) for _ in range(40)], self.rng.randint(2, 28), self.rng.choice(self.places)

    def report(self, number: int) -> Reading:
        """One report of twelve sentences."""
        rng = self.rng
        story, day, where = self.stories[number % len(self.stories)]
        parts: dict[str, list[object]] = {k: [] for k in ("claims", "mentions", "places", "times", "figures")}
        sentences: list[tuple[int, int]] = []
        text = ""
        for line in range(CLAIMS):
            start = len(text)
            text = self._sentence(text, line, day, where, story=story, parts=parts, of=f"d{number}")
            sentences.append((start, len(text)))
            text += " "
        document = Document(
            id=f"d{number}",
            path=f"reports/{number}.txt",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            outlet=rng.choice(self.outlets),
            title=" ".join(rng.choice(story) for _ in range(7)).capitalize(),
            published=f"2031-03-{day + 1:02}",
            language="en",
            text=text,
        )
        return Reading(
            document=document,
            sentences=tuple(sentences),
            reader=READER,
            **{k: tuple(v) for k, v in parts.items()},  # type: ignore[arg-type]
        )

    def _sentence(
        self,
        text: str,
        line: int,
        day: int,
        where: tuple[str, float, float],
        *,
        story: list[str],
        parts: dict[str, list[object]],
        of: str,
    ) -> str:
        rng = self.rng
        speaker, cue = rng.choice(self.speakers), rng.choice(CUES)
        at = len(text)
        head = f"{speaker} {cue} that "
        body, marks = "", []
        if line in (0, 4, 8):
            count = rng.randint(6, 9)
            for piece, kind in ((f"{count} people", "killed"), (" were killed near ", ""), (where[0], "place"),
                                (" on ", ""), (f"{day} March", "time"), (" with ", "")):  # fmt: skip
                marks.append((kind, len(body), len(body) + len(piece), count))
                body += piece
        body += " ".join(rng.choice(story if n % 4 == 0 else self.words) for n in range(14))
        whole = f"{text}{head}{body}."
        begin = at + len(head)
        claim = content_id("c", of, at)
        parts["claims"].append(
            Claim(
                id=claim,
                source=Speaker(start=at, end=at + len(speaker), text=speaker, entity=speaker),
                cue=Span.cut(whole, at + len(speaker) + 1, at + len(speaker) + 1 + len(cue)),
                content=(Span.cut(whole, begin, begin + len(body)),),
                certainty=rng.choice(CERTAINTIES),
                score=round(rng.uniform(0.3, 1.0), 3),
            )
        )
        parts["mentions"].append(Mention(start=at, end=at + len(speaker), text=speaker, type="person", entity=speaker))
        for kind, first, last, count in marks:
            span: Any = {"start": begin + first, "end": begin + last, "text": whole[begin + first : begin + last]}
            if kind == "killed":
                parts["figures"].append(
                    Figure(**span, what="killed", of="people", low=count, high=count, wording="exact", claim=claim)
                )
            elif kind == "place":
                parts["places"].append(
                    PlaceMention(**span, name=where[0], country="SY", lat=where[1], lon=where[2], score=0.9)
                )
                parts["mentions"].append(Mention(**span, type="place"))
            elif kind == "time":
                parts["times"].append(TimeMention(**span, type="DATE", value=f"2031-03-{day:02}"))
        return whole


def reports(count: int) -> Iterator[Reading]:
    """Readings of `count` documents, the same at every run; every tenth is a reprint of an earlier one."""
    import msgspec  # noqa: PLC0415

    writer = Writer(count)
    kept: list[Reading] = []
    for number in range(count):
        if number % 10 == 9:
            of = writer.rng.choice(kept[-200:])
            document = msgspec.structs.replace(
                of.document,
                id=f"d{number}",
                path=f"reports/{number}.txt",
                outlet=writer.rng.choice(writer.outlets),
                text=of.document.text + f" Reprinted {number}.",
            )
            digest = hashlib.sha256(document.text.encode()).hexdigest()
            made = msgspec.structs.replace(of, document=msgspec.structs.replace(document, sha256=digest))
        else:
            made = writer.report(number)
        kept.append(made)
        yield made


def build(folder: Path, documents: int) -> None:
    """Make the case."""
    with Case.new(folder, title="A made-up case") as case:
        rest = reports(documents)
        while part := list(islice(rest, 500)):
            case.store.keep_many(
                Collected(
                    document=r.document,
                    raw=r.document.text.encode(),
                    capture=Capture(
                        retrieved="2031-04-01T00:00:00Z", method="file", tool="bench", location=str(r.document.path)
                    ),
                )
                for r in part
            )
            case.store.save_readings(part)
        keep_up(case.store)


class Served:
    """The case behind a real server in this process, asked as the page asks it."""

    def __init__(self, folder: Path) -> None:
        import uvicorn  # noqa: PLC0415 - the server loads when it is timed

        from sayso.desk.web.api import guarded, make_app  # noqa: PLC0415
        from sayso.desk.web.room import Room  # noqa: PLC0415

        listener = socket.create_server(("127.0.0.1", 0))
        self.port = listener.getsockname()[1]
        self.live = Live(folder)
        app = guarded(make_app(Room(self.live, who="bench", page=False)), hosts={f"127.0.0.1:{self.port}"}, token=None)
        self._server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="on"))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [listener]}, daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def ask(self, what: str, path: str, body: Any = None, tag: str | None = None) -> tuple[Any, str]:
        """Ask and print how long it took; gives the answer and its tag."""
        began = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=3600)
        headers = {"Content-Type": "application/json"} | ({"If-None-Match": tag} if tag else {})
        connection.request("POST" if body else "GET", path, json.dumps(body) if body else None, headers)
        answer = connection.getresponse()
        raw = answer.read()
        took = time.perf_counter() - began
        connection.close()
        print(f"{what:42} {took:9.3f} s {len(raw):12,} bytes  {answer.status}")
        return (json.loads(raw) if raw else None), answer.headers.get("ETag", "")

    def wait(self, what: str) -> None:
        """Wait until the newest state is weighed, and print how long it took."""
        began = time.perf_counter()
        while self.live.weighed(self.live.version(), patience=600) is None:
            if self.live.fault:
                raise SystemExit(self.live.fault)
        print(f"{what:42} {time.perf_counter() - began:9.3f} s")

    def close(self) -> None:
        """Stop."""
        self._server.should_exit = True
        self._thread.join()


def measure(folder: Path) -> None:
    """Print a line for every request that the page makes."""
    began = time.perf_counter()
    served = Served(folder)
    print(f"{'opened':42} {time.perf_counter() - began:9.3f} s")
    served.ask("session, while the case is loaded", "/api/session")
    served.wait("weighed for the first time")
    served.close()
    served = Served(folder)
    served.ask("session, opened again", "/api/session")
    served.wait("weighed, opened again")
    print("first screen")
    session, _ = served.ask("  session", "/api/session")
    for name in ("overview", "documents"):
        _, tag = served.ask(f"  {name}, made", f"/api/{name}")
        served.ask(f"  {name}, kept", f"/api/{name}")
        served.ask(f"  {name}, unchanged", f"/api/{name}", tag=tag)
    table, _ = served.ask("claims table, made", "/api/claims")
    served.ask("claims table, kept", "/api/claims")
    document = table["documents"][len(table["documents"]) // 2]
    served.ask("one document", f"/api/documents/{document}")
    for name in ("figures", "figures/killed", "origins", "places", "actors", "timeline", "search?words=killed"):
        served.ask(name, f"/api/{name}")
    act = {"do": "reject", "claim": table["columns"]["id"][0]}
    sent = {"who": "bench", "based_on": session["version"], "decisions": [act]}
    told, _ = served.ask("a decision", "/api/decisions", sent)
    served.ask("  rows that it changed", f"/api/claims?since={session['version']}")
    served.wait("  weighed after it")
    served.ask("  overview after it", f"/api/overview?version={told['version']}")
    served.ask("undone", "/api/undo", {"who": "bench", "based_on": told["version"]})
    served.wait("  weighed after it")
    served.close()


def over_a_case(name: str, says: str | None, measure: Callable[[Path], None]) -> None:
    """Measure the case that the command line asks for, made now unless it is there."""
    parser = argparse.ArgumentParser(prog=f"python -m {name}", description=says)
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--case", type=Path, help="where to keep the case; else it is gone afterwards")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.case or Path(temporary) / "case"
        if not folder.exists():
            build(folder, given.documents)
        measure(folder)


def measure_first(case: Path) -> None:
    """Measure as if nothing had been weighed before."""
    shutil.rmtree(case / "kept", ignore_errors=True)
    measure(case)


if __name__ == "__main__":
    over_a_case("bench.workbench", __doc__, measure_first)
