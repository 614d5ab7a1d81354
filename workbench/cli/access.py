"""Signs a script in: by WORKBENCH_USER and WORKBENCH_PASSWORD, or by asking at the prompt."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from getpass import getpass
from typing import TYPE_CHECKING

from workbench.desk.folder import DataFolder
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.desk.desk import Desk


class NotSignedIn(WorkbenchError):
    """There is nobody to ask for a name and a password."""


def folder_of(options: Namespace) -> DataFolder:
    """Return the data folder that the options name, or this user's own."""
    return DataFolder(options.data) if options.data is not None else DataFolder.default()


def signed_in_desk(options: Namespace) -> Desk:
    """Open the data folder as the person who signs in. Raises NotSignedIn and what signing in raises."""
    from workbench.desk.opening import Opening

    opening = Opening(folder_of(options))
    if recovery := os.environ.get("WORKBENCH_RECOVERY"):
        opening.recover(recovery)
    return opening.sign_in(*_credentials())


def _credentials() -> tuple[str, str]:
    name, password = os.environ.get("WORKBENCH_USER"), os.environ.get("WORKBENCH_PASSWORD")
    if name and password:
        return name, password
    if not sys.stdin.isatty():
        raise NotSignedIn("需要登录：请设置环境变量 WORKBENCH_USER 和 WORKBENCH_PASSWORD，或在终端中运行。")
    return name or _ask("账号 User: "), password or getpass("密码 Password: ")


def _ask(prompt: str) -> str:
    sys.stderr.write(prompt)
    sys.stderr.flush()
    return sys.stdin.readline().strip()
