"""Staff enter residents, move them, and note what is known of them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.people.conftest import SignedIn, Town
from tests.store_fixtures import SettableClock
from workbench.people.model import Resident
from workbench.people.queries import PeopleQueries, SecretField
from workbench.people.rules import InvalidEntry, LifeStage, ResidentEntry
from workbench.people.service import PeopleBulk, PeopleService
from workbench.people.service.base import DateAhead
from workbench.people.service.facts import TagAlreadyOpen, WrongPeriod, WrongRelation
from workbench.people.service.homes import DwellingPlace, NotInHousehold, RoomMissing
from workbench.people.service.residence import NotLivingHere
from workbench.people.vocabulary import ResidentStatus, TagKind
from workbench.security.roles import NotPermitted
from workbench.standards.codes import Sex
from workbench.store import Actor, RecordNotFound

NUMBER = "330100195803070024"
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def tuesday(clock: SettableClock) -> None:
    clock.advance(days=1)


def test_a_card_tells_the_whole_story_masked(town: Town) -> None:
    home = town.home()
    zhang = town.person("张伟国", home, id_number=NUMBER, phone="19900003746", ethnic_group="01", note="独居")
    wang = town.person("王芳", home, relation_to_head="12")
    town.service.set_head(home, zhang)
    town.service.add_tag(zhang, TagKind.PARTY_MEMBER, date(2020, 7, 1))
    town.service.add_held_document(zhang, "id_card", date(2026, 1, 5), date(2026, 6, 1))
    son = town.person("张小明")
    town.service.add_kinship(zhang, son, "20")

    card = town.queries.card(zhang)

    assert (card.name, card.sex, card.age, card.stage) == ("张伟国", Sex.FEMALE, 68, LifeStage.ELDER)
    assert (card.id_number, card.phone) == ("330100********0024", "199****3746")
    assert (card.address, card.grid, card.relation) == ("桂花苑3幢1单元502室", "第一网格", "户主")
    assert card.ethnic_group.startswith("汉")
    assert [(member.id, member.relation) for member in card.members] == [(wang, "妻")]
    assert [(one.id, one.relation) for one in card.relatives] == [(son, "子")]
    assert [(held.label, held.expired) for held in card.held] == [("居民身份证", True)]
    assert [line.text for line in card.story] == ["标记：党员"]
    assert town.queries.card(son).relatives[0].relation == "本人是其子"


def test_secrets_are_read_one_by_one_by_those_who_may(town: Town, trainee: SignedIn) -> None:
    zhang = town.person(id_number=NUMBER)

    assert town.queries.secret(zhang, SecretField.ID_NUMBER) == NUMBER
    assert town.queries.secret(zhang, "phone") is None
    with pytest.raises(ValueError, match="note"):
        town.queries.secret(zhang, "note")
    with pytest.raises(NotPermitted):
        PeopleQueries(town.store, trainee).secret(zhang, SecretField.ID_NUMBER)


def test_confided_tags_are_for_those_who_may_unmask(town: Town, trainee: SignedIn) -> None:
    zhang = town.person()
    town.service.add_tag(zhang, TagKind.CORRECTION)
    theirs = PeopleQueries(town.store, trainee)

    assert [tag.label for tag in town.queries.card(zhang).tags] == ["社区矫正"]
    assert theirs.card(zhang).tags == theirs.card(zhang).story == ()
    with pytest.raises(NotPermitted):
        PeopleService(town.store, trainee).add_tag(zhang, TagKind.MENTAL_DISORDER)  # type: ignore[arg-type]


def test_nobody_without_the_permission_changes_the_register(town: Town, actor: Actor) -> None:
    service = PeopleService(town.store, SignedIn(actor, frozenset()))  # type: ignore[arg-type]

    with pytest.raises(NotPermitted):
        service.add_resident(ResidentEntry("张"))


def test_a_correction_checks_only_what_it_touches(town: Town, actor: Actor) -> None:
    zhang = town.person()
    with town.store.write(actor) as work:
        work.get(Resident, zhang).id_number = "330100195803070023"

    town.service.edit_resident(zhang, {"phone": "１９９-0000-3746"})
    assert town.queries.secret(zhang, "phone") == "19900003746"
    with pytest.raises(InvalidEntry, match="校验位"):
        town.service.edit_resident(zhang, {"sex": Sex.MALE})


def test_an_edited_number_brings_birth_date_along(town: Town) -> None:
    zhang = town.person()

    town.service.edit_resident(zhang, {"id_number": NUMBER})

    assert town.queries.card(zhang).birth_date == date(1958, 3, 7)


def test_who_moves_out_and_comes_back_has_both_in_the_story(town: Town) -> None:
    home = town.home()
    zhang = town.person("张伟国", home, relation_to_head="02")
    town.service.set_head(home, zhang)
    town.service.move_out(zhang, date(2026, 3, 1), "到外地养老")
    left = town.queries.card(zhang)
    view = town.queries.household(home)

    assert (left.status, left.status_since) == (ResidentStatus.MOVED_OUT, date(2026, 3, 1))
    assert (view.members, [one.id for one in view.former]) == ((), [zhang])
    town.service.move_in(zhang, town.home("101"), date(2026, 9, 1))
    back = town.queries.card(zhang)
    assert (back.status, back.address) == (ResidentStatus.LIVING, "桂花苑3幢1单元101室")
    assert [line.text for line in town.queries.timeline(zhang)] == [
        "迁入：桂花苑3幢1单元101室",
        "迁出：桂花苑3幢1单元502室",
    ]


def test_nobody_leaves_twice_but_one_who_left_may_die(town: Town) -> None:
    zhang = town.person()
    town.service.move_out(zhang)

    with pytest.raises(NotLivingHere, match="已迁出"):
        town.service.move_out(zhang)
    town.service.decease(zhang)
    with pytest.raises(NotLivingHere):
        town.service.decease(zhang)
    with pytest.raises(NotLivingHere):
        town.service.change_household(zhang, town.home())


def test_nothing_happens_tomorrow(town: Town) -> None:
    zhang = town.person()

    with pytest.raises(DateAhead):
        town.service.decease(zhang, date(2026, 11, 25))
    assert town.queries.card(zhang).status is ResidentStatus.LIVING


def test_an_arrival_is_told_on_entry(town: Town) -> None:
    zhang = town.service.add_resident(ResidentEntry("张"), town.home(), moved_in_on=date(2026, 11, 1))

    assert [line.on for line in town.queries.timeline(zhang)] == [date(2026, 11, 1)]


def test_one_place_is_one_dwelling(town: Town) -> None:
    place = DwellingPlace(town.third, "1", "502")

    assert town.service.dwelling_at(place) == town.service.dwelling_at(
        DwellingPlace(town.third, "１", " 502")
    )
    with pytest.raises(RoomMissing):
        town.service.dwelling_at(DwellingPlace(town.third, "1", " "))
    with pytest.raises(RecordNotFound):
        town.service.dwelling_at(DwellingPlace("nowhere", "1", "1"))
    assert town.queries.building_in_use(town.third)
    assert not town.queries.building_in_use(town.twelfth)


def test_a_household_that_moves_takes_its_people_along(town: Town) -> None:
    home = town.home()
    zhang = town.person("张伟国", home)

    town.service.move_household(home, DwellingPlace(town.twelfth, "", "9"))

    assert town.queries.card(zhang).address == "12幢9室"
    assert town.found("12-9") == ["张伟国"]


def test_only_a_member_heads_a_household_and_the_former_head_steps_down(town: Town) -> None:
    home = town.home()
    zhang, wang, stranger = town.person("张", home), town.person("王", home), town.person("李")
    town.service.set_head(home, zhang)

    town.service.set_head(home, wang)

    assert [(one.id, one.is_head, one.relation) for one in town.queries.household(home).members] == [
        (wang, True, "户主"),
        (zhang, False, ""),
    ]
    with pytest.raises(NotInHousehold):
        town.service.set_head(home, stranger)


def test_a_tag_is_carried_once_at_a_time(town: Town) -> None:
    zhang = town.person()
    first = town.service.add_tag(zhang, TagKind.SUBSISTENCE, date(2026, 1, 1))
    with pytest.raises(TagAlreadyOpen, match="低保"):
        town.service.add_tag(zhang, TagKind.SUBSISTENCE)
    with pytest.raises(WrongPeriod):
        town.service.end_tag(first, date(2025, 12, 31))

    town.service.end_tag(first, date(2026, 6, 1))
    town.service.add_tag(zhang, TagKind.SUBSISTENCE)

    assert [(tag.since, tag.ended) for tag in town.queries.card(zhang).tags] == [
        (TODAY, False),
        (date(2026, 1, 1), True),
    ]


def test_a_relation_must_be_one_of_the_standard(town: Town) -> None:
    zhang, son = town.person("张"), town.person("张小明")

    with pytest.raises(WrongRelation):
        town.service.add_kinship(zhang, son, "xx")
    with pytest.raises(WrongRelation):
        town.service.add_kinship(zhang, zhang, "20")
    town.service.remove_kinship(town.service.add_kinship(zhang, son, "20"))
    assert town.queries.card(zhang).relatives == ()


def test_a_document_not_held_any_more_is_off_the_card(town: Town) -> None:
    zhang = town.person()
    held = town.service.add_held_document(zhang, "photo")
    with pytest.raises(WrongPeriod):
        town.service.add_held_document(zhang, "id_card", date(2026, 1, 1), date(2025, 1, 1))

    town.service.remove_held_document(held)

    assert town.queries.card(zhang).held == ()


def test_many_households_entered_at_once_are_found_at_once(town: Town, actor: Actor) -> None:
    with town.store.write(actor) as work:
        bulk = PeopleBulk(work)
        place = DwellingPlace(town.twelfth, "2", "301")
        wife = ResidentEntry("李梅", relation_to_head="12")
        ids = bulk.household(place, [wife, ResidentEntry("王刚", relation_to_head="02")])
        bulk.tag(ids[0], TagKind.VOLUNTEER, work.today)
        bulk.store()
        bulk.household(place, [ResidentEntry("租客")])
        bulk.store()

    assert town.found("12-2-301") == ["李梅", "王刚", "租客"]
    assert town.queries.search("lm")[0].tags == (TagKind.VOLUNTEER,)
    assert town.queries.card(ids[1]).relation == "户主"
