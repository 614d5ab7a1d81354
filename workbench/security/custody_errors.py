"""What can go wrong with the key of a data folder, and one mistake that is ours."""

from __future__ import annotations

from workbench.standards.errors import WorkbenchError


class KeyAlreadyMade(WorkbenchError):
    """The data folder already has a key; making another would lock its records away for ever."""


class KeyNotInKeyring(WorkbenchError):
    """The keyring does not hold this folder's key; the recovery passphrase brings it back."""


class KeyWithdrawn(KeyNotInKeyring):
    """The machine was made to lose the key, having been without contact for too long."""

    def __init__(self) -> None:
        super().__init__(
            "这台电脑离线太久，已忘记数据密钥，数据都还在；请负责人到场输入恢复口令打开，然后尽快联网同步。"
        )


class WrongPassphrase(WorkbenchError):
    """The recovery passphrase is not the one of this data folder."""


class KeyLocked(RuntimeError):
    """The custody was asked to seal a key it has not opened: a fault of ours."""
