"""What belongs to the census and may be read and handed in there only.

Census data serve no other end: Regulations on the National Population Census (全国人口普查条例) art. 33.
"""

from __future__ import annotations

CENSUS = "census_"
"""How the names of its tables begin."""


def of_census(entity: str | None) -> bool:
    """Say whether a record's table is the census's, and so whatever is about that record."""
    return (entity or "").startswith(CENSUS)
