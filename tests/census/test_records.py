"""A submitted form, read as records."""

from dataclasses import replace
from datetime import date

import pytest

from tests.census.people import a_family, a_household, a_neighbourhood, a_person, submission_of
from workbench.census.records import CensusHousehold, CensusPerson, SubmissionUnreadable, household_from

MOMENT = date(2020, 11, 1)


@pytest.mark.parametrize("household", [a_family(), a_household(), *a_neighbourhood(20)])
def test_what_was_filled_in_is_what_is_read(household):
    assert household_from(submission_of(household)) == household


def test_a_form_of_another_survey_is_read_as_far_as_it_goes():
    poll = b"<data id='satisfaction_poll'><service><q1>5</q1></service><orx:meta xmlns:orx='x'/></data>"
    assert household_from(poll) == CensusHousehold()
    nested = b"<d><page><household><inner><h6_area_m2>90.5</h6_area_m2></inner></household></page></d>"
    assert household_from(nested).area_m2 == 90.5


def test_what_is_no_number_is_not_known():
    xml = b"<data><household><h2_here>two</h2_here><h6_area_m2>nan</h6_area_m2></household></data>"
    assert household_from(xml) == CensusHousehold()


@pytest.mark.parametrize(
    "xml",
    [b"", b"<data>", b"<!DOCTYPE data [<!ENTITY a 'b'>]><data>&a;</data>", b"\x00\xff"],
)
def test_what_cannot_be_read_is_said_in_a_sentence(xml):
    with pytest.raises(SubmissionUnreadable, match="无法读取"):
        household_from(xml)


@pytest.mark.parametrize(
    ("year", "month", "age"),
    [
        (2005, 10, 15),
        (2005, 11, 14),
        (2017, 10, 3),
        (2017, 11, 2),
        (2020, 10, 0),
        (2019, 11, 0),
        (2019, 10, 1),
        (2020, 11, -1),
        (1950, None, 70),
        (None, 5, None),
    ],
)
def test_age_is_counted_in_full_years_at_the_census_moment(year, month, age):
    assert CensusPerson(1, birth_year=year, birth_month=month).age_on(MOMENT) == age


def test_the_head_is_found_wherever_he_stands():
    household = a_household(a_person(1, relation="1"), a_person(2, relation="0"))
    assert household.head.position == 2
    assert replace(household, persons=()).head is None
