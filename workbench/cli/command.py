"""What a command is, and how it speaks: results on stdout, one clear sentence on stderr, exit 0, 1 or 2."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO

from workbench.standards.errors import WorkbenchError, reason_of

OK = 0
FAILED = 1
MISUSED = 2


@dataclass(frozen=True, slots=True)
class Command:
    """One word after `workbench`: what it is for, its arguments, and what it does with them."""

    name: str
    summary: str
    configure: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


class NotTold(WorkbenchError):
    """The command did its work, but what it has to say could not be written."""


def say(text: str) -> None:
    """Write one line of a result. Raises NotTold; a reader who has gone away needs no line."""
    try:
        _write(sys.stdout, text)
    except BrokenPipeError:
        _let_go(sys.stdout)
    except OSError as error:
        _let_go(sys.stdout)
        raise NotTold(f"命令已执行完毕，但结果没有写出（{reason_of(error)}）；无需重做。") from error


def complain(text: str) -> None:
    """Write one clear sentence about what went wrong, as far as anybody listens."""
    try:
        _write(sys.stderr, "workbench: " + " ".join(text.split()))
    except OSError:
        _let_go(sys.stderr)


def _write(stream: TextIO | None, line: str) -> None:
    """Write a line; there is no stream where it was closed before the start."""
    if stream is not None:
        stream.write(line + "\n")
        stream.flush()


def _let_go(stream: TextIO) -> None:
    """Send what is left to nowhere, or Python would complain of it once more at the very end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
