"""The community that every run begins with, and how each kind of record in it is made and changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from workbench.census.kinds import AreaState, CaseState, RoundKind, RoundState
from workbench.census.model import CensusArea, CensusCase, CensusRound
from workbench.community.model import Building, Community, Grid
from workbench.intake.kinds import Channel, Decision, MatterState
from workbench.intake.model import Matter, Visit
from workbench.people.model import Dwelling, Household, Resident, ResidentTag
from workbench.people.vocabulary import TagKind
from workbench.security.model import StaffAccount
from workbench.security.roles import Role
from workbench.store import Synced, Work

OPENED = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
"""When the community began to work with the workbench: a Monday, 09:00 in Shanghai."""

_SUBMISSION = "00000000-0000-7000-8000-000000000001"
"""A form whose answers nobody looks at here; it may come later or be elsewhere."""

Maker = Callable[[str, Mapping[str, str]], Synced]
"""Makes a record of that name under its parents, which are given by the field that points to them."""


def resident(name: str, household_id: str | None = None) -> Resident:
    """Return a new resident."""
    return Resident(name=name, household_id=household_id)


def matter(name: str, applicant_id: str, staff_id: str) -> Matter:
    """Return a matter that has just been received."""
    return Matter(
        number=name, state=MatterState.RECEIVED, channel=Channel.COUNTER, item_code="elder-card",
        item_version=1, item_name="老年人优待证", post="civil", licensing=False, immediate=False,
        applicant_id=applicant_id, applicant_name="演示居民", form={}, urgent=False,
        received_by_id=staff_id, owner_id=staff_id, owner_since=OPENED, department_confirmed=False,
        received_at=OPENED, missing_at_first=[], pauses=[], paused=False, extended=False,
        provisional=False, visits_count=1, recipient_is_agent=False,
    )  # fmt: skip


def census_round(name: str) -> CensusRound:
    """Return a round in preparation."""
    return CensusRound(
        name=name, kind=RoundKind.CENSUS, state=RoundState.PLANNED, form_version_id=_SUBMISSION,
        moment=OPENED, since=date(2026, 11, 1),
        until=date(2026, 12, 31), prefill=False, update_register=False, double_key_percent=0,
        recheck_percent=0, error_limit_percent=1.0, seed=1,
    )  # fmt: skip


def census_area(name: str, round_id: str, building_id: str) -> CensusArea:
    """Return an area of one building."""
    parts = [{"building_id": building_id, "unit": None}]
    return CensusArea(
        round_id=round_id, code=name[-8:], name=name, parts=parts, state=AreaState.OPEN, sign_off={}
    )


def census_case(name: str, round_id: str, area_id: str, building_id: str) -> CensusCase:
    """Return a household's form that nobody has visited."""
    return CensusCase(
        round_id=round_id, area_id=area_id, building_id=building_id, building="1幢", estate="", unit="1",
        room=name, number=1, serial=1, state=CaseState.NOT_VISITED, tries=0, hard_edits=0, soft_edits=0,
        explanations={},
    )  # fmt: skip


def visit(resident_id: str, staff_id: str) -> Visit:
    """Return a visit to the counter."""
    return Visit(
        resident_id=resident_id, channel=Channel.COUNTER, came=True, at=OPENED, by_agent=False,
        staff_id=staff_id, desk=1,
    )  # fmt: skip


