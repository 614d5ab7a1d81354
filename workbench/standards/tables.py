"""Read the standard tables that ship with the workbench in `resources/standards`."""

from __future__ import annotations

import csv
from importlib.resources import files


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table by its file name without `.csv`; the first line names the columns."""
    text = files("resources").joinpath("standards", f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
