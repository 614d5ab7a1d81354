"""The shapes of every kind of record that travels, by the name of its table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workbench.sync.protocol.entities.census import CASES, ROUNDS
from workbench.sync.protocol.entities.community import CATALOGUE, DESKS, PLACES, STAFF
from workbench.sync.protocol.entities.counter import COUNTER
from workbench.sync.protocol.entities.register import FILES, HOMES, PEOPLE
from workbench.sync.protocol.shapes import Shape

SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        shape.entity: shape
        for room in (PLACES, STAFF, CATALOGUE, DESKS, HOMES, PEOPLE, FILES, COUNTER, ROUNDS, CASES)
        for shape in room
    }
)
"""Each kind's shape; a test proves that it holds every synced table and no other."""
