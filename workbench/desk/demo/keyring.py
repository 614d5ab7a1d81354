"""No keyring for the demonstration: it runs anywhere and leaves nothing behind."""

from __future__ import annotations

from workbench.security.passwords import Cost
from workbench.security.system_keyring import SystemKeyring

NO_KEYRING = SystemKeyring(frozenset())
"""A keyring that trusts no backend, so that the key is kept under the passwords alone."""

LIGHT = Cost(memory_kib=8, passes=1, lanes=1)
"""A password costs next to nothing here: it is printed on the sign-in window anyway."""
