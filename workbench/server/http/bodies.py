"""Bodies of requests and answers: read within hard limits, unpacked within harder ones, JSON checked.

A bomb of ten kilobytes that unpacks to a gigabyte is refused after the limit's worth of it.
"""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import AsyncIterator
from io import BytesIO
from typing import Any

import msgspec
import zstandard

from workbench.server.faults import RequestRefused
from workbench.server.refusals import malformed, refused
from workbench.sync.protocol.wire import Fault

SHA256 = "X-Content-SHA256"
"""The header with the SHA-256 of a body before it was packed."""

WORTH_PACKING = 1024
"""A body smaller than this many bytes is sent as it is."""

_decode = msgspec.json.Decoder().decode
_PIECE = 256 * 1024
_WINDOW_LIMIT = 32 * 1024 * 1024
_ZSTD_LEVEL = 1
_GZIP_LEVEL = 5


async def received(stream: AsyncIterator[bytes], limit: int) -> bytes:
    """Return a body as it arrives. Raises RequestRefused too_large as soon as it is."""
    body = bytearray()
    async for piece in stream:
        body += piece
        if len(body) > limit:
            raise _too_large(limit)
    return bytes(body)


def unpacked(body: bytes, encoding: str, limit: int) -> bytes:
    """Undo `Content-Encoding`; never holds more than the limit. Raises RequestRefused."""
    match encoding.strip().lower():
        case "" | "identity":
            return _within(body, limit)
        case "zstd":
            return _unpacked_zstd(body, limit)
        case "gzip" | "x-gzip":
            return _unpacked_gzip(body, limit)
    raise malformed("content_encoding")


def check_hash(body: bytes, announced: str | None) -> None:
    """Compare an unpacked body with the hash it was announced with. Raises RequestRefused."""
    if announced is not None and hashlib.sha256(body).hexdigest() != announced.lower():
        raise malformed("content_sha256")


def object_in(body: bytes) -> dict[str, Any]:
    """Return the JSON object in a body; nesting without end is refused. Raises RequestRefused."""
    try:
        value = _decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise malformed("json") from error
    if not isinstance(value, dict):
        raise malformed("json")
    return value


def packed(body: bytes, accepted: str) -> tuple[bytes, str]:
    """Return a body as the asker accepts it, and its `Content-Encoding`, empty if it was left as it is."""
    if len(body) < WORTH_PACKING:
        return body, ""
    offered = {word.split(";")[0].strip().lower() for word in accepted.split(",")}
    if "zstd" in offered:
        return zstandard.ZstdCompressor(level=_ZSTD_LEVEL).compress(body), "zstd"
    if "gzip" in offered:
        return gzip.compress(body, _GZIP_LEVEL, mtime=0), "gzip"
    return body, ""


def _unpacked_zstd(body: bytes, limit: int) -> bytes:
    opener = zstandard.ZstdDecompressor(max_window_size=_WINDOW_LIMIT)
    try:
        with opener.stream_reader(BytesIO(body), read_across_frames=True) as reader:
            return _drained(reader, limit)
    except zstandard.ZstdError as error:
        raise malformed("zstd") from error


def _drained(reader: Any, limit: int) -> bytes:
    content = bytearray()
    while piece := reader.read(_PIECE):
        content += piece
        if len(content) > limit:
            raise _too_large(limit)
    return bytes(content)


def _unpacked_gzip(body: bytes, limit: int) -> bytes:
    opener = zlib.decompressobj(wbits=31)
    try:
        content = opener.decompress(body, limit + 1)
    except zlib.error as error:
        raise malformed("gzip") from error
    if len(content) > limit:
        raise _too_large(limit)
    if not opener.eof:
        raise malformed("gzip")
    return content


def _within(body: bytes, limit: int) -> bytes:
    if len(body) > limit:
        raise _too_large(limit)
    return body


def _too_large(limit: int) -> RequestRefused:
    return refused(Fault.TOO_LARGE, limit=limit)
