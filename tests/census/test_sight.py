"""What lists show is what the rule of access says: the statement and the rule never part."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.census.field import Field
from workbench.census.model import CensusArea, CensusCase, CensusContract
from workbench.census.queries.rows import Sight
from workbench.census.rules.access import Ground, Membership, Standing, may_work
from workbench.store import Actor

TODAY = date(2026, 11, 24)
CONTRACTS = ("contract-1", "contract-2")
PEOPLE = ("me", "somebody", None)


@pytest.fixture
def households(field: Field) -> Field:
    """A household of everybody's and nobody's in areas of staff and of two contracts."""
    field.plan()
    with field.store.write(Actor("system", "community-0001")) as work:
        for contract in CONTRACTS:
            work.add(
                CensusContract(
                    id=contract, round_id=field.round_id, organisation=contract, number=contract,
                    since=TODAY, until=TODAY,
                )
            )  # fmt: skip
        work.session.flush()
        pattern = work.get(CensusCase, field.cases()[0])
        columns = {each.name: getattr(pattern, each.name) for each in CensusCase.__table__.columns}
        for contract in (*CONTRACTS, None):
            area = work.add(
                CensusArea(
                    round_id=field.round_id, code=f"x{contract}"[:8], name="", contract_id=contract, parts=[],
                    state=work.get(CensusArea, field.areas[0]).state, sign_off={},
                )
            )  # fmt: skip
            work.session.flush()
            for person in PEOPLE:
                row = columns | {"area_id": area.id, "enumerator_id": person}
                del row["id"]
                work.add(CensusCase(**row))
    return field


day = st.sampled_from([TODAY + timedelta(days=shift) for shift in (-1, 0, 1)])
membership = st.builds(
    Membership, st.sampled_from(CONTRACTS), st.just("甲"), day, day, st.none() | day, st.none() | day,
    st.none() | day,
)  # fmt: skip


@given(st.booleans(), st.booleans(), st.lists(membership, max_size=2))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_list_shows_exactly_what_the_rule_lets_somebody_work_on(households, manages, verifies, held):
    standing = Standing("me", manages, verifies, tuple(held))
    with households.store.read() as reading:
        shown = {row.id for row in Sight(reading, standing, TODAY).cases()}
        every = reading.query(CensusCase, CensusArea).join(CensusArea, CensusArea.id == CensusCase.area_id)
        allowed = {
            case.id
            for case, area in every
            if may_work(standing, Ground(area.contract_id, case.enumerator_id), TODAY)
        }
    assert shown == allowed
    assert held or not manages or len(allowed) == 8 + 9
