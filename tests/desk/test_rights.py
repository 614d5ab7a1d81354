"""What happens by itself asks for a right as well: nobody moves a matter who may not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.desk_fixtures import SignIn
from workbench.community.rules import Holiday
from workbench.desk.desk import Desk
from workbench.security.roles import NotPermitted, Role
from workbench.security.service import StaffDetails
from workbench.standards.workdays import DayKind


def test_an_enumerator_settles_no_matter(sign_in: SignIn) -> None:
    outsider = sign_in("pucha")
    for verb in (
        outsider.intake.settle_deemed,
        outsider.intake.settle_provisional,
        outsider.intake.recalculate_deadlines,
    ):
        with pytest.raises(NotPermitted):
            verb()


def test_whoever_keeps_the_calendar_moves_the_deadlines_that_rest_on_it(desk: Desk, sign_in: SignIn) -> None:
    row = next(each for each in desk.staff.staff() if each.name == "chenyu")
    desk.staff_service.edit_account(row.id, StaffDetails(row.display_name, (Role.ADMINISTRATOR,)))
    keeper = sign_in("chenyu")
    days = [desk.today() + timedelta(days=ahead) for ahead in range(1, 4)]
    changed = keeper.community_service.set_holidays([Holiday(day, DayKind.HOLIDAY, "停电") for day in days])
    assert changed.deadlines > 0
    with pytest.raises(NotPermitted):
        keeper.intake.settle_deemed()


def test_a_matter_stays_new_to_an_owner_who_may_not_handle_it_any_more(desk: Desk, sign_in: SignIn) -> None:
    worker = next(each for each in desk.staff.staff() if each.name == "chenyu")
    matter = next(each for each in desk.matters.in_hand() if each.owner_id != worker.id)
    desk.intake.assign([matter.id], worker.id)
    desk.staff_service.edit_account(worker.id, StaffDetails(worker.display_name, (Role.ENUMERATOR,)))
    sign_in("chenyu").intake.see([matter.id])
    assert desk.matters.matter(matter.id).row.new
