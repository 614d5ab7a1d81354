"""Forms are published, withdrawn, opened; what was filled in is kept, and corrected beside what it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.catalogue.conftest import signed_in
from tests.forms.definition.documents import document
from tests.forms.definition.workbooks import SETTINGS, workbook
from tests.store_fixtures import MONDAY_MORNING
from workbench.forms.errors import (
    AlreadyKept,
    FormVersionTaken,
    FormWithdrawn,
    ReasonMissing,
    StaleCorrection,
    UnknownFormVersion,
    UnknownSubmission,
    WrongSubmission,
)
from workbench.forms.keeping import Filled, Subject, keep
from workbench.forms.model import FormSubmission, FormVersion
from workbench.forms.queries import FormQueries
from workbench.forms.service import FormService
from workbench.forms.shipped import SHIPPED_FORMS
from workbench.security.roles import NotPermitted, Role
from workbench.store import Store
from workbench.store.history import history_of

ASK = ["type", "name", "label"]
ABOUT = Subject("resident", "resident-1")

Publish = Callable[..., Path]


@pytest.fixture
def keeper(store: Store) -> FormService:
    return FormService(store, signed_in(Role.SUPERVISOR))


@pytest.fixture
def worker(store: Store) -> FormService:
    return FormService(store, signed_in(Role.WORKER))


@pytest.fixture
def listed(store: Store) -> FormQueries:
    return FormQueries(store, signed_in(Role.WORKER))


@pytest.fixture
def file(tmp_path: Path) -> Publish:
    def write(label: str = "姓名", version: str = "3") -> Path:
        path = tmp_path / "visit.xlsx"
        path.write_bytes(workbook([ASK, ["text", "a", label]], (), [SETTINGS[0], ["visit", version, "走访"]]))
        return path

    return write


def submission(number: int, deprecated: int | None = None, answer: str = "甲", form: str = "visit") -> bytes:
    former = f"<deprecatedID>uuid:{deprecated}</deprecatedID>" if deprecated else ""
    meta = f"<meta><instanceID>uuid:{number}</instanceID>{former}</meta>"
    return f'<data id="{form}" version="3"><a>{answer}</a>{meta}</data>'.encode()


def filled(version: str, xml: bytes, **others) -> Filled:
    return Filled(version, xml, MONDAY_MORNING, **{"subject": ABOUT, **others})


def test_a_published_form_is_listed_and_opens_as_it_was_read(keeper, listed, file):
    row = keeper.publish(file())
    assert listed.published() == [row]
    assert listed.current("visit") == row
    assert (row.form_id, row.version, row.title) == ("visit", "3", "走访")
    assert keeper.open(row.id).body[0].path == "/data/a"
    assert keeper.open(row.id) is keeper.open(row.id)


def test_a_preview_changes_nothing_and_knows_what_there_is(keeper, listed, file):
    shown = keeper.preview(file())
    assert (shown.questions, shown.published_before) == (1, False)
    assert listed.versions() == []
    keeper.publish(file())
    assert keeper.preview(file()).published_before
    assert not keeper.preview(file("年龄")).published_before


def test_the_same_form_published_again_is_the_version_there_is(keeper, listed, file):
    assert keeper.publish(file()).id == keeper.publish(file()).id
    assert len(listed.versions("visit")) == 1


def test_another_form_under_the_same_version_is_refused(keeper, file):
    keeper.publish(file())
    with pytest.raises(FormVersionTaken, match="改版本号"):
        keeper.publish(file("年龄"))


def test_the_later_version_is_the_current_one(keeper, listed, file, clock):
    keeper.publish(file())
    clock.advance(minutes=1)
    later = keeper.publish(file(version="4"))
    assert listed.current("visit") == later
    assert len(listed.published()) == 2


def test_a_form_without_a_version_gets_the_days(keeper, file):
    assert keeper.publish(file(version="")).version == "20261123"


def test_the_files_beside_a_form_are_kept_with_it_and_no_others(keeper, tmp_path):
    (tmp_path / "towns.csv").write_bytes("name,label\n1,桂花镇\n".encode("gb18030"))
    (tmp_path / "residents.csv").write_text("name,id\n", "utf-8")
    path = tmp_path / "visit.xml"
    path.write_bytes(document("<a/>", '<instance id="towns" src="jr://file-csv/towns.csv"/>'))
    form = keeper.open(keeper.publish(path).id)
    assert set(form.media) == {"towns.csv"}
    assert form.secondary["towns"].findtext("item/label") == "桂花镇"


def test_pictures_are_kept_byte_for_byte(keeper, tmp_path):
    media = tmp_path / "visit-media"
    media.mkdir()
    (media / "a.png").write_bytes(bytes(range(256)))
    path = tmp_path / "visit.xlsx"
    path.write_bytes(workbook([[*ASK, "media::image"], ["text", "a", "甲", "a.png"]]))
    assert keeper.open(keeper.publish(path).id).media == {"a.png": bytes(range(256))}


def test_only_supervisors_and_administrators_publish(store, file):
    FormService(store, signed_in(Role.ADMINISTRATOR)).publish(file())
    for role in (Role.WORKER, Role.TRAINEE, Role.MENTOR, Role.ENUMERATOR):
        with pytest.raises(NotPermitted):
            FormService(store, signed_in(role)).publish(file())


def test_a_withdrawn_version_takes_only_what_was_begun_before(keeper, worker, listed, file, clock):
    version = keeper.publish(file()).id
    clock.advance(minutes=5)
    keeper.withdraw(version, "换新版")
    assert listed.published() == []
    assert listed.versions()[0].withdrawn_reason == "换新版"
    worker.submit(filled(version, submission(1)))
    with pytest.raises(FormWithdrawn):
        late = MONDAY_MORNING + timedelta(minutes=6)
        worker.submit(Filled(version, submission(2), late))
    with pytest.raises(FormWithdrawn):
        keeper.withdraw(version, "又换")
    assert keeper.publish(file()).withdrawn_at is None


def test_withdrawing_needs_a_reason(keeper, file):
    with pytest.raises(ReasonMissing):
        keeper.withdraw(keeper.publish(file()).id, "  ")


def test_a_submission_is_kept_once_however_often_it_is_handed_in(keeper, worker, listed, file):
    version = keeper.publish(file()).id
    first = worker.submit(filled(version, submission(1)))
    assert worker.submit(filled(version, submission(1))) == first
    assert [row.id for row in listed.submissions(version)] == [first]
    assert [row.id for row in listed.about(ABOUT)] == [first]
    assert listed.contents(first) == submission(1)
    with pytest.raises(AlreadyKept):
        worker.submit(filled(version, submission(1, answer="乙")))


@pytest.mark.parametrize(
    "xml",
    [
        submission(1, form="other"),
        b"<data id='visit'><a/></data>",
        b"<data id='visit'>",
        b"<!DOCTYPE x><data id='visit'/>",
        "<data id='visit'>甲</data>".encode("gb18030"),
    ],
)
def test_what_is_no_submission_of_the_form_is_refused(keeper, worker, file, xml):
    with pytest.raises(WrongSubmission):
        worker.submit(filled(keeper.publish(file()).id, xml))


def test_a_correction_stands_beside_what_it_corrects(keeper, worker, listed, file, store):
    version = keeper.publish(file()).id
    first = worker.submit(filled(version, submission(1)))
    second = worker.correct(first, filled(version, submission(2, 1, "乙")), "居民要求更正")
    third = worker.correct(second, filled(version, submission(3, 2, "丙")), "再次核对")
    assert [row.id for row in listed.submissions(version)] == [third]
    for each in (first, second, third):
        assert [row.id for row in listed.chain(each)] == [first, second, third]
    assert listed.contents(first) == submission(1)
    with store.read() as session:
        assert history_of(session, FormSubmission.__tablename__, first)


def test_a_correction_needs_a_reason_and_the_latest_submission(keeper, worker, file):
    version = keeper.publish(file()).id
    first = worker.submit(filled(version, submission(1)))
    with pytest.raises(ReasonMissing):
        worker.correct(first, filled(version, submission(2, 1)), "")
    with pytest.raises(StaleCorrection):
        worker.correct(first, filled(version, submission(2)), "核对")
    worker.correct(first, filled(version, submission(2, 1)), "核对")
    with pytest.raises(StaleCorrection):
        worker.correct(first, filled(version, submission(3, 1)), "核对")


def test_census_forms_are_kept_and_read_by_the_census_only(keeper, worker, listed, file, store):
    version = keeper.publish(file()).id
    theirs = filled(version, submission(1), subject=Subject("census_case", "case-1"))
    with pytest.raises(WrongSubmission):
        worker.submit(theirs)
    with store.write(signed_in(Role.WORKER).actor) as work:
        kept = keep(work, theirs).id
    assert listed.submissions(version) == []
    for read in (listed.contents, listed.chain):
        with pytest.raises(UnknownSubmission):
            read(kept)
    with pytest.raises(UnknownSubmission):
        worker.correct(kept, filled(version, submission(2, 1)), "核对")


def test_an_enumerator_hands_in_but_does_not_read(keeper, store, file):
    version = keeper.publish(file()).id
    FormService(store, signed_in(Role.ENUMERATOR)).submit(filled(version, submission(1)))
    with pytest.raises(NotPermitted):
        FormQueries(store, signed_in(Role.ENUMERATOR)).submissions(version)
    with pytest.raises(NotPermitted):
        FormService(store, signed_in(Role.ADMINISTRATOR)).submit(filled(version, submission(2)))


def test_an_unknown_version_is_not_opened(worker, listed):
    for read in (worker.open, listed.version):
        with pytest.raises(UnknownFormVersion):
            read("nowhere")


@pytest.mark.parametrize("shipped", SHIPPED_FORMS, ids=lambda shipped: shipped.form_id)
def test_the_forms_that_ship_are_published_and_opened(keeper, listed, shipped):
    row = keeper.publish(shipped.path)
    assert row.form_id == shipped.form_id
    assert keeper.open(row.id).body
    assert keeper.preview(shipped.path).published_before


def test_publishing_is_journalled(keeper, file, store):
    row = keeper.publish(file())
    with store.read() as session:
        assert history_of(session, FormVersion.__tablename__, row.id)
