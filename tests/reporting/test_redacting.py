"""With `redact`, no name of a private person or a sensitive source is in any byte that is written."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from sayso.errors import UsageError
from sayso.records import CaseView
from sayso.reporting import FORMATS, export, render, render_copies
from sayso.reporting.redacting import BLOCK, private_names, redacted
from sayso.workbench import Case

TEXT = """Outlet: Lake Courier
Author: Piet Oramel
Published: 2031-03-10

Nine people were killed when shells hit the market in Vell on 9 March 2031, Zoë Quastel-Brandt, a baker, said. "I saw the guns
on the hill," Quastel-Brandt told the Lake Courier. Her neighbour, Ivo
Senn, said that eleven people were killed. SENN'S brother was hurt. The pages zoe-quastel-brandt and IvoSenn.html were taken down.

Defence minister Karl Dorn denied that the army had fired. Dorn said that Zoe Quastel-Brandt was mistaken. The group Reed
Watch, which asked not to be named, counted 12 bodies, Reed Watch said.
"""
GONE = ("quastel", "brandt", "senn", "oramel", "reed watch", "reed")
STAYS = ("dorn", "courier", "vell")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("redact")
    source = folder / "told-by-ivo-senn.txt"
    source.write_text(TEXT, encoding="utf-8")
    with Case.new(folder / "market", title="The market at Vell, as Ivo Senn saw it") as made:
        for _ in made.add([str(source)]):
            pass
        made.mark_sensitive("Reed Watch", who="ann")
        for name in ("Ivo Senn", "Piet Oramel", "Zoë Quastel-Brandt"):
            made.mark_sensitive(name, who="ann")
        made.mark_sensitive("Karl Dorn", who="ann", sensitive=False)
        made.add_hypothesis("The army fired, as Senn says", who="ann")
        made.add_hypothesis("Somebody else fired", who="ann")
        made.rate("Quastel-Brandt saw the guns", "The army fired, as Senn says", "CC", who="ann", source="Reed Watch")
        made.write_section("summary", "Ivo Senn is a good witness.", who="ann")
        yield made


@pytest.fixture(scope="module")
def view(case: Case) -> CaseView:
    return case.view()


def _texts(data: bytes, name: str) -> Iterator[str]:
    """Everything readable in a file, packed parts too."""
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            for part in opened.namelist():
                yield part
                yield from _texts(opened.read(part), part)
        return
    text = data.decode("utf-8", "replace")
    # Word may part a name into several runs.
    for form in (text, re.sub(r"<[^>]+>", "", text), unquote(text)):
        yield unicodedata.normalize("NFKD", form).casefold()
        yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), form).casefold()


def _leaks(data: bytes, name: str) -> list[str]:
    found = []
    for text in _texts(data, name):
        plain = "".join(c for c in text if not unicodedata.combining(c))
        found += [
            f"{name}: {word}" for word in GONE if re.search(rf"(?<![a-z]){word}(?![a-z])|zoequastel|ivosenn", plain)
        ]
    return found


def test_the_names_are_there_before(case: Case, view: CaseView, tmp_path: Path) -> None:
    render(view, tmp_path / "open.html")
    assert _leaks((tmp_path / "open.html").read_bytes(), "open.html")


@pytest.mark.parametrize("suffix", [".html", ".md", ".docx"])
def test_no_report_names_them(case: Case, suffix: str, tmp_path: Path) -> None:
    target = tmp_path / f"report{suffix}"
    case.report(target, redact=True)
    written = sorted(tmp_path.iterdir())
    assert len(written) == (1 if suffix == ".html" else 2)
    for path in written:
        assert _leaks(path.read_bytes(), path.name) == []
    whole = " ".join(text for path in written for text in _texts(path.read_bytes(), path.name))
    assert all(word in whole for word in STAYS)
    assert BLOCK * 4 in whole


@pytest.mark.parametrize("form", FORMATS)
def test_no_export_names_them(case: Case, form: str, tmp_path: Path) -> None:
    target = tmp_path / ("out.zip" if form == "timemap" else "out")
    case.export(form, target, redact=True)
    assert _leaks(target.read_bytes(), form) == []


@pytest.mark.parametrize("form", ["warc", "wacz"])
def test_untouched_bytes_are_not_given_out_as_redacted(case: Case, form: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="untouched bytes"):
        case.export(form, tmp_path / "out", redact=True)
    assert list(tmp_path.iterdir()) == []


def test_offsets_still_prove_themselves(view: CaseView) -> None:
    hidden = redacted(view)
    text = {r.document.id: r.document.text for r in hidden.readings}
    assert [len(r.document.text) for r in hidden.readings] == [len(r.document.text) for r in view.readings]
    for reading in hidden.readings:
        for span in (*reading.mentions, *reading.figures, *(s for c in reading.claims for s in c.content)):
            assert text[reading.document.id][span.start : span.end] == span.text
    for entry in hidden.timeline:
        assert text[entry.passage.document][entry.passage.start : entry.passage.end] == entry.passage.text


def test_persons_with_an_office_are_public_and_others_private(bundled: dict[str, CaseView]) -> None:
    hidden = set(private_names(bundled["al-tanf-2017"]))
    assert hidden.isdisjoint(
        {"James Mattis", "Sergey Lavrov", "Donald Trump", "Trump", "President Trump", "Rex Tillerson"}
    )
    assert "Piet Oramel" in private_names(bundled["exercise"])


def test_words_of_the_program_survive_names_that_look_like_them(view: CaseView) -> None:
    import msgspec  # noqa: PLC0415 - only here

    marked = msgspec.structs.replace(
        view, sensitive={"Counts Certain": True, "Affirmed Exact": True, "Killed Best": True}
    )
    hidden = redacted(marked)
    assert hidden.weighing.figures.keys() == view.weighing.figures.keys()
    assert [c.certainty for r in hidden.readings for c in r.claims] == [
        c.certainty for r in view.readings for c in r.claims
    ]


def test_copies_are_redacted_too(view: CaseView, tmp_path: Path) -> None:
    render_copies(redacted(view), tmp_path / "copies.html", report="report.md")
    assert _leaks((tmp_path / "copies.html").read_bytes(), "copies.html") == []
    export(redacted(view), "json", tmp_path / "all.json")
    assert _leaks((tmp_path / "all.json").read_bytes(), "all.json") == []
