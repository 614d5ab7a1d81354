"""Whole households and residents walk through the shipped forms: skips, messages, and what is submitted."""

from __future__ import annotations

import pytest

from tests.forms.filling import answer_all, session_of, stored
from tests.forms.households import Household, Member, household, households, identity_number
from workbench.forms.definition import read_form
from workbench.forms.engine.session import FormSession
from workbench.forms.shipped import (
    CENSUS_SHORT,
    NEEDS_SURVEY,
    SATISFACTION_POLL,
    SHIPPED_FORMS,
    ShippedForm,
)
from workbench.standards.identity import parse_identity_number

HEAD = "/data/person[1]"


def census() -> FormSession:
    return session_of(CENSUS_SHORT)


def relevant(session: FormSession, path: str) -> bool:
    return session.node(path).relevant


def messages(session: FormSession) -> dict[str, str]:
    return {problem.node.path: problem.message for problem in session.problems()}


class TestCensus:
    @pytest.mark.parametrize("family", households(12), ids=lambda each: each.number)
    def test_a_household_of_four_is_complete_as_typed(self, family: Household) -> None:
        session = census()
        assert answer_all(session, family.typed) == {}
        assert messages(session) == {}
        found = stored(session)
        assert {path: found.get(path) for path in family.stored} == family.stored

    def test_identity_numbers_of_the_invented_pass_the_national_check(self) -> None:
        numbers = [member.id_number for family in households(30) for member in family.members]
        assert len({parse_identity_number(number).number for number in numbers}) == len(numbers)
        assert any(number.endswith("X") for number in numbers)

    def test_sex_and_birth_follow_from_the_number_and_may_be_corrected(self) -> None:
        session = census()
        answer_all(session, {f"{HEAD}/d3_id_number": identity_number(1975, 3, 9, 14)})
        assert [
            session.node(f"{HEAD}/{name}").value for name in ("d4_sex", "d5_birth_year", "d5_birth_month")
        ] == [
            "2",
            "1975",
            "3",
        ]
        answer_all(session, {f"{HEAD}/d5_birth_month": "4", f"{HEAD}/d1_name": "赵样一"})
        assert session.node(f"{HEAD}/d5_birth_month").value == "4"

    @pytest.mark.parametrize(
        "number",
        [
            "330106198110280038",
            "33010619811028003",
            "330106198113280039",
            "330106202011010015",
            "33010619811028003Y",
        ],
    )
    def test_a_wrong_number_is_explained(self, number: str) -> None:
        session = census()
        assert "校验码" in answer_all(session, {f"{HEAD}/d3_id_number": number})[f"{HEAD}/d3_id_number"]

    def test_a_number_with_a_small_x_passes(self) -> None:
        number = next(m.id_number for f in households(30) for m in f.members if m.id_number.endswith("X"))
        assert answer_all(census(), {f"{HEAD}/d3_id_number": number.lower()}) == {}

    def test_two_members_cannot_share_a_number(self) -> None:
        number = identity_number(1980, 1, 1, 1)
        found = answer_all(census(), {f"{HEAD}/d3_id_number": number, "/data/person[2]/d3_id_number": number})
        assert list(found) == ["/data/person[2]/d3_id_number"]

    def test_only_an_ordinary_dwelling_is_measured(self) -> None:
        session = census()
        for kind, asked in (("1", True), ("2", False), ("5", False)):
            answer_all(session, {"/data/household/h5_dwelling": kind})
            assert relevant(session, "/data/household/h6_area_m2") is asked
            assert relevant(session, "/data/household/h7_rooms") is asked

    def test_the_first_person_is_the_head_and_nobody_else(self) -> None:
        session = census()
        session.add(session.node("/data/person"))
        assert session.node(f"{HEAD}/d2_relation").value == "0"
        assert [choice.value for choice in session.node(f"{HEAD}/d2_relation").choices] == ["0"]
        second = [choice.value for choice in session.node("/data/person[2]/d2_relation").choices]
        assert second == list("123456789")

    def test_who_has_not_left_is_not_asked_why(self) -> None:
        session = census()
        answer_all(session, {f"{HEAD}/d7_residence": "1", f"{HEAD}/d8_registration": "1"})
        assert session.node(f"{HEAD}/d9_left_since").value == "1"
        assert not relevant(session, f"{HEAD}/d10_left_reason")

    def test_who_is_registered_elsewhere_says_where_since_when_and_why(self) -> None:
        session = census()
        answer_all(session, {f"{HEAD}/d7_residence": "1", f"{HEAD}/d8_registration": "4"})
        assert relevant(session, f"{HEAD}/d8_registration_place")
        answer_all(session, {f"{HEAD}/d9_left_since": "8"})
        assert relevant(session, f"{HEAD}/d10_left_reason")
        assert "没有离开" in answer_all(session, {f"{HEAD}/d9_left_since": "1"})[f"{HEAD}/d9_left_since"]

    def test_pending_registration_jumps_to_education(self) -> None:
        session = census()
        answer_all(session, {f"{HEAD}/d7_residence": "1", f"{HEAD}/d8_registration": "5"})
        assert not relevant(session, f"{HEAD}/d9_left_since")
        assert not relevant(session, f"{HEAD}/d10_left_reason")

    def test_one_of_residence_and_registration_must_be_here(self) -> None:
        found = answer_all(census(), {f"{HEAD}/d7_residence": "5", f"{HEAD}/d8_registration": "2"})
        assert "至少有一项是1" in found[f"{HEAD}/d8_registration"]

    @pytest.mark.parametrize(
        ("year", "month", "education", "reading"),
        [(2017, 11, False, False), (2017, 10, True, False), (2005, 11, True, False), (2005, 10, True, True)],
    )
    def test_education_from_three_and_reading_from_fifteen(
        self, year: int, month: int, education: bool, reading: bool
    ) -> None:
        session = census()
        answer_all(session, {f"{HEAD}/d5_birth_year": str(year), f"{HEAD}/d5_birth_month": str(month)})
        assert relevant(session, f"{HEAD}/d11_education") is education
        assert relevant(session, f"{HEAD}/d12_literate") is reading

    def test_nobody_is_born_after_the_census_moment(self) -> None:
        found = answer_all(census(), {f"{HEAD}/d5_birth_year": "2020", f"{HEAD}/d5_birth_month": "11"})
        assert list(found) == [f"{HEAD}/d5_birth_month"]

    def test_births_and_deaths_are_zero_and_never_blank(self) -> None:
        session = census()
        assert session.node("/data/household/h3_born_male").value == "0"
        session.answer(session.node("/data/household/h3_born_male"), "")
        assert "/data/household/h3_born_male" in messages(session)

    def test_a_household_whose_members_all_died_records_the_deaths_alone(self) -> None:
        session = census()
        answers = {"/data/address/household_no": "999", "/data/household/h4_died_male": "1"}
        answers |= {"/data/respondent/name": "样邻居", "/data/respondent/read_back": "1"}
        answer_all(session, answers | {"/data/respondent/signed": "1"})
        assert messages(session) == {}
        found = stored(session)
        assert not any(path.startswith("/data/person") or "/h5_" in path for path in found)

    def test_the_dead_household_without_a_death_is_a_contradiction(self) -> None:
        session = census()
        answer_all(session, {"/data/address/household_no": "999"})
        assert "全户死亡户" in messages(session)["/data/household/h4_died_female"]

    def test_a_missing_person_is_noticed_when_reading_back(self) -> None:
        session = census()
        family = household(3)
        typed = {path: value for path, value in family.typed.items() if "person[4]" not in path}
        found = answer_all(session, typed)
        assert "人数与H2" in found["/data/respondent/read_back"]

    def test_without_reading_back_a_telephone_is_needed(self) -> None:
        session = census()
        answer_all(session, {"/data/household/h2_here": "1", "/data/respondent/read_back": "2"})
        assert "回访核对" in messages(session)["/data/respondent/phone"]
        assert not relevant(session, "/data/respondent/signed")

    def test_a_newborn_without_a_number_is_typed_by_hand(self) -> None:
        session = census()
        baby = {
            "d1_name": "未起名",
            "d2_relation": "2",
            "d4_sex": "1",
            "d5_birth_year": "2020",
            "d5_birth_month": "9",
        }
        baby |= {"d6_ethnic": "01", "d7_residence": "1", "d8_registration": "5"}
        family = household(5, size=3)
        typed = {path: value for path, value in family.typed.items() if "person[3]" not in path}
        before = dict(list(typed.items())[:-4]) | {
            f"/data/person[3]/{name}": value for name, value in baby.items()
        }
        assert answer_all(session, before | dict(list(typed.items())[-4:])) == {}
        assert messages(session) == {}

    def test_messages_are_in_english_too(self) -> None:
        session = census()
        session.language = "English(en)"
        found = answer_all(session, {f"{HEAD}/d5_birth_year": "1700"})
        assert found[f"{HEAD}/d5_birth_year"] == "A year from 1890 to 2020."


