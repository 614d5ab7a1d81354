"""A column that counts, as the tables of grids and buildings have."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ui.kit.table_model import TableColumn

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def count_column(
    header: str, count: Callable[[T], int], words: Callable[[int], str], width: int = 80
) -> TableColumn[T]:
    """Return the column; ``words`` say the count where the column folds below the name."""

    def folded(one: T) -> str:
        return words(count(one))

    return TableColumn(header, lambda one: str(count(one)), width, count, numeric=True, rank=2, folded=folded)
