"""Forms of the census saved late: rounds, areas, contracts, and a household's form kept as a draft."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select, text

from tests.census.field import FACTS, LI, TERMS, WANG, Field, form
from tests.census.test_outsiders import TERMS as CONTRACT
from workbench.store import Actor, Opened
from workbench.store.journal import JournalEntry

SHOWN, NOW = 40, 60


@dataclass(frozen=True, slots=True)
class OpenForm:
    entity: str
    record_id: str
    save: Callable[[], object]


def set_columns(field: Field, entity: str, record_id: str, **values: Any) -> None:
    with field.store.write(Actor("another-desk", "community-0001")) as work:
        columns = ", ".join(f"{name} = :{name}" for name in values)
        work.session.execute(
            text(f"UPDATE {entity} SET {columns} WHERE id = :id"), {**values, "id": record_id}
        )


def last_change(field: Field, entity: str, record_id: str) -> JournalEntry:
    chosen = select(JournalEntry).where(JournalEntry.entity == entity, JournalEntry.record_id == record_id)
    with field.store.read() as session:
        found = session.scalars(chosen.order_by(JournalEntry.seq.desc())).first()
    assert found is not None
    return found


def planned_round(field: Field) -> OpenForm:
    field.plan()
    set_columns(field, "census_round", field.round_id, server_seq=SHOWN)
    row = field.boss.queries.round(field.round_id)
    terms = replace(TERMS, name="人口普查")
    return OpenForm("census_round", row.id, lambda: field.boss.service.edit_round(row.id, terms, row.opened))


def longer_round(field: Field) -> OpenForm:
    field.open()
    set_columns(field, "census_round", field.round_id, server_seq=SHOWN)
    row, until = field.boss.queries.round(field.round_id), date(2026, 12, 31)
    return OpenForm(
        "census_round", row.id, lambda: field.boss.service.extend_round(row.id, until, row.opened)
    )


def renamed_area(field: Field) -> OpenForm:
    field.plan(target=4)
    area_id = field.boss.queries.areas(field.round_id)[0].id
    set_columns(field, "census_area", area_id, server_seq=SHOWN)
    row = field.boss.queries.areas(field.round_id)[0]
    return OpenForm(
        "census_area",
        area_id,
        lambda: field.boss.service.rename_area(area_id, row.code, "桂花苑东", row.opened),
    )


def given_area(field: Field) -> OpenForm:
    field.plan(target=4)
    contract = field.boss.service.add_contract(field.round_id, CONTRACT)
    area_id = field.boss.queries.areas(field.round_id)[0].id
    set_columns(field, "census_area", area_id, server_seq=SHOWN)
    row = field.boss.queries.areas(field.round_id)[0]
    return OpenForm(
        "census_area", area_id, lambda: field.boss.service.give_areas([area_id], contract, row.opened)
    )


def signed_contract(field: Field) -> OpenForm:
    field.plan(target=4)
    contract = field.boss.service.add_contract(field.round_id, CONTRACT)
    set_columns(field, "census_contract", contract, server_seq=SHOWN)
    row = field.boss.queries.contracts(field.round_id)[0]
    terms = replace(CONTRACT, until=date(2026, 12, 1))
    return OpenForm(
        "census_contract", contract, lambda: field.boss.service.edit_contract(contract, terms, row.opened)
    )


FORMS: list[tuple[Callable[[Field], OpenForm], tuple[str, str], str]] = [
    (planned_round, ("basis", "统计法"), "name"),
    (longer_round, ("basis", "统计法"), "until"),
    (renamed_area, ("code", "A99"), "name"),
    (given_area, ("name", "东区"), "contract_id"),
    (signed_contract, ("number", "HT-2026-99"), "until"),
]

each_form = pytest.mark.parametrize(
    ("open_form", "elsewhere", "touched"), FORMS, ids=[each[0].__name__ for each in FORMS]
)


@each_form
def test_what_another_desk_wrote_meanwhile_is_not_overwritten(
    field: Field, open_form: Callable[[Field], OpenForm], elsewhere: tuple[str, str], touched: str
) -> None:
    shown, (name, value) = open_form(field), elsewhere
    set_columns(field, shown.entity, shown.record_id, **{name: value}, server_seq=NOW)
    shown.save()
    after = json.loads(last_change(field, shown.entity, shown.record_id).after or "{}")
    assert touched in after
    assert name not in after


@each_form
def test_what_the_form_changed_is_based_on_what_it_showed(
    field: Field, open_form: Callable[[Field], OpenForm], elsewhere: tuple[str, str], touched: str
) -> None:
    shown, (name, value) = open_form(field), elsewhere
    set_columns(field, shown.entity, shown.record_id, **{name: value}, server_seq=NOW)
    shown.save()
    assert last_change(field, shown.entity, shown.record_id).base_seq == SHOWN


def test_a_households_form_is_based_on_when_it_was_opened(field: Field) -> None:
    field.open()
    case_id = field.cases()[0]
    field.boss.service.assign([case_id], field.worker.staff_id)
    set_columns(field, "census_case", case_id, server_seq=SHOWN)
    start = field.worker.service.begin(case_id)
    set_columns(field, "census_case", case_id, note="有狗", server_seq=NOW)
    assert start.opened is not None
    kept = Opened.from_base(json.loads(json.dumps(start.opened.base())))
    field.worker.service.complete(case_id, form(WANG, LI), FACTS, kept)
    change = last_change(field, "census_case", case_id)
    assert change.base_seq == SHOWN
    assert "note" not in json.loads(change.after or "{}")
