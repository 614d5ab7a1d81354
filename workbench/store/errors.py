"""What can go wrong with the store: failures of the environment, and one that is ours."""

from __future__ import annotations

from workbench.standards.errors import WorkbenchError


class WrongKey(WorkbenchError):
    """The key does not open the store file, or the file is not a store."""


class StoreDamaged(WorkbenchError):
    """The store file, a record or the journal is not what was written."""


class StoreFull(WorkbenchError):
    """The disk has no room; nothing of the transaction was kept."""


class StoreBusy(WorkbenchError):
    """Another program held the store for too long; nothing of the transaction was kept."""


class RecordNotFound(WorkbenchError):
    """No record of that kind has that id, or it was removed."""


class UnattributedWrite(RuntimeError):
    """A synced table was written outside a unit of work: a fault of ours, never shown as the user's."""
