"""What is wrong with a form, and where in the file a person finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.forms.form import Origin, Path


class FormFault(WorkbenchError):
    """The form cannot be used as it is; `origin` says where in the workbook, if it is known.

    `path` and `attribute` name the node and what is wrong on it, so that whoever holds the workbook
    can still find the cell.
    """

    def __init__(
        self, sentence: str, origin: Origin | None = None, *, path: Path = "", attribute: str = ""
    ) -> None:
        self.sentence, self.origin, self.path, self.attribute = sentence, origin, path, attribute
        where = str(origin) if origin else f"“{path}”" if path else ""
        super().__init__(f"{where}：{sentence}" if where else sentence)

    def placed(self, places: Places) -> FormFault:
        """Return the same fault with its cell, where the workbook tells which it is."""
        origin = self.origin or places.of(self.path, self.attribute)
        if origin is None or origin == self.origin:
            return self
        return FormFault(self.sentence, origin, path=self.path, attribute=self.attribute)


class Places(Protocol):
    """Where the parts of a form stand in the workbook it came from."""

    def of(self, path: Path, attribute: str = "") -> Origin | None:
        """Return the cell of a node's attribute (by its name on the bind or control), else its row."""


class Nowhere:
    """The places of a form that came from XML: there are none."""

    def of(self, path: Path, attribute: str = "") -> Origin | None:
        """Return None."""
        return None
