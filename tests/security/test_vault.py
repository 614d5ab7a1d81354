"""What lies in the vault can be read by nobody without the key, and no bit of it turns unnoticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.security.pictures import gps_of, photo
from workbench.security import durable
from workbench.security.content import FileRefused
from workbench.security.durable import FileNotSaved
from workbench.security.vault import Vault, VaultFileDamaged, VaultFileMissing, address_key_of

KEY = bytes(range(32))
PDF = b"%PDF-1.7\nname: plainly visible\n%%EOF\n"


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault", KEY)


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_file_comes_back_as_it_was_put(vault: Vault) -> None:
    stored = vault.put(PDF, "../证明.pdf")
    assert (stored.file_name, stored.media_type, stored.size) == ("证明.pdf", "application/pdf", len(PDF))
    assert vault.get(stored.address) == PDF


def test_a_photo_is_kept_without_the_place_it_was_taken(vault: Vault) -> None:
    stored = vault.put(photo(), "照片.jpg")
    kept = vault.get(stored.address)
    assert gps_of(kept) == {} and len(kept) == stored.size


def test_neither_content_nor_name_nor_plain_hash_is_on_the_disk(vault: Vault, tmp_path: Path) -> None:
    import hashlib

    stored = vault.put(PDF, "张敏的证明.pdf")
    [path] = files_in(tmp_path)
    assert path.relative_to(tmp_path / "vault").as_posix() == f"{stored.address[:2]}/{stored.address[2:]}"
    assert b"plainly visible" not in path.read_bytes()
    assert stored.address != hashlib.sha256(PDF).hexdigest()
    assert path.stat().st_mode & 0o077 == 0


def test_the_same_content_is_kept_once_and_another_folder_s_address_differs(
    vault: Vault, tmp_path: Path
) -> None:
    first, second = vault.put(PDF, "甲.pdf"), vault.put(PDF, "乙.pdf")
    assert first.address == second.address and (first.file_name, second.file_name) == ("甲.pdf", "乙.pdf")
    assert len(files_in(tmp_path)) == 1
    assert Vault(tmp_path / "other", bytes(32)).put(PDF, "甲.pdf").address != first.address


def test_another_key_reads_nothing(vault: Vault, tmp_path: Path) -> None:
    stored = vault.put(PDF, "证明.pdf")
    with pytest.raises(VaultFileDamaged):
        Vault(tmp_path / "vault", bytes(32)).get(stored.address)


def test_every_turned_bit_is_noticed(vault: Vault, tmp_path: Path) -> None:
    stored = vault.put(PDF, "证明.pdf")
    [path] = files_in(tmp_path)
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(VaultFileDamaged):
            vault.get(stored.address)
    for length in (0, 3, 10, len(whole) - 1):
        path.write_bytes(whole[:length])
        with pytest.raises(VaultFileDamaged):
            vault.get(stored.address)


def test_two_files_exchanged_are_noticed(vault: Vault, tmp_path: Path) -> None:
    one, other = vault.put(PDF, "甲.pdf"), vault.put(PDF + b" ", "乙.pdf")
    paths = {stored: tmp_path / "vault" / stored.address[:2] / stored.address[2:] for stored in (one, other)}
    paths[one].write_bytes(paths[other].read_bytes())
    with pytest.raises(VaultFileDamaged):
        vault.get(one.address)


def test_putting_a_damaged_file_again_heals_it(vault: Vault, tmp_path: Path) -> None:
    stored = vault.put(PDF, "证明.pdf")
    files_in(tmp_path)[0].write_bytes(b"damaged")
    vault.put(PDF, "证明.pdf")
    assert vault.get(stored.address) == PDF


def test_verifying_names_what_is_missing_and_what_is_damaged(vault: Vault, tmp_path: Path) -> None:
    whole, damaged, lost = (vault.put(PDF + bytes([65 + n]), "证明.pdf").address for n in range(3))
    (tmp_path / "vault" / damaged[:2] / damaged[2:]).write_bytes(b"CWV1")
    (tmp_path / "vault" / lost[:2] / lost[2:]).unlink()
    found = {address: type(error) for address, error in vault.verify([whole, damaged, lost])}
    assert found == {damaged: VaultFileDamaged, lost: VaultFileMissing}


@pytest.mark.parametrize("address", ["", "../../../etc/passwd", "ab/" + "c" * 61, "Z" * 64, "a" * 63])
def test_what_is_no_address_never_becomes_a_path(vault: Vault, address: str) -> None:
    with pytest.raises(VaultFileMissing):
        vault.get(address)


def test_a_refused_or_failed_file_leaves_nothing(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FileRefused):
        vault.put(b"MZ a program", "证明.pdf")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(durable.os, "fsync", full)
    with pytest.raises(FileNotSaved):
        vault.put(PDF, "证明.pdf")
    assert files_in(tmp_path) == []


def joined(tmp_path: Path) -> Vault:
    """The vault of another desk of the community: a key of its own, but the founder's addresses."""
    return Vault(tmp_path / "joined", bytes(32), address_key=address_key_of(KEY))


def test_desks_of_a_community_know_a_file_by_the_same_address(vault: Vault, tmp_path: Path) -> None:
    assert joined(tmp_path).put(PDF, "证明.pdf").address == vault.put(PDF, "证明.pdf").address


def test_a_file_of_another_desk_is_kept_under_its_address(vault: Vault, tmp_path: Path) -> None:
    stored, other = vault.put(PDF, "证明.pdf"), joined(tmp_path)
    other.take_in(stored.address, PDF)
    assert other.get(stored.address) == PDF


def test_the_founders_key_reads_nothing_of_another_desk(vault: Vault, tmp_path: Path) -> None:
    """Only the address is the community's; each desk's files are closed by its own key."""
    stored = joined(tmp_path).put(PDF, "证明.pdf")
    with pytest.raises(VaultFileDamaged):
        Vault(tmp_path / "joined", KEY).get(stored.address)


@pytest.mark.parametrize("address", ["0" * 64, "../../outside"])
def test_what_is_not_what_its_address_says_is_refused(vault: Vault, tmp_path: Path, address: str) -> None:
    with pytest.raises(VaultFileDamaged):
        vault.take_in(address, PDF)
    assert files_in(tmp_path) == []
