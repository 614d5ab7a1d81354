"""Shapes of the counter beside the matter itself: queue, visits, materials, events, papers, ratings."""

from __future__ import annotations

from workbench.security.roles import Permission
from workbench.sync.protocol.entities.conditions import filled_in, filled_with, grouped
from workbench.sync.protocol.entities.matter import ACCEPTS, HANDLES, KEEPS_CALENDAR, MATTER
from workbench.sync.protocol.shapes import Course, Realm, Shape, Transition

_MERGES = frozenset({Permission.MERGE_PEOPLE})

_CALL = Transition("call", ACCEPTS, ("called_at", "called_by_id"))
_SERVE = Transition("serve", ACCEPTS, ("served_at",))
_MISS = Transition("miss", ACCEPTS)

TICKET_COURSE = Course(
    "state",
    frozenset({"waiting"}),
    {
        ("waiting", "called"): _CALL,
        ("missed", "called"): _CALL,
        ("waiting", "served"): _SERVE,
        ("called", "served"): _SERVE,
        ("missed", "served"): _SERVE,
        ("waiting", "missed"): _MISS,
        ("called", "missed"): _MISS,
    },
)

COUNTER = (
    Shape(
        "queue_ticket",
        Realm.REGISTER,
        ACCEPTS,
        fixed=frozenset({"number", "day", "kind", "taken_at"}),
        groups=grouped({"course": ("state", "called_at", "served_at", "desk", "called_by_id")}),
        references={"called_by_id": "staff_account"},
        course=TICKET_COURSE,
        checks={
            "called_by": filled_in("state", ("called",), "called_at", "called_by_id"),
            "served_when": filled_in("state", ("served",), "served_at"),
        },
    ),
    Shape(
        "visit",
        Realm.REGISTER,
        ACCEPTS,
        field_writers={"resident_id": _MERGES},
        fixed=frozenset({"channel", "came", "at", "by_agent", "ticket_id", "staff_id", "desk"}),
        parents={"resident_id": "resident"},
        references={"ticket_id": "queue_ticket", "staff_id": "staff_account"},
    ),
    MATTER,
    Shape(
        "matter_material",
        Realm.REGISTER,
        ACCEPTS,
        fixed=frozenset({"matter_id", "position", "code", "name", "required", "may_follow"}),
        groups=grouped({"settlement": ("state", "promise_due", "settled_on", "note")}),
        parents={"matter_id": "matter"},
    ),
    Shape(
        "matter_event",
        Realm.REGISTER,
        HANDLES | KEEPS_CALENDAR,
        append_only=True,
        parents={"matter_id": "matter"},
        references={"actor_id": "staff_account", "visit_id": "visit"},
    ),
    Shape(
        "slip_issued",
        Realm.REGISTER,
        ACCEPTS,
        fixed=frozenset({"matter_id", "kind", "number", "issued_at"}),
        groups=grouped({"printing": ("copies", "printed_at", "printed_by_id")}),
        parents={"matter_id": "matter"},
        references={"printed_by_id": "staff_account"},
        checks={"printed_by": filled_with("printed_at", "printed_by_id")},
    ),
    Shape(
        "rating",
        Realm.REGISTER,
        ACCEPTS,
        append_only=True,
        natural_key=("matter_id",),
        parents={"matter_id": "matter"},
    ),
    Shape(
        "follow_up",
        Realm.REGISTER,
        ACCEPTS,
        field_writers={"due_on": KEEPS_CALENDAR},
        fixed=frozenset({"matter_id", "rating_id", "opened_on"}),
        groups=grouped({"steps": ("steps", "closed_at")}),
        parents={"matter_id": "matter", "rating_id": "rating"},
        references={"owner_id": "staff_account"},
    ),
)