@pytest.mark.parametrize("shipped", SHIPPED_FORMS, ids=lambda each: each.form_id)
def test_the_workbook_is_read_as_it_is(shipped: ShippedForm) -> None:
    form = read_form(shipped.path)
    assert (form.form_id, form.title) == (shipped.form_id, shipped.title)
    assert [each.language for each in form.translations] == ["中文(zh)", "English(en)"]


class TestNeedsSurvey:
    def test_who_does_not_agree_is_asked_nothing(self) -> None:
        session = session_of(NEEDS_SURVEY)
        answer_all(session, {"/data/consent": "2"})
        assert messages(session) == {}
        assert relevant(session, "/data/thanks_anyway")
        assert not relevant(session, "/data/about/people")

    def test_a_single_worker_skips_elders_and_children(self) -> None:
        session = session_of(NEEDS_SURVEY)
        answer_all(session, {"/data/consent": "1", "/data/about/people": "1"})
        assert not relevant(session, "/data/elderly/care_needs")
        assert not relevant(session, "/data/childcare/child_ages")

    def test_meals_are_priced_only_where_meals_are_wanted(self) -> None:
        session = session_of(NEEDS_SURVEY)
        answers = {"/data/consent": "1", "/data/about/people": "3", "/data/about/seniors": "2"}
        answer_all(session, answers | {"/data/elderly/care_needs": "clean"})
        assert not relevant(session, "/data/elderly/meal_price")
        answer_all(session, {"/data/elderly/care_needs": "clean meals"})
        assert relevant(session, "/data/elderly/meal_price")
        assert answer_all(session, {"/data/elderly/meal_price": "40"})

    def test_none_of_these_stands_alone(self) -> None:
        session = session_of(NEEDS_SURVEY)
        answer_all(session, {"/data/consent": "1"})
        found = answer_all(session, {"/data/about/situation": "0 ill"})
        assert "就不能再选别的" in found["/data/about/situation"]

    def test_courses_are_those_of_the_chosen_field(self) -> None:
        session = session_of(NEEDS_SURVEY)
        answer_all(
            session, {"/data/consent": "1", "/data/work/seeking": "1", "/data/work/job_help": "training"}
        )
        answer_all(session, {"/data/work/field": "trade"})
        offered = [choice.value for choice in session.node("/data/work/course").choices]
        assert offered == ["electric", "weld", "fork"]

    def test_a_telephone_is_asked_only_of_who_wants_a_call(self) -> None:
        session = session_of(NEEDS_SURVEY)
        answer_all(session, {"/data/consent": "1", "/data/urgent/call_back": "2"})
        assert not relevant(session, "/data/urgent/phone")

    def test_a_whole_survey_is_submitted(self) -> None:
        session = session_of(NEEDS_SURVEY)
        assert answer_all(session, SURVEYED) == {}
        assert messages(session) == {}
        found = stored(session)
        assert found["/data/urgent/ranking"].split()[0] == "elderly"
        assert "/data/childcare/child_ages" not in found


