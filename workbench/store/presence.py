"""Knows whether a store is open somewhere, so that nobody puts another in its place meanwhile.

Several programs may have one store open; each holds the lock file beside it in common. Windows needs no lock:
it does not let go of a folder in which files are open.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

_LOCK = "workbench.lock"


class Presence:
    """One program's hold on a data folder, from making it until `end`."""

    def __init__(self, folder: Path) -> None:
        self._file: IO[bytes] | None = None
        if sys.platform != "win32":
            import fcntl

            # A folder that cannot be locked (some network shares) can still be worked in.
            with suppress(OSError):
                self._file = (folder / _LOCK).open("ab")
                fcntl.flock(self._file, fcntl.LOCK_SH | fcntl.LOCK_NB)

    def end(self) -> None:
        """Let go."""
        if self._file is not None:
            self._file.close()


def is_open_somewhere(folder: Path) -> bool:
    """Tell whether a program, this one included, has the store of the folder open."""
    if sys.platform == "win32" or not (folder / _LOCK).exists():
        return False
    import fcntl

    with (folder / _LOCK).open("ab") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
