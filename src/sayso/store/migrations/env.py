"""What Alembic runs for every command: our connection, our tables, the transaction that is open already."""

from __future__ import annotations

from alembic import context

from sayso.store.schema import metadata, schema_version

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=schema_version.name,
    transactional_ddl=False,
    render_as_batch=True,
)
context.run_migrations()
