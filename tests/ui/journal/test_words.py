"""Whatever may stand in a history or be asked in the inbox has a Chinese word, and no machine's name."""

from __future__ import annotations

import pytest

from ui.journal.fields import HIDDEN, field_word
from ui.journal.terms import record_word
from ui.journal.values import options_of
from workbench.census.kinds import CaseState
from workbench.desk.models import Base
from workbench.store import Synced
from workbench.sync.protocol.entities import SHAPES

TABLES = {
    mapper.class_.__tablename__: mapper.class_.__table__
    for mapper in Base.registry.mappers
    if issubclass(mapper.class_, Synced)
}
UNSEEN = {"id", "community_id", "server_seq", *HIDDEN}


def is_chinese(words: str) -> bool:
    return any("\u4e00" <= sign <= "\u9fff" for sign in words)


@pytest.mark.parametrize("entity", sorted(TABLES))
def test_a_kind_of_record_and_its_fields_have_words(entity: str) -> None:
    assert is_chinese(record_word(entity))
    # A question of sync shows the fields of the record it is about, and hardly its own.
    settled = {"choice", "resolved_by_id", "resolved_at", "state", "note"}
    shown = settled if entity == "sync_dispute" else set(TABLES[entity].columns.keys()) - UNSEEN
    assert [name for name in sorted(shown) if not is_chinese(field_word(entity, name))] == []


def test_states_are_chosen_by_their_words() -> None:
    assert ("absent", CaseState.ABSENT.label) in options_of("census_case", "state")


def test_no_field_that_may_be_contested_is_left_out_of_sight() -> None:
    """What is hidden in a history is written once, or follows from what is shown."""
    contested = {
        (entity, name)
        for entity, shape in SHAPES.items()
        for name in set(TABLES[entity].columns.keys()) & HIDDEN
        if name not in shape.fixed and shape.group_of(name) == name
    }
    assert {name for _, name in contested} == {"deleted_at"}
