"""Runs benchmarks by name: `python -m tests.benchmarks excel pdf`; a line for each figure."""

from __future__ import annotations

import sys
from importlib import import_module


def main(names: list[str]) -> int:
    """Print the figures of the benchmarks named; 2 when none is."""
    if not names:
        print("usage: python -m tests.benchmarks NAME...", file=sys.stderr)
        return 2
    for name in names:
        for measurement in import_module(f"tests.benchmarks.{name}").run():
            print(measurement.line(), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
