"""Cases 21 and 22: files that arrive in parts, and files of other people."""

from __future__ import annotations

import hashlib
import os

ADDRESS = hashlib.sha256("一张照片".encode()).hexdigest()


def patch(raw, address, offset, part, whole):
    return raw.send(
        "PATCH", f"blobs/{address}", part,
        **{
            "Upload-Offset": str(offset),
            "Upload-Length": str(len(whole)),
            "Content-SHA256": hashlib.sha256(whole).hexdigest(),
        },
    )  # fmt: skip


def offset_of(raw):
    """Return how far the server has the file, None if it knows nothing of it."""
    reply = raw.ask("HEAD", f"blobs/{ADDRESS}")
    return int(reply.headers["Upload-Offset"]) if reply.status < 300 else None


def test_case_21_an_upload_cut_at_63_percent_goes_on_where_it_stopped(town):
    raw = town.raw()
    whole = os.urandom(200_000)
    cut = int(len(whole) * 0.63)
    assert patch(raw, ADDRESS, 0, whole[:cut], whole).status < 300

    offset = offset_of(raw)
    assert offset == cut
    assert raw.ask("GET", f"blobs/{ADDRESS}").status == 404
    assert patch(raw, ADDRESS, offset, whole[offset:], whole).status < 300

    assert raw.ask("GET", f"blobs/{ADDRESS}").content == whole


def test_case_21_a_file_that_is_not_what_was_said_is_dropped_and_comes_again(town):
    raw = town.raw()
    whole = os.urandom(50_000)
    damaged = whole[:-1] + bytes([whole[-1] ^ 1])
    assert patch(raw, ADDRESS, 0, damaged[:30_000], whole).status < 300

    reply = patch(raw, ADDRESS, 30_000, damaged[30_000:], whole)

    assert reply.status == 422
    assert offset_of(raw) in (None, 0)
    assert patch(raw, ADDRESS, 0, whole, whole).status < 300
    assert raw.ask("GET", f"blobs/{ADDRESS}").content == whole


def test_case_22_a_file_of_another_community_is_not_there(town):
    here, elsewhere = town.raw(), town.elsewhere()
    whole = os.urandom(10_000)
    assert patch(elsewhere, ADDRESS, 0, whole, whole).status < 300

    assert offset_of(here) is None
    unknown = here.ask("GET", f"blobs/{hashlib.sha256(b'nothing').hexdigest()}")
    known = here.ask("GET", f"blobs/{ADDRESS}")

    assert (known.status, known.body) == (unknown.status, unknown.body)
    assert patch(here, ADDRESS, 0, whole[:100], whole).status < 300
    assert offset_of(here) == 100
