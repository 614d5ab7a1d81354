"""Every store that was ever made comes up to the present schema, with what it held and a copy of it."""

from importlib.resources import files

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tests.store_fixtures import KEY
from workbench.desk.models import Base
from workbench.store import Store
from workbench.store.engine import connect, make_engine
from workbench.store.migrate import bring_up_to_date, head_revision, revision_of
from workbench.store.verify import verify


def _scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(files("migrations").joinpath("local")))
    return ScriptDirectory.from_config(config)


EARLIER = [script.revision for script in _scripts().walk_revisions() if script.revision != head_revision()]


def test_the_head_that_start_up_reads_is_the_newest_revision():
    assert _scripts().get_current_head() == head_revision()
    assert EARLIER, "there is an earlier revision to come from"


def _schema(path):
    raw = connect(path, KEY)
    rows = raw.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2"
    )
    return {(kind, name): " ".join((sql or "").split()) for kind, name, sql in rows}


@pytest.mark.parametrize("revision", EARLIER)
def test_a_store_of_any_earlier_revision_comes_up_with_what_it_held(revision, tmp_path, actor):
    path, fresh = tmp_path / "old.db", tmp_path / "fresh.db"
    bring_up_to_date(path, KEY, revision)
    raw = connect(path, KEY)
    raw.execute("INSERT INTO counter VALUES ('matter:20250101', 41)")
    raw.close()

    store = Store.open(path, KEY)
    with store.write(actor) as work:
        assert work.next_number("matter:20250101") == 42
    store.close()

    assert revision_of(path, KEY) == head_revision()
    assert revision_of(tmp_path / f"old.before-{revision}.db", KEY) == revision
    assert verify(path, KEY).fault is None
    bring_up_to_date(fresh, KEY)
    assert _schema(path) == _schema(fresh)


_SEARCH_PARTS = ("resident_trigram", "resident_digits")


def _is_ours(name: str | None, kind: str, _: object) -> bool:
    """Leave out the tables that FTS5 keeps for itself."""
    return not (kind == "table" and name is not None and name.startswith(_SEARCH_PARTS))


def test_migrations_make_exactly_what_the_mappings_say(tmp_path):
    path = tmp_path / "store.db"
    bring_up_to_date(path, KEY)
    engine = make_engine(path, KEY)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, kind, _: not (kind == "table" and name.startswith(_SEARCH_PARTS))
            },
        )
        assert compare_metadata(context, Base.metadata) == []


def test_migrations_make_the_search_index_that_the_register_expects(tmp_path):
    from workbench.people.search_index import SEARCH_DDL

    path = tmp_path / "store.db"
    bring_up_to_date(path, KEY)
    made = set(_schema(path).values())
    assert {" ".join(statement.split()) for statement in SEARCH_DDL} <= made
