"""One sitting at a form: what is opened, where its draft is kept, and what is done with what was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ui.forms.ways import Mode, Ways
from workbench.store import Opened

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.census.keying import KeyingFacts
    from workbench.census.service.entry import EntryStart
    from workbench.forms.engine.session import FormSession

OPENED = "opened"
"""Where a draft keeps the household as it was when the form was opened."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person handed in: the submission, how it was typed, and why where something is put right.

    ``opened`` is the household as it was when the form was opened, which may be days ago.
    """

    xml: bytes
    facts: KeyingFacts
    reason: str = ""
    opened: Opened | None = None


@dataclass(frozen=True, slots=True)
class Sitting:
    """A form to fill: ``hand_in`` runs in the background and returns what the page says about it."""

    start: EntryStart
    title: str
    hand_in: Callable[[Typed], Any]
    done: Callable[[Any], object]
    next_record: Callable[[], object] | None = None
    mode: Mode = Mode.SHEET


def open_session(desk: Any, sitting: Sitting) -> FormSession:
    """Open the form of a sitting: its draft where there is one, its submission where it is put right."""
    from workbench.forms.engine.session import FormSession
    from workbench.forms.engine.setting import Setting

    start = sitting.start
    form = desk.forms.open(start.form_version_id)
    setting = Setting(clock=desk.now, username=desk.session.display_name, prefilled=start.prefilled)
    draft = desk.drafts.load(start.draft_place)
    if draft is not None:
        return FormSession(form, setting, draft.content)
    return FormSession.edit(form, start.xml, setting) if start.xml else FormSession(form, setting)


def trial_session(desk: Any, form_version_id: str) -> FormSession:
    """Open a form that is filled for nobody, to see how it runs."""
    from workbench.forms.engine.session import FormSession
    from workbench.forms.engine.setting import Setting

    setting = Setting(clock=desk.now, username=desk.session.display_name)
    return FormSession(desk.forms.open(form_version_id), setting)


def ways_of(desk: Any, sitting: Sitting, previous: Mapping[str, str]) -> Ways:
    """Return how the form of a sitting is put before the person; F7 takes answers of the previous form."""
    place, case_id = sitting.start.draft_place, sitting.start.case_id

    def keep_file(path: Path) -> str:
        name: str = desk.attachments.keep_file(path, "census_case", case_id).file_name
        return name

    return Ways(
        mode=sitting.mode,
        keep=lambda draft: desk.drafts.save(place, {**draft, OPENED: opened_of(desk, sitting)}),
        keep_file=keep_file,
        previous=previous,
        correcting=sitting.start.xml is not None,
        clock=desk.now,
    )


def opened_of(desk: Any, sitting: Sitting) -> dict[str, Any] | None:
    """Return what the form was opened with: where there is a draft of it, when the draft was begun."""
    draft = desk.drafts.load(sitting.start.draft_place)
    begun = draft.content.get(OPENED) if draft is not None else None
    if begun is not None:
        return dict(begun)
    return sitting.start.opened.base() if sitting.start.opened else None


def take(desk: Any, sitting: Sitting, typed: Typed) -> Any:
    """Hand in what was typed; only then is its draft let go."""
    base = opened_of(desk, sitting)
    answer = sitting.hand_in(replace(typed, opened=Opened.from_base(base)) if base else typed)
    desk.drafts.discard(sitting.start.draft_place)
    return answer
