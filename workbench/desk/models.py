"""Imports every mapped table, so that Alembic and the tests see them all."""

from workbench.store.base import Base
from workbench.store.journal import JournalEntry
from workbench.store.local import Counter, Draft, StoreFact

__all__ = ["Base", "Counter", "Draft", "JournalEntry", "StoreFact"]
