"""Does what a button of the record asks: opens the dialog, calls the desk, and has the record read again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.people import record_actions as actions
from ui.people.entry_dialog import OPEN_FIELDS, EntryDialog, entry_without_numbers, values_to_entry
from ui.people.entry_form import WHOLE
from ui.people.fact_dialogs import EventDialog, HeldDialog, TagDialog
from ui.people.household_picker import household_of
from ui.people.merge_dialog import MergeDialog, MergePair, read_pair
from workbench.people.rules import ResidentEntry
from workbench.security.roles import Permission
from workbench.security.unmasking import Purpose

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.kit.dialogs import Dialog
    from ui.page import Page
    from workbench.people.views import ResidentCard
    from workbench.store import Opened

SECRET = ("id_number", "phone", "other_phone")


class Doing(QObject):
    """Verbs on one resident; ``done`` carries the id whose record changed."""

    done = Signal(str)
    other_wanted = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self.card: ResidentCard | None = None
        self.dialog: Dialog | None = None

    def begin(self, key: str, card: ResidentCard) -> None:
        """Ask what a button needs, then do it."""
        self.card = card
        asking: dict[str, Callable[[], None]] = {
            actions.SERVE: lambda: self._page.workspace.open_record("serve", card.id),
            actions.EDIT: self._edit,
            actions.TAG: self._tag,
            actions.HELD: self._hold,
            actions.MOVE: lambda: self._live(self.tr("Change household"), self._desk.people.change_household),
            actions.MOVE_IN: lambda: self._live(self.tr("Moves in again"), self._desk.people.move_in),
            actions.MOVE_OUT: lambda: self._leave(self.tr("Moved out"), self._desk.people.move_out),
            actions.DECEASE: lambda: self._leave(self.tr("Deceased"), self._desk.people.decease),
        }
        asking[key]()

    def enter_new(self) -> None:
        """Enter somebody new."""
        dialog = EntryDialog(self._page, ResidentEntry(""))
        dialog.saved.connect(
            lambda values: self._save(
                lambda: self._desk.people.add_resident(values_to_entry(values)), self.done.emit
            )
        )
        self._open_entry(dialog)

    def compare(self, card: ResidentCard, other_id: str) -> None:
        """Show two records side by side."""
        self.card = card
        self._page.ask(lambda: read_pair(self._desk, card.id, other_id), self._open_merge)

    def end_tag(self, tag_id: str) -> None:
        """End a tag today."""
        shown = next((tag.opened for tag in self.card.tags if tag.id == tag_id), None) if self.card else None
        self._do(lambda: self._desk.people.end_tag(tag_id, opened=shown))

    def remove_held(self, held_id: str) -> None:
        """Note that the community no longer holds a document."""
        self._do(lambda: self._desk.people.remove_held_document(held_id))

    def undo_merge(self, merge_id: str) -> None:
        """Take a merge back."""
        self._do(lambda: self._desk.people.undo_merge(merge_id))

    @property
    def _id(self) -> str:
        assert self.card is not None
        return self.card.id

    @property
    def _opened(self) -> Opened | None:
        """The card as it was when a button was pressed: what is saved later is based on it."""
        return self.card.opened if self.card else None

    def _do(self, work: Callable[[], Any]) -> None:
        resident_id = self._id
        self._page.ask(work, lambda _answer: self.done.emit(resident_id))

    def _open(self, dialog: Dialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _open_entry(self, dialog: EntryDialog) -> None:
        dialog.taken.connect(self.other_wanted)
        self._open(dialog)

    def _edit(self) -> None:
        card = self.card
        assert card is not None
        if self._desk.may(Permission.UNMASK):
            self._page.ask(lambda: self._unmasked(card), lambda entry: self._open_edit(entry, WHOLE))
        else:
            self._open_edit(entry_without_numbers(card), OPEN_FIELDS)

    def _unmasked(self, card: ResidentCard) -> ResidentEntry:
        # Whoever corrects a record sees its numbers: the journal says so, with this purpose.
        unmasking = self._desk.unmasking
        unmasking.grant(card.id, SECRET, Purpose.VERIFY)
        numbers = {field: unmasking.reveal(card.id, field) or None for field in SECRET}
        return replace(entry_without_numbers(card), **numbers)

    def _open_edit(self, entry: ResidentEntry, shown: tuple[str, ...]) -> None:
        resident_id, opened = self._id, self._opened
        dialog = EntryDialog(self._page, entry, resident_id, shown)
        dialog.saved.connect(
            lambda changes: self._save(
                lambda: self._desk.people.edit_resident(resident_id, changes, opened),
                lambda _nothing: self.done.emit(resident_id),
            )
        )
        self._open_entry(dialog)

    def _save(self, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        dialog = self.dialog
        assert dialog is not None
        self._page.workspace.background.run(
            dialog, work, lambda answer: (dialog.accept(), done(answer)), dialog.notice.say_error
        )

    def _tag(self) -> None:
        dialog = TagDialog(self._page)
        resident_id = self._id
        dialog.answered.connect(
            lambda kind, since, note: self._do(
                lambda: self._desk.people.add_tag(resident_id, kind, since, note)
            )
        )
        self._open(dialog)

    def _hold(self) -> None:
        dialog = HeldDialog(self._page)
        dialog.answered.connect(
            lambda kind, until, file: self._do(lambda: self._keep_held(self._id, kind, until, file))
        )
        self._open(dialog)

    def _keep_held(self, resident_id: str, kind: str, until: date | None, file: str) -> None:
        kept = self._desk.attachments.keep_file(Path(file), "resident", resident_id).id if file else None
        self._desk.people.add_held_document(resident_id, kind, None, until, kept)

    def _leave(self, title: str, verb: Callable[..., None]) -> None:
        dialog = EventDialog(title, self._page, danger=True)
        resident_id, opened = self._id, self._opened
        dialog.answered.connect(lambda on, note: self._do(lambda: verb(resident_id, on, note, opened)))
        self._open(dialog)

    def _live(self, title: str, verb: Callable[..., None]) -> None:
        dialog = EventDialog(title, self._page, household=True)
        verb = partial(verb, opened=self._opened)
        dialog.answered.connect(lambda on, note: self._settle(dialog, verb, on, note))
        self._open(dialog)

    def _settle(self, dialog: EventDialog, verb: Callable[..., None], on: date, note: str) -> None:
        assert dialog.picker is not None
        resident_id, choice = self._id, dialog.picker.choice()
        relation = dialog.relation.currentData() or None
        self._do(
            lambda: verb(
                resident_id, household_of(self._desk, *choice), on=on, note=note, relation_to_head=relation
            )
        )

    def _open_merge(self, pair: MergePair) -> None:
        dialog = MergeDialog(pair, self._page)
        dialog.merged.connect(
            lambda chosen: self._do(lambda: self._desk.people.merge(pair.keep.id, pair.retire.id, chosen))
        )
        self._open(dialog)
