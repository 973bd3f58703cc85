"""A number that stands in a title alone leads to that title, like any other to its passage."""

import json
import re
from pathlib import Path

from sayso.workbench import Case


def test_a_number_of_a_title_has_a_note_that_quotes_the_title(tmp_path: Path) -> None:
    rows = [
        {"id": "one", "outlet": "Harbour Post", "title": "Five killed in shelling of Vell mill", "published": "2031-03-09",
         "text": "The mill at Vell was shelled on Saturday, the Harbour Ministry said. The road is closed."},
        {"id": "two", "outlet": "Quay Courier", "title": "Mill hit", "published": "2031-03-09",
         "text": "The mill at Vell was shelled on Saturday. Three people were killed, the Harbour Ministry said."},
    ]  # fmt: skip
    source = tmp_path / "reports.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    case = tmp_path / "case"
    Case.new(case).close()
    with Case.open(case, write=True) as opened:
        list(opened.add([str(source)]))
        view = opened.view()
        opened.report(tmp_path / "report.html")
        opened.report(tmp_path / "report.md")
    killed = view.weighing.figures["killed"]
    assert (killed.minimum, killed.maximum) == (3, 5)
    assert any(a.passage.title and a.passage.text in rows[0]["title"] for a in view.weighing.accounts)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    note = re.search(r'<li id="n(\d+)">(?:(?!</li>).)*?data-title>(.*?)</q>', page, re.DOTALL)
    assert note is not None
    assert re.sub("<[^>]+>", "", note[2]) == rows[0]["title"]
    assert f'id="p{note[1]}"' in page  # the archived copy shows where
    assert f'href="#n{note[1]}"' in page  # and a sentence rests on it
    assert f"characters 0–{len(rows[0]['title'])} of the title" in (tmp_path / "report.md").read_text(encoding="utf-8")
