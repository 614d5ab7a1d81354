"""A desk on the wire: the bench of `bench`, and the workbench's own exchange over a wire that obeys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property

from tests.faults.sync.bench import Bench
from tests.faults.sync.crash import killed_at
from tests.faults.sync.wire import Blow, Wire
from workbench.security.system_keyring import SystemKeyring
from workbench.store.base import new_id
from workbench.store.migrate import head_revision
from workbench.sync import facts
from workbench.sync.devices import Devices
from workbench.sync.exchange import Exchanger
from workbench.sync.http import HttpClient
from workbench.sync.round import CHECK_EVERY
from workbench.sync.state import RoundReport
from workbench.sync.terms import DeskTerms
from workbench.sync.tokens import Tokens
from workbench.sync.transport import Transport

_EARLIEST = datetime(1970, 1, 2, tzinfo=UTC)


@dataclass
class FaultDesk(Bench):
    """One desk: writes as people write, exchanges as the workbench exchanges."""

    wire: Wire = field(default_factory=Wire)

    def exchange(self) -> RoundReport:
        """Do one round. Raises SyncError."""
        return self._exchanger.round()

    def exchange_until(self, line: int) -> None:
        """Do a round in which the program is killed when that many lines have run. Raises Killed."""
        exchanger = self._exchanger
        with killed_at(line):
            exchanger.round()

    def compare(self) -> RoundReport:
        """Do a round on the next day, in which both sides compare everything."""
        self.clock.now += CHECK_EVERY + timedelta(minutes=1)
        return self.exchange()

    def strike(self, *blows: Blow, path: str = "") -> None:
        """Prepare what befalls the next requests; without a blow, nothing does."""
        self.wire.expect(*blows, path=path)

    def jump(self, seconds: float) -> None:
        """Set the clock wrong, or right again."""
        self.clock.now = max(_EARLIEST, self.clock.now + timedelta(seconds=seconds))

    def invite(self, name: str, *, outside: bool = False, areas: Sequence[str] | None = None) -> str:
        """Make an invitation and return its code."""
        terms = DeskTerms(name, outside, None if areas is None else tuple(areas))
        code, _ = Devices(self.store, self.session()).invite(terms, days=7)
        return code

    def reopen(self) -> None:
        """Start the program again, whatever became of the last one."""
        self.__dict__.pop("_exchanger", None)
        self.__dict__.pop("_tokens", None)
        super().reopen()

    def join(self, url: str, code: str, *, bring: bool = False) -> None:
        """Join a server by a code; the founding desk brings its community."""
        found = {"community_id": self.seat.community_id, "name": "演示社区", "address_key": "0" * 64}
        incarnation = new_id()
        body = {
            "code": code, "device_id": self.store.device_id, "incarnation": incarnation,
            "device_name": self.name, "protocol": 1, "schema_version": head_revision(),
            "found": found if bring else None,
        }  # fmt: skip
        enrolled = Transport(self._http(url)).enrol(body)
        with self.store.receive(enrolled.community_id) as unit:
            for name, value in {
                facts.SERVER_URL: url,
                facts.COMMUNITY_ID: enrolled.community_id,
                facts.EPOCH: enrolled.epoch,
                facts.INCARNATION: incarnation,
                facts.FIRST_SYNC: "running",
            }.items():
                unit.set_fact(name, value)
        self._tokens.save(enrolled.token)

    @cached_property
    def _tokens(self) -> Tokens:
        return Tokens(self.store, SystemKeyring(trusted=frozenset()))

    @cached_property
    def _exchanger(self) -> Exchanger:
        known = facts.place_in(facts.read_facts(self.store))
        assert known is not None, f"{self.name} has not joined"
        transport = Transport(self._http(known.url), self._tokens.load, lambda: self.seat.staff_id)
        return Exchanger(self.store, transport, self._tokens, clock=self.clock)

    def _http(self, url: str) -> HttpClient:
        http = HttpClient(url, repeats=0)
        for prefix in (url, f"{url}/v1/push"):
            http._session.mount(prefix, self.wire)
        return http
