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
from workbench.sync import facts
from workbench.sync.devices import Devices
from workbench.sync.enrol import Enrolment, Found
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
        """Join a server by a code; the founding desk brings its community. Raises SyncError."""
        enrolment = Enrolment(
            self.store, self._tokens, clock=self.clock, connect=lambda at, ca: Transport(self._http(at))
        )
        if bring:
            found = Found(self.seat.community_id, "演示社区", "0" * 64)
            enrolment.found(url, code, self.name, found)
        else:
            enrolment.join(url, code, self.name)

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
