"""Tables beside a form become items, whatever program wrote them."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.forms.definition.tables import from_csv, from_geojson, lists_from_csv

TEXT = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), max_size=8
)


def items(root) -> list[dict[str, str]]:
    return [{child.tag: child.text or "" for child in item} for item in root]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_csv_is_read_as_programs_in_china_write_it(encoding, mark, end):
    content = end.join([f"name{mark}镇名", f"1{mark}桂花镇", "", f"2{mark}茶园镇"]).encode(encoding)
    assert items(from_csv(content, "x.csv")) == [
        {"name": "1", "镇名": "桂花镇"},
        {"name": "2", "镇名": "茶园镇"},
    ]


def test_short_and_long_rows_keep_what_has_a_heading():
    assert items(from_csv(b"a,b\n1\n1,2,3\n", "x.csv")) == [{"a": "1"}, {"a": "1", "b": "2"}]


@given(st.lists(st.tuples(TEXT, TEXT).filter(any), max_size=6))
@settings(max_examples=60)
def test_what_is_written_is_what_is_read(rows):
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([("a", "b"), *rows])
    found = items(from_csv(stream.getvalue().encode(), "x.csv"))
    assert found == [{"a": one, "b": other} for one, other in rows]


def test_an_itemsets_table_holds_many_lists():
    lists = lists_from_csv(b"list_name,name\ntown,1\nroad,2\ntown,3\n", "itemsets.csv")
    assert {name: len(root) for name, root in lists.items()} == {"town": 2, "road": 1}


@pytest.mark.parametrize(
    ("geometry", "written"),
    [
        (None, ""),
        ({"type": "Point", "coordinates": [120.5, 30.25, 7]}, "30.25 120.5 7 0"),
        ({"type": "LineString", "coordinates": [[1, 2], [3, 4]]}, "2 1 0 0; 4 3 0 0"),
        ({"type": "Polygon", "coordinates": [[[1, 2], [3, 4], [1, 2]]]}, "2 1 0 0; 4 3 0 0; 2 1 0 0"),
    ],
)
def test_shapes_are_written_as_odk_writes_them(geometry, written):
    feature = {"type": "Feature", "geometry": geometry, "properties": {"n": 1, "list": [1], "none": None}}
    content = json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()
    assert items(from_geojson(content, "x.geojson")) == [
        {"geometry": written, "n": "1", "list": "[1]", "none": ""}
    ]
