"""Case 30: a desk that was reported lost gives up its key before anything else, whenever it is cut off."""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest

from tests.faults.machines import FOUNDING, PASSWORD
from tests.security.fakes import CHEAP, TRUSTED, SafeKeyring
from tests.store_fixtures import SettableClock
from workbench.desk.folder import DataFolder
from workbench.desk.giving_up import GivingUp
from workbench.desk.opening import NotSetUp, Opening
from workbench.security.custody import KEYS_FILE, KeyCustody
from workbench.security.system_keyring import SERVICE, SystemKeyring
from workbench.store.drafts import Drafts
from workbench.sync import leaving
from workbench.sync.errors import unreachable
from workbench.sync.facts import COMMUNITY_ID, ESCROW_KEY, SERVER_URL
from workbench.sync.leaving import MARK, PARCEL, Parting
from workbench.sync.protocol.sealing import escrow_context, open_sealed, public_key
from workbench.sync.tokens import Tokens

SERVERS_KEY = bytes(range(32, 64))
COMMUNITY = "community-1"


class Killed(BaseException):
    """The program ends here, as by kill -9: nothing after it is run."""


class Server:
    """Where parcels arrive; may be out of reach."""

    def __init__(self) -> None:
        self.parcels: list[tuple[Parting, bytes]] = []
        self.reachable = True

    def take(self, parting: Parting, parcel: bytes) -> None:
        if not self.reachable:
            raise unreachable("测试")
        self.parcels.append((parting, parcel))

    def read(self, device_id: str) -> list[list[object]]:
        [(_, parcel), *_] = self.parcels
        content = open_sealed(SERVERS_KEY, parcel, escrow_context(COMMUNITY, device_id))
        return json.loads(content)["changes"]


class LostDesk:
    """A desk of the server's on one machine, with work in it that was not sent."""

    def __init__(self, path: Path, server: Server, clock: SettableClock) -> None:
        self.folder, self.server, self.clock = DataFolder(path), server, clock
        opening = self._opening()
        opening.set_up(FOUNDING)
        desk = opening.sign_in("zhang", PASSWORD)
        self.device_id, self.key = desk.store.device_id, desk._custody.key
        with desk.store.receive("") as unit:
            unit.set_fact(SERVER_URL, "https://sync.example")
            unit.set_fact(COMMUNITY_ID, COMMUNITY)
            unit.set_fact(ESCROW_KEY, public_key(SERVERS_KEY).hex())
        Tokens(desk.store, SystemKeyring(TRUSTED)).save("token-of-the-desk")
        Drafts(desk.store, desk.session.actor).save("intake", {"typed": "王秀兰"})
        (self.folder.vault / "ab").mkdir(parents=True)
        (self.folder.vault / "ab" / "cd").write_bytes(b"sealed")
        (self.folder.path / "preferences.json").write_text("{}")
        (self.folder.path / "notes of somebody else.txt").write_text("stays")
        opening.close()

    def _opening(self) -> Opening:
        return Opening(
            self.folder, clock=self.clock, keyring=SystemKeyring(TRUSTED), cost=CHEAP, durable=False
        )

    def wiped_by(self) -> tuple[Opening, GivingUp]:
        """The program as the runner finds it when the server says: revoked."""
        opening = self._opening()
        opening.sign_in("zhang", PASSWORD)
        custody = KeyCustody(self.folder.path, SystemKeyring(TRUSTED), CHEAP)
        return opening, GivingUp(self.folder, custody, SystemKeyring(TRUSTED), self.server.take)

    def give_up(self) -> bool:
        opening, way_out = self.wiped_by()
        way_out.begin(opening._opened())
        opening.close()
        return way_out.go_on()

    def go_on(self) -> bool:
        custody = KeyCustody(self.folder.path, SystemKeyring(TRUSTED), CHEAP)
        return GivingUp(self.folder, custody, SystemKeyring(TRUSTED), self.server.take).go_on()

    @property
    def left(self) -> set[str]:
        return {path.name for path in self.folder.path.iterdir()}

    def has_key(self) -> bool:
        """Whether anything on this machine still opens the database."""
        backend = keyring.get_keyring()
        held = backend.kept.values() if isinstance(backend, SafeKeyring) else ()
        keys = self.folder.path / KEYS_FILE
        return self.key.hex() in held or (keys.exists() and keys.stat().st_size > 0)


@pytest.fixture(params=["keyring", "password"])
def lost(request: pytest.FixtureRequest, tmp_path: Path, clock: SettableClock) -> Iterator[LostDesk]:
    before = keyring.get_keyring()
    if request.param == "keyring":
        keyring.set_keyring(SafeKeyring())
    yield LostDesk(tmp_path / "data", Server(), clock)
    keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(parting: Parting, parcel: bytes) -> None:
        raise unreachable("测试")

    monkeypatch.setattr(leaving, "take_to_server", refuse)


