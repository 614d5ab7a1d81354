"""Keeps None, True, False and their like alive under PySide6 6.12.0 on Python before 3.12.

That release was built for interpreters in which the constants are immortal: on older ones each Qt call
gives back a reference it never took, and after some thousand calls the process ends. Here they are given more
references than a day of calls can use up. Remove this file when that release is no longer allowed.
"""

from __future__ import annotations

import ctypes
import sys

BROKEN_RELEASE = "6.12.0"
REFERENCES = 1 << 40


def keep_constants_alive() -> None:
    """Raise the reference count of the constants, once, where it is needed."""
    import PySide6

    if sys.version_info >= (3, 12) or PySide6.__version__ != BROKEN_RELEASE:
        return
    for constant in (None, True, False, NotImplemented, Ellipsis):
        if sys.getrefcount(constant) < REFERENCES // 2:
            ctypes.c_ssize_t.from_address(id(constant)).value += REFERENCES
