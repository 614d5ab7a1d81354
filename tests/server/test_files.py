"""Files in parts: resumed where they were cut, dropped where they are not what was said (cases 21, 22)."""

from __future__ import annotations

import secrets
from datetime import timedelta

import pytest

from tests.server.running import ServedDesk, new_id, sha256
from tests.server.test_access import resident
from workbench.server import blobs

ADDRESS = "a1" * 32
CONTENT = bytes(range(256)) * 4000
"""About a megabyte, of which no two stretches at odds look alike at both ends."""


@pytest.fixture
def running_server(shared_server):
    """One server for all tests here: each founds its own community."""
    return shared_server.calm()


def send(desk: ServedDesk, content: bytes, start: int, stop: int, hash_of: bytes | None = None, **more: str):
    headers = {"Upload-Offset": str(start), "Upload-Length": str(len(content)), **more}
    if stop == len(content):
        headers["Content-SHA256"] = sha256(hash_of or content)
    return desk.ask("PATCH", f"/blobs/{ADDRESS}", content[start:stop], **headers)


def standing(desk: ServedDesk) -> tuple[int, str | None, str | None]:
    answer = desk.ask("HEAD", f"/blobs/{ADDRESS}")
    return answer.status_code, answer.headers.get("Upload-Offset"), answer.headers.get("Upload-Length")


def test_a_file_cut_at_63_percent_goes_on_from_there_and_comes_back_whole(found_desk):
    cut, whole = len(CONTENT) * 63 // 100, len(CONTENT)

    assert standing(found_desk) == (404, None, None)
    assert send(found_desk, CONTENT, 0, cut).status_code == 204
    assert standing(found_desk) == (200, str(cut), str(whole))
    assert found_desk.ask("GET", f"/blobs/{ADDRESS}").status_code == 404, "half a file is no file"
    assert send(found_desk, CONTENT, cut, whole).status_code == 204

    answer = found_desk.ask("GET", f"/blobs/{ADDRESS}")
    assert (answer.status_code, answer.content) == (200, CONTENT)
    assert answer.headers["Content-SHA256"] == sha256(CONTENT)
    assert standing(found_desk) == (200, str(whole), str(whole))


def test_a_part_that_does_not_begin_where_the_file_ends_is_told_where_to_go_on(found_desk):
    send(found_desk, CONTENT, 0, 5000).raise_for_status()

    for start in (0, 4999, 5001):
        answer = send(found_desk, CONTENT, start, 9000)
        assert (answer.status_code, answer.json()["what"], answer.json()["offset"]) == (422, "offset", 5000)
    assert send(found_desk, CONTENT, 5000, 9000).headers["Upload-Offset"] == "9000"


def test_a_file_that_is_not_what_was_said_is_dropped_and_may_come_again(found_desk):
    send(found_desk, CONTENT, 0, 5000).raise_for_status()
    answer = send(found_desk, CONTENT, 5000, len(CONTENT), hash_of=b"something else")

    assert (answer.status_code, answer.json()["what"]) == (422, "content_sha256")
    assert standing(found_desk) == (404, None, None)
    assert found_desk.server.rows(
        "SELECT count(*) FROM blob_part WHERE community_id = %s", found_desk.community_id
    ) == [(0,)]
    assert send(found_desk, CONTENT, 0, len(CONTENT)).status_code == 204


def test_a_file_without_the_hash_of_the_whole_is_dropped(found_desk):
    headers = {"Upload-Offset": "0", "Upload-Length": "4"}

    answer = found_desk.ask("PATCH", f"/blobs/{ADDRESS}", b"abcd", **headers)

    assert (answer.status_code, answer.json()["what"]) == (422, "content_sha256")


def test_a_file_that_is_there_already_is_not_sent_twice_within_a_community(found_desk):
    send(found_desk, CONTENT, 0, len(CONTENT)).raise_for_status()
    other = found_desk.another()

    answer = send(other, CONTENT, 0, 100)

    assert (answer.status_code, answer.headers["Upload-Offset"]) == (204, str(len(CONTENT)))
    assert found_desk.server.rows(
        "SELECT sum(octet_length(content)) FROM blob_part WHERE community_id = %s", found_desk.community_id
    ) == [(len(CONTENT),)]


def test_a_stretch_of_a_file_is_read_across_its_parts(found_desk):
    for start in range(0, len(CONTENT), 300_000):
        send(found_desk, CONTENT, start, min(start + 300_000, len(CONTENT))).raise_for_status()

    for asked, start, stop in (
        ("bytes=0-0", 0, 1), ("bytes=299999-300000", 299_999, 300_001), ("bytes=1000-", 1000, len(CONTENT)),
        ("bytes=600000-99999999", 600_000, len(CONTENT)),
    ):  # fmt: skip
        answer = found_desk.ask("GET", f"/blobs/{ADDRESS}", Range=asked)
        assert answer.status_code == 206
        assert answer.content == CONTENT[start:stop]
        assert answer.headers["Content-Range"] == f"bytes {start}-{stop - 1}/{len(CONTENT)}"


