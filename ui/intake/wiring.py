"""Connects the parts of the intake page to the conversation, and its keys to what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ui.intake.side import KEYS as SIDE_KEYS
from ui.intake.stages import ITEMS, PEOPLE

if TYPE_CHECKING:
    from ui.intake.page import IntakePage


def connect(page: IntakePage) -> None:
    """Connect everything once."""
    _connect_search(page)
    _connect_strip(page)
    _connect_work(page)
    _connect_done(page)
    _listen_to_keys(page)


def _connect_search(page: IntakePage) -> None:
    talk, stages = page.conversation, page.stages
    talk.changed.connect(page.render_talk)
    talk.restored.connect(page.tell_restored)
    page.people_finder.taken.connect(page.take_person)
    page.people_finder.found.connect(stages.people.tell)
    page.item_finder.taken.connect(page.take_item)
    page.item_finder.found.connect(stages.items.tell)
    page.item_finder.left.connect(page.leave_items)
    page.item.textEdited.connect(lambda _text: page.go(ITEMS))
    stages.newcomer.entered.connect(talk.greet)
    stages.newcomer.known.connect(talk.greet)
    stages.newcomer.typed.connect(talk.type_newcomer)
    stages.newcomer.left.connect(lambda: page.go(PEOPLE))


def _connect_strip(page: IntakePage) -> None:
    talk, strip = page.conversation, page.strip
    strip.call_wanted.connect(talk.call_next)
    strip.take_wanted.connect(page.asking.number)
    strip.miss_wanted.connect(talk.miss)
    strip.channel_chosen.connect(talk.come_by)
    page.who.change_wanted.connect(page.serve_next)


def _connect_work(page: IntakePage) -> None:
    talk, checklist, side = page.conversation, page.stages.checklist, page.stages.side
    checklist.ticked.connect(talk.tick)
    checklist.scans_wanted.connect(talk.scan)
    checklist.all_wanted.connect(talk.tick_all)
    side.form.edited.connect(talk.write)
    side.agent.edited.connect(talk.act_through)
    side.agent.relative_wanted.connect(talk.act_through_relative)
    side.agent.proof_wanted.connect(page.asking.proof)
    page.tabs.chosen.connect(talk.choose)
    page.tabs.removed.connect(talk.remove)
    page.bar.asked.connect(page.act)
    talk.busy.connect(page.bar.set_busy)
    talk.kept.connect(page.show_card)


def _connect_done(page: IntakePage) -> None:
    done = page.stages.done
    done.next_wanted.connect(page.serve_next)
    done.slip_wanted.connect(page.papers.preview)
    done.print_wanted.connect(lambda: page.papers.print_all(page.conversation.talk))
    done.matter_wanted.connect(lambda key: page.workspace.open_record("matter", key))
    done.rated.connect(page.rate)


def _listen_to_keys(page: IntakePage) -> None:
    talk = page.conversation
    keys = {
        "F2": talk.call_next,
        "F4": talk.tick_all,
        "Ctrl+I": page.add_matter,
        "Ctrl+R": page.serve_next,
        "Ctrl+W": lambda: talk.remove(talk.talk.current),
        "Ctrl+Tab": talk.choose_following,
        "Ctrl+P": lambda: page.papers.print_all(talk.talk),
        **{
            sequence: lambda part=part: page.stages.work.open_part(part)
            for part, sequence in SIDE_KEYS.items()
        },
    }
    for sequence, act in keys.items():
        shortcut = QShortcut(QKeySequence(sequence), page, act)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
