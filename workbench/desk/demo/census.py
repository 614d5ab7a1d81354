"""A census in the demonstration (普查演练): divided, staffed, half filled in, some of it typed twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from workbench.census.keying import KeyingFacts
from workbench.census.kinds import RoundKind
from workbench.census.rules.contracts import ContractTerms
from workbench.census.rules.rounds import RoundTerms
from workbench.desk.demo.interview import answer_all
from workbench.forms.engine.session import FormSession
from workbench.forms.engine.setting import Setting
from workbench.forms.shipped import CENSUS_SHORT, SHIPPED_FORMS
from workbench.standards.clock import SHANGHAI

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.census.service import EntryStart
    from workbench.census.views import CaseRow
    from workbench.desk.desk import Desk

INTERVIEWS = 24
"""How many households have a form when the demonstration begins."""

ORGANISATION = "示例市情调查有限公司（虚构）"
MOMENT = datetime(2020, 11, 1, tzinfo=SHANGHAI)
"""The reference moment (标准时点) of the shipped short form."""

_AREA_SIZE = 40
_SEED = 20201101


class CensusStory:
    """Plans a round as the supervisor, then lets two enumerators work; the same for the same date."""

    def __init__(self, chief: Desk, enumerators: Sequence[Desk], today: date) -> None:
        self._chief, self._enumerators, self._today = chief, tuple(enumerators), today
        self._random = Random(_SEED)

    def tell(self, interviews: int) -> None:
        """Let the whole story happen, up to so many filled forms."""
        published = {form.form_id: self._chief.forms.publish(form.path) for form in SHIPPED_FORMS}
        round_id = self._chief.census.plan_round(self._terms(published[CENSUS_SHORT.form_id].id), _SEED)
        areas = self._chief.census.divide(round_id, self._chief.census.propose_areas(_AREA_SIZE))
        self._hire(round_id, areas[0])
        self._chief.census.open_round(round_id)
        self._assign(areas)
        for desk in self._enumerators:
            self._go_round(desk, round_id, interviews // len(self._enumerators))
        self._type_again(round_id, interviews // 6)

    def _terms(self, form_version_id: str) -> RoundTerms:
        return RoundTerms(
            name="人口普查演练（演示）",
            kind=RoundKind.CENSUS,
            moment=MOMENT,
            since=self._today - timedelta(days=3),
            until=self._today + timedelta(days=12),
            form_version_id=form_version_id,
            basis="演示用：普查登记前以户籍和社区资料编制底册",
            prefill=True,
            double_key_percent=20,
            recheck_percent=10,
        )

    def _hire(self, round_id: str, area_id: str) -> None:
        """Let an outside organisation carry the first area out, with the first enumerator as its person."""
        since, until = self._today - timedelta(days=5), self._today + timedelta(days=20)
        terms = ContractTerms(ORGANISATION, f"YS-{since.year}-01", since, until, since)
        contract = self._chief.census.add_contract(round_id, terms)
        self._chief.census.add_member(contract, self._enumerators[0].session.staff_id)
        self._chief.census.give_areas([area_id], contract)

    def _assign(self, areas: Sequence[str]) -> None:
        """Give the first area to the outsider, the others to staff."""
        census = self._chief.census
        for at, area in enumerate(areas):
            who = self._enumerators[0 if at == 0 else 1].session.staff_id
            census.assign_all(census.propose_assignment([area], [who]))

    def _go_round(self, desk: Desk, round_id: str, interviews: int) -> None:
        """Knock at doors in walking order until enough forms are filled."""
        filled = 0
        for case in desk.surveys.my_work(round_id):
            if filled == interviews:
                break
            filled += self._knock(desk, case)

    def _knock(self, desk: Desk, case: CaseRow) -> bool:
        """Meet somebody, or nobody; say whether a form was filled."""
        luck = self._random.random()
        if luck < 0.12:
            again = datetime.combine(self._today, datetime.min.time(), SHANGHAI) + timedelta(hours=19.5)
            desk.census.note_absent(case.id, again.astimezone(UTC), "邻居说晚上在家")
        elif luck < 0.15:
            desk.census.note_refused(case.id, "表示以后再说")
        elif luck < 0.19:
            desk.census.note_vacant(case.id, "门口有装修告示")
        else:
            return self._interview(desk, case)
        return False

    def _interview(self, desk: Desk, case: CaseRow) -> bool:
        start = desk.census.begin(case.id)
        session = self._filled(desk, start)
        if session is None:
            desk.census.put_back(case.id)
            return False
        desk.census.complete(case.id, session.submission(), self._facts(desk, session))
        return True

    def _type_again(self, round_id: str, forms: int) -> None:
        """Type some forms a second time; the last with one number wrong, left to be settled."""
        for at in range(forms):
            start = self._chief.census.next_double(round_id)
            if start is None:
                return
            first = self._chief.surveys.submission(start.entry.case_id)
            session = self._same_again(start.entry, first)
            if at == forms - 1:
                session.answer(session.node("/data/household/h7_rooms"), "9")
            facts = self._facts(self._chief, session)
            self._chief.census.type_again(start.double_id, session.submission(), facts)

    def _same_again(self, start: EntryStart, first: bytes) -> FormSession:
        """Return a new form with the answers of another."""
        form = self._chief.forms.open(start.form_version_id)
        typed = FormSession.edit(form, first).draft()["values"]
        answers = {path: value for path, value in typed.items() if "/meta/" not in path}
        setting = self._setting(self._chief, replace(start, prefilled=answers))
        return FormSession(form, setting)

    def _filled(self, desk: Desk, start: EntryStart) -> FormSession | None:
        """Return the form filled in, or None where the register says too little to invent the rest."""
        form = desk.forms.open(start.form_version_id)
        session = FormSession(form, self._setting(desk, start))
        return session if answer_all(session, self._random) else None

    def _setting(self, desk: Desk, start: EntryStart) -> Setting:
        return Setting(
            clock=desk.now,
            username=desk.session.display_name,
            seed=_SEED,
            prefilled=start.prefilled,
        )

    def _facts(self, desk: Desk, session: FormSession) -> KeyingFacts:
        """Return how somebody with practice would have typed it."""
        strokes = sum(len(text) for text in session.draft()["values"].values()) + self._random.randrange(20)
        seconds = strokes / 2.6 + self._random.randrange(30)
        now = desk.now()
        return KeyingFacts(now - timedelta(seconds=seconds), now, seconds, strokes, strokes // 40)
