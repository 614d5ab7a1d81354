"""Brings a store file to the present schema: a backup first, then Alembic."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from workbench.store.capture import CONTEXT, JournalContext
from workbench.store.engine import WRITES, connect, make_engine
from workbench.store.errors import StoreDamaged

_SYSTEM = "system"


def revision_of(path: Path, key: bytes) -> str | None:
    """Return the schema revision of a store file, or None for a file without one."""
    raw = connect(path, key)
    try:
        if not raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
            return None
        row = raw.execute("SELECT version_num FROM alembic_version").fetchone()
        return None if row is None else str(row[0])
    finally:
        raw.close()


@cache
def head_revision() -> str:
    """Return the newest revision; read from `migrations/local/HEAD`, which spares loading Alembic."""
    return files("migrations").joinpath("local", "HEAD").read_text("ascii").strip()


def bring_up_to_date(path: Path, key: bytes, target: str = "head") -> None:
    """Make or migrate the file. A store with content is copied beside itself first.

    Raises StoreDamaged when the file does not let itself be migrated.
    """
    exists = path.exists()
    present = revision_of(path, key) if exists else None
    if present == head_revision() and target == "head":
        return
    if present is not None:
        copy_file(path, key, path.with_name(f"{path.stem}.before-{present}{path.suffix}"))
    try:
        _upgrade(path, key, target)
    except DatabaseError as error:
        # One transaction: the file is as it was, and its copy lies beside it.
        raise StoreDamaged(f"{path.name} 未能升级到当前版本，内容未作任何改动；请联系管理员。") from error


def copy_file(path: Path, key: bytes, target: Path) -> None:
    """Copy a store file, consistent even while it is in use, encrypted with the same key."""
    target.unlink(missing_ok=True)
    source, copy = connect(path, key), connect(target, key)
    try:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
        source.close()


def _upgrade(path: Path, key: bytes, target: str) -> None:
    from alembic import command
    from alembic.config import Config

    engine = make_engine(path, key)
    with as_file(files("migrations").joinpath("local")) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder))
        with engine.connect().execution_options(**{WRITES: True}) as connection:
            connection.info[CONTEXT] = JournalContext(_SYSTEM, _SYSTEM)
            config.attributes["connection"] = connection
            command.upgrade(config, target)
    engine.dispose()
