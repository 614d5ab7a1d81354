"""Does what a button of the matter asks: opens the verb's dialog, calls the desk, shows the answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.intake.refusal import RefusalDialog
from ui.intake.transfer import Target, TransferDialog
from ui.matters.verb_dialogs import DeliveryDialog, MaterialsDialog, NoteDialog
from ui.wording.labels import label_of
from workbench.intake.kinds import Channel, Decision, MaterialState, PauseReason, RefusalGround, Verb
from workbench.intake.requests import Delivery, MaterialTick

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.kit.dialogs import Dialog
    from ui.page import Page
    from workbench.intake.queries.details import MaterialDetail, MatterDetail
    from workbench.intake.requests import MatterMoved

INSPECTIONS = (PauseReason.INSPECTION, PauseReason.HEARING, PauseReason.APPRAISAL)


class Doing(QObject):
    """Verbs on one matter; ``done`` is sent after the desk kept the change."""

    done = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self.detail: MatterDetail | None = None
        self.dialog: Dialog | None = None

    def begin(self, verb: Verb, detail: MatterDetail) -> None:
        """Ask what the verb needs, then do it."""
        self.detail = detail
        asking: Mapping[Verb, Callable[[], None]] = {
            Verb.ACCEPT: self._accept,
            Verb.REQUEST_SUPPLEMENT: self._request_supplement,
            Verb.SUPPLEMENT_RECEIVED: self._receive_supplement,
            Verb.KEEP_PROMISE: self._keep_promise,
            Verb.REFUSE: self._refuse,
            Verb.START_WORK: lambda: self._do(self._intake.start_work),
            Verb.BEGIN_INSPECTION: self._begin_inspection,
            Verb.END_INSPECTION: self._end_inspection,
            Verb.EXTEND: self._extend,
            Verb.DECIDE: self._decide,
            Verb.DELIVER: lambda: self._deliver(self._intake.deliver),
            Verb.COMPLETE_AT_ONCE: lambda: self._deliver(self._intake.complete_at_once),
            Verb.WITHDRAW: self._withdraw,
            Verb.HAND_OVER: lambda: self._ask_colleague(assigning=False),
            Verb.ASSIGN: lambda: self._ask_colleague(assigning=True),
            Verb.TAKE_OVER: lambda: self._do(self._intake.take_over),
            Verb.RETURN_HANDOVER: self._return,
        }
        asking[verb]()

    @property
    def _intake(self) -> Any:
        return self._desk.intake

    def _do(self, verb: Callable[..., MatterMoved], *arguments: Any) -> None:
        matter_id = self._matter.row.id
        self._page.ask(lambda: verb(matter_id, *arguments), self.done.emit)

    def _take_in(self, verb: Callable[..., MatterMoved], codes: Mapping[str, str]) -> None:
        self._do(verb, tuple(MaterialTick(code, MaterialState.PRESENTED) for code in codes))

    @property
    def _matter(self) -> MatterDetail:
        assert self.detail is not None
        return self.detail

    def _open(self, dialog: Dialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _note(
        self,
        verb: Verb,
        answered: Callable[[str, str], None],
        choices: Any = (),
        *,
        needs_words: bool = False,
    ) -> None:
        dialog = NoteDialog(label_of(verb), self._page, choices, needs_words=needs_words)
        dialog.answered.connect(answered)
        self._open(dialog)

    def _materials(
        self,
        verb: Verb,
        sentence: str,
        shown: list[MaterialDetail],
        answered: Callable[[Mapping[str, str]], None],
        *,
        with_words: bool = False,
    ) -> None:
        dialog = MaterialsDialog(
            label_of(verb), sentence, shown, self._page, with_words=with_words, ticked=not with_words
        )
        if with_words:
            for material in shown:
                dialog.boxes[material.line.code].setChecked(material.line.state is MaterialState.MISSING)
        dialog.answered.connect(answered)
        self._open(dialog)

    def _in_state(self, state: MaterialState) -> list[MaterialDetail]:
        return [material for material in self._matter.materials if material.line.state is state]

    def _accept(self) -> None:
        missing = self._in_state(MaterialState.MISSING)
        if not missing:
            self._do(self._intake.accept_received)
            return
        sentence = self.tr("Tick what was brought.")
        took = partial(self._take_in, self._intake.accept_received)
        self._materials(Verb.ACCEPT, sentence, missing, took)

    def _request_supplement(self) -> None:
        sentence = self.tr("Tick everything that is missing or wrong: it may be told only once.")
        told = partial(self._do, self._intake.request_supplement)
        shown = list(self._matter.materials)
        self._materials(Verb.REQUEST_SUPPLEMENT, sentence, shown, told, with_words=True)

    def _receive_supplement(self) -> None:
        sentence = self.tr("Tick what was brought; once complete the matter is accepted by itself.")
        took = partial(self._take_in, self._intake.supplement_received)
        self._materials(Verb.SUPPLEMENT_RECEIVED, sentence, self._in_state(MaterialState.MISSING), took)

    def _keep_promise(self) -> None:
        sentence = self.tr("Tick what was brought.")
        took = partial(self._take_in, self._intake.keep_promise)
        self._materials(Verb.KEEP_PROMISE, sentence, self._in_state(MaterialState.PROMISED), took)

    def _begin_inspection(self) -> None:
        choices = [(reason.value, label_of(reason)) for reason in INSPECTIONS]
        self._note(
            Verb.BEGIN_INSPECTION,
            lambda reason, words: self._do(self._intake.begin_inspection, PauseReason(reason), words),
            choices,
        )

    def _end_inspection(self) -> None:
        self._note(Verb.END_INSPECTION, lambda _none, words: self._do(self._intake.end_inspection, words))

    def _extend(self) -> None:
        self._note(Verb.EXTEND, lambda _none, words: self._do(self._intake.extend, words), needs_words=True)

    def _decide(self) -> None:
        choices = [(decision.value, label_of(decision)) for decision in Decision]
        self._note(
            Verb.DECIDE,
            lambda decision, words: self._do(self._intake.decide, Decision(decision), words),
            choices,
        )

    def _withdraw(self) -> None:
        self._note(Verb.WITHDRAW, lambda _none, words: self._do(self._intake.withdraw, words))

    def _return(self) -> None:
        self._note(Verb.RETURN_HANDOVER, lambda _none, words: self._do(self._intake.return_handover, words))

    def _refuse(self) -> None:
        item_code, version = self._matter.row.item_code, self._matter.item_version
        self._page.ask(lambda: self._desk.items.item(item_code, version), self._ask_refusal)

    def _ask_refusal(self, item: Any) -> None:
        dialog = RefusalDialog(item, self._page, tuple(RefusalGround))
        dialog.refused.connect(lambda refusal: self._do(self._intake.refuse, refusal))
        self._open(dialog)

    def _deliver(self, verb: Callable[..., MatterMoved]) -> None:
        dialog = DeliveryDialog(self._matter, label_of(Verb.DELIVER), self._page)
        dialog.delivered.connect(
            lambda recipient, way, by_agent, png: self._keep_delivery(verb, recipient, way, by_agent, png)
        )
        self._open(dialog)

    def _keep_delivery(
        self,
        verb: Callable[..., MatterMoved],
        recipient: str,
        way: Channel,
        by_agent: bool,
        png: bytes | None,
    ) -> None:
        matter_id, keep = self._matter.row.id, self._desk.attachments.keep

        def work() -> MatterMoved:
            signature = keep(png, f"{recipient}.png", "matter", matter_id).id if png else None
            return verb(matter_id, Delivery(recipient, way, by_agent, signature))

        self._page.ask(work, self.done.emit)

    def _ask_colleague(self, *, assigning: bool) -> None:
        self._page.ask(self._desk.staff.staff, lambda staff: self._open_transfer(staff, assigning))

    def _open_transfer(self, staff: Any, assigning: bool) -> None:
        others = [each for each in staff if each.active and each.id != self._matter.row.owner_id]
        title = label_of(Verb.ASSIGN if assigning else Verb.HAND_OVER)
        dialog = TransferDialog(others, "", self._page, title=title, inside_only=assigning)
        dialog.transferred.connect(lambda target: self._transfer(target, assigning))
        self._open(dialog)

    def _transfer(self, target: Target, assigning: bool) -> None:
        matter_id, intake = self._matter.row.id, self._intake
        if assigning:
            self._page.ask(
                lambda: intake.assign([matter_id], target.to_staff, target.note)[0], self.done.emit
            )
        else:
            self._do(intake.hand_over, target.to_staff, target.department, target.note)