def test_everything_of_the_desk_goes_and_nothing_else(lost: LostDesk) -> None:
    assert lost.give_up()
    assert lost.left == {"notes of somebody else.txt"}
    assert not lost.has_key()
    backend = keyring.get_keyring()
    assert not isinstance(backend, SafeKeyring) or not [name for _, name in backend.kept if "/" not in name]


def test_what_was_not_sent_reaches_the_server_and_only_the_server_reads_it(lost: LostDesk) -> None:
    assert lost.give_up()
    [(parting, parcel)] = lost.server.parcels
    assert (parting.url, parting.token) == ("https://sync.example", "token-of-the-desk")
    changes = lost.server.read(lost.device_id)
    assert {change[2] for change in changes} >= {"staff_account", "community", "catalogue_item"}
    assert "张敏".encode() not in parcel


def test_the_token_is_gone_from_the_keyring(lost: LostDesk) -> None:
    lost.give_up()
    backend = keyring.get_keyring()
    held = backend.kept if isinstance(backend, SafeKeyring) else {}
    assert (SERVICE, f"{leaving.TOKEN}/{lost.device_id}") not in held
    assert "token-of-the-desk" not in held.values()


def test_out_of_reach_the_parcel_waits_sealed_and_is_handed_in_later(lost: LostDesk) -> None:
    lost.server.reachable = False
    assert not lost.give_up()
    assert not lost.has_key() and not lost.folder.database.exists()
    assert PARCEL in lost.left and MARK not in lost.left
    lost.server.reachable = True
    assert lost.go_on() and lost.server.read(lost.device_id)
    assert lost.left == {"notes of somebody else.txt"}


def test_a_waiting_parcel_never_wipes_the_community_that_moved_in_after(lost: LostDesk) -> None:
    lost.server.reachable = False
    lost.give_up()
    opening = lost._opening()
    opening.set_up(FOUNDING)
    opening.close()
    lost.server.reachable = True
    assert lost.go_on()
    assert lost.folder.database.exists() and lost.folder.keys.exists()


def _steps(monkeypatch: pytest.MonkeyPatch, server: Server, die_at: int) -> list[str]:
    """Let the program die before its n-th step that touches key, file or network; tell the steps."""
    done: list[str] = []

    def counted(name: str, work: Callable[..., object]) -> Callable[..., object]:
        def step(*args: object, **options: object) -> object:
            if len(done) == die_at:
                raise Killed
            done.append(name)
            return work(*args, **options)

        return step

    for owner, name in (
        (SystemKeyring, "remove"), (leaving, "_remove"), (leaving, "replace_file"),
        (Path, "replace"), (Path, "unlink"), (shutil, "rmtree"), (secrets, "token_hex"),
    ):  # fmt: skip
        monkeypatch.setattr(owner, name, counted(name, getattr(owner, name)))
    monkeypatch.setattr(server, "take", counted("take", server.take))
    return done


@pytest.mark.parametrize("die_at", range(26))
def test_case_30_killed_between_any_two_steps_the_key_is_gone_first(
    lost: LostDesk, monkeypatch: pytest.MonkeyPatch, die_at: int
) -> None:
    database, before = lost.folder.database, lost.left
    opening, _ = lost.wiped_by()
    with monkeypatch.context() as dying:
        done = _steps(dying, lost.server, die_at)
        custody = KeyCustody(lost.folder.path, SystemKeyring(TRUSTED), CHEAP)
        way_out = GivingUp(lost.folder, custody, SystemKeyring(TRUSTED), lost.server.take)
        try:
            way_out.begin(opening._opened())
            opening.close()
            way_out.go_on()
        except Killed:
            opening.close()
    if before - lost.left - {KEYS_FILE, "workbench.db-wal", "workbench.db-shm"}:
        assert not lost.has_key(), f"files went before the key: {done}"
    if MARK in lost.left or not database.exists():
        lost.go_on()
        assert lost.left == {"notes of somebody else.txt"}
        assert not lost.has_key() and lost.server.read(lost.device_id)
    else:
        # Not begun: the desk is whole, and the next contact begins again.
        assert lost.give_up()


def test_a_desk_that_is_to_be_wiped_lets_nobody_in_first(lost: LostDesk) -> None:
    opening, way_out = lost.wiped_by()
    way_out.begin(opening._opened())
    opening.close()
    lost.server.reachable = False
    with pytest.raises(NotSetUp):
        lost._opening().sign_in("zhang", PASSWORD)
    assert not lost.has_key() and not lost.folder.database.exists()
