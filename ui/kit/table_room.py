"""Which columns of a table fold into a second line of the row when the room is too short for all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ui.kit.table_model import TableColumn

LEAST_WIDTH = 180
"""The least width of a column that shares the room, in pixels at 100 %; below it, columns fold."""
NARROWEST = 96
"""What is left to such a column when nothing more can fold; below it the table scrolls sideways."""


def folded_columns(columns: Sequence[TableColumn[Any]], shown: Collection[int], room: int) -> frozenset[int]:
    """Return the places of the columns that fold: the highest rank first, equal ranks together.

    ``shown`` are the places of the columns there are at all; ``room`` is in real pixels.
    """
    folded: set[int] = set()
    for rank in sorted({columns[at].rank for at in shown} - {0}, reverse=True):
        if sum(px(columns[at].width or LEAST_WIDTH) for at in shown if at not in folded) <= room:
            break
        folded.update(at for at in shown if columns[at].rank == rank)
    return frozenset(folded)


def lead_column(columns: Sequence[TableColumn[Any]]) -> int:
    """Return the place of the column above the folded ones: the first that shares the room and stays."""
    stays = [at for at, column in enumerate(columns) if not column.rank]
    return next((at for at in stays if not columns[at].width), stays[0] if stays else 0)
