"""The failures a person may meet when a document is written or shown."""

from __future__ import annotations

from workbench.standards.errors import WorkbenchError


class DocumentWriteError(WorkbenchError):
    """The file could not be written: disk full, folder missing, or another program holds the file."""


class DocumentReadError(WorkbenchError):
    """The file is not a PDF that can be shown."""


class TableShapeError(WorkbenchError):
    """A row has more or fewer cells than its table has columns."""


class TableTooLongError(WorkbenchError):
    """A table has more rows than an Excel sheet can hold."""
