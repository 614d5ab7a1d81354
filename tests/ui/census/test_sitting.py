"""The draft of a household's form keeps what the form was opened with, however late it is handed in."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

from tests.census.field import FACTS
from ui.census.sitting import Sitting, Typed, opened_of, take, ways_of
from workbench.census.service.entry import EntryStart
from workbench.store import Opened
from workbench.store.drafts import Drafts


def sitting(seq: int, handed: list[Typed]) -> Sitting:
    opened = Opened("census_case", "case-1", seq)
    start = EntryStart("case-1", "3幢101", "form-1", "census/case-1", {}, opened=opened)
    return Sitting(start, "", handed.append, lambda _: None)


def test_a_form_gone_on_with_is_based_on_when_its_draft_was_begun(store, actor):
    desk = SimpleNamespace(drafts=Drafts(store, actor), now=lambda: None)
    handed: list[Typed] = []
    ways_of(desk, sitting(40, handed), {}).keep({"form_id": "census_short"})
    later = sitting(60, handed)
    ways_of(desk, later, {}).keep({"form_id": "census_short", "values": {}})
    take(desk, later, Typed(b"<data/>", FACTS))
    assert handed[0].opened == Opened("census_case", "case-1", 40)
    assert desk.drafts.load("census/case-1") is None


def test_a_form_without_a_draft_is_based_on_when_it_was_opened(store, actor):
    desk = SimpleNamespace(drafts=Drafts(store, actor))
    opened = sitting(60, [])
    assert opened_of(desk, opened) == {"entity": "census_case", "record_id": "case-1", "seq": 60}
    nothing = replace(opened, start=replace(opened.start, opened=None))
    assert opened_of(desk, nothing) is None
