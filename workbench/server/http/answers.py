"""How an answer leaves the server: JSON, packed as the asker accepts it, with the hash of what was packed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from workbench.server.faults import RequestRefused
from workbench.server.http.bodies import SHA256, packed
from workbench.sync.protocol.wire import PROTOCOL, to_json

PROTOCOL_HEADER = "Workbench-Protocol"
OLDEST_HEADER = "Workbench-Oldest"
STAFF_HEADER = "Workbench-Staff"


def json_answer(
    request: Request, value: object, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """Answer with JSON; bytes are taken as JSON that is ready."""
    body = value if isinstance(value, bytes) else to_json(value)
    content, encoding = packed(body, request.headers.get("accept-encoding", ""))
    extra = {SHA256: hashlib.sha256(body).hexdigest(), "Cache-Control": "no-store", **(headers or {})}
    if encoding:
        extra |= {"Content-Encoding": encoding, "Vary": "Accept-Encoding"}
    return Response(content, status, extra, media_type="application/json")


def refusal(request: Request, error: RequestRefused) -> Response:
    """Answer with why a request was refused."""
    headers = {}
    if "retry_after" in error.facts:
        headers["Retry-After"] = str(error.facts["retry_after"])
    return json_answer(request, error.body(), error.status, headers)


def protocol_headers(oldest: int) -> list[tuple[bytes, bytes]]:
    """Return the headers by which every answer says which versions are spoken here."""
    return [
        (PROTOCOL_HEADER.lower().encode(), str(PROTOCOL).encode()),
        (OLDEST_HEADER.lower().encode(), str(oldest).encode()),
    ]
