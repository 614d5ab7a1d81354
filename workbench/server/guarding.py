"""Puts a password on the workbench's own PostgreSQL, which as it is made trusts whoever can reach it.

On Windows that is every user of the machine, elsewhere every user where the folder's path is too long for a
socket in it.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from psycopg import Connection, sql

from workbench.security.durable import replace_file

_MARK = "# by the workbench"
_RULES = f"""{_MARK}
local all all scram-sha-256
host all all 127.0.0.1/32 scram-sha-256
host all all ::1/128 scram-sha-256
"""


def guarded(folder: Path, url: str) -> str:
    """Return the URL with the password in it, set now if the database in the folder has none yet."""
    kept = folder.with_name(f"{folder.name}.password")
    if not kept.exists():
        replace_file(kept, secrets.token_hex(32).encode())
    password = kept.read_text("ascii")
    rules = folder / "pg_hba.conf"
    if not rules.read_text("utf-8").startswith(_MARK):
        _shut(url, rules, password)
    return _with_password(url, password)


def _shut(url: str, rules: Path, password: str) -> None:
    with Connection.connect(url, autocommit=True) as connection:
        user = sql.Identifier(connection.info.user)
        connection.execute(sql.SQL("ALTER USER {} PASSWORD {}").format(user, sql.Literal(password)))
        # In place, for the file belongs to the user PostgreSQL runs as.
        rules.write_text(_RULES, "utf-8")
        connection.execute("SELECT pg_reload_conf()")


def _with_password(url: str, password: str) -> str:
    parts = urlsplit(url)
    user, _, place = parts.netloc.rpartition("@")
    return urlunsplit(parts._replace(netloc=f"{user.split(':')[0]}:{password}@{place}"))
