"""A third value typed into a disputed field is read as its column holds it, or refused with a sentence."""

import pytest

from workbench.desk.models import Base
from workbench.sync.thirds import NotAValue, takes_third, third_value

assert Base is not None


def test_given_text_when_typed_for_a_name_then_it_is_taken_trimmed() -> None:
    assert third_value("resident", "name", " 李想 ") == "李想"


def test_given_a_day_when_typed_then_it_is_iso() -> None:
    assert third_value("resident", "birth_date", "1950-02-03") == "1950-02-03"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("birth_date", "1950-02-30"),
        ("status", "flying"),
        ("name", "长" * 65),
        ("status", ""),
        ("household_id", "0198"),
    ],
)
def test_given_nonsense_when_typed_then_it_is_refused_and_names_the_field(field: str, value: str) -> None:
    with pytest.raises(NotAValue) as refused:
        third_value("resident", field, value)
    assert refused.value.field == field


def test_given_nothing_when_the_field_may_be_empty_then_it_is_emptied() -> None:
    assert third_value("resident", "phone", "") is None
    assert third_value("resident", "note", None) == ""


def test_given_truth_when_typed_then_it_is_stored_as_a_number() -> None:
    assert third_value("matter", "urgent", True) == 1
    assert third_value("matter", "visits_count", "3") == 3


def test_lists_references_and_moments_take_no_typed_value() -> None:
    assert not takes_third("matter", "pauses")
    assert not takes_third("matter", "owner_id")
    assert not takes_third("matter", "accepted_at")
    assert not takes_third("unknown", "name")
    assert takes_third("resident", "name")
