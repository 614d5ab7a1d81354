"""The intake page: greets, searches, ticks and accepts on one screen, by the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.intake.actions import ActionBar
from ui.intake.agent_form import relatives_of
from ui.intake.asking import Asking
from ui.intake.conversation import Conversation
from ui.intake.outlook import look_ahead, usual_promise
from ui.intake.papers import Papers
from ui.intake.stages import DONE, ITEMS, NEWCOMER, PEOPLE, WORK, Stages, next_stage
from ui.intake.strip import Strip
from ui.intake.suggestions import NEWCOMER as NEW_LINE
from ui.intake.suggestions import Suggestions
from ui.intake.tabs import MatterTabs
from ui.intake.talk import Talk
from ui.intake.who import WhoBar
from ui.intake.wiring import connect
from ui.kit.fields import SearchField
from ui.kit.finder import Finder
from ui.kit.layouts import row
from ui.kit.tones import Tone
from ui.page import Page
from ui.people.card import show_card_beside
from ui.people.lines import line_of_card
from ui.theme.theme import px
from workbench.intake.kinds import Verb

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.intake.drafting import Reopened
    from ui.page import Workspace
    from workbench.people.views import ResidentCard

LOW = 440
"""Below so many pixels of height (at 100 %) the page saves room."""
OUTCOMES = {
    "accept": Verb.ACCEPT,
    "receive": Verb.RECEIVE,
    "supplement": Verb.REQUEST_SUPPLEMENT,
    "at_once": Verb.COMPLETE_AT_ONCE,
}


class IntakePage(Page):
    """From greeting to receipt."""

    entities: ClassVar[frozenset[str]] = frozenset({"queue_ticket"})

    def __init__(self, desk: Any, workspace: Workspace) -> None:
        super().__init__(desk, workspace)
        self.conversation = Conversation(self)
        self.asking = Asking(self, self.conversation)
        self.suggestions = Suggestions(self, desk)
        self.strip, self.who, self.tabs = Strip(), WhoBar(), MatterTabs()
        self.person = self._field("person", self.tr("Resident: name, initials, number, phone, address"))
        self.item = self._field("item", self.tr("What is it about? Name, initials, plain words   Ctrl+I"))
        self.stages = Stages(self)
        self.bar = ActionBar(self)
        self.papers = Papers(self, self.stages.done)
        people, items = self.stages.people.lines, self.stages.items.lines
        self.people_finder = Finder(self, self.person, people, self.suggestions.residents)
        self.item_finder = Finder(self, self.item, items, self.suggestions.items)
        self._seen = Talk()
        self._opened, self._item_wanted = False, ""
        self.name_page(self.tr("Intake"), (self.strip,))
        self._place()
        connect(self)
        self.render_talk()
        self.go(PEOPLE)

    def refresh(self) -> None:
        """Read the queue again; the first time also look for a draft left by a power cut."""
        self.ask(self.desk.matters.queue, self.strip.show_queue)
        if not self._opened:
            self._opened = True
            self.conversation.restore()
            self.people_finder.look_again()

    def first_field(self) -> QWidget | None:
        """Return the field of the stage in front."""
        fields = {PEOPLE: self.person, ITEMS: self.item, WORK: self.stages.checklist.first_row()}
        return fields.get(self.stages.stage)

    def open_record(self, kind: str, record_id: str) -> None:
        """Serve a resident (``serve``), begin an item (``start``), or ``call`` the next number."""
        if kind == "serve":
            self.serve_next()
            self.conversation.greet(record_id)
        elif kind == "call":
            self.conversation.call_next()
        elif self.conversation.talk.applicant is not None:
            self.conversation.add_item(record_id)
        else:
            self._item_wanted = record_id
            item = self.desk.items.item(record_id)
            self.notice.say(Tone.INFO, self.tr("Who is it for? “{item}” follows.").format(item=item.name))

    def act(self, key: str) -> None:
        """Do what a button of the bar asks."""
        if key in OUTCOMES:
            self.conversation.settle(OUTCOMES[key])
        elif key == "refuse":
            self.asking.refusal()
        else:
            self.asking.target()

    def rate(self, matter_id: str, level: Any) -> None:
        """Keep what the resident answered."""
        self.ask(lambda: self.desk.intake.rate(matter_id, level), lambda _follow_up: self.stages.done.thank())

    def add_matter(self) -> None:
        """Look for another item for the same resident."""
        if self.conversation.talk.applicant is not None:
            self.go(ITEMS)

    def serve_next(self) -> None:
        """Let the next resident come."""
        self.notice.hide()
        self.conversation.begin()
        self.person.clear()
        self.workspace.show_beside(None)
        self.go(PEOPLE)
        self.people_finder.look_again()

    def take_person(self, key: str) -> None:
        """Serve the resident of a line, or enter somebody new."""
        if key == NEW_LINE:
            self.go(NEWCOMER)
            self.stages.newcomer.open(self.person.text())
        else:
            self.conversation.greet(key)

    def take_item(self, code: str) -> None:
        """Begin a matter for the item of a line."""
        self.item.clear()
        self.conversation.add_item(code)

    def leave_items(self) -> None:
        """Go back to the work, if there is some."""
        if self.conversation.talk.matters:
            self.go(WORK)

    def show_card(self) -> None:
        """Show the resident's card beside, as it is now."""
        applicant = self.conversation.talk.applicant
        if applicant is not None:
            show_card_beside(self, applicant.resident_id)

    def tell_restored(self, found: Reopened) -> None:
        """Say that a draft was opened again."""
        if found.newcomer:
            self.go(NEWCOMER)
            self.stages.newcomer.open("", found.newcomer)
        again = self.tr("Your unfinished talk is here again, as it was last typed.")
        self.notice.say(Tone.INFO, again, "", self.tr("Discard it"), self.serve_next)

    def render_talk(self) -> None:
        """Show the talk as it is now."""
        before, talk = self._seen, self.conversation.talk
        self._seen = talk
        self.strip.show_talk(talk)
        self.tabs.show_talk(talk)
        self.who.show_agent(talk.agent.name)
        self.stages.side.tell_agent(talk.agent.name)
        self.stages.side.agent.show_agent(talk.agent)
        if self.conversation.card is not None and before.applicant != talk.applicant:
            self._meet(self.conversation.card)
        self._show_matter(talk)
        stage = next_stage(before, talk, self.stages.stage)
        if stage != self.stages.stage:
            self.go(stage)
        elif stage == WORK and before.current != talk.current:
            self._focus(stage)

    def go(self, stage: str) -> None:
        """Bring a stage to the front and the cursor to where work goes on."""
        talk = self.conversation.talk
        greeted = talk.applicant is not None
        self.stages.show_stage(stage)
        self.person.setVisible(stage == PEOPLE)
        self.who.setVisible(greeted)
        self.item.setVisible(stage in (ITEMS, WORK))
        self.tabs.setVisible(stage in (ITEMS, WORK) and bool(talk.matters))
        self.bar.setVisible(stage == WORK)
        if stage == ITEMS:
            self.item_finder.look_again()
        self._focus(stage)

    def _focus(self, stage: str) -> None:
        if stage == DONE:
            self.stages.done.show_talk(self.conversation.talk)
        elif field := self.first_field():
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _meet(self, card: ResidentCard) -> None:
        self.who.show_person(line_of_card(card))
        self.suggestions.resident_id = card.id
        self.stages.side.agent.show_relatives(relatives_of(card))
        self.show_card()
        if self._item_wanted:
            self.notice.hide()
            self.conversation.add_item(self._item_wanted)
            self._item_wanted = ""

    def _show_matter(self, talk: Talk) -> None:
        matter, applicant = talk.matter, talk.applicant
        if matter is None or applicant is None:
            return
        today, calendar = self.desk.today(), self.desk.community.calendar()
        promise = usual_promise(matter.item, today, calendar, matter.prepared.barred_until)
        self.stages.checklist.show_matter(matter, applicant, today, promise)
        self.stages.side.guide.show_item(matter.item)
        self.stages.side.form.show_matter(matter)
        self.bar.show_matter(talk, matter, look_ahead(matter, today, calendar))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window (large letters) let heading and details go before the main action does."""
        super().resizeEvent(event)
        room = self.parentWidget().height() if self.parentWidget() else self.height()
        low = room < px(LOW)
        self.heading.setVisible(not low)
        self.strip.setVisible(not low or self.stages.stage == PEOPLE)
        self.who.detail.setVisible(not low)
        edge = px(8 if low else 16)
        self.layout().setContentsMargins(px(24), edge, px(24), edge)

    def _place(self) -> None:
        line = row(self.tabs, gap=8)
        line.addWidget(self.item, 1)
        self.body.setSpacing(self.body.spacing() * 2 // 3)
        self.fill(self.person, self.who, line)
        self.body.addWidget(self.stages, 1)
        self.body.addWidget(self.bar)

    def _field(self, name: str, hint: str) -> SearchField:
        field = SearchField(hint, hint)
        field.setObjectName(name)
        return field
