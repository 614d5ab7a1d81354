"""Case 38 of the forty: files that are attached, whatever they are called and whatever they hold."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.people.roster.test_import import importing as importing
from tests.security.pictures import CAMERA, gps_of, photo
from workbench.desk.desk import Desk
from workbench.security.content import FileRefused
from workbench.security.file_names import LONGEST
from workbench.store.backup_file import BackupRefused, opened_backup

PDF = b"%PDF-1.7\nname: plainly visible\n%%EOF\n"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../x", "x.pdf"),
        ("C:\\x", "x.pdf"),
        ("CON", "附件CON.pdf"),
        ("a.pdf.exe", "a.pdf"),
        ("长" * 300, None),
        ("a\u202efdp.exe", "afdp.pdf"),
        ("nul\x00l", "null.pdf"),
    ],
    ids=["up and away", "drive", "device", "double ending", "300 characters", "right to left", "NUL"],
)
def test_case_38_it_is_stored_under_its_hash_and_shown_under_a_clean_name(
    desk: Desk, name: str, shown: str | None
) -> None:
    kept = desk.attachments.keep(PDF, name, "resident", "resident-1")
    [path] = [path for path in desk.folder.vault.rglob("*") if path.is_file()]
    place = path.relative_to(desk.folder.vault).as_posix().replace("/", "")
    assert len(place) == 64 and set(place) <= set("0123456789abcdef")
    assert kept.file_name == shown if shown else len(kept.file_name) <= LONGEST
    assert desk.attachments.content(kept.id) == PDF
    assert b"plainly visible" not in path.read_bytes() and name.encode() not in path.read_bytes()


def test_case_38_a_photo_tells_neither_place_nor_camera(desk: Desk) -> None:
    taken = photo()
    assert gps_of(taken) and CAMERA.encode() in taken
    kept = desk.attachments.keep(taken, "照片.jpg", "resident", "resident-1")
    stored = desk.attachments.content(kept.id)
    assert gps_of(stored) == {} and CAMERA.encode() not in stored


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (photo(), "证明.pdf", "image/jpeg"),
        (PDF, "照片.jpg", "application/pdf"),
        (photo(kind="PNG"), "scan.exe", "image/png"),
    ],
)
def test_case_38_what_it_is_is_judged_by_content(
    desk: Desk, content: bytes, name: str, media_type: str
) -> None:
    kept = desk.attachments.keep(content, name, "resident", "resident-1")
    assert kept.media_type == media_type
    assert Path(kept.file_name).suffix in {".jpg", ".pdf", ".png"}
    assert (Path(kept.file_name).suffix == ".pdf") is (media_type == "application/pdf")


@pytest.mark.parametrize("content", [b"MZ\x90\x00" + bytes(64), b"PK\x03\x04" + bytes(64), b"#!/bin/sh\n"])
def test_case_38_a_program_named_as_a_document_is_refused(desk: Desk, content: bytes) -> None:
    with pytest.raises(FileRefused):
        desk.attachments.keep(content, "申请.pdf", "resident", "resident-1")
    assert not [path for path in desk.folder.vault.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    "name", ["../evil", "/etc/evil", "vault/../../evil", "C:/evil", "vault/ab/../../../evil", "notes.txt"]
)
def test_case_38_a_backup_with_a_member_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for member in ("workbench.db", name):
            archive.writestr(member, b"x")
        digests = dict.fromkeys(("workbench.db", name), "00")
        manifest = {"format": 1, "made_at": "2026-11-24T00:00:00+00:00", "files": digests}
        archive.writestr("manifest.json", json.dumps(manifest))
    path = tmp_path / "evil.cwbak"
    path.write_bytes(stream.getvalue())
    with pytest.raises(BackupRefused, match="路径"):
        with opened_backup(path):
            pass
    assert {file.name for file in tmp_path.iterdir()} == {"evil.cwbak"}
