"""Reads a roster file in a child process with limits, and returns its sheets as columns of plain cells."""

from __future__ import annotations

import marshal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from workbench.people.roster.collector import collector_held_back
from workbench.people.roster.faults import FileFault, ReadingCancelled, UnreadableRoster

Cell = str | float | int | date
"""A cell as the file holds it: text, number or date. Numbers stay numbers, to see where digits were lost."""

DEADLINE = 90.0
"""Seconds after which reading is given up."""

_POLL = 0.1


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range (合并单元格), rows and columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: equally long columns of cells from A on, from row 1 to the last row with anything in it."""

    name: str
    columns: tuple[list[Cell], ...]
    height: int
    merges: tuple[Merge, ...] = ()
    hidden: bool = False

    def row(self, index: int) -> tuple[Cell, ...]:
        """Return the cells of a row, counted from 0."""
        return tuple(column[index] for column in self.columns)


@dataclass(frozen=True, slots=True)
class RosterFile:
    """What a file holds, before anything is understood of it."""

    name: str
    sheets: tuple[Sheet, ...]


def read_roster_file(
    path: Path, cancelled: Callable[[], bool] | None = None, deadline: float = DEADLINE
) -> RosterFile:
    """Return the sheets of an .xlsx, .xls or CSV file, recognised by content.

    Raises UnreadableRoster with its fault (missing, damaged, protected, too large …), ReadingCancelled.
    """
    message = _message(_ask_child(path, cancelled, deadline))
    if "fault" in message:
        raise UnreadableRoster(FileFault(message["fault"]))
    return RosterFile(path.name, tuple(_sheet(sheet, path) for sheet in message["sheets"]))


def child_command(path: Path) -> list[str]:
    """Return the command of the reading child; an installed bundle answers to `--read-roster` itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--read-roster", str(path)]
    return [sys.executable, "-P", "-s", "-X", "utf8", "-m", "workbench.people.roster.child", str(path)]


def _ask_child(path: Path, cancelled: Callable[[], bool] | None, deadline: float) -> bytes:
    started = time.monotonic()
    with subprocess.Popen(
        child_command(path.absolute()),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        while True:
            try:
                output, _ = child.communicate(timeout=_POLL if cancelled else deadline)
                break
            except subprocess.TimeoutExpired:
                _stop_if_due(child, cancelled, started + deadline)
    if child.returncode:
        raise UnreadableRoster(_fault_of_exit(child.returncode))
    return output


def _stop_if_due(child: subprocess.Popen[bytes], cancelled: Callable[[], bool] | None, end: float) -> None:
    if cancelled is not None and cancelled():
        child.kill()
        raise ReadingCancelled
    if time.monotonic() >= end:
        child.kill()
        raise UnreadableRoster(FileFault.TIMED_OUT)


def _fault_of_exit(code: int) -> FileFault:
    """A child ended by a signal ran into its limits; one that failed by itself met damage."""
    return FileFault.TOO_LARGE if code < 0 else FileFault.DAMAGED


def _message(output: bytes) -> dict[str, Any]:
    try:
        with collector_held_back():
            message: dict[str, Any] = marshal.loads(output)
    except (EOFError, ValueError, TypeError):
        raise UnreadableRoster(FileFault.DAMAGED) from None
    return message


def _sheet(message: dict[str, Any], path: Path) -> Sheet:
    return Sheet(
        name=path.stem if message["name"] == "CSV" else message["name"],
        columns=tuple(_column(dated, cells) for dated, cells in message["columns"]),
        height=message["height"],
        merges=tuple(Merge(*merge) for merge in message["merges"]),
        hidden=message["hidden"],
    )


def _column(dated: bool, cells: list[Any]) -> list[Cell]:
    if not dated:
        return cells
    return [date.fromordinal(cell[0]) if type(cell) is tuple else cell for cell in cells]
