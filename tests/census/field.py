"""A small community to be counted: buildings with their households, people who count, and forms as typed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from lxml import etree

from workbench.census.forms import FormFacts
from workbench.census.keying import KeyingFacts
from workbench.census.kinds import RoundKind
from workbench.census.model import CensusCase
from workbench.census.prefill import PERMITTED
from workbench.census.queries import CensusQueries
from workbench.census.rules.differences import Layout
from workbench.census.rules.rounds import RoundTerms
from workbench.census.service import CensusService
from workbench.community.model import Building, Community, Grid
from workbench.forms.model import FormVersion
from workbench.people.model import Dwelling, Household, Resident
from workbench.security.model import StaffAccount
from workbench.security.roles import Role, permissions_of
from workbench.security.session import Session
from workbench.standards.codes import Sex
from workbench.store import Actor, Store

COMMUNITY = "community-0001"
MORNING = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
LAYOUT = Layout(frozenset({"/data/person"}), frozenset({"/data/start"}))
ADDRESS = (
    "province",
    "city",
    "county",
    "area_code",
    "district_code",
    "building_no",
    "unit_no",
    "household_no",
)
PATHS = frozenset({each.field for each in PERMITTED} | {f"/data/address/{field}" for field in ADDRESS})


def renamed(xml: bytes) -> bytes:
    """Return a submission as an instance of its own, as the engine does; nothing here is calculated."""
    root = etree.fromstring(xml)
    etree.SubElement(root.find("meta"), "deprecatedID").text = root.findtext("meta/instanceID")
    root.find("meta/instanceID").text = f"uuid:{next(_instances)}"
    return etree.tostring(root, encoding="unicode").encode()


_instances = count(1)
FORM = FormFacts("census_short", PATHS, LAYOUT, renamed)
TERMS = RoundTerms(
    name="人口普查演练",
    kind=RoundKind.CENSUS,
    moment=datetime(2026, 10, 31, 16, tzinfo=UTC),
    since=date(2026, 11, 1),
    until=date(2026, 12, 10),
    form_version_id="form-1",
    basis="全国人口普查条例",
    prefill=True,
    double_key_percent=50,
    recheck_percent=50,
    error_limit_percent=5,
)
FACTS = KeyingFacts(MORNING, MORNING + timedelta(minutes=4), 210.0, 320, 6)
WANG, LI = ("王建国", "0", "1", "1962"), ("李秀英", "1", "2", "1964")


def form(*people: tuple[str, str, str, str], area: int = 88, replaces: bytes = b"") -> bytes:
    """Return the census form of a household as the engine writes it, a new instance each time."""
    former = etree.fromstring(replaces).findtext("meta/instanceID") if replaces else ""
    deprecated = f"<deprecatedID>{former}</deprecatedID>" if former else ""
    members = "".join(
        f"<person><d1_name>{name}</d1_name><d2_relation>{relation}</d2_relation><d4_sex>{sex}</d4_sex>"
        f"<d5_birth_year>{year}</d5_birth_year><d5_birth_month>3</d5_birth_month><d6_ethnic>01</d6_ethnic>"
        "<d7_residence>1</d7_residence><d8_registration>1</d8_registration><d9_left_since>1</d9_left_since>"
        "<d11_education>5</d11_education><d12_literate>1</d12_literate></person>"
        for name, relation, sex, year in people
    )
    return (
        '<data id="census_short" version="1"><start>2026-11-23T09:30:00+08:00</start>'
        "<household><h1_kind>1</h1_kind>"
        f"<h2_here>{len(people)}</h2_here><h2_away>0</h2_away><h3_born_male>0</h3_born_male>"
        "<h3_born_female>0</h3_born_female><h4_died_male>0</h4_died_male><h4_died_female>0</h4_died_female>"
        f"<h5_dwelling>1</h5_dwelling><h6_area_m2>{area}</h6_area_m2><h7_rooms>3</h7_rooms></household>{members}"
        f"<meta><instanceID>uuid:{next(_instances)}</instanceID>{deprecated}</meta></data>"
    ).encode()


@dataclass
class Person:
    """Somebody at a desk, with service and queries of the census."""

    staff_id: str
    service: CensusService
    queries: CensusQueries


@dataclass
class Field:
    """A community on its store, where people sign in and rounds are opened with short words."""

    store: Store
    clock: Any
    round_id: str = ""
    areas: tuple[str, ...] = ()
    people: dict[str, Person] = field(default_factory=dict)

    def person(self, name: str, *roles: Role) -> Person:
        """Return somebody with these roles, with an account made at the first time."""
        if name not in self.people:
            with self.store.write(Actor("system", COMMUNITY)) as work:
                work.add(
                    StaffAccount(
                        id=name, name=name, display_name=name, password_hash="-",
                        roles=[role.value for role in roles], posts=[],
                    )
                )  # fmt: skip
            session = Session(
                name, name, name, COMMUNITY, frozenset(roles), permissions_of(roles), (), self.clock()
            )
            self.people[name] = Person(
                name,
                CensusService(self.store, session, lambda _: FORM),
                CensusQueries(self.store, session, lambda _: FORM, self.clock),
            )
        return self.people[name]

    @property
    def boss(self) -> Person:
        return self.person("boss", Role.SUPERVISOR)

    @property
    def worker(self) -> Person:
        return self.person("worker", Role.WORKER)

    @property
    def enumerator(self) -> Person:
        return self.person("enumerator", Role.ENUMERATOR)

    @property
    def outsider(self) -> Person:
        return self.person("outsider", Role.ENUMERATOR)

    def plan(self, target: int = 4, **changes: Any) -> str:
        """Lay a round down and divide it."""
        self.round_id = self.boss.service.plan_round(replace(TERMS, **changes), seed=7)
        self.areas = self.boss.service.divide(self.round_id, self.boss.service.propose_areas(target))
        return self.round_id

    def open(self, **changes: Any) -> str:
        """Open a round whose first area is the enumerator's."""
        self.plan(**changes)
        self.boss.service.assign(self.cases(0), self.enumerator.staff_id)
        self.boss.service.open_round(self.round_id)
        return self.round_id

    def cases(self, area: int = 0) -> list[str]:
        """Return the households of an area in walking order."""
        with self.store.read() as reading:
            found = [case for case in reading.query(CensusCase) if case.area_id == self.areas[area]]
            return [case.id for case in sorted(found, key=lambda case: case.serial) if not case.deleted_at]

    def case(self, case_id: str) -> CensusCase:
        with self.store.read() as reading:
            return reading.get_one(CensusCase, case_id)

    def fill(self, case_id: str, xml: bytes | None = None, who: Person | None = None) -> None:
        """Let the enumerator open and hand a household's form in."""
        person = who or self.enumerator
        person.service.begin(case_id)
        person.service.complete(case_id, xml or form(WANG, LI), FACTS)


