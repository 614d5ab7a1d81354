"""Shapes of what every desk holds: profile, places, calendar, staff, catalogue, forms, desks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.security.roles import Permission, Role
from workbench.sync.protocol.entities.conditions import filled_in, filled_with, grouped, holding
from workbench.sync.protocol.shapes import Course, Masking, Realm, Shape, Transition

_COMMUNITY = frozenset({Permission.MANAGE_COMMUNITY})
_STAFF = frozenset({Permission.MANAGE_STAFF})
_CATALOGUE = frozenset({Permission.MANAGE_CATALOGUE})
_FORMS = frozenset({Permission.MANAGE_FORMS})
_DESKS = frozenset({Permission.MANAGE_DEVICES})
_OUTSIDER = [Role.ENUMERATOR.value]


def only_enumerates(account: Mapping[str, Any]) -> bool:
    """Say whether an account is an enumerator's and nothing more, and so may sign in at an outside desk."""
    return account.get("roles") == _OUTSIDER


PLACES = (
    Shape("community", Realm.COMMON, _COMMUNITY,
          fixed=frozenset({"demo"}), checks={"named": holding("name")}),
    Shape("grid", Realm.COMMON, _COMMUNITY, natural_key=("code",), references={"worker_id": "staff_account"},
          checks={"named": holding("code")}),
    Shape(
        "building",
        Realm.COMMON,
        _COMMUNITY,
        creators=_COMMUNITY | {Permission.IMPORT_ROSTER},
        groups=grouped({"place": ("latitude", "longitude"), "size": ("units", "floors")}),
        natural_key=("number",),
        parents={"grid_id": "grid"},
        checks={"named": holding("number"), "placed": filled_with("latitude", "longitude")},
    ),
    Shape("holiday_override", Realm.COMMON, _COMMUNITY, groups=grouped({"day": ("day", "kind", "name")}),
          natural_key=("day",)),
)  # fmt: skip

STAFF = (
    Shape(
        "staff_account",
        Realm.COMMON,
        _STAFF,
        own=frozenset({"password_hash", "must_change_password"}),
        fixed=frozenset({"name", "demo"}),
        groups=grouped({"password": ("password_hash", "must_change_password")}),
        natural_key=("name",),
        masked={"password_hash": Masking.HIDDEN},
        reveals=only_enumerates,
        checks={"named": holding("name"), "has_a_role": holding("roles")},
    ),
)

ITEM_COURSE = Course(
    "status",
    frozenset({"current"}),
    {
        ("current", "superseded"): Transition("supersede", _CATALOGUE),
        ("current", "retired"): Transition("retire", _CATALOGUE),
    },
)

CATALOGUE = (
    Shape("catalogue_post", Realm.COMMON, _CATALOGUE, natural_key=("code",)),
    Shape(
        "catalogue_item",
        Realm.COMMON,
        _CATALOGUE,
        fixed=frozenset({"code", "version", "document", "effective_from"}),
        natural_key=("code", "version"),
        course=ITEM_COURSE,
    ),
    Shape(
        "form_version",
        Realm.COMMON,
        _FORMS,
        fixed=frozenset({"form_id", "version", "title", "xml", "media", "published_at", "published_by_id"}),
        groups=grouped({"withdrawal": ("withdrawn_at", "withdrawn_reason")}),
        natural_key=("form_id", "version"),
        references={"published_by_id": "staff_account"},
        checks={"withdrawn_why": filled_with("withdrawn_at", "withdrawn_reason")},
    ),
)

DEVICE_COURSE = Course(
    "state",
    frozenset({"active"}),
    {
        ("active", "lost"): Transition("lose", _DESKS, ("reason",)),
        ("active", "revoked"): Transition("revoke", _DESKS, ("reason",)),
        ("lost", "revoked"): Transition("revoke", _DESKS, ("reason",)),
        ("lost", "active"): Transition("find", _DESKS),
    },
)

_DISPUTE = ("state", "choice", "resolved_by_id", "resolved_at")

DESKS = (
    Shape(
        "desk_device",
        Realm.COMMON,
        _DESKS,
        by_server=True,
        fixed=frozenset({"number", "enrolled_at"}),
        groups=grouped({"scope": ("outside", "areas", "masked"), "state": ("state", "reason")}),
        natural_key=("number",),
        course=DEVICE_COURSE,
    ),
    Shape(
        "desk_invitation",
        Realm.COMMON,
        _DESKS,
        groups=grouped({"scope": ("outside", "areas", "masked"), "use": ("used_at", "device_id")}),
        fixed=frozenset({"code_sha256"}),
        references={"device_id": "desk_device"},
        masked={"code_sha256": Masking.HIDDEN},
    ),
    Shape(
        "sync_dispute",
        Realm.DISPUTE,
        by_server=True,
        fixed=frozenset(
            {"entity", "record_id", "op_id", "change_kind", "reason", "base", "mine", "theirs", "author_id",
             "author_device", "written_at", "other_author_id", "other_device", "other_written_at"}
        ),
        demand=lambda record: (
            frozenset({Permission.APPROVE}) if record.get("choice") == "approve" else frozenset()
        ),
        groups=grouped({"end": _DISPUTE}),
        references={
            "author_id": "staff_account",
            "other_author_id": "staff_account",
            "resolved_by_id": "staff_account",
        },
        about=("entity", "record_id"),
        course=Course(
            "state", frozenset({"open"}), {("open", "resolved"): Transition("resolve", frozenset())}
        ),
        checks={"resolved_when": filled_in("state", ("resolved",), "resolved_at")},
    ),
)  # fmt: skip
