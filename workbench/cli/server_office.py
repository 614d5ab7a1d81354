"""What the words after `workbench server` share: the database, the administrator's office, and its clock."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from workbench.cli.serve import add_database, database_of, prepare

if TYPE_CHECKING:
    from datetime import datetime

    from workbench.server.admin import Administration
    from workbench.server.database import Database

COMMUNITY_HELP = "社区编号或名称 id or name of the community"


def add_word(words: Any, name: str, summary: str, work: Callable[[Namespace], int]) -> ArgumentParser:
    """Add a verb that works on the server's database."""
    parser: ArgumentParser = words.add_parser(name, help=summary, allow_abbrev=False)
    add_database(parser)
    parser.set_defaults(work=work)
    return parser


@contextmanager
def database(options: Namespace) -> Iterator[Database]:
    """Give the database the options name, at the present schema."""
    from workbench.server.database import Database

    with database_of(options) as url:
        prepare(url)
        opened = Database(url, connections=1)
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def administration(options: Namespace) -> Iterator[Administration]:
    """Give the administrator's verbs on that database."""
    from workbench.server.admin import Administration

    with database(options) as opened:
        yield Administration(opened)


def shown(moment: datetime | None) -> str:
    """Return a moment as an administrator reads it."""
    from workbench.standards.clock import to_local

    return "从未" if moment is None else to_local(moment).strftime("%Y-%m-%d %H:%M")
