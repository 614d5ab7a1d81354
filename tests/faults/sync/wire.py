"""The one thing these tests replace: the wire, which loses, repeats, delays, cuts and falsifies on demand.

It is an adapter of `requests`, so that everything above it, and the server behind it, is the real one.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from requests.models import PreparedRequest, Response
from urllib3.response import HTTPResponse


class Trouble(StrEnum):
    """What may befall one request."""

    LOSE_REQUEST = "lose_request"
    LOSE_REPLY = "lose_reply"
    TWICE = "twice"
    """It arrives twice, one after the other; the second answer is the one that is read."""
    LATE = "late"
    """The sender gives up after a minute, and it arrives all the same, once it is released."""
    CUT = "cut"
    """The answer ends early."""
    FLIP = "flip"
    """One byte of the answer is another."""
    CUT_REQUEST = "cut_request"
    """The request ends early and the server takes it for whole."""


@dataclass(frozen=True, slots=True)
class Blow:
    """A trouble for the request with that number, counted from 0; `depth` says where, from 0 to 1."""

    trouble: Trouble
    number: int
    depth: float = 0.5


@dataclass(eq=False)
class Wire(HTTPAdapter):
    """The way from one desk to the server. `path` limits what counts as a request, `sent` lists all."""

    blows: list[Blow] = field(default_factory=list)
    cut_off: bool = False
    path: str = ""
    sent: list[str] = field(default_factory=list)
    struck: dict[str, int] = field(default_factory=dict)
    held: list[PreparedRequest] = field(default_factory=list)
    replies: list[bytes] = field(default_factory=list)
    meanwhile: dict[int, Callable[[], None]] = field(default_factory=dict)
    """What somebody does at the desk while the request with that number is under way."""
    _count: int = 0

    def __post_init__(self) -> None:
        HTTPAdapter.__init__(self, max_retries=0)

    def expect(self, *blows: Blow, path: str = "") -> None:
        """Prepare what befalls the next requests whose path holds `path`; earlier plans are forgotten."""
        self.blows, self.path, self._count = list(blows), path, 0

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        """Carry one request, or not."""
        self.sent.append(f"{request.method} {request.path_url}")
        if self.cut_off:
            raise requests.ConnectionError("the wire is cut")
        blow = self._next(request)
        self.meanwhile.pop(self._count - 1, _nothing)()
        if blow is None:
            return HTTPAdapter.send(self, request, *args, **kwargs)
        self.struck[blow.trouble.value] = self.struck.get(blow.trouble.value, 0) + 1
        return self._strike(blow, request, *args, **kwargs)

    def release(self) -> int:
        """Let the requests arrive that were held, in the wrong order; nobody reads the answers."""
        held, self.held = self.held, []
        for request in reversed(held):
            self._carry(request)
        return len(held)

    def _next(self, request: PreparedRequest) -> Blow | None:
        if self.path not in request.path_url:
            return None
        number, self._count = self._count, self._count + 1
        return next((blow for blow in self.blows if blow.number == number), None)

    def _strike(self, blow: Blow, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        match blow.trouble:
            case Trouble.LOSE_REQUEST:
                raise requests.ConnectionError("the request was lost")
            case Trouble.LATE:
                self.held.append(request.copy())
                raise requests.ReadTimeout("no answer for 60 seconds")
            case Trouble.CUT_REQUEST:
                request = _shortened(request, blow.depth)
        if blow.trouble in (Trouble.LOSE_REPLY, Trouble.TWICE):
            self._carry(request)
        if blow.trouble is Trouble.LOSE_REPLY:
            raise requests.ConnectionError("the answer was lost")
        response = HTTPAdapter.send(self, request, *args, **kwargs)
        if blow.trouble in (Trouble.CUT, Trouble.FLIP):
            return self._falsified(response, blow)
        return response

    def _carry(self, request: PreparedRequest) -> None:
        try:
            response = HTTPAdapter.send(self, request.copy(), timeout=30)
            self.replies.append(response.content)
        except requests.RequestException:
            self.replies.append(b"")

    def _falsified(self, response: Response, blow: Blow) -> Response:
        body = response.raw.read(decode_content=False)
        at = int(len(body) * blow.depth)
        if blow.trouble is Trouble.CUT:
            changed = body[:at]
        else:
            changed = body[:at] + bytes([body[at] ^ 0x20]) + body[at + 1 :] if at < len(body) else body
        return self.build_response(response.request, _raw(changed, response.status_code, response.headers))


def _nothing() -> None:
    """Nobody does anything."""


def _shortened(request: PreparedRequest, depth: float) -> PreparedRequest:
    body = request.body
    if not isinstance(body, bytes) or not body:
        return request
    shorter = request.copy()
    shorter.body = body[: int(len(body) * depth)]
    shorter.headers["Content-Length"] = str(len(shorter.body))
    return shorter


def _raw(body: bytes, status: int, headers: Mapping[str, str]) -> HTTPResponse:
    kept = {name: value for name, value in headers.items() if name.lower() != "content-length"}
    return HTTPResponse(
        body=io.BytesIO(body), headers=kept, status=status, preload_content=False, decode_content=False
    )
