"""Forms made to hurt: each ends in one clear sentence, quickly, and nothing outside is read."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.forms.definition.documents import document
from tests.forms.definition.workbooks import workbook
from workbench.forms.definition import FormFault, form_from_xml, read_form
from workbench.forms.definition.safely import parse
from workbench.forms.definition.tables import MAX_COLUMNS
from workbench.forms.definition.workbook import compile_workbook

SECONDS = 2.0
ASK = ["type", "name", "label"]
FORM = document("<a/>")
_BODY = FORM.split(b"?>", 1)[1]


def _doctype(declarations: str, use: str = "") -> bytes:
    head = f'<?xml version="1.0"?><!DOCTYPE x [{declarations}]>'.encode()
    return head + _BODY.replace(b"<a/>", f"<a>{use}</a>".encode())


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(10))


@pytest.mark.parametrize(
    "xml",
    [
        _doctype(LAUGHS, "&l9;"),
        _doctype(f'<!ENTITY big "{"a" * 100_000}">', "&big;" * 1_000),
        _doctype('<!ENTITY secret SYSTEM "file:///etc/passwd">', "&secret;"),
        _doctype('<!ENTITY % remote SYSTEM "http://127.0.0.1:9/x.dtd"> %remote;'),
        b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x.dtd">' + _BODY,
        _doctype(LAUGHS, "&l9;").decode().replace("?>", ' encoding="UTF-16"?>', 1).encode("utf-16"),
    ],
    ids=["laughs", "quadratic", "external", "parameter", "plain doctype", "utf-16"],
)
def test_document_types_and_entities_are_refused(xml):
    started = time.perf_counter()
    with pytest.raises(FormFault, match="DOCTYPE|XML"):
        form_from_xml(xml)
    assert time.perf_counter() - started < SECONDS


def test_a_document_type_in_a_strange_encoding_is_refused_too():
    hidden = ('<?xml version="1.0" encoding="cp037"?><!DOCTYPE x [<!ENTITY a "b">]>' + _BODY.decode()).encode(
        "cp037", "replace"
    )
    with pytest.raises(FormFault):
        form_from_xml(hidden)


@pytest.mark.parametrize(
    "xml",
    [
        b"<a>" * 1_000_000,
        b"<a>" * 300 + b"</a>" * 300,
        b"<a " + b" ".join(b'a%d="1"' % number for number in range(100_000)),
        b"",
        b"\0" * 1_000,
        b"<",
        b"<a>\0</a>",
        b"<a>\x01</a>",
        b"<\xff\xfe>",
        b'<?xml version="1.0" encoding="nonsense"?><a/>',
        b"<a xmlns:b='c'><b:d></a>",
        Random(1).randbytes(10_000),
    ],
    ids=[
        "deep",
        "too deep",
        "wide",
        "empty",
        "nul",
        "cut",
        "nul inside",
        "control",
        "bytes",
        "encoding",
        "open",
        "noise",
    ],
)
def test_what_is_no_xml_is_refused_at_once(xml):
    started = time.perf_counter()
    with pytest.raises(FormFault):
        parse(xml)
    assert time.perf_counter() - started < SECONDS


def test_a_document_of_hundreds_of_megabytes_is_not_parsed():
    with pytest.raises(FormFault, match="MB"):
        parse(b"<a>" + b" " * (65 << 20) + b"</a>")


@pytest.mark.parametrize(
    "source",
    [
        "jr://file/../../../etc/passwd",
        "jr://file-csv/..\\secret.csv",
        "jr://file-csv//etc/passwd",
        "jr://file/C:/Windows/win.ini",
        "file:///etc/passwd",
        "http://127.0.0.1:9/list.xml",
        "jr://file/.hidden.xml",
    ],
)
def test_names_that_lead_elsewhere_are_refused(source, tmp_path):
    path = tmp_path / "form.xml"
    path.write_bytes(document("<a/>", f'<instance id="x" src="{source}"/>'))
    with pytest.raises(FormFault, match="附件"):
        read_form(path)


def test_a_picture_may_not_lead_elsewhere_either():
    itext = '<itext><translation lang="zh"><text id="a"><value form="image">jr://images/../../x.png</value>'
    xml = FORM.replace(b"<itext/>", f"{itext}</text></translation></itext>".encode())
    with pytest.raises(FormFault, match="附件"):
        form_from_xml(xml)


def test_a_list_beside_a_form_is_read_as_safely():
    form = document("<a/>", '<instance id="x" src="jr://file/x.xml"/>')
    with pytest.raises(FormFault, match="DOCTYPE"):
        form_from_xml(form, {"x.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><root/>'})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.csv", b"\xff\xfe\xff\xff\x81"),
        ("x.csv", b",".join(b"c%d" % number for number in range(MAX_COLUMNS + 1))),
        ("x.csv", b'name\n"' + b"a" * 200_000),
        ("x.geojson", b"[" * 200_000),
        ("x.geojson", b'{"features": [1]}'),
        ("x.geojson", b'{"features": [{"geometry": {"type": "Point", "coordinates": "ab"}}]}'),
        ("x.geojson", b"{}"),
    ],
)
def test_tables_that_are_none_are_refused(name, content):
    form = document("<a/>", f'<instance id="x" src="jr://file/{name}"/>')
    with pytest.raises(FormFault, match=name):
        form_from_xml(form, {name: content})


def test_a_csvs_strange_headings_and_characters_do_no_harm():
    form = document("<a/>", '<instance id="x" src="jr://file-csv/x.csv"/>')
    content = "1st,a b,<x>,,=cmd\n\x01甲,2,3,4,=1+1\n".encode()
    item = form_from_xml(form, {"x.csv": content}).secondary["x"][0]
    assert [child.tag for child in item] == ["_1st", "a_b", "_x_", "_cmd"]
    assert [child.text for child in item] == ["甲", "2", "3", "=1+1"]


def _archive(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _with(parts: dict[str, bytes]) -> bytes:
    """Return a real workbook with these parts added or replaced."""
    with zipfile.ZipFile(io.BytesIO(workbook([ASK, ["text", "a", "甲"]]))) as book:
        return _archive({name: book.read(name) for name in book.namelist()} | parts)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (_with({"xl/media/image.xml": b"\0" * (100 << 20)}), "太大"),
        (_with({"../../evil.xml": b"x"}), "路径"),
        (_with({"xl/sharedStrings.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><sst/>'}), "XML"),
        (_with({"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row>" + b"<c/>" * 20_000}), "Excel"),
        (_archive({"a.txt": b"x"}), "工作簿"),
        (workbook([ASK])[:500], "损坏"),
        (b"PK\x03\x04" + bytes(100), "损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5_000), ""),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + Random(2).randbytes(5_000), ""),
        (b"type,name,label\ntext,a,A\n", "工作簿"),
        (b"x" * (17 << 20), "MB"),
        (b"", "工作簿"),
    ],
    ids=[
        "bomb",
        "path",
        "entities",
        "wide",
        "zip",
        "cut",
        "fake zip",
        "fake xls",
        "noise xls",
        "csv",
        "big",
        "empty",
    ],
)
def test_workbooks_made_to_hurt_are_refused(content, word):
    started = time.perf_counter()
    with pytest.raises(FormFault) as caught:
        compile_workbook(content)
    assert word in str(caught.value)
    assert time.perf_counter() - started < SECONDS


def test_a_bomb_costs_little_memory():
    content = _with({"xl/media/image.xml": b"\0" * (100 << 20)})
    tracemalloc.start()
    with pytest.raises(FormFault):
        compile_workbook(content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20 << 20


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
@pytest.mark.parametrize("damage", [b"", b"<x/>", b"<x", b"\0\0"])
def test_a_workbook_with_a_damaged_part_ends_in_a_sentence(part, damage):
    try:
        compile_workbook(_with({part: damage}))
    except FormFault as fault:
        assert fault.sentence
    else:
        assert part == "xl/styles.xml"


def test_nested_groups_without_end_do_not_exhaust_the_stack():
    rows = [ASK, *(["begin group", f"g{number}", "G"] for number in range(3_000))]
    with pytest.raises(FormFault):
        compile_workbook(workbook(rows))


def test_groups_nested_too_deep_are_refused():
    depth = 400
    rows = [ASK, *(["begin group", f"g{number}", "G"] for number in range(depth)), ["text", "a", "A"]]
    with pytest.raises(FormFault):
        compile_workbook(workbook([*rows, *(["end group"] for _ in range(depth))]))


def test_a_formula_in_a_cell_is_only_text():
    content = workbook(
        [ASK, ["text", "a", '=HYPERLINK("http://127.0.0.1","x")'], ["text", "b", "=cmd|' /C calc'!A0"]]
    )
    try:
        compile_workbook(content)
    except FormFault as fault:
        assert fault.origin is not None


@pytest.fixture(scope="module")
def old_workbook() -> bytes:
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("survey")
    for row, cells in enumerate([ASK, ["text", "a", "甲"], ["integer", "b", "乙"]]):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_an_old_workbook_is_read(old_workbook):
    assert b"/data/b" in compile_workbook(old_workbook).xml


@pytest.mark.parametrize("seed", range(150))
def test_an_old_workbook_with_bytes_changed_is_read_or_refused(old_workbook, seed):
    random, content = Random(seed), bytearray(old_workbook)
    for _ in range(random.choice((1, 4, 40))):
        content[random.randrange(512, len(content))] = random.randrange(256)
    try:
        compile_workbook(bytes(content))
    except FormFault as fault:
        assert fault.sentence


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_form_with_a_byte_changed_is_read_or_refused(data):
    xml = bytearray(FORM)
    for _ in range(data.draw(st.integers(1, 4))):
        xml[data.draw(st.integers(0, len(xml) - 1))] = data.draw(st.integers(0, 255))
    try:
        form_from_xml(bytes(xml))
    except FormFault as fault:
        assert fault.sentence


CELL = st.sampled_from(
    [
        "text",
        "select_one x",
        "begin_repeat",
        "end_repeat",
        "calculate",
        "a",
        "b",
        "${a}",
        "${",
        "甲",
        "1 +",
        "",
        None,
    ]
)


@given(st.lists(st.lists(CELL, min_size=3, max_size=7), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_cells_at_all_make_a_form_or_a_fault(tmp_path_factory, rows):
    heads = [*ASK, "calculation", "relevant", "appearance", "repeat_count"]
    path: Path = tmp_path_factory.mktemp("any") / "form.xlsx"
    path.write_bytes(workbook([heads, *rows]))
    try:
        read_form(path)
    except FormFault as fault:
        assert fault.sentence
