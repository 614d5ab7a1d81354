"""Fills a form from one typed case, question by question, as a person at the screen would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.forms.batch import wording
from workbench.forms.batch.cells import answer_of, has_lost_digits
from workbench.forms.batch.outcome import Finding, RowOutcome, RowStatus
from workbench.forms.engine.errors import NoSuchNode, NotAllowed
from workbench.forms.engine.node import NodeKind, ProblemKind
from workbench.forms.engine.session import FormSession

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.forms.batch.cases import Case, Entry, Place
    from workbench.forms.engine.node import Node, Problem
    from workbench.forms.engine.setting import Setting
    from workbench.forms.form import Form, Path

MOST_INSTANCES = 500


def fill(form: Form, case: Case, setting: Setting, repeats: Iterable[Path]) -> RowOutcome:
    """Return what became of a case; `repeats` are those the workbook has columns for."""
    if case.refusal:
        finding = Finding(case.place, "", wording.REFUSED_CASE.format(why=case.refusal))
        return RowOutcome(case.place, case.key, RowStatus.REFUSED, (finding,))
    filling = _Filling(FormSession(form, setting), case)
    filling.empty(repeats)
    filling.answer_all()
    return filling.outcome()


class _Filling:
    """One form being filled from one case."""

    def __init__(self, session: FormSession, case: Case) -> None:
        self._session, self._case = session, case
        self._findings: list[Finding] = []
        self._cells: dict[Node, Entry] = {}

    def empty(self, repeats: Iterable[Path]) -> None:
        """Take away the instances a form begins with where the workbook has none for this case."""
        filled = {entry.field.repeat for entry in self._case.entries}
        for path in set(repeats) - filled:
            for instance in reversed(self._session.node(path).instances):
                if instance.removable:
                    self._session.remove(instance)

    def answer_all(self) -> None:
        """Answer in the order of the form; what was not asked yet is tried once more at the end."""
        for entry in self._case.contradictions:
            self._note(entry, wording.CONTRADICTS.format(row=self._case.place.row))
        waiting = [
            entry
            for entry in sorted(self._case.entries, key=lambda each: each.order)
            if not self._take(entry)
        ]
        for entry in waiting:
            if not self._take(entry):
                self._note(entry, wording.NOT_ASKED, is_notice=True)

    def outcome(self) -> RowOutcome:
        """Return the outcome with the form's own problems beside those of the cells."""
        self._findings += [self._finding(problem) for problem in self._session.problems()]
        findings = tuple(
            sorted(self._findings, key=lambda each: (each.place.sheet, each.place.row, each.place.column))
        )
        bad = any(not finding.is_notice for finding in findings)
        status = RowStatus.PROBLEMS if bad else RowStatus.COMPLETE
        submission = self._session.submission()
        return RowOutcome(
            self._case.place, self._case.key, status, findings, submission, _instance_id(submission)
        )

    def _take(self, entry: Entry) -> bool:
        """Answer one question; False where it is not asked now."""
        if entry.cell.is_formula:
            return self._note(entry, wording.FORMULA)
        if has_lost_digits(entry.cell.value):
            return self._note(entry, wording.LOST_DIGITS)
        node = self._node(entry)
        if node is None:
            return True
        self._cells[node] = entry
        return node.relevant and self._answer(entry, node)

    def _answer(self, entry: Entry, node: Node) -> bool:
        value = answer_of(entry.field, entry.cell.value)
        if value == node.value:
            return True
        if node.readonly:
            message = wording.CALCULATED.format(typed=value, value=node.value)
            return self._note(entry, message, is_notice=True)
        problem = self._session.answer(node, value).problem
        return problem is None or problem.kind is not ProblemKind.REFUSED

    def _node(self, entry: Entry) -> Node | None:
        """Return the node of an entry, adding instances up to it; None where the form allows none."""
        if entry.field.repeat and not self._has_instance(entry):
            return None
        try:
            return self._session.node(entry.field.place(entry.position))
        except NoSuchNode:
            self._note(entry, wording.NO_INSTANCE.format(position=entry.position))
            return None

    def _has_instance(self, entry: Entry) -> bool:
        if entry.position > MOST_INSTANCES:
            return not self._note(entry, wording.TOO_MANY.format(most=MOST_INSTANCES))
        repeat = self._session.node(entry.field.repeat)
        try:
            while repeat.kind is NodeKind.REPEAT and len(repeat.instances) < entry.position:
                self._session.add(repeat)
        except NotAllowed:
            return not self._note(entry, wording.NO_INSTANCE.format(position=entry.position))
        return True

    def _note(self, entry: Entry, message: str, is_notice: bool = False) -> bool:
        self._findings.append(Finding(entry.place, entry.field.title, message, is_notice))
        return True

    def _finding(self, problem: Problem) -> Finding:
        return Finding(self._place(problem.node), problem.node.label or problem.node.path, problem.message)

    def _place(self, node: Node) -> Place:
        """Return the cell of a node, else the row of another question of its instance, else the main row."""
        if node in self._cells:
            return self._cells[node].place
        rows = (entry.place for other, entry in self._cells.items() if other.frame is node.frame)
        place = next(rows, self._case.place)
        return type(place)(place.sheet, place.row)


def _instance_id(submission: bytes) -> str:
    """Return the instanceID of a submission the engine has just written."""
    from lxml import etree

    found = etree.fromstring(submission).find(".//{*}instanceID")
    return "" if found is None else str(found.text or "")
