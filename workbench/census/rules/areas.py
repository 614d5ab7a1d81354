"""Divides buildings into enumeration areas of a size one enumerator can walk (划分普查小区)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from workbench.census.wording import GuardFailed, Reason
from workbench.standards.text import compact

TARGET = 80
"""Households in one area, about 250 persons, as the national census divides (普查小区)."""

LARGEST_SHARE = 1.5
"""A small last area joins the one before it, unless that would pass this much of the target."""

_LONGEST_CODE = 8


@dataclass(frozen=True, slots=True)
class Block:
    """What is never divided further: a building (unit None) or, of a large one, one stair."""

    building_id: str
    unit: str | None
    households: int


@dataclass(frozen=True, slots=True)
class GridBlocks:
    """A grid with its blocks in walking order; without id and name for buildings in no grid."""

    grid_id: str | None
    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ProposedArea:
    """An area as it is proposed: its code counts through the round, its name says the grid."""

    code: str
    name: str
    grid_id: str | None
    blocks: tuple[Block, ...]

    @property
    def households(self) -> int:
        """How many households it has."""
        return sum(block.households for block in self.blocks)


def propose_areas(grids: Iterable[GridBlocks], target: int = TARGET) -> tuple[ProposedArea, ...]:
    """Propose areas grid by grid, filling each up to the target; no area crosses the bounds of a grid.

    Every block with households is in exactly one area; blocks without any are left out.
    """
    areas: list[ProposedArea] = []
    for grid in grids:
        packs = _pack([block for block in grid.blocks if block.households], target)
        for position, pack in enumerate(packs, 1):
            code = f"{len(areas) + 1:03d}"
            name = f"{grid.name or '未划网格'}第{position}小区" if len(packs) > 1 else grid.name or "未划网格"
            areas.append(ProposedArea(code, name, grid.grid_id, tuple(pack)))
    return tuple(areas)


def blocks_of(building_id: str, units: Sequence[str], target: int = TARGET) -> tuple[Block, ...]:
    """Return a building as blocks, given the unit of each household: whole, or by stairs if it is large."""
    if len(units) <= target or len(set(units)) == 1:
        return (Block(building_id, None, len(units)),)
    counted = groupby(sorted(units, key=lambda unit: (len(unit), unit)))
    return tuple(Block(building_id, unit, len(list(homes))) for unit, homes in counted)


def check_code(code: str, taken: Iterable[str]) -> str:
    """Return an area's code in its stored form. Raises GuardFailed when it is odd or taken."""
    tidy = compact(code).upper()
    if not (tidy.isascii() and tidy.isalnum() and len(tidy) <= _LONGEST_CODE) or tidy in set(taken):
        raise GuardFailed(Reason.AREA_CODE)
    return tidy


def _pack(blocks: Sequence[Block], target: int) -> list[list[Block]]:
    packs: list[list[Block]] = []
    for block in blocks:
        if packs and _size(packs[-1]) + block.households <= target:
            packs[-1].append(block)
        else:
            packs.append([block])
    if len(packs) > 1 and _size(packs[-2]) + _size(packs[-1]) <= target * LARGEST_SHARE:
        last = packs.pop()
        packs[-1].extend(last)
    return packs


def _size(pack: Iterable[Block]) -> int:
    return sum(block.households for block in pack)
