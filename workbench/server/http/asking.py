"""How a request is heard: its body within bounds, its asker known, its work done off the event loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from anyio import to_thread
from starlette.requests import Request

from workbench.server.http.answers import STAFF_HEADER
from workbench.server.http.bodies import SHA256, check_hash, received, unpacked
from workbench.server.known import KnownDevice
from workbench.server.refusals import malformed, refused
from workbench.sync.protocol.wire import Fault

if TYPE_CHECKING:
    from workbench.server.service import Service

_LONGEST_RETRY = 5
"""Seconds after which those turned away are asked to come again, at most; they come spread over them."""

_P = ParamSpec("_P")
_T = TypeVar("_T")


def service_of(request: Request) -> Service:
    """Return the rooms of this process."""
    return cast("Service", request.app.state.service)


def address_of(request: Request) -> str:
    """Return where a request comes from."""
    return request.client.host if request.client else ""


def asker(request: Request) -> KnownDevice:
    """Return the desk and person that ask; may ask the database. Raises RequestRefused."""
    headers = request.headers
    return service_of(request).doorman.let_in(
        headers.get("authorization", ""), headers.get(STAFF_HEADER, ""), address_of(request)
    )


async def raw_body(request: Request) -> bytes:
    """Return the body as it arrives. Raises RequestRefused too_large, also by what it announces."""
    limit = service_of(request).settings.packed_limit
    announced = request.headers.get("content-length", "0")
    if not announced.isdecimal():
        raise malformed("content_length")
    if int(announced) > limit:
        raise refused(Fault.TOO_LARGE, limit=limit)
    body = await received(request.stream(), limit)
    service_of(request).metrics.bytes.labels("in").inc(len(body))
    return body


def plain_body(request: Request, raw: bytes) -> bytes:
    """Unpack a body and compare it with its hash. Raises RequestRefused."""
    headers = request.headers
    body = unpacked(raw, headers.get("content-encoding", ""), service_of(request).settings.unpacked_limit)
    check_hash(body, headers.get(SHA256))
    return body


async def at_work(request: Request, work: Callable[_P, _T], *arguments: _P.args, **named: _P.kwargs) -> _T:
    """Do work that waits or computes in a thread, no more at once than there are connections.

    Raises RequestRefused busy when too many wait already: who comes again in a few seconds is answered
    sooner than whoever stands in a line that only grows.
    """
    service = service_of(request)
    limiter = service.limiter
    if limiter.available_tokens <= 0 and limiter.statistics().tasks_waiting >= service.settings.waiting:
        raise refused(Fault.BUSY, retry_after=1 + service.entropy(1)[0] % _LONGEST_RETRY)
    return await to_thread.run_sync(lambda: work(*arguments, **named), limiter=limiter)


def number(request: Request, name: str, default: int | None = None) -> int:
    """Return a whole number of the query. Raises RequestRefused malformed."""
    text = request.query_params.get(name, "" if default is None else str(default))
    if not (text.isascii() and text.isdecimal() and len(text) <= 19):
        raise malformed(name)
    return int(text)


def word(request: Request, name: str) -> str:
    """Return a word of the query, empty if it is not there. Raises RequestRefused malformed."""
    text = request.query_params.get(name, "")
    if len(text) > 64 or not text.isprintable():
        raise malformed(name)
    return text
