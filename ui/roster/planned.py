"""A planned row as the list and the card show it: who, what becomes of it, why, and what changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ui.journal.fields import field_word
from ui.journal.lines import ChangeLine
from ui.journal.values import EMPTY, Words
from ui.kit.tones import Tone
from ui.roster.tables import cell_text
from ui.wording.labels import label_of, listed
from workbench.people.roster.matching import Verdict
from workbench.people.roster.report_wording import skipped
from workbench.standards.identity import mask_identity_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.people.roster.differences import Change
    from workbench.people.roster.mapping import RosterMapping
    from workbench.people.roster.plan import PlannedRow, RosterDraft, RosterPlan, RowKey
    from workbench.people.roster.service import RosterImport

Fact = tuple[str, str]
ALL = "all"
TONES = {
    Verdict.NEW: Tone.SUCCESS,
    Verdict.UPDATED: Tone.INFO,
    Verdict.UNCHANGED: Tone.NEUTRAL,
    Verdict.DOUBTFUL: Tone.WARNING,
    Verdict.REFUSED: Tone.DANGER,
    Verdict.SKIP: Tone.NEUTRAL,
}
_WORDS = Words({}, confided=True)


@dataclass(frozen=True, slots=True)
class RowDetails:
    """Everything there is to say of one row: the original cells under their headings, what changes."""

    cells: tuple[Fact, ...]
    changes: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A plan with its rows by outcome, ready to be shown; ``accepted`` are the doubtful rows taken in.

    Accepted rows stay among the doubtful ones as well, so that they can be taken back.
    """

    plan: RosterPlan
    accepted: frozenset[RowKey]
    rows: Mapping[str, tuple[PlannedRow, ...]]


def compared(
    roster: RosterImport, draft: RosterDraft, mapping: RosterMapping, accepted: frozenset[RowKey]
) -> Comparison:
    """Compare a draft with the register; for the background. Rows that stay doubtful are let go."""
    plan = roster.plan(draft, mapping, accepted)
    doubtful = {row.key for row in plan.rows if row.verdict is Verdict.DOUBTFUL} if accepted else frozenset()
    kept = accepted - doubtful
    rows: dict[str, list[PlannedRow]] = {key: [] for key in (ALL, *Verdict)}
    for row in plan.rows:
        rows[row.verdict].append(row)
        if row.verdict is not Verdict.SKIP:
            rows[ALL].append(row)
        if kept and row.key in kept:
            rows[Verdict.DOUBTFUL].append(row)
    return Comparison(plan, kept, {key: tuple(found) for key, found in rows.items()})


def name_of(row: PlannedRow) -> str:
    """Return the name a row gives, or nothing."""
    person = row.outcome.person
    return (person.name if person else None) or ""


def number_of(row: PlannedRow) -> str:
    """Return the row's ID number, masked as everywhere."""
    person = row.outcome.person
    return mask_identity_number(person.id_number) if person and person.id_number else ""


def reason_of(row: PlannedRow) -> str:
    """Return why the row is what it is, and what it changes; numbers of the register stay masked."""
    changes = (f"{line.field}：{line.before} → {line.after}" for line in map(_change, row.changes))
    return "；".join(filter(None, (remarks_of(row), *changes)))


def remarks_of(row: PlannedRow) -> str:
    """Return why the row is what it is."""
    return row.outcome.why or skipped(row.outcome.skipped)


def details_of(plan: RosterPlan, row: PlannedRow) -> RowDetails:
    """Return the original cells of a row and what it changes of a resident."""
    return RowDetails(tuple(_cells(plan, row)), tuple(_change(change) for change in row.changes))


def _cells(plan: RosterPlan, row: PlannedRow) -> list[Fact]:
    sheet = next(sheet for sheet in plan.draft.file.sheets if sheet.name == row.outcome.sheet)
    values = [cell_text(cell) for cell in sheet.row(row.outcome.row - 1)]
    headings = _headings(plan, row)
    facts = [(headings.get(at, ""), value) for at, value in enumerate(values)]
    return [(heading, value) for heading, value in facts if heading or value]


def _headings(plan: RosterPlan, row: PlannedRow) -> dict[int, str]:
    entry = next(entry for entry in plan.mapping.sheets if entry.sheet == row.outcome.sheet)
    at = row.outcome.row - 1
    for section in entry.sections:
        if section.start <= at < section.end:
            return {use.index: use.heading.rsplit("/", 1)[-1] for use in section.columns}
    return {}


def _change(change: Change) -> ChangeLine:
    field = "address" if change.field == "address" else change.field
    return ChangeLine(
        field_word("resident", field), _value(field, change.before), _value(field, change.after)
    )


def _value(field: str, value: Any) -> str:
    if isinstance(value, tuple):
        return listed(map(label_of, value)) or EMPTY
    return _WORDS.value("resident", field, value if value is None else str(value))
