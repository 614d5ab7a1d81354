"""Gathers what the model judges by, from the server's database and every desk's store."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.faults.sync.fuzz.evidence import Copy, Evidence, Logged, Written
from workbench.sync.protocol.entities import SHAPES

if TYPE_CHECKING:
    from tests.faults.sync.desks import FaultDesk
    from tests.faults.sync.town import Town


def gathered(town: Town) -> Evidence:
    """Return what a town's run has left behind."""
    desks = town.desks.items()
    unsound = {name: fault for name, desk in desks if (fault := desk.fault()) is not None}
    if flaw := town.books.flaw():
        unsound["server"] = flaw
    return Evidence(
        written=tuple(change for name, desk in desks for change in _written(name, desk)),
        answered=town.books.answers(),
        logged=tuple(_with_former_number(town, row) for row in town.books.log()),
        restored=bool(town.former),
        server=town.books.records(),
        whole={name: Copy(desk.records()) for name, desk in desks if town.is_whole(desk)},
        unsent={name: desk.unsent() for name, desk in desks},
        unsound=unsound,
    )


def _with_former_number(town: Town, row: Logged) -> Logged:
    former = town.former.get(row.op_id, 0)
    return replace(row, was_seq=former) if former != row.seq else row


def group_of(entity: str, name: str) -> str:
    """Return a field's merge group by the shapes that desks and server share."""
    shape = SHAPES.get(entity)
    return name if shape is None else shape.group_of(name)


def _written(name: str, desk: FaultDesk) -> Iterator[Written]:
    for row in desk.journal():
        fields = json.loads(row.after) if row.after and row.kind.changes_record else {}
        yield Written(
            row.id, name, row.device_seq, row.entity, row.record_id, row.kind.value, fields, row.base_seq
        )
