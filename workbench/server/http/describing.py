"""What the OpenAPI document says of each call: headers, bodies, answers and faults."""

from __future__ import annotations

from typing import Any

from workbench.server.http import schemas
from workbench.server.http.schemas import Schema
from workbench.sync.protocol.wire import PULL_LIMIT

WHAT = """\
Desks hand in what was written on them and fetch what others wrote; files travel beside.

Bodies are JSON, packed as `Content-Encoding` says (zstd or gzip); `X-Content-SHA256` is the SHA-256 of a
body before it was packed. `Workbench-Protocol` names the version a desk speaks; every answer names the
server's, and in `Workbench-Oldest` the oldest it serves. A desk proves itself by `Authorization: Bearer`
and its token; `Workbench-Staff` names who sits at it.
"""
TAGS = [
    {"name": "exchange", "description": "Changes up, changes down, and finding out what is missing."},
    {"name": "joining", "description": "How desks come and go."},
    {"name": "files", "description": "Files of the vault, in parts that can be resumed."},
    {"name": "health", "description": "For those who look after the server."},
]

_Words = dict[str, Any]
_BEARER = [{"desk": list[str]()}]


def _header(name: str, what: str, *, required: bool = False, schema: Schema = schemas.TEXT) -> Schema:
    return {"name": name, "in": "header", "required": required, "description": what, "schema": schema}


def _query(name: str, what: str, schema: Schema = schemas.NUMBER, *, required: bool = False) -> Schema:
    return {"name": name, "in": "query", "required": required, "description": what, "schema": schema}


def _json(schema: Schema) -> Schema:
    return {"application/json": {"schema": schema}}


_BYTES: Schema = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
_PROTOCOL = _header("Workbench-Protocol", "The version the desk speaks.", schema=schemas.NUMBER)
_STAFF = _header("Workbench-Staff", "The account of whoever sits at the desk.")
_REASONS = {
    401: "No token, or a wrong one.",
    403: "The desk or the person may not do this.",
    404: "There is no such thing for this desk.",
    409: "Desk and server have parted: a restore, a new scope, a cloned disk, a broken chain.",
    410: "The log before is gone; reconcile.",
    413: "Too large.",
    422: "Not as agreed; `what` names what.",
    426: "The desk is too old to join; it may still hand in and read.",
    429: "Too many tries; `retry_after` seconds.",
    503: "Come back later.",
}


def _call(
    statuses: tuple[int, ...],
    good: dict[int, _Words],
    parameters: tuple[Schema, ...] = (),
    body: Schema | None = None,
    *,
    known: bool = True,
) -> _Words:
    """Return what FastAPI is told of a call."""
    faults = {
        status: {"description": _REASONS[status], "content": _json(schemas.FAULT)} for status in statuses
    }
    extra: _Words = {"parameters": [_PROTOCOL, *((_STAFF,) if known else ()), *parameters]}
    if known:
        extra["security"] = _BEARER
    if body is not None:
        extra["requestBody"] = {"required": True, "content": body}
    first = next(iter(good))
    return {"status_code": first, "responses": {**good, **faults}, "openapi_extra": extra}


def _good(what: str, schema: Schema) -> _Words:
    return {"description": what, "content": _json(schema)}


_KNOWN = (401, 403, 413, 422, 429, 503)
_SINCE = (
    _query("epoch", "The life of the server the desk knows.", schemas.TEXT),
    _query("scope_epoch", "The scope the desk knows."),
)
PUSH = _call(
    (*_KNOWN, 409), {200: _good("Every change answered, in order.", schemas.PUSHED)},
    body=_json(schemas.PUSH),
)  # fmt: skip
PULL = _call(
    (*_KNOWN, 409, 410),
    {200: _good("A page; go on from `to_seq` until `complete`.", schemas.PULLED)},
    (
        _query("after", "The last number the desk has.", required=True),
        _query("limit", f"The most rows, at most {PULL_LIMIT}."),
        *_SINCE,
    ),
)
STATE = _call(
    _KNOWN,
    {200: _good("There is something new.", schemas.STATE), 204: {"description": "Nothing new."}},
    (*_SINCE, _query("after", "The last number the desk has.")),
)
DIGEST = _call(_KNOWN, {200: _good("The fingerprints of what the desk may see.", schemas.DIGEST)})
STANDING = _call(
    _KNOWN,
    {200: _good("The records of those buckets.", schemas.STANDINGS)},
    (_query("from", "The first bucket."), _query("to", "The last bucket.")),
)
HELLO = _call((426,), {200: _good("Who this is.", schemas.HELLO)}, known=False)
ENROL = _call(
    (403, 413, 422, 426, 429, 503), {200: _good("The desk has joined.", schemas.WELCOME)},
    body=_json(schemas.ENROL), known=False,
)  # fmt: skip
INCARNATION = _call(
    (*_KNOWN, 426),
    {200: _good("The token of the new life.", schemas.whole({"token": schemas.TEXT}))},
    body=_json(schemas.INCARNATION),
)
ESCROW = _call(
    (401, 413, 422, 429, 503),
    {201: _good("Kept, under this number.", schemas.whole({"kept": schemas.TEXT}))},
    body=_BYTES,
)
_OFFSETS = {
    "Upload-Offset": {"description": "Bytes that are there.", "schema": schemas.NUMBER},
    "Upload-Length": {"description": "Bytes of the whole.", "schema": schemas.NUMBER},
    "Content-SHA256": {"description": "Of the whole, once it is whole.", "schema": schemas.HASH},
}
BLOB_HEAD = _call((*_KNOWN, 404), {200: {"description": "How much is there.", "headers": _OFFSETS}})
BLOB_PATCH = _call(
    (*_KNOWN, 404),
    {204: {"description": "Taken; go on from `Upload-Offset`.", "headers": _OFFSETS}},
    (
        _header("Upload-Offset", "Where this part begins.", required=True, schema=schemas.NUMBER),
        _header("Upload-Length", "Bytes of the whole.", required=True, schema=schemas.NUMBER),
        _header("Content-SHA256", "Of the whole; with the last part.", schema=schemas.HASH),
    ),
    _BYTES,
)
BLOB_GET = _call(
    (*_KNOWN, 404),
    {
        200: {"description": "The file.", "content": _BYTES},
        206: {"description": "The stretch asked for.", "content": _BYTES},
    },
    (_header("Range", "bytes=start-end, one stretch."),),
)
HEALTHZ = _call((), {200: _good("Alive.", schemas.whole({"alive": schemas.FLAG}))}, known=False)
READYZ = _call(
    (),
    {
        200: _good("Ready.", schemas.whole({"ready": schemas.FLAG})),
        503: _good("Not ready.", schemas.whole({"ready": schemas.FLAG})),
    },
    known=False,
)
METRICS = _call(
    (404,),
    {200: {"description": "Counts.", "content": {"text/plain": {"schema": schemas.TEXT}}}},
    known=False,
)


def completed(document: dict[str, Any]) -> dict[str, Any]:
    """Add to FastAPI's document how a desk proves itself, and drop what it adds for its own checks."""
    components = document.setdefault("components", {})
    components.pop("schemas", None)
    components["securitySchemes"] = {"desk": {"type": "http", "scheme": "bearer"}}
    return document