def staff(name: str, *roles: Role) -> StaffAccount:
    """Return an account nobody can sign in to."""
    return StaffAccount(
        name=name, display_name=name, password_hash="-", roles=[role.value for role in roles], posts=[]
    )


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record a run may make: under which parents, which fields may change, which states follow.

    A field's sort is text, phone, day or number. A state's successors come with the fields a step fills.
    """

    make: Maker
    parents: Mapping[str, str]
    sorts: Mapping[str, str]
    steps: Mapping[str, tuple[str, ...]]


KINDS: Mapping[str, Kind] = {
    "grid": Kind(lambda name, up: Grid(code=name, name=name), {}, {"name": "text"}, {}),
    "building": Kind(
        lambda name, up: Building(number=name, **up),
        {"grid_id": "grid"},
        {"name": "text", "address": "text", "floors": "number"},
        {},
    ),
    "dwelling": Kind(
        lambda name, up: Dwelling(unit="1", room=name, **up),
        {"building_id": "building"},
        {"unit": "text", "room": "text", "floor": "number"},
        {},
    ),
    "household": Kind(
        lambda name, up: Household(number=name, **up), {"dwelling_id": "dwelling"}, {"number": "text"}, {}
    ),
    "resident": Kind(
        lambda name, up: resident(name, **up),
        {"household_id": "household"},
        {"name": "text", "phone": "phone", "other_phone": "phone", "note": "text", "birth_date": "day"},
        {},
    ),
    "resident_tag": Kind(
        lambda name, up: ResidentTag(kind=TagKind.VOLUNTEER, since=date(1900, 1, 1), note=name, **up),
        {"resident_id": "resident"},
        {"note": "text", "until": "day"},
        {},
    ),
    "visit": Kind(
        lambda name, up: visit(**up), {"resident_id": "resident", "staff_id": "staff_account"}, {}, {}
    ),
    "matter": Kind(
        lambda name, up: matter(name, **up),
        {"applicant_id": "resident", "staff_id": "staff_account"},
        {"handover_note": "text", "applicant_phone": "phone", "department": "text"},
        {
            "received": ("accepted", "withdrawn"),
            "accepted": ("in_progress", "withdrawn"),
            "in_progress": ("decided",),
            "decided": ("delivered",),
        },
    ),
    "census_case": Kind(
        lambda name, up: census_case(name, **up),
        {"round_id": "census_round", "area_id": "census_area", "building_id": "building"},
        {"note": "text", "tries": "number"},
        {
            "not_visited": ("absent", "vacant", "in_entry"),
            "absent": ("in_entry", "refused", "vacant"),
            "in_entry": ("entered",),
            "entered": ("verified",),
        },
    ),
}
"""Every kind of record that steps of a run make, change and delete."""

PARENTS = {"census_round": 1, "census_area": 2, "staff_account": 4}
"""What only the founding makes, and how many."""

SUPERVISOR, WORKER, ENUMERATOR, SECOND = (f"staff_account{number}" for number in range(4))
"""The labels of the accounts."""


def found(work: Work, supervisor_id: str, community_id: str) -> dict[str, Synced]:
    """Write the community every run begins with and return its records by label."""
    founded = _Founding(work)
    supervisor = staff("s0", Role.SUPERVISOR, Role.ADMINISTRATOR)
    supervisor.id = supervisor_id
    # The first account comes first, for nobody could have permitted anything before it.
    founded.add(SUPERVISOR, supervisor)
    founded.add("community", Community(id=community_id, name="演示社区", document_prefix="演示社"))
    founded.add(WORKER, staff("s1", Role.WORKER))
    founded.add(ENUMERATOR, staff("s2", Role.ENUMERATOR))
    founded.add(SECOND, staff("s3", Role.SUPERVISOR))
    for kind, number in (("grid", 2), ("building", 2), ("dwelling", 3), ("household", 3), ("resident", 6)):
        founded.several(kind, number)
    founded.add("census_round0", census_round("第一轮"))
    for number in range(2):
        place = founded.records[f"building{number}"].id
        area = census_area(f"A{number}", founded.records["census_round0"].id, place)
        founded.add(f"census_area{number}", area)
    for kind, number in (("resident_tag", 2), ("matter", 3), ("census_case", 4)):
        founded.several(kind, number)
    return founded.records


@dataclass(slots=True)
class _Founding:
    work: Work
    records: dict[str, Synced] = field(default_factory=dict)

    def add(self, label: str, record: Synced) -> None:
        self.records[label] = self.work.add(record)
        self.work.session.flush()

    def several(self, kind: str, number: int) -> None:
        """Make records of a kind, spread over their parents."""
        for count in range(number):
            parents = {name: self._parent(of, count).id for name, of in KINDS[kind].parents.items()}
            self.add(f"{kind}{count}", KINDS[kind].make(f"{kind[:4]}-{count}", parents))

    def _parent(self, kind: str, count: int) -> Synced:
        found = [label for label in self.records if label.rstrip("0123456789") == kind]
        return self.records[found[count % len(found)]]


def value_of(sort: str, raw: Any) -> Any:
    """Return a field's value from what stands in a file of steps."""
    return date.fromisoformat(raw) if sort == "day" and raw is not None else raw


def filled_by(state: str, staff_id: str) -> dict[str, Any]:
    """Return what else is written when a matter or a household's form comes into that state."""
    match state:
        case "accepted":
            return {"accepted_at": OPENED}
        case "decided":
            return {"decision": Decision.GRANTED, "decided_at": OPENED, "decided_by_id": staff_id}
        case "delivered":
            return {"delivered_at": OPENED, "closed_at": OPENED, "recipient": "本人"}
        case "withdrawn":
            return {"closed_at": OPENED}
        case "entered":
            return {"entered_at": OPENED, "submission_id": _SUBMISSION, "keyer_id": staff_id}
        case "verified":
            return {"verified_at": OPENED}
    return {}
