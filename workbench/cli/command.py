"""What a command is, and how it speaks: results on stdout, one clear sentence on stderr, exit 0, 1 or 2."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

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


def say(text: str) -> None:
    """Write one line of a result."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    """Write one clear sentence about what went wrong."""
    sys.stderr.write("workbench: " + " ".join(text.split()) + "\n")
