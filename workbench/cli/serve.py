"""`workbench serve`: the central server, over a PostgreSQL that is given or one of its own."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.access import folder_of
from workbench.cli.command import OK, Command, say
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.server.settings import Settings

_DATABASE_HELP = "PostgreSQL 地址 URL (or WORKBENCH_DATABASE); without it, one in the data folder is started"


class NoDatabase(WorkbenchError):
    """The database is not there, or is not one."""


class ServerNotInstalled(WorkbenchError):
    """The libraries that only a server needs are not there."""


def _configure(parser: ArgumentParser) -> None:
    add_database(parser)
    parser.add_argument(
        "--host", default="127.0.0.1", help="监听地址 address to listen on (default: this machine only)"
    )
    parser.add_argument("--port", type=_port, default=8360, help="端口 (default: 8360)")
    parser.add_argument("--tls-cert", type=Path, metavar="PEM", help="证书 certificate chain")
    parser.add_argument("--tls-key", type=Path, metavar="PEM", help="私钥 its key")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="进程数 processes (default: 1)")
    parser.add_argument("--name", help="服务器名称 the name desks are told")
    parser.add_argument(
        "--behind-proxy",
        action="store_true",
        help="在有证书的反向代理之后 behind a proxy that has the certificate",
    )
    parser.add_argument(
        "--metrics-public", action="store_true", help="对外开放 /metrics to all who can reach it"
    )


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number < 65536:
        raise ValueError(text)
    return number


def add_database(parser: ArgumentParser) -> None:
    """Let a command say which database it is about."""
    # A command line can be read by every user of the machine, and the URL holds a password.
    parser.add_argument(
        "--database", metavar="URL", default=os.environ.get("WORKBENCH_DATABASE"), help=_DATABASE_HELP
    )


def _run(options: Namespace) -> int:
    check_installed()
    from workbench.server.serving import Listening, serve

    listening = Listening(
        options.host, options.port, options.tls_cert, options.tls_key, max(options.workers, 1),
        options.behind_proxy,
    )  # fmt: skip
    listening.check()
    with database_of(options) as url:
        prepare(url)
        origin = "指定的数据库" if options.database else "自带的数据库"
        serve(
            _settings(options, url),
            listening,
            lambda address: say(f"服务器已启动：{address}（{origin}），按 Ctrl+C 停止。"),
        )
    return OK


def check_installed() -> None:
    """Raises ServerNotInstalled."""
    try:
        import fastapi  # noqa: F401
        import psycopg  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError as error:
        raise ServerNotInstalled(
            "没有安装服务器组件，没有执行；请安装 community-workbench[server] 后重试。"
        ) from error


def prepare(url: str) -> None:
    """Bring a database to the present schema. Raises NoDatabase, which says nothing of any password."""
    from sqlalchemy.exc import SQLAlchemyError

    from workbench.server.database import migrate

    try:
        migrate(url)
    except (SQLAlchemyError, ModuleNotFoundError) as error:
        raise NoDatabase(
            "连不上数据库，或它不是可用的 PostgreSQL，没有执行；请检查 --database 的地址、账号和网络。"
        ) from error


@contextmanager
def database_of(options: Namespace) -> Iterator[str]:
    """Give the URL of the database the options name, or of the one in the data folder, started for now."""
    if options.database:
        yield options.database
        return
    from workbench.server.embedded import EmbeddedPostgres

    postgres = EmbeddedPostgres(folder_of(options).path / "server" / "postgres")
    try:
        yield postgres.start()
    finally:
        postgres.stop()


def keys_folder(options: Namespace) -> Path:
    """Return where the server's own keys lie."""
    return folder_of(options).path / "server" / "keys"


def _settings(options: Namespace, url: str) -> Settings:
    from workbench.server.settings import Settings

    named = {"name": options.name} if options.name else {}
    return Settings(
        url, keys_folder(options), behind_proxy=options.behind_proxy, metrics_public=options.metrics_public,
        **named,
    )  # fmt: skip


COMMAND = Command("serve", "运行中心服务器 run the central server", _configure, _run)
