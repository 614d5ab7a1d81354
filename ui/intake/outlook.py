"""What will happen if the matter is accepted now: by when, on which lamp, with which papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.intake.kinds import MaterialState, SlipKind, Verb
from workbench.intake.rules.admission import terms_of
from workbench.intake.rules.deadlines import due_after
from workbench.intake.service.plan import slips_of

if TYPE_CHECKING:
    from datetime import date

    from ui.intake.talk import MatterDraft
    from workbench.catalogue.rules import ServiceItem
    from workbench.standards.workdays import WorkCalendar

PROMISE_DAYS = 5
"""Working days a resident is usually given to bring what follows; never beyond the promised date."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """The promised date (None: no limit), its working days, and the slips of an acceptance."""

    promised: date | None
    provisional: bool
    days: int | None
    slips: tuple[SlipKind, ...]
    missing: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether it can be accepted."""
        return not self.missing


def look_ahead(matter: MatterDraft, today: date, calendar: WorkCalendar) -> Outlook:
    """Return what an acceptance today leads to."""
    days = terms_of(matter.item).promised_limit
    due = None if days is None else due_after(today, days, calendar)
    lines = [matter.tick_of(line) for line in matter.prepared.materials]
    follows = any(tick.state is MaterialState.PROMISED for tick in lines)
    papers = (SlipKind.ACCEPTANCE, SlipKind.PROMISE) if follows else slips_of(Verb.ACCEPT, ())
    return Outlook(
        due.on if due else None,
        bool(due and due.provisional),
        days,
        papers,
        tuple(line.name for line in matter.missing()),
    )


def usual_promise(item: ServiceItem, today: date, calendar: WorkCalendar, barred: date | None) -> date | None:
    """Return the day a missing material is promised for unless another is chosen; None while barred."""
    if barred is not None and today < barred:
        return None
    days = terms_of(item).promised_limit
    usual = due_after(today, PROMISE_DAYS, calendar).on
    return usual if days is None else min(usual, due_after(today, days, calendar).on)
