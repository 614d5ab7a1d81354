"""A form saved late writes what was changed in it and no more, and says what it was opened with.

Each kind of form is tried twice: another desk wrote a field meanwhile that this form leaves alone, and one
that it changes as well.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select, text

from workbench.community.rules import BuildingDetails, GridDetails, Holiday
from workbench.desk.desk import Desk
from workbench.people.model import Resident
from workbench.people.vocabulary import ResidentStatus, TagKind
from workbench.security.roles import Role
from workbench.security.service import StaffDetails
from workbench.standards.workdays import DayKind
from workbench.store import Actor
from workbench.store.journal import JournalEntry

SHOWN, NOW = 40, 60
ELSEWHERE = Actor("another-desk", "")


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form as a test opens it: the record, and how it is saved with what is typed in it."""

    entity: str
    record_id: str
    save: Callable[[dict[str, Any]], object]


def seen(desk: Desk, entity: str, record_id: str, seq: int) -> None:
    """Let this desk have seen the record at that number of the server's."""
    with desk.store.write(desk.session.actor) as work:
        words = text(f"UPDATE {entity} SET server_seq = :seq WHERE id = :id")
        work.session.execute(words, {"seq": seq, "id": record_id})


def written_elsewhere(desk: Desk, entity: str, record_id: str, field: str, value: str) -> None:
    """Let another desk's change have arrived meanwhile."""
    with desk.store.write(desk.session.actor) as work:
        words = text(f"UPDATE {entity} SET {field} = :value, server_seq = :seq WHERE id = :id")
        work.session.execute(words, {"value": value, "seq": NOW, "id": record_id})


def last_change(desk: Desk, entity: str, record_id: str) -> JournalEntry:
    with desk.store.read() as session:
        rows = session.scalars(
            select(JournalEntry)
            .where(JournalEntry.entity == entity, JournalEntry.record_id == record_id)
            .order_by(JournalEntry.seq.desc())
        )
        found = rows.first()
    assert found is not None
    return found


def grid_form(desk: Desk) -> OpenForm:
    grid_id = desk.community.grids()[0].id
    seen(desk, "grid", grid_id, SHOWN)
    row = next(each for each in desk.community.grids() if each.id == grid_id)

    def save(typed: dict[str, Any]) -> None:
        details = GridDetails(**{"code": row.code, "name": row.name, "worker_id": row.worker_id, **typed})
        desk.community_service.edit_grid(grid_id, details, row.opened)

    return OpenForm("grid", grid_id, save)


def building_form(desk: Desk) -> OpenForm:
    building_id = desk.community.buildings()[0].id
    seen(desk, "building", building_id, SHOWN)
    row = next(each for each in desk.community.buildings() if each.id == building_id)

    def save(typed: dict[str, Any]) -> None:
        details = BuildingDetails(**{**row.opened.values, **typed})
        desk.community_service.edit_building(building_id, details, row.opened)

    return OpenForm("building", building_id, save)


def profile_form(desk: Desk) -> OpenForm:
    seen(desk, "community", desk.session.community_id, SHOWN)
    form = desk.community.profile_form()

    def save(typed: dict[str, Any]) -> None:
        desk.community_service.edit_profile(replace(form.profile, **typed), form.opened)

    return OpenForm("community", desk.session.community_id, save)


def holiday_form(desk: Desk) -> OpenForm:
    day = date(2027, 3, 3)
    desk.community_service.set_holidays([Holiday(day, DayKind.HOLIDAY, "停电")])
    record_id = desk.community.own_days(2027)[0].opened.record_id
    seen(desk, "holiday_override", record_id, SHOWN)
    own = desk.community.own_days(2027)[0]

    def save(typed: dict[str, Any]) -> None:
        desk.community_service.set_holidays([replace(own.holiday, **typed)], own.opened)

    return OpenForm("holiday_override", record_id, save)


def account_form(desk: Desk) -> OpenForm:
    worker = next(row for row in desk.staff.staff() if row.name == "chenyu")
    seen(desk, "staff_account", worker.id, SHOWN)
    row = next(each for each in desk.staff.staff() if each.id == worker.id)

    def save(typed: dict[str, Any]) -> None:
        given = {"display_name": row.display_name, "roles": tuple(row.roles), "posts": row.posts, **typed}
        desk.staff_service.edit_account(row.id, StaffDetails(**given), row.opened)

    return OpenForm("staff_account", worker.id, save)


def somebody(desk: Desk) -> str:
    with desk.store.read() as session:
        living = select(Resident.id).where(Resident.status == ResidentStatus.LIVING).order_by(Resident.id)
        return str(session.scalars(living).first())


