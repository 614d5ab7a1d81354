"""The first schema of a desk's store."""

from alembic import op

from workbench.desk.models import Base

revision = "0001"
down_revision = None


def upgrade() -> None:
    Base.metadata.create_all(op.get_bind())
