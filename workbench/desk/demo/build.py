"""Builds the demonstration community in an empty folder, as it stands on a date."""

from __future__ import annotations

from datetime import date, timedelta

from workbench.desk.demo.agenda import Agenda, StoryClock, moment_on
from workbench.desk.demo.cast import COMMUNITY, ENUMERATOR, PASSWORD, PREFIX, STAFF, SUPERVISOR
from workbench.desk.demo.census import INTERVIEWS, CensusStory
from workbench.desk.demo.keyring import LIGHT, NO_KEYRING
from workbench.desk.demo.places import hire, lay_out
from workbench.desk.demo.population import HOUSEHOLDS, families
from workbench.desk.demo.settlers import settle
from workbench.desk.demo.story import DAYS, Story
from workbench.desk.desk import Desk
from workbench.desk.folder import DataFolder
from workbench.desk.founding import Founding
from workbench.desk.opening import Opening
from workbench.security.roles import Permission
from workbench.standards.clock import Clock, utc_now

CENSUS_TAKES = 0.05
MORNING = 10.25
"""The hour in Shanghai at which the demonstration's today begins."""


def demo_opening(folder: DataFolder, clock: Clock = utc_now, *, durable: bool = True) -> Opening:
    """Return the door of a demonstration folder: no keyring, and light passwords."""
    return Opening(folder, clock=clock, keyring=NO_KEYRING, cost=LIGHT, durable=durable)


def build_demo(
    folder: DataFolder,
    today: date,
    *,
    households: int = HOUSEHOLDS,
    days: int = DAYS,
    interviews: int = INTERVIEWS,
) -> None:
    """Make community, staff, residents, the matters of some days and a census; the same for the same date.

    The store is not durable while it is built: a power cut then costs only what can be built again.
    """
    clock = StoryClock(moment_on(today - timedelta(days=days + 1), 8.0))
    opening = demo_opening(folder, clock, durable=False)
    opening.set_up(
        Founding(
            community=COMMUNITY,
            document_prefix=PREFIX,
            division_code="330100",
            address="演示路1号",
            phone="0571-00000000",
            account=SUPERVISOR.account,
            person=SUPERVISOR.name,
            password=PASSWORD,
            demo=True,
        )
    )
    chief = opening.sign_in(SUPERVISOR.account, PASSWORD)
    buildings = lay_out(chief, hire(chief))
    with chief.store.write(chief.session.actor) as work:
        adults = settle(work, families(today, households), buildings, today)
    agenda = Agenda(clock)
    Story(agenda, _counter_desks(opening), adults, today).tell(days)
    agenda.run_until(moment_on(today, MORNING - CENSUS_TAKES))
    if interviews:
        enumerators = [opening.sign_in(name, PASSWORD) for name in (ENUMERATOR.account, STAFF[0].account)]
        CensusStory(chief, enumerators, today).tell(interviews)
    agenda.run_until(moment_on(today, MORNING))
    opening.close()


def _counter_desks(opening: Opening) -> list[Desk]:
    """Sign everybody in who decides matters at the counter."""
    desks = [opening.sign_in(member.account, PASSWORD) for member in STAFF]
    return [desk for desk in desks if desk.may(Permission.DECIDE)]
