"""What a person changed in a form is written, and based on what the form showed; all else stays as it is."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from sqlalchemy import select, text

from workbench.community.model import Grid
from workbench.store import Actor, Opened, Store, opened
from workbench.store.journal import JournalEntry

SHOWN, NOW = 5, 9


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form somebody opened on a grid, after which another desk renamed it."""

    store: Store
    actor: Actor
    grid_id: str
    shown: Opened

    def save(self, **values: object) -> None:
        with self.store.write(self.actor) as work:
            grid = work.get(Grid, self.grid_id)
            typed = {"code": "G1", "name": "第一网格", "worker_id": None, **values}
            work.amend(grid, typed, self.shown)

    def grid(self) -> Grid:
        with self.store.read() as session:
            return session.get_one(Grid, self.grid_id)

    def last_change(self) -> JournalEntry:
        with self.store.read() as session:
            row = session.scalars(select(JournalEntry).order_by(JournalEntry.seq.desc())).first()
        assert row is not None
        return row


@pytest.fixture
def form(store: Store, actor: Actor) -> OpenForm:
    with store.write(actor) as work:
        grid_id = work.add(Grid(code="G1", name="第一网格")).id
    _seen(store, actor, grid_id, SHOWN)
    with store.read() as session:
        shown = opened(session.get_one(Grid, grid_id), "code", "name", "worker_id")
    with store.write(actor) as work:
        work.get(Grid, grid_id).name = "桂花苑网格"
    _seen(store, actor, grid_id, NOW)
    return OpenForm(store, actor, grid_id, shown)


def _seen(store: Store, actor: Actor, grid_id: str, seq: int) -> None:
    """Let the desk have seen the record at that number of the server's, which no journal row tells."""
    with store.write(actor) as work:
        work.session.execute(
            text("UPDATE grid SET server_seq = :seq WHERE id = :id"), {"seq": seq, "id": grid_id}
        )


def test_a_field_left_alone_keeps_what_another_desk_wrote(form: OpenForm) -> None:
    form.save(code="G2")
    assert (form.grid().code, form.grid().name) == ("G2", "桂花苑网格")
    assert json.loads(form.last_change().after or "") == {"code": "G2"}


def test_a_field_touched_counts_as_based_on_what_was_shown(form: OpenForm) -> None:
    form.save(name="我的网格")
    assert form.grid().name == "我的网格"
    assert form.last_change().base_seq == SHOWN


def test_a_change_without_a_form_is_based_on_what_the_desk_has_seen(form: OpenForm) -> None:
    with form.store.write(form.actor) as work:
        work.get(Grid, form.grid_id).code = "G7"
    assert form.last_change().base_seq == NOW


def test_nothing_is_journalled_when_nothing_was_touched(form: OpenForm) -> None:
    before = form.last_change().seq
    form.save()
    assert form.last_change().seq == before


def test_a_server_restored_to_an_earlier_number_is_not_overtaken(form: OpenForm) -> None:
    _seen(form.store, form.actor, form.grid_id, 2)
    form.save(name="我的网格")
    assert form.last_change().base_seq == 2


def test_a_form_opened_on_another_record_is_refused(form: OpenForm) -> None:
    with form.store.write(form.actor) as work:
        other = work.add(Grid(code="G9", name="第九网格"))
        with pytest.raises(ValueError, match="cannot be saved"):
            work.amend(other, {"name": "错"}, form.shown)


def test_a_draft_keeps_the_number_its_form_was_opened_with(form: OpenForm) -> None:
    kept = json.loads(json.dumps(form.shown.base()))
    assert Opened.from_base(kept) == Opened("grid", form.grid_id, SHOWN)
