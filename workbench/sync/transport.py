"""The calls a desk makes to its server, one method each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from workbench.sync.answers import (
    Digest,
    Enrolled,
    Hello,
    NewToken,
    Page,
    Pushed,
    Standings,
    State,
    read_answer,
)
from workbench.sync.errors import PageDamaged
from workbench.sync.http import SHA256, HttpClient, Reply
from workbench.sync.protocol.wire import PULL_LIMIT, to_json

T = TypeVar("T")


class Transport:
    """Speaks for one desk; `token` and `staff` are asked at every request, for both may change."""

    def __init__(
        self,
        http: HttpClient,
        token: Callable[[], str | None] = lambda: None,
        staff: Callable[[], str | None] = lambda: None,
    ) -> None:
        self._http, self._token, self._staff = http, token, staff

    @property
    def url(self) -> str:
        """The server's address."""
        return self._http.url

    def hello(self) -> Hello:
        """Ask who is there; needs no token."""
        return read_answer(self._http.ask("GET", "/v1/hello").body, Hello)

    def enrol(self, body: Mapping[str, Any]) -> Enrolled:
        """Ask to be let in by a code; never repeated by itself, for a code works once."""
        return self._post("/v1/enrol", to_json(body), Enrolled)

    def push(self, body: bytes) -> Pushed:
        """Hand in changes; the body as `push_body` makes it."""
        return self._post("/v1/push", body, Pushed)

    def pull(self, after: int, epoch: str, scope_epoch: int, limit: int = PULL_LIMIT) -> bytes:
        """Ask for a page of the log; not yet read, so that it may be read where there is time."""
        params: dict[str, str | int] = {"after": after, "limit": limit}
        return self._page("/v1/pull", {**params, "epoch": epoch, "scope_epoch": scope_epoch})

    def state(self, after: int, epoch: str, scope_epoch: int) -> State | None:
        """Ask whether there is anything new; None when there is not."""
        reply = self._get("/v1/state", {"after": after, "epoch": epoch, "scope_epoch": scope_epoch})
        return None if reply.status == 204 else read_answer(reply.body, State)

    def digest(self) -> Digest:
        """Ask for the fingerprints of what this desk may hold."""
        return read_answer(self._page("/v1/digest", {}), Digest)

    def standing(self, first: int, last: int) -> bytes:
        """Ask for the whole records of the buckets from first to last, both included; not yet read."""
        return self._page("/v1/standing", {"from": first, "to": last})

    def new_incarnation(self, body: Mapping[str, Any]) -> str:
        """Begin another incarnation and return its token."""
        return self._post("/v1/incarnation", to_json(body), NewToken).token

    def escrow(self, sealed: bytes) -> None:
        """Hand in the sealed outbox of a lost desk."""
        self._ask("POST", "/v1/escrow", body=sealed, packed=False)

    def blob_offset(self, address: str) -> int | None:
        """Return how many bytes of a file the server has, None if it knows nothing of it."""
        reply = self._ask("HEAD", f"/v1/blobs/{address}")
        return None if reply.status == 404 else int(reply.headers.get("Upload-Offset", "0"))

    def send_blob(self, address: str, offset: int, size: int, part: bytes, sha256: str | None) -> int:
        """Send a part of a file, with the SHA-256 of the whole beside the last; return the new offset."""
        headers = {"Upload-Offset": str(offset), "Upload-Length": str(size)}
        if sha256:
            headers["Content-SHA256"] = sha256
        reply = self._ask("PATCH", f"/v1/blobs/{address}", body=part, headers=headers, packed=False)
        return int(reply.headers.get("Upload-Offset", str(offset + len(part))))

    def blob(self, address: str, offset: int = 0) -> bytes:
        """Return a file from an offset on."""
        headers = {"Range": f"bytes={offset}-"} if offset else {}
        return self._ask("GET", f"/v1/blobs/{address}", headers=headers).body

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def _post(self, path: str, body: bytes, kind: type[T]) -> T:
        return read_answer(self._ask("POST", path, body=body).body, kind)

    def _get(self, path: str, params: Mapping[str, str | int]) -> Reply:
        return self._ask("GET", path, params=params)

    def _page(self, path: str, params: Mapping[str, str | int]) -> bytes:
        reply = self._get(path, params)
        if SHA256 not in reply.headers:
            raise PageDamaged("服务器没有为内容附上校验值，没有采用；内容都在本地，请告诉维护人员。")
        return reply.body

    def _ask(self, method: str, path: str, **options: Any) -> Reply:
        headers = {**options.pop("headers", {})}
        token, staff = self._token(), self._staff()
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if staff:
            headers["Workbench-Staff"] = staff
        return self._http.ask(method, path, headers=headers, **options)


def push_body(epoch: str, incarnation: str, schema_version: str, changes: Sequence[list[object]]) -> bytes:
    """Return the body of a push."""
    return to_json(
        {"epoch": epoch, "incarnation": incarnation, "schema_version": schema_version, "changes": changes}
    )


__all__ = ["Page", "Standings", "Transport", "push_body"]
