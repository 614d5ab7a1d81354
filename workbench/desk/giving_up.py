"""Has this machine give up a desk that the server says is lost or sent away: seals, then wipes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.security.system_keyring import SystemKeyring
from workbench.sync.leaving import HandOver, Leaving, Parting, sealed_outbox

if TYPE_CHECKING:
    from workbench.desk.folder import DataFolder
    from workbench.security.custody import KeyCustody
    from workbench.store import Store


class GivingUp:
    """The way out of one data folder."""

    def __init__(
        self,
        folder: DataFolder,
        custody: KeyCustody,
        keyring: SystemKeyring | None,
        hand_over: HandOver | None = None,
    ) -> None:
        self._keyring = keyring or SystemKeyring()
        self._leaving = Leaving(folder.path, custody, self._keyring, hand_over)

    def begin(self, store: Store) -> None:
        """Seal what was not sent and write down that the folder is to be emptied."""
        # Imported here: every start asks whether there is something to go on with, hardly any begins it.
        from workbench.sync.facts import ESCROW_KEY, place_in, read_facts
        from workbench.sync.tokens import Tokens

        facts = read_facts(store)
        place, recipient = place_in(facts), facts.get(ESCROW_KEY)
        if place is None:
            return
        token = Tokens(store, self._keyring).load() or ""
        parcel = sealed_outbox(store, place.community_id, bytes.fromhex(recipient)) if recipient else None
        self._leaving.begin(Parting(place.url, place.ca_file, store.device_id, token), parcel)

    def go_on(self) -> bool:
        """Do what is left to do, the key first; say whether all that was unsent has reached the server."""
        return self._leaving.finish() if self._leaving.has_begun else True
