"""Signs a script in: by WORKBENCH_USER and WORKBENCH_PASSWORD, or by asking at the prompt."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.desk.folder import DataFolder
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.desk.desk import Desk


class NotSignedIn(WorkbenchError):
    """There is nobody to ask for a name and a password."""


class WrongTarget(WorkbenchError):
    """The result would take the place of something it must not; nothing was written."""


def folder_of(options: Namespace) -> DataFolder:
    """Return the data folder that the options name, or this user's own."""
    return DataFolder(options.data) if options.data is not None else DataFolder.default()


def check_target(options: Namespace, target: Path, source: Path | None = None) -> None:
    """Let a result be written to `target`. Raises WrongTarget in the data folder and over its own source."""
    place = target.resolve()
    if place.is_relative_to(folder_of(options).path.resolve()):
        raise WrongTarget(f"{target} 在数据文件夹里，没有写入，原有数据未受影响；请另选位置。")
    if source is not None and place == source.resolve():
        raise WrongTarget(f"{target} 就是要读取的文件，没有写入，原文件未改动；请另取文件名。")


def signed_in_desk(options: Namespace) -> Desk:
    """Open the data folder as the person who signs in. Raises NotSignedIn and what signing in raises."""
    from workbench.desk.opening import Opening

    opening = Opening(folder_of(options))
    recovery = os.environ.get("WORKBENCH_RECOVERY")
    if recovery and not opening.needs_setup():
        opening.recover(recovery)
    return opening.sign_in(*_credentials())


def second_person(asked: WorkbenchError) -> tuple[str, str]:
    """Return the account and password of whoever agrees, by WORKBENCH_APPROVER and its password, or asked.

    Raises NotSignedIn, with the sentence of what was asked for, where there is nobody to ask.
    """
    name, password = os.environ.get("WORKBENCH_APPROVER"), os.environ.get("WORKBENCH_APPROVER_PASSWORD")
    if name and password:
        return name, password
    if not sys.stdin.isatty():
        raise NotSignedIn(
            f"{asked}请设置环境变量 WORKBENCH_APPROVER 和 WORKBENCH_APPROVER_PASSWORD，或在终端中运行。"
        )
    return name or _ask("审批人账号 Approver: "), password or getpass("审批人密码 Password: ")


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
