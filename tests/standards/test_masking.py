"""Numbers are masked by the field they stand in, and found in prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.standards.masking import masked

NUMBER, PHONE = "330106195803070889", "13800003746"


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("applicant_id_number", NUMBER, "330106********0889"),
        ("other_phone", PHONE, "138****3746"),
        ("phone", "057183726167", "057*****6167"),
        ("note", f"身份证{NUMBER}，电话{PHONE}。", "身份证330106********0889，电话138****3746。"),
        (
            "form",
            {"phone": PHONE, "more": [{"id_number": NUMBER}]},
            {"phone": "138****3746", "more": [{"id_number": "330106********0889"}]},
        ),
        ("number", "QB20261124010001", "QB20261124010001"),
        ("id", "01a20e0c-4d41-7662-a626-13912345678a", "01a20e0c-4d41-7662-a626-13912345678a"),
        ("copies", 3, 3),
        ("note", None, None),
    ],
)
def test_what_is_masked_and_what_is_not(field, value, shown):
    assert masked(field, value) == shown


@given(st.text(alphabet="号码电话，：\n", max_size=9), st.text(alphabet="。；人\n", min_size=1, max_size=9))
def test_no_full_number_is_left_in_prose(before, after):
    shown = masked("note", f"{before}{NUMBER}{after}{PHONE}{before}")
    assert NUMBER not in shown and PHONE not in shown
