"""How many people live here, and lists of them."""

from __future__ import annotations

import pytest

from tests.people.conftest import SignedIn, Town
from tests.store_fixtures import MONDAY_MORNING
from workbench.documents.model import Chart, Table
from workbench.people.population import Count, Population
from workbench.people.queries import PeopleQueries
from workbench.people.reports import Issued, population_report, roster_report
from workbench.people.vocabulary import TagKind
from workbench.security.roles import NotPermitted

ISSUED = Issued("王书记", "演示社区", MONDAY_MORNING)
NUMBER = "330100195803070024"


@pytest.fixture
def lived_in(town: Town) -> Population:
    home = town.home()
    zhang = town.person("张伟国", home, id_number=NUMBER)
    town.person("王芳", home, id_number="33010019900101001X")
    town.person("流动的人")
    town.service.move_out(town.person("李四", home))
    town.service.add_tag(zhang, TagKind.VETERAN)
    town.service.end_tag(town.service.add_tag(zhang, TagKind.VOLUNTEER))
    town.service.add_tag(zhang, TagKind.CORRECTION)
    return town.queries.population()


def _find(counts: tuple[Count, ...], label: str) -> Count:
    return next(count for count in counts if count.label == label)


def test_only_those_who_live_here_are_counted(lived_in: Population) -> None:
    assert lived_in.total == Count("合计", 3, 1, 1, 1)


def test_every_count_adds_up_to_the_total(lived_in: Population) -> None:
    for counts in (lived_in.by_grid, lived_in.by_building, lived_in.by_age, lived_in.by_registration):
        assert sum(count.total for count in counts) == lived_in.total.total


def test_groups_have_their_people_and_empty_ones_are_there_too(lived_in: Population) -> None:
    assert [(c.label, c.total) for c in lived_in.by_building] == [
        ("12幢", 0), ("桂花苑3幢", 2), ("未登记住址", 1),
    ]  # fmt: skip
    assert [(c.label, c.total) for c in lived_in.by_grid] == [("第一网格", 2), ("未登记住址", 1)]
    assert _find(lived_in.by_age, "60-69岁").total == 1
    assert _find(lived_in.by_age, "年龄不详").total == 1


def test_tags_of_today_are_counted_and_sensitive_ones_only_for_some(
    town: Town, lived_in: Population, trainee: SignedIn
) -> None:
    assert _find(lived_in.by_tag, "退役军人").total == 1
    assert _find(lived_in.by_tag, "志愿者").total == 0
    assert _find(lived_in.by_tag, "社区矫正").total == 1
    theirs = PeopleQueries(town.store, trainee)
    assert "社区矫正" not in {count.label for count in theirs.population().by_tag}
    with pytest.raises(NotPermitted):
        theirs.roster(tag=TagKind.CORRECTION)


def test_the_report_says_what_was_counted(lived_in: Population) -> None:
    report = population_report(lived_in, ISSUED)

    assert [fact.value for fact in report.facts] == ["3 人", "1 户", "1 人", "1 人"]
    tables = [block for block in report.blocks if isinstance(block, Table)]
    assert [table.name for table in tables] == ["按网格", "按楼栋", "按年龄", "按户籍", "重点人群"]
    assert all(len(list(row)) == len(table.columns) for table in tables for row in table.rows)
    assert sum(isinstance(block, Chart) for block in report.blocks) == 2


def test_a_roster_lists_people_by_address_and_masked(town: Town, lived_in: Population) -> None:
    people = town.queries.roster(grid_id=town.grid)
    report = roster_report("第一网格名册", people, ISSUED, "入户走访")

    (table,) = report.blocks
    assert isinstance(table, Table)
    assert [row[1] for row in table.rows] == [row[1] for row in table.rows] == ["张伟国", "王芳"]
    assert next(iter(table.rows))[4] == "330100********0024"
    assert report.watermark is not None
    assert report.watermark.purpose == "入户走访"


def test_a_roster_of_one_tag(town: Town, lived_in: Population) -> None:
    assert [hit.name for hit in town.queries.roster(tag=TagKind.VETERAN)] == ["张伟国"]
    assert town.queries.roster(tag=TagKind.VOLUNTEER) == []
    assert {hit.name for hit in town.queries.roster()} == {"张伟国", "王芳", "流动的人"}