class TestPoll:
    RATED = "efficiency ability attitude place"

    def test_nothing_about_the_person_is_kept(self) -> None:
        session = session_of(SATISFACTION_POLL)
        answer_all(session, {"/data/poll/channel": "window", "/data/poll/overall": "5"})
        names = {path.rsplit("/", 1)[-1] for path in stored(session)}
        assert not names & {"username", "deviceid", "start", "end", "phonenumber"}

    def test_low_marks_ask_what_was_wrong(self) -> None:
        session = session_of(SATISFACTION_POLL)
        answer_all(session, {"/data/poll/channel": "window", "/data/poll/overall": "4"})
        assert not relevant(session, "/data/poll/faults")
        answer_all(session, {"/data/poll/place": "2"})
        assert relevant(session, "/data/poll/faults")

    def test_the_hall_is_rated_only_by_who_was_there(self) -> None:
        session = session_of(SATISFACTION_POLL)
        answer_all(session, {"/data/poll/channel": "phone"})
        assert not relevant(session, "/data/poll/place")

    def test_a_minute_completes_it(self) -> None:
        session = session_of(SATISFACTION_POLL)
        answers = {"channel": "window", "matter": "aged", "overall": "5", "told_once": "1"}
        answers |= dict.fromkeys(self.RATED.split(), "5")
        assert answer_all(session, {f"/data/poll/{name}": value for name, value in answers.items()}) == {}
        assert messages(session) == {}


SURVEYED = {
    "/data/consent": "1",
    "/data/about/tenure": "own",
    "/data/about/years_here": "4",
    "/data/about/people": "2",
    "/data/about/seniors": "2",
    "/data/about/situation": "ill veteran",
    "/data/elderly/senior_living": "2",
    "/data/elderly/selfcare": "2",
    "/data/elderly/care_needs": "meals clinic",
    "/data/elderly/meal_price": "12",
    "/data/elderly/meal_walk": "10",
    "/data/work/seeking": "2",
    "/data/home/home_services": "repair other",
    "/data/home/home_other": "磨刀",
    "/data/volunteering/volunteer": "4",
    "/data/place/clean": "4",
    "/data/place/waste": "4",
    "/data/place/parking": "2",
    "/data/place/access": "3",
    "/data/place/property": "5",
    "/data/place/place_why": "充电桩不够",
    "/data/life/culture": "health",
    "/data/life/safe_night": "3",
    "/data/life/risks": "charge",
    "/data/life/risk_place": "3幢楼下",
    "/data/urgent/ranking": "elderly parking repair safety clean culture child work",
    "/data/urgent/call_back": "1",
    "/data/urgent/phone": "13800000001",
}


def test_the_typist_types_less_than_is_stored() -> None:
    family = household(1)
    typed = sum(map(len, family.typed.values()))
    assert typed < family.stored_characters
    assert all(isinstance(member, Member) for member in family.members)
