"""The failures a person may meet when a document is written or shown."""

from __future__ import annotations

from workbench.standards.errors import WorkbenchError


class DocumentNotWritten(WorkbenchError):
    """The file could not be written: disk full, folder missing, or another program holds the file."""


class DocumentUnreadable(WorkbenchError):
    """The file is not a PDF that can be shown."""


class TableMisshapen(WorkbenchError):
    """A row has more or fewer cells than its table has columns."""


class TableTooLong(WorkbenchError):
    """A table has more rows than an Excel sheet can hold."""
