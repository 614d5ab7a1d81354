"""The encrypted local store, its journal, and the one way to read and write them."""

from workbench.store.base import Base, LocalOnly, Synced, new_id
from workbench.store.errors import (
    RecordNotFound,
    StoreBusy,
    StoreDamaged,
    StoreFull,
    UnattributedWrite,
    WrongKey,
)
from workbench.store.opened import Opened, opened
from workbench.store.store import Store
from workbench.store.work import Actor, Changed, Work

__all__ = [
    "Actor",
    "Base",
    "Changed",
    "LocalOnly",
    "Opened",
    "RecordNotFound",
    "Store",
    "StoreBusy",
    "StoreDamaged",
    "StoreFull",
    "Synced",
    "UnattributedWrite",
    "Work",
    "WrongKey",
    "new_id",
    "opened",
]