def settle(store: Store) -> None:
    """Write the community down: a grid of two buildings, four households in each, one vacant dwelling."""
    with store.write(Actor("system", COMMUNITY)) as work:
        work.add(
            Community(id=COMMUNITY, name="示例社区", document_prefix="示例社", division_code="330106001001")
        )
        work.add(Grid(id="grid-1", code="1", name="第一网格"))
        work.session.flush()
        for number in ("3", "12"):
            work.add(
                Building(id=f"b{number}", number=number, name="桂花苑", grid_id="grid-1", units=2, floors=2)
            )
        work.session.flush()
        for number in ("3", "12"):
            for position, (unit, room) in enumerate((("1", "101"), ("1", "201"), ("2", "101"), ("2", "201"))):
                dwelling = f"d{number}-{position}"
                work.add(
                    Dwelling(id=dwelling, building_id=f"b{number}", unit=unit, room=room, floor=int(room[0]))
                )
                work.session.flush()
                if (number, position) != ("12", 3):
                    _household(work, dwelling, f"{number}{position}")
        work.add(
            FormVersion(
                id="form-1", form_id="census_short", version="1", title="普查短表", xml="<x/>", media={},
                published_at=work.now, published_by_id="system",
            )
        )  # fmt: skip


def _household(work: Any, dwelling: str, name: str) -> None:
    work.add(Household(id=f"h{name}", dwelling_id=dwelling, head_id=f"p{name}"))
    work.session.flush()
    work.add(
        Resident(
            id=f"p{name}", name=f"王{name}", household_id=f"h{name}", relation_to_head="02", sex=Sex.MALE,
            id_number="33010219490307002X", birth_date=date(1949, 3, 7),
        )
    )  # fmt: skip
