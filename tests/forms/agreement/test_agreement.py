"""Every form of the collection sends what JavaRosa, Enketo and Web Forms send, or most of them."""

from typing import Any

import pytest

from tests.forms.agreement.scripts import cases, sent

CASES = dict(cases())


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_form_filled_by_its_script_sends_what_is_expected(case: dict[str, Any]) -> None:
    assert sent(case) == case["expected"]


def test_the_collection_covers_all_kinds_of_forms():
    assert len(CASES) >= 180
