"""Runs migrations of the server's database on the connection that `workbench.server.database` hands over."""

from alembic import context

from workbench.server.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
