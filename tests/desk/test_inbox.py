"""The inbox: who sees which dispute, what it shows, and what settling writes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.desk_fixtures import SignIn
from workbench.desk.desk import Desk
from workbench.desk.inbox import Inbox
from workbench.desk.sync_views import DisputeKind
from workbench.people.model import Resident
from workbench.security.roles import NotPermitted
from workbench.security.unmasking import Purpose
from workbench.store.errors import RecordNotFound
from workbench.store.journal import JournalKind
from workbench.sync.choices import FieldChoice, Take
from workbench.sync.disputes import NeedsSecondPerson, NotDecided, NotOpen
from workbench.sync.model import SyncDispute
from workbench.sync.protocol.wire import Reason
from workbench.sync.thirds import NotAValue

WRITTEN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def somebody(desk: Desk) -> Resident:
    with desk.store.read() as reading:
        return reading.query(Resident).filter(Resident.deleted_at.is_(None)).order_by(Resident.id).first()


def disputed(desk: Desk, author_id: str, **parts: Any) -> str:
    """Put a dispute into the store as the server would."""
    resident = somebody(desk)
    fields: dict[str, Any] = {
        "entity": "resident",
        "record_id": resident.id,
        "op_id": "op-1",
        "change_kind": "patch",
        "reason": Reason.FIELD_CHANGED.value,
        "base": {"phone": "13800000000"},
        "mine": {"phone": "13811112222"},
        "theirs": {"phone": "13933334444"},
        "author_id": author_id,
        "author_device": "device-2/life-1",
        "written_at": WRITTEN,
    }
    with desk.store.write(desk.session.actor) as work:
        return work.add(SyncDispute(**fields | parts)).id


def phone_of(desk: Desk) -> str | None:
    return somebody(desk).phone


def test_given_another_workers_dispute_when_a_worker_looks_then_only_the_supervisor_sees_it(
    desk: Desk, sign_in: SignIn
) -> None:
    worker = sign_in("chenyu")
    one = disputed(desk, desk.session.staff_id)
    assert [line.id for line in Inbox(desk).disputes()] == [one]
    assert Inbox(worker).disputes() == ()
    with pytest.raises(RecordNotFound):
        Inbox(worker).dispute(one)


def test_given_a_dispute_of_numbers_when_shown_then_they_are_masked_until_revealed(desk: Desk) -> None:
    one = disputed(desk, desk.session.staff_id)
    detail = Inbox(desk).dispute(one)
    assert detail.line.kind is DisputeKind.FIELDS
    assert detail.line.title == somebody(desk).name
    (field,) = detail.fields
    assert (field.base, field.mine, field.theirs) == ("138****0000", "138****2222", "139****4444")
    assert field.masked
    shown = Inbox(desk).reveal(one, "phone", Purpose.VERIFY, "")
    assert (shown.mine, shown.theirs) == ("13811112222", "13933334444")
    assert desk.history("resident", somebody(desk).id)[0].kind is JournalKind.UNMASK


@pytest.mark.parametrize(
    ("choice", "phone", "ending"),
    [
        (FieldChoice(Take.MINE), "13811112222", "mine"),
        (FieldChoice(Take.THEIRS), "13933334444", "theirs"),
        (FieldChoice(Take.THIRD, "13755556666"), "13755556666", "third"),
    ],
)
def test_given_a_choice_when_resolved_then_the_record_has_it_and_the_dispute_is_history(
    desk: Desk, choice: FieldChoice, phone: str, ending: str
) -> None:
    one = disputed(desk, desk.session.staff_id)
    inbox = Inbox(desk)
    inbox.resolve(one, {"phone": choice})
    assert phone_of(desk) == phone
    assert inbox.disputes() == ()
    (settled,) = inbox.disputes(resolved=True)
    assert (settled.choice, settled.resolved_by) == (ending, desk.session.display_name)
    with pytest.raises(NotOpen):
        inbox.resolve(one, {"phone": choice})


def test_given_a_bad_third_value_when_resolved_then_nothing_is_written(desk: Desk) -> None:
    one = disputed(desk, desk.session.staff_id, mine={"phone": "1", "status": "moved_out"})
    before = phone_of(desk)
    with pytest.raises(NotDecided):
        Inbox(desk).resolve(one, {"phone": FieldChoice(Take.MINE)})
    with pytest.raises(NotAValue):
        choices = {"phone": FieldChoice(Take.MINE), "status": FieldChoice(Take.THIRD, "flying")}
        Inbox(desk).resolve(one, choices)
    assert phone_of(desk) == before
    assert len(Inbox(desk).disputes()) == 1


def test_given_a_refused_change_when_applied_then_it_is_the_supervisors_own(
    desk: Desk, sign_in: SignIn
) -> None:
    worker = sign_in("chenyu")
    one = disputed(desk, worker.session.staff_id, reason=Reason.NOT_PERMITTED.value)
    assert Inbox(worker).dispute(one).may_apply is False
    with pytest.raises(NotPermitted):
        Inbox(worker).apply_refused(one)
    assert Inbox(desk).dispute(one).may_apply
    Inbox(desk).apply_refused(one)
    assert phone_of(desk) == "13811112222"
    assert desk.history("resident", somebody(desk).id)[0].author_id == desk.session.staff_id


def test_given_an_edit_of_somebody_removed_when_mine_stands_then_they_are_back(desk: Desk) -> None:
    resident = somebody(desk)
    with desk.store.write(desk.session.actor) as work:
        work.remove(work.get(Resident, resident.id))
    one = disputed(
        desk, desk.session.staff_id, record_id=resident.id, reason=Reason.EDITED_AFTER_DELETION.value
    )
    assert Inbox(desk).dispute(one).line.kind is DisputeKind.WHOLE
    Inbox(desk).settle(one, Take.MINE)
    back = somebody(desk)
    assert (back.id, back.phone, back.deleted_at) == (resident.id, "13811112222", None)


def test_given_a_mass_deletion_when_its_author_approves_then_a_second_person_is_asked_for(
    desk: Desk, sign_in: SignIn
) -> None:
    worker = sign_in("chenyu")
    removed = {"record_ids": [somebody(desk).id]}
    parts = {"reason": Reason.MASS_DELETE.value, "change_kind": "delete", "base": {}, "theirs": {}}
    own = disputed(desk, desk.session.staff_id, mine=removed, **parts)
    with pytest.raises(NeedsSecondPerson):
        Inbox(desk).approve(own)
    others = disputed(desk, worker.session.staff_id, mine=removed, **parts)
    detail = Inbox(desk).dispute(others)
    assert (detail.line.kind, detail.may_approve) == (DisputeKind.REMOVALS, True)
    assert detail.titles == (somebody(desk).name,)
    with pytest.raises(RecordNotFound):
        Inbox(worker).approve(own)
    Inbox(desk).approve(others)
    assert Inbox(desk).disputes(resolved=True)[0].choice == "approve"


def test_given_a_refusal_when_discarded_then_the_note_stays(desk: Desk) -> None:
    one = disputed(desk, desk.session.staff_id, reason=Reason.WRONG_STATE.value)
    before = phone_of(desk)
    Inbox(desk).discard(one, " 已与居民核对 ")
    assert phone_of(desk) == before
    assert Inbox(desk).disputes(resolved=True)[0].note == "已与居民核对"


def test_given_a_third_name_when_resolved_then_its_readings_go_with_it(desk: Desk) -> None:
    names = {"base": {"name": "王芳"}, "mine": {"name": "王方"}, "theirs": {"name": "王房"}}
    one = disputed(desk, desk.session.staff_id, **names)
    Inbox(desk).resolve(one, {"name": FieldChoice(Take.THIRD, "仇英")})
    found = somebody(desk)
    assert (found.name, found.full_pinyin, found.initials) == ("仇英", "qiuying", "qy")
