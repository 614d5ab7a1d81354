"""Checks a whole data folder: the store's pages, records and journal, and every file of the vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.desk.desk import Verification
from workbench.store.verify import verify
from workbench.sync.countersigned import countersign_fault

if TYPE_CHECKING:
    from workbench.desk.attachments import Attachments
    from workbench.desk.folder import DataFolder


def verify_folder(folder: DataFolder, key: bytes, attachments: Attachments) -> Verification:
    """Return what was read, or the first fault; the store comes first, for it tells what the vault holds.

    At a desk of the server's the journal is compared with the head that the server countersigned.
    """
    verdict = verify(folder.database, key)
    fault = verdict.fault or countersign_fault(folder.database, key) or next(attachments.faults(), None)
    count = 0 if fault else attachments.count()
    return Verification(verdict.journal_rows, verdict.records, count, fault)
