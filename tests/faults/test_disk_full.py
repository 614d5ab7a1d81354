"""A full disk costs nothing that was saved and says what to do."""

import pytest

from tests.store_fixtures import KEY
from workbench.community.model import Grid
from workbench.store import StoreFull
from workbench.store.verify import verify


@pytest.fixture
def nearly_full_store(store):
    """A store that may not grow by more than a few pages, as on a disk without room."""
    from sqlalchemy import event

    @event.listens_for(store._engine, "connect")
    def limit(raw, record):
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count = {pages + 8}")

    store._engine.dispose()
    return store


def test_a_full_disk_is_explained_and_keeps_what_was_saved(nearly_full_store, actor):
    store = nearly_full_store
    with store.write(actor) as work:
        work.add(Grid(code="kept", name="演示网格"))
    with pytest.raises(StoreFull, match="磁盘已满"), store.write(actor) as work:
        for number in range(2000):
            work.add(Grid(code=f"lost-{number}", name="演示网格" * 20))
    with store.read() as session:
        assert [grid.code for grid in session.query(Grid)] == ["kept"]
    store.close()
    assert verify(store.path, KEY).fault is None
