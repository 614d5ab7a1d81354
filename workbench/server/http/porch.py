"""What every request passes through: polls answered from memory, everything else timed, counted and logged.

Plain ASGI, for a poll is answered thousands of times a second and must not wake the whole house.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from workbench.server.http.answers import protocol_headers
from workbench.server.logs import place_of

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from workbench.server.service import Service

_NOTHING_NEW = {"type": "http.response.start", "status": 204}
_UNTIMED = frozenset({"/healthz", "/readyz", "/metrics"})


class Porch:
    """Stands before the application."""

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self._app, self._service = app, service
        self._headers = protocol_headers(service.settings.oldest)
        self._quiet = service.metrics.polls.labels("memory")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["path"] == "/v1/state" and scope["method"] == "GET" and self._nothing_new(scope):
            self._quiet.inc()
            await send({**_NOTHING_NEW, "headers": self._headers})
            await send({"type": "http.response.body"})
        else:
            await self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        seen = _Seen(send, self._headers)
        began = time.perf_counter()
        self._service.metrics.busy.inc()
        try:
            await self._app(scope, receive, seen.send)
        finally:
            self._service.metrics.busy.dec()
            self._note(scope, seen, time.perf_counter() - began)

    def _note(self, scope: Scope, seen: _Seen, seconds: float) -> None:
        """Count and log under the route's name, for a path may hold an address."""
        route = getattr(scope.get("route"), "path", "none")
        metrics = self._service.metrics
        metrics.requests.labels(route, seen.status).inc()
        metrics.seconds.labels(route).observe(seconds)
        metrics.bytes.labels("out").inc(seen.size)
        if route in _UNTIMED and seen.status < 400:
            return
        self._service.log.info(
            "request", method=scope["method"], route=route, status=seen.status,
            ms=round(seconds * 1000, 1), bytes_out=seen.size, **scope.get("state", {}).get("noted", {}),
        )  # fmt: skip

    def _nothing_new(self, scope: Scope) -> bool:
        """Tell from memory alone that an active desk knows all there is; in doubt, no."""
        headers = dict(scope["headers"])
        service = self._service
        device = service.doorman.remembered(headers.get(b"authorization", b"").decode("latin-1"))
        # Of a desk limited to areas memory does not know whether a record has moved between them.
        if device is None or device.scope.areas is not None:
            return False
        staff_id = headers.get(b"workbench-staff", b"").decode("latin-1")
        if staff_id and service.doorman.is_closed(device, staff_id) is not False:
            return False
        head = service.heads.remembered(device.community_id)
        asked = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        after = asked.get("after", "")
        return (
            head is not None
            and asked.get("epoch") == head.epoch
            and asked.get("scope_epoch", "0") == str(device.scope_epoch)
            and after.isdecimal()
            and int(after[:19]) >= head.seq
        )


class _Seen:
    """Watches an answer go out."""

    def __init__(self, send: Send, headers: list[tuple[bytes, bytes]]) -> None:
        self._send, self._headers = send, headers
        self.status, self.size = 500, 0

    async def send(self, message: Message) -> None:
        """Pass a piece of the answer on."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message = {**message, "headers": [*message.get("headers", []), *self._headers]}
        else:
            self.size += len(message.get("body", b""))
        await self._send(message)


def failure_noted(service: Any, error: Exception) -> None:
    """Log an error of our own, by its kind and place and never its words."""
    service.log.error("failed", error=type(error).__name__, place=place_of(error))
