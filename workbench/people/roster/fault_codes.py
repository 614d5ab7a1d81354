"""The one exception inside the reading child: it carries a fault code across to the parent."""

from __future__ import annotations


class RefusedFile(Exception):
    """The file is refused; `code` is the value of a FileFault, named without importing it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
