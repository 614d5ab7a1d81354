"""The calls for files: how much is there, a part more, and reading, also a stretch of it."""

from __future__ import annotations

import re

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from workbench.server.blobs import BlobStanding
from workbench.server.http import describing as said
from workbench.server.http.asking import asker, at_work, plain_body, raw_body, service_of
from workbench.server.refusals import malformed, refused
from workbench.sync.protocol.wire import Fault

OFFSET = "Upload-Offset"
LENGTH = "Upload-Length"
WHOLE_SHA256 = "Content-SHA256"

_ADDRESS = re.compile(r"[0-9a-f]{64}")
_RANGE = re.compile(r"bytes=(\d{1,15})-(\d{0,15})")

router = APIRouter(prefix="/v1/blobs", tags=["files"])


@router.head("/{address}", **said.BLOB_HEAD)
async def head(request: Request, address: str) -> Response:
    """Say how much of a file is there."""
    return await at_work(request, _head, request, address)


@router.patch("/{address}", **said.BLOB_PATCH)
async def patch(request: Request, address: str) -> Response:
    """Take in the next part of a file."""
    raw = await raw_body(request)
    return await at_work(request, _patch, request, address, raw)


@router.get("/{address}", **said.BLOB_GET)
async def get(request: Request, address: str) -> Response:
    """Hand out a file, or a stretch of it."""
    return await at_work(request, _get, request, address)


def _head(request: Request, address: str) -> Response:
    device = asker(request)
    return _stands(service_of(request).blobs.standing(device, _checked(address)), 200)


def _patch(request: Request, address: str, raw: bytes) -> Response:
    device = asker(request)
    offset, length = _number(request, OFFSET), _number(request, LENGTH)
    sha256 = request.headers.get(WHOLE_SHA256)
    part = plain_body(request, raw)
    blobs = service_of(request).blobs
    return _stands(blobs.take(device, _checked(address), offset, length, part, sha256), 204)


def _get(request: Request, address: str) -> Response:
    device, blobs = asker(request), service_of(request).blobs
    standing = blobs.standing(device, _checked(address))
    if not standing.complete:
        raise refused(Fault.NOT_FOUND)
    start, stop = _stretch(request, standing.length)
    headers = {"Accept-Ranges": "bytes", WHOLE_SHA256: standing.sha256, "Cache-Control": "no-store"}
    partial = (start, stop) != (0, standing.length)
    if partial:
        headers["Content-Range"] = f"bytes {start}-{stop - 1}/{standing.length}"
    content = blobs.read(device, address, start, stop)
    return Response(content, 206 if partial else 200, headers, media_type="application/octet-stream")


def _stretch(request: Request, length: int) -> tuple[int, int]:
    """Return the bytes asked for. Raises RequestRefused malformed where there are none such."""
    asked = request.headers.get("range")
    if asked is None:
        return 0, length
    match = _RANGE.fullmatch(asked.strip())
    if match is None or int(match[1]) >= length:
        raise malformed("range")
    stop = min(int(match[2]) + 1, length) if match[2] else length
    if stop <= int(match[1]):
        raise malformed("range")
    return int(match[1]), stop


def _stands(standing: BlobStanding, status: int) -> Response:
    headers = {OFFSET: str(standing.received), LENGTH: str(standing.length), "Cache-Control": "no-store"}
    if standing.complete:
        headers[WHOLE_SHA256] = standing.sha256
    return Response(status_code=status, headers=headers)


def _checked(address: str) -> str:
    if not _ADDRESS.fullmatch(address):
        raise refused(Fault.NOT_FOUND)
    return address


def _number(request: Request, header: str) -> int:
    text = request.headers.get(header, "")
    if not (text.isascii() and text.isdecimal() and len(text) <= 15):
        raise malformed(header.lower().replace("-", "_"))
    return int(text)
