"""Takes a table typed from paper forms into a round: each household's row becomes its form (批量录入)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.census.keying import KeyingFacts
from workbench.census.records import submission_root
from workbench.desk.papers import write
from workbench.forms.batch.importing import import_workbook
from workbench.forms.batch.outcome import BatchResult, RowStatus
from workbench.forms.batch.report import batch_report
from workbench.forms.engine.setting import Setting
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.census.views import CaseRow
    from workbench.desk.desk import Desk

AREA, SERIAL = "address/district_code", "address/household_no"
"""Where a form says its 普查小区 and 户编号, by which its household is found."""

NOT_COMPLETE = "这一行有问题，见逐行结果；改好后可再次导入。"
NOT_FOUND = "普查小区“{area}”户编号“{serial}”不在您名下待登记的住户中，未录入。"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that became no form: its row in the sheet, and why in a sentence."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a typed table: the households whose forms were handed in, and the rows left out."""

    result: BatchResult
    places: tuple[str, ...]
    left: tuple[LeftOut, ...]


class TypedTables:
    """Takes tables in for one signed-in person, by the same verbs and checks as typing at the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def take_in(self, round_id: str, path: Path) -> TakenIn:
        """Hand in a form for every complete row whose household is one's own to do.

        Raises NotPermitted, UnreadableData; what one row is refused for leaves the others alone.
        """
        desk = self._desk
        form = desk.forms.open(desk.surveys.round(round_id).form_version_id or "")
        setting = Setting(clock=desk.now, username=desk.session.display_name)
        result = import_workbook(form, path, setting)
        waiting = {(case.area_code, f"{case.serial:03d}"): case for case in desk.surveys.my_work(round_id)}
        places: list[str] = []
        left: list[LeftOut] = []
        for outcome in result.outcomes:
            try:
                if outcome.status is not RowStatus.COMPLETE:
                    raise RowLeftOut(NOT_COMPLETE)
                places.append(self._hand_in(waiting, outcome.submission))
            except WorkbenchError as refused:
                left.append(LeftOut(outcome.place.row, str(refused)))
        return TakenIn(result, tuple(places), tuple(left))

    def write_report(self, taken: TakenIn, target: Path) -> None:
        """Write what became of every row; it repeats no answer. Raises DocumentNotWritten."""
        write(batch_report(taken.result, self._desk.now(), self._desk.session.display_name), "xlsx", target)

    def _hand_in(self, waiting: dict[tuple[str, str], CaseRow], xml: bytes) -> str:
        """Begin and complete the household a submission names; return where it is."""
        root = submission_root(xml)
        area, serial = (root.findtext(path, "").strip() for path in (AREA, SERIAL))
        case = waiting.get((area, serial.zfill(3)))
        if case is None:
            raise RowLeftOut(NOT_FOUND.format(area=area, serial=serial))
        now = self._desk.now()
        self._desk.census.begin(case.id)
        self._desk.census.complete(case.id, xml, KeyingFacts(now, now, 0.0, 0))
        return case.place


class RowLeftOut(WorkbenchError):
    """A row of a typed table becomes no form."""
