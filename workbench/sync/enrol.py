"""Connects a desk to its server by a code: a new desk joins; one that worked alone brings its community."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.standards.clock import Clock, utc_now
from workbench.store.base import new_id
from workbench.store.migrate import head_revision
from workbench.sync import facts
from workbench.sync.addresses import checked_address
from workbench.sync.answers import Enrolled
from workbench.sync.errors import RequestRefused, SyncError
from workbench.sync.http import HttpClient
from workbench.sync.protocol.codes import is_code
from workbench.sync.protocol.wire import PROTOCOL
from workbench.sync.recovering import send_again
from workbench.sync.transport import Transport

if TYPE_CHECKING:
    from workbench.store.store import Store
    from workbench.sync.tokens import Tokens


class NotACode(SyncError):
    """What was typed cannot be an invitation code; nobody was asked."""


class CodeRefused(SyncError):
    """The server does not take the code; the words say why and what to do."""


class HasItsOwnRecords(SyncError):
    """The desk already holds a community's records and cannot join another's."""


class OtherProtocol(SyncError):
    """The server and this version do not speak alike."""


@dataclass(frozen=True, slots=True)
class Found:
    """The community that a desk which has worked alone brings to the server.

    `address_key` is the key of its vault addresses, 64 hexadecimal digits.
    """

    community_id: str
    name: str
    address_key: str


@dataclass(frozen=True, slots=True)
class Joined:
    """What became of joining: the community, this desk's number in it, and the key of vault addresses."""

    community_id: str
    community_name: str
    number: int
    address_key: str
    offline_hours: int


class Enrolment:
    """Lets one desk join. `ca_file` names a private authority that vouches for the server."""

    def __init__(
        self,
        store: Store,
        tokens: Tokens,
        *,
        clock: Clock = utc_now,
        new_name: Callable[[], str] = new_id,
        connect: Callable[[str, str | None], Transport] = lambda url, ca: Transport(HttpClient(url, ca)),
    ) -> None:
        self._store, self._tokens, self._clock = store, tokens, clock
        self._new_name, self._connect = new_name, connect

    def join(self, url: str, code: str, desk_name: str, ca_file: str | None = None) -> Joined:
        """Join a community that the server has; the rounds that follow fetch its records.

        A desk may join again with a new code. Raises NotACode, HasItsOwnRecords, SyncError.
        """
        known = facts.read_facts(self._store)
        if facts.COMMUNITY_ID not in known and self._holds_records():
            raise HasItsOwnRecords("本终端已有自己的社区资料，没有接入；请用“接入已有社区”的邀请码。")
        return self._enrol(url, ca_file, self._asking(code, desk_name, known), known)

    def found(self, url: str, code: str, desk_name: str, found: Found, ca_file: str | None = None) -> Joined:
        """Bring this desk's community to the server; the rounds that follow hand in its records.

        Raises NotACode, SyncError.
        """
        known = facts.read_facts(self._store)
        brought = {
            "community_id": found.community_id, "name": found.name, "address_key": found.address_key,
        }  # fmt: skip
        asking = {**self._asking(code, desk_name, known), "found": brought}
        return self._enrol(url, ca_file, asking, known)

    def _asking(self, code: str, desk_name: str, known: Mapping[str, str]) -> dict[str, Any]:
        if not is_code(code):
            raise NotACode("邀请码应是 20 位字母和数字，没有连接服务器；请核对后重新输入。")
        return {
            "code": code, "device_id": self._store.device_id, "device_name": desk_name,
            "incarnation": known.get(facts.INCARNATION) or self._new_name(),
            "protocol": PROTOCOL, "schema_version": head_revision(),
        }  # fmt: skip

    def _enrol(
        self, url: str, ca_file: str | None, asking: Mapping[str, Any], known: Mapping[str, str]
    ) -> Joined:
        transport = self._connect(checked_address(url), ca_file)
        try:
            hello = transport.hello()
            if not hello.oldest <= PROTOCOL <= hello.protocol:
                raise OtherProtocol("服务器与本工作台的版本不合，没有接入；请更新工作台后再试。")
            answer = transport.enrol(asking)
        except RequestRefused as error:
            raise _in_words(error) from error
        finally:
            transport.close()
        if known.get(facts.COMMUNITY_ID, answer.community_id) != answer.community_id:
            raise HasItsOwnRecords("这个邀请码属于另一个社区，没有接入；请向本社区的负责人要邀请码。")
        self._remember(transport.url, ca_file, asking, answer, known)
        return Joined(
            answer.community_id, answer.name, answer.number, answer.address_key, answer.offline_hours
        )

    def _remember(
        self,
        url: str,
        ca_file: str | None,
        asking: Mapping[str, Any],
        answer: Enrolled,
        known: Mapping[str, str],
    ) -> None:
        """Write down everything about the server in one transaction, the token first."""
        self._tokens.save(answer.token)
        place = {
            facts.SERVER_URL: url, facts.SERVER_CA: ca_file, facts.INCARNATION: str(asking["incarnation"]),
            facts.LAST_CONTACT: self._clock().isoformat(),
        }  # fmt: skip
        with self._store.receive(answer.community_id) as unit:
            for name, value in {**place, **_told(answer), **_progress(asking, answer, known)}.items():
                unit.set_fact(name, value)
            if known.get(facts.EPOCH, answer.epoch) != answer.epoch:
                send_again(unit, 0)

    def _holds_records(self) -> bool:
        with self._store.read() as session:
            found = session.connection().exec_driver_sql("SELECT 1 FROM community LIMIT 1").first()
        return found is not None


_CODE_WORDS: Mapping[str, str] = {
    "code_unknown": "邀请码不对，没有接入；请核对后重新输入，或请负责人另发一个。",
    "code_used": "这个邀请码已被用过，没有接入；每个码只能用一次，请负责人另发一个。",
    "code_expired": "这个邀请码已过期，没有接入；请负责人另发一个。",
    "code_withdrawn": "这个邀请码已被撤回，没有接入；请负责人另发一个。",
    "code_founding": "这是接入已有社区资料的邀请码，没有接入；请在已建好社区的终端上使用。",
    "community_known": "本社区已经接入服务器，没有重复接入；请由负责人为本终端发邀请码。",
}


def _in_words(error: RequestRefused) -> SyncError:
    words = _CODE_WORDS.get(str(error.facts.get("what", "")))
    return error if words is None else CodeRefused(words)


def _told(answer: Enrolled) -> dict[str, str]:
    """Return what the server said of the community and this desk."""
    return {
        facts.COMMUNITY_ID: answer.community_id, facts.EPOCH: answer.epoch,
        facts.ADDRESS_KEY: answer.address_key, facts.DESK_NUMBER: str(answer.number),
        facts.DESK_NAME: str(answer.device.get("name", "")),
        facts.OFFLINE_HOURS: str(answer.offline_hours),
        facts.SIGNING_KEY: answer.signing_key, facts.ESCROW_KEY: answer.escrow_key,
    }  # fmt: skip


def _progress(asking: Mapping[str, Any], answer: Enrolled, known: Mapping[str, str]) -> dict[str, str | None]:
    """Return how far a desk has come that has just joined."""
    if facts.EPOCH in known:
        why = None if known[facts.EPOCH] == answer.epoch else "epoch_changed"
        return {facts.REPAIR: why or "joined_again"}
    if "found" in asking:
        return {facts.CURSOR: "0", facts.FIRST_SYNC: "done"}
    return {facts.CURSOR: None, facts.FIRST_SYNC: "running"}
