"""The sample of another engine's suite, where it lies beside the repository.

Every case passes whose document holds what its expected value speaks of. The others carry ``<root/>``
instead of the document their suite evaluates them on: it was lost when they were gathered, and the engine
they come from gives for that document the very value that we give, not the one expected.
"""

import json
import re
from pathlib import Path

import pytest

from workbench.forms.cases import check_cases

SAMPLE = Path(__file__).parents[3] / "shared" / "data" / "xpath_cases.json"

pytestmark = pytest.mark.skipif(not SAMPLE.exists(), reason="the sample is not here")

LOST_DOCUMENT = "<root/>"
ABSENT = re.compile(r"/(simple|data|numbers|countries|root/|thedata)|//(item|xhtml:div)")
"""Paths into the documents of the suite, of which ``<root/>`` holds none."""


def has_lost_its_document(case):
    return case["xml"].strip() == LOST_DOCUMENT and ABSENT.search(case["expr"]) is not None


@pytest.fixture(scope="module")
def cases():
    return json.loads(SAMPLE.read_text(encoding="utf-8"))


def test_every_case_passes_that_has_its_document(cases):
    whole = [case for case in cases if not has_lost_its_document(case)]
    failed = [each.line() for each in check_cases(whole) if not each.passed]
    assert len(whole) >= 300
    assert failed == []


def test_what_fails_has_lost_its_document(cases):
    by_id = {case["id"]: case for case in cases}
    failed = [by_id[each.id] for each in check_cases(cases) if not each.passed]
    assert [case["id"] for case in failed if not has_lost_its_document(case)] == []
    assert len(failed) <= 35


def test_of_a_lost_document_the_value_is_that_of_missing_nodes(cases):
    """Nothing is guessed: what is read from a document that holds nothing is nothing."""
    lost = [case for case in cases if has_lost_its_document(case)]
    emptied = {case["id"]: {**case, "xml": "<nothing/>"} for case in lost}
    for given, empty in zip(check_cases(lost), check_cases(list(emptied.values())), strict=True):
        assert repr(given.value) == repr(empty.value)