@pytest.mark.parametrize("asked", ["bytes=9999999-", "bytes=5-3", "bytes=-5", "lines=1-2", "bytes=0-1,3-4"])
def test_a_stretch_there_is_none_of_is_refused(found_desk, asked):
    send(found_desk, CONTENT, 0, len(CONTENT)).raise_for_status()

    assert found_desk.ask("GET", f"/blobs/{ADDRESS}", Range=asked).status_code == 422


def test_files_and_parts_beyond_the_limits_are_refused(found_desk):
    settings = found_desk.server.settings
    too_long = {"Upload-Offset": "0", "Upload-Length": str(settings.blob_limit + 1)}
    answer = found_desk.ask("PATCH", f"/blobs/{ADDRESS}", b"x", **too_long)
    assert (answer.status_code, answer.json()["fault"]) == (413, "too_large")

    part = b"x" * (settings.part_limit + 1)
    headers = {"Upload-Offset": "0", "Upload-Length": str(len(part))}
    assert found_desk.ask("PATCH", f"/blobs/{ADDRESS}", part, **headers).status_code == 413
    assert standing(found_desk)[0] == 404


@pytest.mark.parametrize("address", ["../../etc/passwd", "A1" * 32, "a1", "a1" * 33, "a1" * 31 + "%00a"])
def test_what_is_no_address_is_no_file(found_desk, address):
    assert found_desk.ask("HEAD", f"/blobs/{address}").status_code == 404


def test_a_begun_file_of_another_length_gives_way(found_desk):
    found_desk.ask("PATCH", f"/blobs/{ADDRESS}", b"x" * 10, **{"Upload-Offset": "0", "Upload-Length": "99"})

    assert send(found_desk, CONTENT, 0, len(CONTENT)).status_code == 204


def attach(desk: ServedDesk, owner_id: str) -> str:
    record_id = new_id()
    desk.write("create", "attachment", record_id, {
        "address": ADDRESS, "file_name": "id.jpg", "media_type": "image/jpeg", "size": len(CONTENT),
        "owner_entity": "resident", "owner_id": owner_id,
    })  # fmt: skip
    return record_id


def test_a_record_may_refer_to_a_file_only_once_it_is_whole(found_desk):
    owner = new_id()
    found_desk.write("create", "resident", owner, resident())
    found_desk.must_push()
    attach(found_desk, owner)

    [answer] = found_desk.push(found_desk.outbox).json()["answers"]

    assert (answer[1], answer[3]) == ("refused", "blob_missing")


def test_a_file_without_a_record_is_kept_for_thirty_days_and_one_with_is_kept(found_desk):
    owner = new_id()
    send(found_desk, CONTENT, 0, len(CONTENT)).raise_for_status()
    found_desk.write("create", "resident", owner, resident())
    attachment = attach(found_desk, owner)
    found_desk.must_push()
    now = found_desk.server.clock()

    def sweep(days: int) -> int:
        with found_desk.server.service.database.transaction() as connection:
            return blobs.sweep(connection, found_desk.community_id, now + timedelta(days=days))

    assert sweep(100) == 0, "somebody refers to it"
    found_desk.write("delete", "attachment", attachment, {"deleted_at": "2026-11-24T00:00:00.000000Z"},
                     {"deleted_at": None}, 4)  # fmt: skip
    found_desk.must_push()
    assert sweep(129) == 0, "grace runs from when a record was last seen to refer to it"
    assert sweep(131) == 1
    assert standing(found_desk)[0] == 404


def test_an_outside_desk_reads_no_file_of_the_register_though_it_knows_the_address(found_desk):
    owner = new_id()
    send(found_desk, CONTENT, 0, len(CONTENT)).raise_for_status()
    found_desk.write("create", "resident", owner, resident())
    attach(found_desk, owner)
    found_desk.must_push()
    outside = found_desk.another(outside=1)

    assert outside.ask("GET", f"/blobs/{ADDRESS}").status_code == 404
    assert found_desk.another(masked=0).ask("GET", f"/blobs/{ADDRESS}").status_code == 200


def test_files_of_random_sizes_in_random_parts_come_back_as_they_went(found_desk):
    for size in (0, 1, 65_537):
        content, address = secrets.token_bytes(size), secrets.token_hex(32)
        at = 0
        while True:
            stop = min(at + 20_000, size)
            headers = {
                "Upload-Offset": str(at),
                "Upload-Length": str(size),
                "Content-SHA256": sha256(content),
            }
            answer = found_desk.ask("PATCH", f"/blobs/{address}", content[at:stop], **headers)
            assert answer.status_code == 204, answer.text
            at = int(answer.headers["Upload-Offset"])
            if at == size:
                break
        assert found_desk.ask("GET", f"/blobs/{address}").content == content
