"""Takes a round on at the desk without its screens, so that a test begins where it wants to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from tests.census.field import FACTS, TERMS
from workbench.census.kinds import CaseState, RoundKind
from workbench.desk.demo.interview import answer_all
from workbench.forms.engine.session import FormSession
from workbench.forms.engine.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.census.service import EntryStart
    from workbench.census.views import AreaRow, CaseRow, RoundRow
    from workbench.desk.desk import Desk

AREA_M2 = "/data/household/h6_area_m2"


def round_of(desk: Desk) -> RoundRow:
    """Return the round that runs."""
    return desk.surveys.rounds()[0]


def area_of(desk: Desk, code: str) -> AreaRow:
    """Return an area of the running round by its code."""
    return next(area for area in desk.surveys.areas(round_of(desk).id) if area.code == code)


def answers_of(desk: Desk, case_id: str) -> Mapping[str, str]:
    """Return what was handed in for a household, by path."""
    form = desk.forms.open(round_of(desk).form_version_id)
    values = FormSession.edit(form, desk.surveys.submission(case_id)).draft()["values"]
    return {path: value for path, value in values.items() if "/meta/" not in path}


def typed_like_the_first(desk: Desk, start: EntryStart, **changes: str) -> bytes:
    """Return a second form with the answers of the first, but for some."""
    answers = {**answers_of(desk, start.case_id), **changes}
    form = desk.forms.open(start.form_version_id)
    return FormSession(form, Setting(prefilled=answers)).submission()


def type_like_the_first(desk: Desk, session: FormSession, case_id: str, **changes: str) -> None:
    """Answer an open form as the first typist did, but for some."""
    answers = {**answers_of(desk, case_id), **changes}
    for path in [path for path in answers if path.startswith("/data/household/h2_")]:
        session.answer(session.node(path), answers[path])
    for path, value in answers.items():
        node = session.reach(path)
        if not node.readonly and node.value != value:
            session.answer(node, value)


def verify(desk: Desk, case_id: str) -> None:
    """Let somebody type a form a second time just as it is."""
    start = desk.census.begin_double(case_id)
    desk.census.type_again(start.double_id, typed_like_the_first(desk, start.entry), FACTS)


def ask_again(desk: Desk, recheck_id: str, **changes: str) -> None:
    """Let somebody hold a second interview that finds the same, but for some."""
    start = desk.census.begin_recheck(recheck_id)
    desk.census.complete_recheck(start.recheck_id, typed_like_the_first(desk, start.entry, **changes), FACTS)


def entered(desk: Desk, area_id: str) -> CaseRow:
    """Return the first household of an area whose form was handed in."""
    cases = desk.surveys.cases(round_of(desk).id)
    return next(case for case in cases if case.area_id == area_id and case.state is CaseState.ENTERED)


def plan(desk: Desk, name: str, kind: RoundKind = RoundKind.SURVEY, **changes: object) -> str:
    """Plan a further round with the form of the census, without checks; return its id."""
    running, today = round_of(desk), desk.today()
    terms = replace(
        TERMS,
        name=name,
        kind=kind,
        moment=running.moment,
        since=today - timedelta(days=1),
        until=today + timedelta(days=9),
        form_version_id=running.form_version_id,
        basis="入户走访时征得同意",
        double_key_percent=0,
        recheck_percent=0,
    )
    return desk.census.plan_round(replace(terms, **changes))


def begin_round(desk: Desk, round_id: str, enumerator: Desk) -> None:
    """Divide a round, open it, and give every household to one person."""
    areas = desk.census.divide(round_id, desk.census.propose_areas(500))
    desk.census.open_round(round_id)
    who = [enumerator.session.staff_id]
    desk.census.assign_all(desk.census.propose_assignment(areas, who))


def interview(enumerator: Desk, round_id: str, **changes: str) -> CaseRow:
    """Let a person fill in one household's form, as the register says but for some."""
    for case in enumerator.surveys.my_work(round_id):
        start = enumerator.census.begin(case.id)
        form = enumerator.forms.open(start.form_version_id)
        session = FormSession(form, Setting(prefilled=start.prefilled))
        if answer_all(session, Random(7)):
            for path, value in changes.items():
                assert session.answer(session.node(path), value).problem is None
            enumerator.census.complete(case.id, session.submission(), FACTS)
            return case
        enumerator.census.put_back(case.id)
    raise AssertionError("nobody could be interviewed")
