"""A light HTTP client on asyncio, so that whoever makes the load does not cost more than the server."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import httptools


@dataclass(slots=True)
class Reply:
    """An answer: status, headers by lower-case name, body as it came."""

    status: int = 0
    headers: dict[bytes, bytes] = field(default_factory=dict)
    body: bytearray = field(default_factory=bytearray)

    @property
    def retry_after(self) -> float:
        """Seconds after which a busy server wants to be asked again."""
        return float(self.headers.get(b"retry-after", b"1"))


class Line(asyncio.Protocol):
    """One connection, kept open, that asks one thing at a time."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._waiting: asyncio.Future[Reply] | None = None
        self._fresh()

    @classmethod
    async def open(cls, host: str, port: int) -> Line:
        """Connect."""
        loop = asyncio.get_running_loop()
        _, line = await loop.create_connection(cls, host, port)
        return line

    async def ask(self, request: bytes) -> Reply:
        """Send a whole request and return its answer. Raises ConnectionError."""
        if self._transport is None or self._transport.is_closing():
            raise ConnectionError("the server hung up")
        self._waiting = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return await self._waiting

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(ConnectionError("the server hung up"))

    def on_header(self, name: bytes, value: bytes) -> None:
        self._reply.headers[name.lower()] = value

    def on_body(self, body: bytes) -> None:
        self._reply.body += body

    def on_message_complete(self) -> None:
        reply, waiting = self._reply, self._waiting
        reply.status = self._parser.get_status_code()
        self._fresh()
        if waiting is not None and not waiting.done():
            waiting.set_result(reply)

    def _fresh(self) -> None:
        self._reply = Reply()
        self._parser = httptools.HttpResponseParser(self)


class Poller(asyncio.Protocol):
    """Sends one prepared request over and over, and counts the answers that begin as expected."""

    def __init__(self, request: bytes, expected: bytes) -> None:
        self._request, self._expected = request, expected
        self.answers = 0
        self.others = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        if not data.startswith(b"HTTP/1.1 "):
            return
        if data.startswith(self._expected):
            self.answers += 1
        else:
            self.others += 1
        self._transport.write(self._request)

    def close(self) -> None:
        """Hang up."""
        self._transport.close()


def request_of(method: str, path: str, headers: dict[str, str], body: bytes = b"") -> bytes:
    """Return a whole request as it goes over the line."""
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