def resident_form(desk: Desk) -> OpenForm:
    resident_id = somebody(desk)
    seen(desk, "resident", resident_id, SHOWN)
    card = desk.residents.card(resident_id)

    def save(typed: dict[str, Any]) -> None:
        desk.people.edit_resident(resident_id, typed, card.opened)

    return OpenForm("resident", resident_id, save)


def leaving_form(desk: Desk) -> OpenForm:
    resident_id = somebody(desk)
    seen(desk, "resident", resident_id, SHOWN)
    card = desk.residents.card(resident_id)

    def save(typed: dict[str, Any]) -> None:
        desk.people.move_out(resident_id, desk.today(), opened=card.opened)

    return OpenForm("resident", resident_id, save)


def tag_form(desk: Desk) -> OpenForm:
    resident_id = somebody(desk)
    tag_id = desk.people.add_tag(resident_id, TagKind.VOLUNTEER, date(2026, 1, 1))
    seen(desk, "resident_tag", tag_id, SHOWN)
    tag = next(each for each in desk.residents.card(resident_id).tags if each.id == tag_id)

    def save(typed: dict[str, Any]) -> None:
        desk.people.end_tag(tag_id, typed.get("until"), tag.opened)

    return OpenForm("resident_tag", tag_id, save)


FORMS: list[tuple[Callable[[Desk], OpenForm], dict[str, Any], tuple[str, str], str]] = [
    (grid_form, {"name": "桂花苑网格"}, ("code", "G99"), "name"),
    (building_form, {"name": "桂花苑"}, ("address", "桂花路 9 号"), "name"),
    (profile_form, {"phone": "0571-87654321"}, ("address", "桂花路 1 号"), "phone"),
    (holiday_form, {"name": "停水"}, ("kind", "workday"), "name"),
    (account_form, {"roles": (Role.WORKER, Role.MENTOR)}, ("display_name", "陈雨晴"), "roles"),
    (resident_form, {"note": "行动不便"}, ("education", "20"), "note"),
    (leaving_form, {}, ("note", "住院"), "status"),
    (tag_form, {"until": date(2026, 6, 1)}, ("note", "每周三"), "until"),
]
"""How each form is opened, what is typed in it, what another desk wrote, and the field touched."""

each_form = pytest.mark.parametrize(
    ("open_form", "typed", "elsewhere", "touched"), FORMS, ids=[form[0].__name__ for form in FORMS]
)


@each_form
def test_what_another_desk_wrote_meanwhile_is_not_overwritten(
    desk: Desk,
    open_form: Callable[[Desk], OpenForm],
    typed: dict[str, Any],
    elsewhere: tuple[str, str],
    touched: str,
) -> None:
    form = open_form(desk)
    field, value = elsewhere
    written_elsewhere(desk, form.entity, form.record_id, field, value)
    form.save(typed)
    change = last_change(desk, form.entity, form.record_id)
    after = json.loads(change.after or "{}")
    assert touched in after
    assert field not in after
    with desk.store.read() as session:
        stands = session.execute(text(f"SELECT {field} FROM {form.entity} WHERE id = '{form.record_id}'"))
        assert stands.scalar_one() == value


@each_form
def test_what_the_form_changed_is_based_on_what_it_showed(
    desk: Desk,
    open_form: Callable[[Desk], OpenForm],
    typed: dict[str, Any],
    elsewhere: tuple[str, str],
    touched: str,
) -> None:
    form = open_form(desk)
    field, value = elsewhere
    written_elsewhere(desk, form.entity, form.record_id, field, value)
    form.save(typed)
    assert last_change(desk, form.entity, form.record_id).base_seq == SHOWN


def test_a_form_saved_as_it_was_opened_writes_nothing(desk: Desk) -> None:
    form = grid_form(desk)
    written_elsewhere(desk, form.entity, form.record_id, "name", "桂花苑网格")
    before = last_change(desk, form.entity, form.record_id).seq
    form.save({})
    assert last_change(desk, form.entity, form.record_id).seq == before


def test_a_role_that_a_newer_desk_has_given_stays_when_others_are_changed(desk: Desk) -> None:
    form = account_form(desk)
    written_elsewhere(desk, form.entity, form.record_id, "roles", '["worker", "archivist"]')
    form.save({"roles": (Role.WORKER, Role.MENTOR)})
    change = last_change(desk, form.entity, form.record_id)
    assert set(json.loads(change.after or "{}")["roles"]) == {"worker", "mentor", "archivist"}
