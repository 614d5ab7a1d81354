"""Files of a desk among others: the same address everywhere, and what lies elsewhere is no fault here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from workbench.desk.attachments import Attachments, vault_of
from workbench.desk.desk import Desk
from workbench.security.vault import VaultFileMissing, address_key_of
from workbench.store.local import StoreFact
from workbench.sync.facts import ADDRESS_KEY
from workbench.sync.model import BlobTask

PDF = b"%PDF-1.7\nname: plainly visible\n%%EOF\n"
FOUNDER = address_key_of(bytes(range(32)))


def join(desk: Desk) -> None:
    """Let the desk have joined a community that another desk founded."""
    with desk.store.write(desk.session.actor) as work:
        work.session.merge(StoreFact(name=ADDRESS_KEY, value=FOUNDER.hex()))


def arrived(desk: Desk, attachment_id: str) -> str:
    """Let an attachment have come from another desk, its file not yet with it; return its address."""
    with desk.store.write(desk.session.actor) as work:
        words = text("UPDATE journal SET origin_id = id WHERE record_id = :id AND entity = 'attachment'")
        work.session.execute(words, {"id": attachment_id})
        address = str(work.session.execute(text("SELECT address FROM attachment")).scalar_one())
    (desk.folder.vault / address[:2] / address[2:]).unlink()
    return address


@pytest.fixture
def attachments(desk: Desk, tmp_path: Path) -> Callable[..., Attachments]:
    def made(fetch: Callable[[str], bytes] | None = None) -> Attachments:
        return Attachments(desk.store, desk.session, desk.folder.vault, bytes(32), fetch)

    return made


def test_a_desk_that_joined_addresses_files_as_the_founder_does(desk: Desk, tmp_path: Path) -> None:
    alone = vault_of(desk.store, tmp_path / "one", bytes(32)).put(PDF, "证明.pdf").address
    join(desk)
    together = vault_of(desk.store, tmp_path / "two", bytes(32)).put(PDF, "证明.pdf").address
    founder = vault_of(desk.store, tmp_path / "three", bytes(range(32))).put(PDF, "证明.pdf").address
    assert alone != together == founder


def test_joining_while_the_desk_is_open_counts_at_once(
    desk: Desk, attachments: Callable[..., Attachments]
) -> None:
    here = attachments()
    join(desk)
    here.keep(PDF, "证明.pdf", "matter", "matter-1")
    with desk.store.read() as session:
        address = session.execute(text("SELECT address FROM attachment")).scalar_one()
    assert address == vault_of(desk.store, desk.folder.vault, bytes(32)).put(PDF, "证明.pdf").address


def test_a_file_of_another_desk_is_fetched_when_it_is_opened(
    desk: Desk, attachments: Callable[..., Attachments]
) -> None:
    kept = attachments().keep(PDF, "证明.pdf", "matter", "matter-1")
    address = arrived(desk, kept.id)
    assert attachments({address: PDF}.__getitem__).content(kept.id) == PDF
    with pytest.raises(VaultFileMissing):
        attachments().content(kept.id)


def test_only_files_that_should_be_here_are_missed(
    desk: Desk, attachments: Callable[..., Attachments]
) -> None:
    here = attachments()
    kept = here.keep(PDF, "证明.pdf", "matter", "matter-1")
    assert (here.count(), list(here.faults())) == (1, [])
    address = arrived(desk, kept.id)
    assert (here.count(), list(here.faults())) == (0, [])
    with desk.store.write(desk.session.actor) as work:
        work.session.add(BlobTask(address=address, upload=False, size=len(PDF), done=len(PDF)))
    assert [fault.place for fault in here.faults()] == [f"vault {address}"]


def test_a_file_kept_for_two_records_is_counted_once(attachments: Callable[..., Attachments]) -> None:
    here = attachments()
    for matter in ("matter-1", "matter-2"):
        here.keep(PDF, "证明.pdf", "matter", matter)
    assert here.count() == 1
