"""Founds a community in a new data folder: its key, its first administrator, its profile, its catalogue."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.security.custody import KeyCustody

if TYPE_CHECKING:
    from workbench.desk.folder import DataFolder
    from workbench.security.passwords import Cost
    from workbench.security.system_keyring import SystemKeyring
    from workbench.standards.clock import Clock
    from workbench.store import Store


@dataclass(frozen=True, slots=True)
class Founding:
    """What is asked once: the community and its first administrator."""

    community: str
    document_prefix: str
    account: str
    person: str
    password: str = field(repr=False)
    division_code: str = ""
    address: str = ""
    phone: str = ""
    demo: bool = False


def found(
    folder: DataFolder, founding: Founding, clock: Clock, keyring: SystemKeyring | None, cost: Cost | None
) -> str:
    """Make everything of a new data folder and return the recovery passphrase."""
    from workbench.store import Store

    custody = KeyCustody(folder.path, keyring, cost)
    made = custody.create()
    store = Store.open(folder.database, made.key, clock=clock)
    try:
        _fill(store, founding, custody, cost)
    finally:
        store.close()
    return made.passphrase


def _fill(store: Store, founding: Founding, custody: KeyCustody, cost: Cost | None) -> None:
    from workbench.catalogue.service import CatalogueService
    from workbench.community.rules import Profile
    from workbench.community.service import found_community
    from workbench.security.passwords import PasswordHasher
    from workbench.security.roles import Role
    from workbench.security.service import StaffDetails, found_accounts
    from workbench.security.sign_in import SignIn
    from workbench.store import Actor, new_id

    hasher, community_id = PasswordHasher(cost), new_id()
    details = StaffDetails(founding.person, (Role.SUPERVISOR, Role.ADMINISTRATOR), demo=founding.demo)
    staff_id = found_accounts(
        store, community_id, founding.account, founding.password, details, hasher, custody
    )
    profile = Profile(
        name=founding.community,
        document_prefix=founding.document_prefix,
        division_code=founding.division_code,
        address=founding.address,
        phone=founding.phone,
        demo=founding.demo,
    )
    found_community(store, Actor(staff_id, community_id), profile)
    session = SignIn(store, hasher, custody).sign_in(founding.account, founding.password)
    CatalogueService(store, session).install_sample()
