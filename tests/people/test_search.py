"""Anybody is found by whatever a worker types first."""

from __future__ import annotations

import pytest

from tests.people.conftest import SignedIn, Town, signed_in
from workbench.people.model import Dwelling, Resident, ResidentTag
from workbench.people.queries import PeopleQueries
from workbench.people.rules import ResidentEntry
from workbench.people.vocabulary import TagKind
from workbench.security.roles import NotPermitted, Role
from workbench.store import Actor, Store

NUMBER = "330100195803070024"
PHONE = "19900003746"


@pytest.fixture
def zhang(town: Town) -> str:
    return town.person("张伟国", town.home(), id_number=NUMBER, phone=PHONE, other_phone="057188001234")


@pytest.mark.parametrize(
    "typed",
    [
        *("张", "张伟", "张伟国", "伟国", "张 伟国", "　张伟国 "),
        *("zhang", "zh", "zhangwei", "ZHANG", "zhang wei guo", "weiguo", "zwg", "ＺＷＧ"),
        *(NUMBER, "3301", "0024", "19580307", "0307", "01001958", "33010019580307 0024", "３３０１００"),
        *(PHONE, "199", "3746", "0003", "199-0000-3746", "199 0000 3746", "88001234", "0571"),
        *(
            "3-1-502",
            "3幢502",
            "3幢1单元",
            "3幢1单元502室",
            "3号楼1单元502",
            "3-502",
            "3栋",
            "3#502",
            "桂花苑",
        ),
        *("桂花苑3幢", "桂花苑3幢502", "502", "３－１－５０２", "3—1—502"),
        *("zhang 3幢", "张 3-1", "zwg 0024", "zhang 1958", "桂花苑 张", "3746 张", "zhang 502室", "张 1单元"),
    ],
)
def test_a_resident_is_found_by_any_of_these(town: Town, zhang: str, typed: str) -> None:
    town.person("李四")

    assert town.found(typed) == ["张伟国"]


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "---", '"', "王", "zhang 4幢", "张 12幢", "3-2-502", "zwz", "9999", "'; DROP", "*", "张*"],
)
def test_what_fits_nobody_finds_nobody(town: Town, zhang: str, typed: str) -> None:
    assert town.found(typed) == []


def test_an_exact_name_comes_before_longer_ones_and_those_inside(town: Town) -> None:
    for name in ("王芳华", "王芳", "李王芳"):
        town.person(name)

    assert town.found("王芳") == ["王芳", "王芳华", "李王芳"]


def test_whoever_left_comes_after_everybody_who_lives_here(town: Town) -> None:
    left = town.person("王芳")
    town.person("王芳华")
    town.service.move_out(left)

    hits = town.queries.search("王芳")

    assert [(hit.name, hit.gone) for hit in hits] == [("王芳华", False), ("王芳", True)]


def test_the_limit_holds(town: Town) -> None:
    for room in range(5):
        town.person("王芳", town.home(str(100 + room)))

    assert len(town.queries.search("wang", limit=3)) == 3
    assert town.queries.search("wang", limit=0) == []


def test_a_hit_is_masked_and_says_who_it_is(town: Town, zhang: str) -> None:
    town.service.add_tag(zhang, TagKind.PARTY_MEMBER)
    town.service.add_tag(zhang, TagKind.MENTAL_DISORDER)

    (hit,) = town.queries.search("zwg")

    assert (hit.id_number, hit.phone) == ("330100********0024", "199****3746")
    assert (hit.age, hit.address) == (68, "桂花苑3幢1单元502室")
    assert hit.tags == (TagKind.PARTY_MEMBER,)


def test_a_tag_is_shown_until_its_last_day(town: Town, zhang: str) -> None:
    tag = town.service.add_tag(zhang, TagKind.VOLUNTEER)
    assert town.queries.search("zwg")[0].tags == (TagKind.VOLUNTEER,)

    town.service.end_tag(tag)

    assert town.queries.search("zwg")[0].tags == ()


def test_a_new_name_is_found_and_the_old_one_is_not(town: Town, zhang: str) -> None:
    town.service.edit_resident(zhang, {"name": "单雄信"})

    assert town.found("shanxiong") == town.found("雄信") == town.found("ongxin") == ["单雄信"]
    assert town.found("张伟国") == town.found("zwg") == town.found("angwei") == []


