"""Every synced table has a shape, and what a shape names is there: nothing travels unthought of."""

from __future__ import annotations

import pytest
from sqlalchemy import UniqueConstraint

import workbench.desk.models  # noqa: F401 (maps every table)
from workbench.forms.confidence import of_census as census_by_its_rooms
from workbench.people.vocabulary import TagKind
from workbench.security.roles import Permission, Role, permissions_of
from workbench.store import Base, Synced
from workbench.sync.protocol.entities import SHAPES
from workbench.sync.protocol.entities.register import SENSITIVE_TAGS, of_census
from workbench.sync.protocol.shapes import Masking, Realm, Shape

TABLES = {
    mapper.class_.__tablename__: mapper.class_.__table__
    for mapper in Base.registry.mappers
    if issubclass(mapper.class_, Synced)
}
OF_EVERY_RECORD = {"id", "community_id", "deleted_at", "server_seq"}

each_shape = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())


def test_every_table_that_travels_has_a_shape_and_no_other() -> None:
    assert set(SHAPES) == set(TABLES)
    assert all(name == shape.entity for name, shape in SHAPES.items())


@each_shape
def test_every_field_a_shape_names_is_there(shape: Shape) -> None:
    named = {
        *shape.groups, *shape.parents, *shape.references, *shape.natural_key, *shape.masked, *shape.own,
        *shape.fixed, *shape.field_writers, *(shape.about or ()),
        *([shape.area] if shape.area else []), *([shape.retired_by] if shape.retired_by else []),
        *([shape.course.field] if shape.course else []),
        *(need for step in (shape.course.steps.values() if shape.course else ()) for need in step.needs),
    }  # fmt: skip
    assert named <= set(TABLES[shape.entity].columns.keys())


@each_shape
def test_every_foreign_key_is_a_parent_that_must_be_there(shape: Shape) -> None:
    keys = {
        column.name: key.column.table.name
        for column in TABLES[shape.entity].columns
        for key in column.foreign_keys
    }
    assert keys.items() <= shape.parents.items()


@each_shape
def test_every_column_that_holds_an_id_says_of_what(shape: Shape) -> None:
    elsewhere = {"form_id", "op_id", "instance_id", "deprecated_id"}
    columns = TABLES[shape.entity].columns
    ids = {column.name for column in columns if column.name.endswith("_id")}
    told = {*shape.parents, *shape.references, *(shape.about or ())}
    assert ids - told - elsewhere - OF_EVERY_RECORD == set()


@each_shape
def test_what_a_shape_points_to_is_another_shape(shape: Shape) -> None:
    assert {*shape.parents.values(), *shape.references.values()} <= set(SHAPES)


@each_shape
def test_natural_keys_cover_what_the_tables_hold_unique(shape: Shape) -> None:
    unique = [
        tuple(column.name for column in constraint.columns if column.name != "community_id")
        for constraint in TABLES[shape.entity].constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    assert all(key == shape.natural_key for key in unique)


@each_shape
def test_no_field_of_a_natural_key_is_merged_apart_from_the_others(shape: Shape) -> None:
    """Otherwise two desks could each write one half of a key that neither wrote."""
    free = [name for name in shape.natural_key if name not in shape.fixed]
    assert len({shape.group_of(name) for name in free}) <= 1


@each_shape
def test_numbers_of_people_are_masked_wherever_they_stand(shape: Shape) -> None:
    names = [column.name for column in TABLES[shape.entity].columns]
    numbers = {
        name: Masking.IDENTITY if name.endswith("id_number") else Masking.PHONE
        for name in names
        if name.endswith(("id_number", "phone")) and shape.entity != "community"
    }
    assert numbers.items() <= shape.masked.items()


def test_the_census_lies_apart_and_every_household_in_an_area() -> None:
    census = {name for name, shape in SHAPES.items() if shape.realm is Realm.CENSUS}
    assert census == {name for name in SHAPES if of_census(name)}
    areas = {name: SHAPES[name].area for name in census}
    assert {name for name, area in areas.items() if area is None} == {
        "census_round", "census_contract", "census_contract_member",
    }  # fmt: skip
    for name, area in areas.items():
        pointed = {**SHAPES[name].parents, "id": "census_area"}.get(area or "id")
        assert pointed == "census_area" or SHAPES[pointed or ""].area == "area_id"


def test_what_is_the_censuss_is_so_for_forms_and_files_too() -> None:
    for entity in (None, "", "matter", "census_case", "census_double"):
        assert of_census(entity) == census_by_its_rooms(entity)


def test_tags_that_few_may_see_only_few_may_write() -> None:
    assert {kind.value for kind in TagKind if kind.entry.sensitive} == SENSITIVE_TAGS
    demand = SHAPES["resident_tag"].demand
    assert demand is not None
    assert demand({"kind": "correction"}) == {Permission.UNMASK}
    assert demand({"kind": "veteran"}) == frozenset()


def test_only_the_accounts_of_enumerators_can_sign_in_outside() -> None:
    reveals = SHAPES["staff_account"].reveals
    assert reveals is not None
    assert reveals({"roles": ["enumerator"]})
    assert not reveals({"roles": ["enumerator", "supervisor"]})


def test_everybody_gives_themselves_a_password_and_nothing_more() -> None:
    accounts, nothing = SHAPES["staff_account"], frozenset[Permission]()
    assert accounts.permits("patch", {"password_hash", "must_change_password"}, nothing, own=True)
    assert not accounts.permits("patch", {"password_hash"}, nothing)
    assert not accounts.permits("patch", {"password_hash", "roles"}, nothing, own=True)


def test_whoever_keeps_the_calendar_moves_deadlines_and_nothing_more_of_a_matter() -> None:
    administrator = permissions_of([Role.ADMINISTRATOR])
    matters = SHAPES["matter"]
    assert matters.permits("patch", {"due_on", "promised_on"}, administrator)
    assert not matters.permits("patch", {"due_on", "state"}, administrator)
    assert not matters.permits("create", {"number"}, administrator)


def test_what_happened_is_never_changed_or_removed() -> None:
    supervisor = permissions_of([Role.SUPERVISOR])
    for name in ("matter_event", "census_event", "rating"):
        assert SHAPES[name].permits("create", {"at"}, supervisor)
        assert not SHAPES[name].permits("patch", {"at"}, supervisor)
        assert not SHAPES[name].permits("delete", {"deleted_at"}, supervisor)


def test_a_number_on_paper_stands_once_given() -> None:
    supervisor = permissions_of([Role.SUPERVISOR])
    for name in ("matter", "slip_issued", "queue_ticket"):
        assert not SHAPES[name].permits("patch", {"number"}, supervisor)


def test_desks_and_disputes_are_made_by_the_server_alone() -> None:
    everything = frozenset(Permission)
    for name in ("desk_device", "sync_dispute"):
        assert not SHAPES[name].permits("create", {"state"}, everything)
        assert SHAPES[name].permits("patch", {"state"}, everything)


def test_a_mass_deletion_is_approved_only_by_who_may_approve() -> None:
    demand = SHAPES["sync_dispute"].demand
    assert demand is not None
    assert demand({"choice": "approve"}) == {Permission.APPROVE}
    assert demand({"choice": "mine"}) == frozenset()
