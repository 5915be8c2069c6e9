"""Runs migrations on a connection that the repository hands over, inside the transaction that it opened."""

from __future__ import annotations

from alembic import context

from archrepo.model import Dasar
from archrepo.repository.pemicu import install_triggers


def run() -> None:
    connection = context.config.attributes["connection"]
    # Alembic believes that SQLite cannot roll back DDL; with BEGIN IMMEDIATE sent by the repository it can.
    context.configure(
        connection=connection,
        target_metadata=Dasar.metadata,
        transactional_ddl=True,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()
        # A table that a migration makes again has lost its triggers, and a new column is not in them.
        install_triggers(connection)


run()
