"""A case of an older version is brought up to date when it is opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from sayso.errors import CaseBusy
from sayso.store import CaseStore, migrations, open_case, opening, schema
from sayso.store.dialects import engine_for
from sayso.store.migrations import HERE, run

from .conftest import Make

NEXT = """
import sqlalchemy as sa
from alembic import op
revision = "0002"
down_revision = "0001"
def upgrade() -> None:
    op.add_column("documents", sa.Column("shelf", sa.Text()))
    {more}
"""


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sayso whose schema is one revision ahead."""
    place = tmp_path / "versions"
    place.mkdir()
    (place / "v0002_next.py").write_text(NEXT.format(more=""))
    monkeypatch.setattr(migrations, "PLACES", (place,))
    monkeypatch.setattr(opening, "HEAD", "0002")
    monkeypatch.setattr(opening, "KNOWN", ("0001", "0002"))
    return place


def test_the_revisions_lead_to_the_tables_of_the_schema(tmp_path: Path) -> None:
    assert ScriptDirectory(str(HERE)).get_heads() == [schema.HEAD]
    assert [one.revision for one in reversed(list(ScriptDirectory(str(HERE)).walk_revisions()))] == list(schema.KNOWN)
    engine = engine_for(tmp_path / "case.db", write=True)
    with engine.begin() as connection:
        run(connection, "head")
        context = MigrationContext.configure(connection, opts={"version_table": "schema_version"})
        found = [one for one in compare_metadata(context, schema.metadata) if not str(one[1].name).startswith("words")]
        assert found == []
    engine.dispose()


@pytest.mark.parametrize("write", [False, True])
def test_an_older_case_is_brought_up_to_date(
    case: CaseStore, folder: Path, make: Make, newer: Path, write: bool
) -> None:
    case.keep(make())
    case.close()
    with open_case(folder, write=write) as again:
        assert again.documents() == [make().document]
        assert [row["event"] for row in again.custody()][-1] == "migrated"
        assert [finding for finding in again.verify() if not finding.ok] == []
        with again._engine.connect() as connection:
            assert "shelf" in {column["name"] for column in inspect(connection).get_columns("documents")}
    with open_case(folder, write=True) as again:
        assert [row["event"] for row in again.custody()].count("migrated") == 1


def test_an_upgrade_that_fails_changes_nothing(case: CaseStore, folder: Path, make: Make, newer: Path) -> None:
    case.keep(make())
    case.close()
    (newer / "v0002_next.py").write_text(NEXT.format(more="raise RuntimeError('stop')"))
    with pytest.raises(RuntimeError, match="stop"):
        open_case(folder)
    engine = engine_for(folder / "case.db", write=False)
    with engine.begin() as connection:
        assert connection.execute(text("SELECT version_num FROM schema_version")).scalar() == "0001"
        assert "shelf" not in {column["name"] for column in inspect(connection).get_columns("documents")}
    engine.dispose()


def test_an_older_case_that_is_being_written_is_left_alone(case: CaseStore, folder: Path, newer: Path) -> None:
    with pytest.raises(CaseBusy, match="older version"):
        open_case(folder)
