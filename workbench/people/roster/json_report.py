"""Writes what each row of a roster became as JSON, one object a row, for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from workbench.documents.files import replacing
from workbench.people.roster.outcome import RosterPerson, RowOutcome
from workbench.people.roster.reasons import Outcome
from workbench.standards.codes import Sex

_SEXES = {Sex.MALE: "male", Sex.FEMALE: "female"}


def write_json_report(outcomes: Iterable[RowOutcome], path: Path) -> None:
    """Write the outcomes as a JSON array: sheet, row, outcome, person, why. Raises DocumentNotWritten."""
    rows = ",\n".join(json.dumps(as_document(outcome), ensure_ascii=False) for outcome in outcomes)
    with replacing(path) as stream:
        stream.write(f"[\n{rows}\n]\n".encode())


def as_document(outcome: RowOutcome) -> dict[str, Any]:
    """Return one row as plain values; a skipped row has no person, and its `why` is a word and no list."""
    head = {"sheet": outcome.sheet, "row": outcome.row, "outcome": outcome.outcome.value}
    if outcome.outcome is Outcome.SKIP or outcome.person is None:
        return {**head, "why": outcome.skipped}
    remarks = [remark.value for remark in outcome.remarks]
    return {**head, "person": _person(outcome.person), "why": remarks}


def _person(person: RosterPerson) -> dict[str, str | None]:
    return {
        "name": person.name,
        "id_number": person.id_number,
        "sex": _SEXES.get(person.sex) if person.sex else None,
        "birth_date": person.birth_text(),
        "phone": person.phone,
        "building": person.place.building,
        "unit": person.place.unit,
        "room": person.place.room,
        "relation": person.relation,
        "household_head": person.household_head,
    }