def test_rare_characters_and_those_beyond_the_first_plane_are_found(town: Town) -> None:
    town.person("𠮷田㛃䶮")

    assert town.found("𠮷") == town.found("㛃䶮") == town.found("田㛃䶮") == ["𠮷田㛃䶮"]


def test_who_moves_is_found_at_the_new_address_only(town: Town, zhang: str) -> None:
    town.service.change_household(zhang, town.home("101", building=town.twelfth))

    assert town.found("12-1-101") == ["张伟国"]
    assert town.found("3-1-502") == []


def test_what_raw_and_bulk_writes_change_is_searched_too(town: Town, zhang: str, actor: Actor) -> None:
    with town.store.write(actor) as work:
        work.session.connection().exec_driver_sql("UPDATE dwelling SET room = '503'")
        work.session.connection().exec_driver_sql("UPDATE building SET number = '9' WHERE number = '3幢'")
        work.session.connection().exec_driver_sql("UPDATE resident SET phone = '18800001111'")
        work.insert_many(Resident, [{"name": "李四", "full_pinyin": "lisi", "initials": "ls"}])
        work.insert_many(ResidentTag, [{"resident_id": zhang, "kind": TagKind.VETERAN, "since": work.today}])

    assert town.found("9-1-503") == town.found("8000") == ["张伟国"]
    assert town.found("3-1-502") == town.found(PHONE) == []
    assert town.found("ls") == ["李四"]
    assert town.queries.search("zwg")[0].tags == (TagKind.VETERAN,)


def test_a_removed_resident_is_not_found_and_comes_back_when_restored(
    town: Town, zhang: str, actor: Actor
) -> None:
    with town.store.write(actor) as work:
        work.remove(work.get(Resident, zhang))
    assert town.found("zwg") == town.found("weiguo") == []

    with town.store.write(actor) as work:
        work.session.get_one(Resident, zhang).deleted_at = None
    assert town.found("zwg") == town.found("weiguo") == ["张伟国"]


def test_a_row_deleted_for_good_leaves_nothing_in_the_index(town: Town, zhang: str, actor: Actor) -> None:
    with town.store.write(actor) as work:
        work.session.connection().exec_driver_sql("DELETE FROM resident")

    assert town.found("zwg") == town.found("weiguo") == []


def test_a_rolled_back_entry_is_not_searched(town: Town, actor: Actor) -> None:
    with pytest.raises(ZeroDivisionError), town.store.write(actor) as work:
        work.add(Resident(name="李四", full_pinyin="lisi", initials="ls"))
        work.session.flush()
        raise ZeroDivisionError

    assert town.found("lisi") == []


def test_an_address_given_before_its_people_is_the_same(town: Town, actor: Actor) -> None:
    home = town.service.add_household()
    town.person("李四", home)
    with town.store.write(actor) as work:
        dwelling = work.session.query(Dwelling).first() or work.add(
            Dwelling(building_id=town.third, unit="2", room="301")
        )
        work.session.flush()
        work.session.connection().exec_driver_sql(
            "UPDATE household SET dwelling_id = ? WHERE id = ?", (dwelling.id, home)
        )

    assert town.found("3-2-301") == ["李四"]


def test_several_common_words_narrow_each_other(town: Town) -> None:
    for number in range(30):
        town.person("张三", town.home(str(100 + number)))
    town.person("张三", town.home("777", building=town.twelfth))

    assert len(town.found("zhang 12幢")) == 1


def test_an_enumerator_may_not_search_the_register(store: Store, actor: Actor, town: Town) -> None:
    queries = PeopleQueries(store, signed_in(actor, Role.ENUMERATOR))

    with pytest.raises(NotPermitted):
        queries.search("张")


def test_hits_by_id_keep_their_order(town: Town, zhang: str, worker: SignedIn) -> None:
    other = town.service.add_resident(ResidentEntry("李四"))

    assert [hit.id for hit in town.queries.hits([other, "nobody", zhang])] == [other, zhang]
