"""Archives built to hurt are refused piece by piece, and honest ones pass unchanged."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.standards.archives import (
    MAX_COLUMN,
    ArchiveFault,
    ArchiveLimits,
    HostileArchive,
    entries_of,
    unpacked,
    without_entities,
    without_wide_rows,
    workbook_fault,
)

LIMITS = ArchiveLimits(entries=5, unpacked=1 << 20, ratio=20, ratio_matters=1 << 16)


def packed(parts, packing=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream


def fault_of(act):
    with pytest.raises(HostileArchive) as refused:
        act()
    return refused.value.fault


def everything(stream, limits=LIMITS):
    return {entry.filename: b"".join(unpacked(stream, entry)) for entry in entries_of(stream, limits)}


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_an_honest_archive_comes_out_as_it_went_in(packing):
    parts = {"a.xml": b"<a/>", "b/c.xml": bytes(range(256)) * 40}
    assert everything(packed(parts, packing)) == parts


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ({"../x": b""}, ArchiveFault.FOREIGN_PATHS),
        ({"/etc/x": b""}, ArchiveFault.FOREIGN_PATHS),
        ({"c:x": b""}, ArchiveFault.FOREIGN_PATHS),
        ({str(number): b"" for number in range(6)}, ArchiveFault.BOMB),
        ({"big": bytes((1 << 20) + 1)}, ArchiveFault.BOMB),
        ({"dense": bytes(1 << 17)}, ArchiveFault.BOMB),
    ],
)
def test_a_directory_that_breaks_the_limits_is_refused_unread(parts, fault):
    assert fault_of(lambda: entries_of(packed(parts), LIMITS)) is fault


def test_an_entry_larger_than_it_says_is_a_bomb():
    stream = packed({"a": b"x" * 5_000})
    lying = stream.getvalue().replace((5_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert fault_of(lambda: everything(io.BytesIO(lying))) is ArchiveFault.BOMB


def test_what_is_cut_short_or_packed_strangely_is_damaged():
    whole = packed({"a": bytes(range(256)) * 99}).getvalue()
    broken = whole[:40] + b"\xff" * 40 + whole[80:]
    assert fault_of(lambda: everything(io.BytesIO(broken))) is ArchiveFault.DAMAGED
    assert fault_of(lambda: entries_of(io.BytesIO(whole[:-9]), LIMITS)) is ArchiveFault.DAMAGED
    strange = packed({"a": b"x"}, zipfile.ZIP_BZIP2)
    assert fault_of(lambda: everything(strange)) is ArchiveFault.DAMAGED


@given(st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"]), st.integers(0, 60), st.data())
def test_a_declaration_is_found_in_every_encoding_and_across_every_seam(encoding, before, data):
    text = (" " * before + '<!DOCTYPE x [<!ENTITY a "b">]><x/>').encode(encoding)
    seam = data.draw(st.integers(0, len(text)))
    pieces = [text[:seam], text[seam:]]
    assert fault_of(lambda: list(without_entities(pieces))) is ArchiveFault.ENTITIES


def test_plain_xml_passes_unchanged():
    pieces = [b"<x>&lt;!", b"DOC", b"TYPE</x>"]
    assert list(without_entities(pieces)) == pieces


def test_a_row_may_have_as_many_cells_as_excel_has_columns_and_no_more():
    row, cell = b'<row r="1">', b'<c r="A1"/>'
    allowed = [row + cell * 9_000, cell * (MAX_COLUMN - 9_000), b"</row>" + row + cell]
    assert list(without_wide_rows(allowed)) == allowed
    assert fault_of(lambda: list(without_wide_rows([*allowed[:2], cell]))) is ArchiveFault.WIDE_ROW
    assert fault_of(lambda: list(without_wide_rows([*allowed[:2], cell + row]))) is ArchiveFault.WIDE_ROW


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"xl/a.xml": b"<a/>", "picture.png": b"<!ENTITY"}, None),
        ({"xl/A.XML": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}, ArchiveFault.ENTITIES.label),
        ({"_rels/.rels": b"<row>" + b"<c />" * (MAX_COLUMN + 1)}, ArchiveFault.WIDE_ROW.label),
        ({"../x": b""}, ArchiveFault.FOREIGN_PATHS.label),
    ],
)
def test_whatever_of_a_workbook_would_be_parsed_is_gone_through(parts, why, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(parts, zipfile.ZIP_STORED).getvalue())
    assert workbook_fault(path, LIMITS) == why


def test_a_workbook_that_is_not_there_is_told_as_the_system_tells_it(tmp_path):
    assert workbook_fault(tmp_path / "none.xlsx", LIMITS)
