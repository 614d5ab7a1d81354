"""Paths become absolute, headings columns, and calls arguments: laws that always hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.forms.definition.paths import ancestors, from_element, resolve
from workbench.forms.definition.search import arguments, literal
from workbench.forms.definition.sheets import column_key

NAMES = st.from_regex(r"[a-z][a-z0-9_.-]{0,5}", fullmatch=True).filter(lambda name: name not in (".", ".."))
PATHS = st.lists(NAMES, min_size=1, max_size=5).map(lambda names: "/" + "/".join(names))


@given(PATHS, PATHS)
def test_an_absolute_reference_is_the_same_from_anywhere(path, context):
    assert resolve(path, context) == path == resolve(f"  {path} ", "")


@given(PATHS, NAMES)
def test_down_and_up_again_leads_back(context, name):
    assert resolve(f"{name}/..", context) == context
    assert resolve(f"../{context.rpartition('/')[2]}", context) == context
    assert resolve(".", context) == context == resolve("current()/.", context)


@given(PATHS)
def test_ancestors_enclose_their_path_the_nearest_first(path):
    found = ancestors(path)
    assert all(path.startswith(f"{each}/") for each in found)
    assert found == sorted(found, key=len, reverse=True)
    assert len(found) == path.count("/") - 1


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("../../../a != ''", "../../a != ''"),
        ("../a", "a"),
        ("concat(../a, '../b')", "concat(a, '../b')"),
        ("/data/a/../b", "/data/a/../b"),
        ("current()/../a", "current()/../a"),
    ],
)
def test_an_attributes_expression_is_read_from_its_element(written, read):
    assert from_element(written, "/data/meta/entity/@id") == read
    assert from_element(written, "/data/a") == written


@given(
    st.sampled_from(["relevant", "constraint_message", "choice_filter", "label"]),
    st.sampled_from(["", "中文 (zh)"]),
)
def test_a_heading_means_its_column_however_it_is_written(column, language):
    for heading in (column, column.upper(), column.replace("_", " "), f" {column} ", f"bind::{column}"):
        assert column_key(f"{heading}::{language}" if language else heading) == column


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("relevance", "relevant"),
        ("Calculation", "calculate"),
        ("read only", "readonly"),
        ("bind::jr:constraintMsg", "constraint_message"),
        ("constraining message", "constraint_message"),
        ("jr:count", "repeat_count"),
        ("label:English", "label"),
        ("media::image::English", "image"),
    ],
)
def test_older_headings_are_known(heading, column):
    assert column_key(heading) == column


PIECES = st.lists(
    st.sampled_from(["a", "'x, y'", '"(z"', "f(1, 2)", "b[c = ')']", "1 + 2"]), min_size=1, max_size=5
)


@given(PIECES, st.text("ab )('", max_size=5))
def test_arguments_are_parted_outside_quotes_and_brackets_only(pieces, rest):
    assert arguments(", ".join(pieces) + ")" + rest) == tuple(pieces)


def test_an_unclosed_call_has_no_arguments():
    assert arguments("'a', b") == ()


@given(st.text("ab 甲", max_size=5))
def test_a_literal_gives_its_text(text):
    assert literal(f"'{text}'") == text == literal(f'"{text}"')
    assert literal(f"'{text}") is None
