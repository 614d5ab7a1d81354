"""What is wrong with a form, and where in the file a person finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.forms.form import Origin, Path


class FormFault(WorkbenchError):
    """The form cannot be used as it is; `origin` says where in the workbook, if it is known.

    `path` and `attribute` name the node and what is wrong on it, `file` the file beside the form that it
    is about, so that whoever holds the workbook can still find the cell.
    """

    def __init__(
        self,
        sentence: str,
        origin: Origin | None = None,
        *,
        path: Path = "",
        attribute: str = "",
        file: str = "",
    ) -> None:
        self.sentence, self.origin, self.file = sentence, origin, file
        self.path, self.attribute = path, attribute
        where = str(origin) if origin else f"“{path}”" if path else ""
        super().__init__(f"{where}：{sentence}" if where else sentence)

    def placed(self, places: Places) -> FormFault:
        """Return the same fault with its cell, where the workbook tells which it is."""
        if self.origin is not None:
            return self
        origin = places.of_file(self.file) if self.file else places.of(self.path, self.attribute)
        return FormFault(self.sentence, origin, path=self.path, attribute=self.attribute, file=self.file)


class Places(Protocol):
    """Where the parts of a form stand in the workbook it came from."""

    def of(self, path: Path, attribute: str = "") -> Origin | None:
        """Return the cell of a node's attribute (by its name on the bind or control), else its row."""

    def of_file(self, name: str) -> Origin | None:
        """Return the first cell that names a file beside the form."""
