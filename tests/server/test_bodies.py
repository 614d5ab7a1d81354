"""Bodies beyond bounds: bombs, lies about hashes and lengths, nesting without end, packed and unpacked."""

from __future__ import annotations

import gzip
import json
import resource
import socket
import time
import zlib
from functools import cache

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.server.running import ServedDesk, sha256
from workbench.server.faults import RequestRefused
from workbench.server.http.bodies import check_hash, object_in, packed, unpacked
from workbench.sync.protocol.wire import Fault

GIGABYTE = 1 << 30
LIMIT = 64 * 1024 * 1024


@pytest.fixture
def running_server(shared_server):
    """One server for all tests here: each founds its own community."""
    return shared_server.calm()


@cache
def bomb(kind: str) -> bytes:
    """Ten-odd kilobytes (zstd) or a megabyte (gzip) that unpack to a gigabyte."""
    zeros = bytes(1 << 20)
    if kind == "zstd":
        packer = zstandard.ZstdCompressor(level=19).compressobj()
        return b"".join(packer.compress(zeros) for _ in range(1024)) + packer.flush()
    gzipped = zlib.compressobj(9, wbits=31)
    return b"".join(gzipped.compress(zeros) for _ in range(1024)) + gzipped.flush()


@pytest.fixture(scope="module", params=["zstd", "gzip"])
def packed_bomb(request) -> tuple[str, bytes]:
    return request.param, bomb(request.param)


def test_a_bomb_is_refused_at_once_and_without_the_memory_of_it(packed_bomb):
    kind, body = packed_bomb
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()

    with pytest.raises(RequestRefused) as refusal:
        unpacked(body, kind, LIMIT)

    assert refusal.value.fault is Fault.TOO_LARGE
    assert time.perf_counter() - began < 3
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    assert grown < 4 * LIMIT, f"{grown >> 20} MiB more"


@pytest.mark.parametrize("kind", ["zstd", "gzip"])
def test_a_bomb_sent_to_the_server_is_refused_and_the_server_serves_on(found_desk, kind):
    body = bomb(kind)
    began = time.perf_counter()

    answer = found_desk.ask("POST", "/push", body, **{"Content-Encoding": kind})

    assert (answer.status_code, answer.json()["fault"]) == (413, "too_large")
    assert time.perf_counter() - began < 10
    assert found_desk.ask("GET", "/digest").status_code == 200


def test_a_body_longer_than_the_limit_is_refused_by_what_it_announces(found_desk):
    host, port = found_desk.server.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as raw:
        raw.sendall(
            f"POST /v1/push HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {found_desk.token}\r\n"
            f"Content-Length: {10 * GIGABYTE}\r\n\r\n".encode()
        )
        assert b" 413 " in raw.recv(4096).split(b"\r\n")[0]


def test_a_body_that_never_ends_is_refused_at_the_limit(found_desk):
    def endless():
        for _ in range(10_000):
            yield b"x" * 65_536

    import requests

    # The server may answer and close while we still send: either way nothing of it is kept.
    try:
        answer = requests.post(
            f"{found_desk.server.url}/v1/push", data=endless(), headers=found_desk.headers(), timeout=20
        )
        assert answer.status_code == 413
    except requests.ConnectionError:
        pass
    assert found_desk.ask("GET", "/digest").status_code == 200


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (b"not zstd", "zstd"), (b"not gzip", "gzip"), (b"{}", "br"), (b"{}", "zstd, gzip"),
        (gzip.compress(b"{}" * 99, mtime=0)[:-9], "gzip"), (zstandard.compress(b"{}" * 9999)[:-4], "zstd"),
        (b"[]", ""), (b"{", ""), (b"", ""), (b"\xff\xfe{}", ""), (b"[" * 200_000, ""),
        (b'{"a":' * 200_000, ""), (b'{"changes": NaN}', ""), (b'{"epoch": "x"}', ""),
        (json.dumps({"epoch": "e", "incarnation": "i", "changes": [["short"]]}).encode(), ""),
        (json.dumps({"epoch": "e", "incarnation": "i", "changes": [[]] * 501}).encode(), ""),
    ],
)  # fmt: skip
def test_a_body_that_is_not_as_agreed_is_named_malformed(found_desk, body, encoding):
    answer = found_desk.ask("POST", "/push", body, **({"Content-Encoding": encoding} if encoding else {}))

    assert (answer.status_code, answer.json()["fault"]) == (422, "malformed")
    assert "本地内容都在" in answer.json()["message"]


def test_a_body_that_was_altered_on_the_way_is_refused(found_desk):
    body = json.dumps(
        {"epoch": found_desk.epoch, "incarnation": found_desk.incarnation, "changes": []}
    ).encode()
    good, bad = sha256(body), sha256(body + b" ")

    assert found_desk.ask("POST", "/push", body, **{"X-Content-SHA256": good}).status_code == 200
    answer = found_desk.ask("POST", "/push", body, **{"X-Content-SHA256": bad})
    assert (answer.status_code, answer.json()["what"]) == (422, "content_sha256")


@pytest.mark.parametrize("accepted", ["zstd", "gzip", "gzip, zstd;q=0.5", "identity", ""])
def test_answers_are_packed_as_accepted_and_bear_the_hash_of_what_was_packed(found_desk, accepted):
    for _ in range(20):
        found_desk.invite()
    path = f"/pull?after=0&epoch={found_desk.epoch}&scope_epoch=1"

    with found_desk.ask("GET", path, **{"Accept-Encoding": accepted}) as answer:
        encoding = answer.headers.get("Content-Encoding", "")
        plain = answer.content
    assert encoding == ("zstd" if "zstd" in accepted else "gzip" if "gzip" in accepted else "")
    if encoding == "zstd" and plain[:4] == b"\x28\xb5\x2f\xfd":
        plain = unpacked(plain, "zstd", LIMIT)
    assert answer.headers["X-Content-SHA256"] == sha256(plain)
    assert len(json.loads(plain)["rows"]) == 22


@given(st.binary(max_size=5000), st.sampled_from(["zstd", "gzip", ""]))
@settings(max_examples=60, deadline=None)
def test_what_was_packed_comes_out_as_it_went_in(content, encoding):
    body = {"zstd": zstandard.compress, "gzip": gzip.compress, "": bytes}[encoding](content)

    assert unpacked(body, encoding, 5000) == content
    assert unpacked(*packed(content, encoding), 5000) == content
    check_hash(content, sha256(content).upper())


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_whatever_comes_is_an_object_or_refused(body):
    for encoding in ("zstd", "gzip", ""):
        try:
            assert isinstance(object_in(unpacked(body, encoding, 10_000)), dict)
        except RequestRefused as refusal:
            assert refusal.fault in (Fault.MALFORMED, Fault.TOO_LARGE)


def test_several_frames_one_after_the_other_count_together():
    one = zstandard.compress(bytes(1000))

    assert unpacked(one * 3, "zstd", 3000) == bytes(3000)
    with pytest.raises(RequestRefused) as refusal:
        unpacked(one * 4, "zstd", 3999)
    assert refusal.value.fault is Fault.TOO_LARGE


def test_a_desk_without_manners_learns_nothing_from_a_wrong_path_or_method(running_server):
    desk = ServedDesk(running_server)

    for method, path in (("GET", "/push"), ("DELETE", "/digest"), ("GET", "/nothing"), ("PUT", "/../x")):
        answer = desk.ask(method, path)
        assert (answer.status_code, answer.json()["fault"]) == (404, "not_found")
