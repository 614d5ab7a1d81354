"""Names of attached files do no harm, wherever they come from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.security.file_names import LONGEST, clean_file_name

PDF, JPEG = "application/pdf", "image/jpeg"


@pytest.mark.parametrize(
    ("name", "media_type", "shown"),
    [
        ("身份证正面.jpg", JPEG, "身份证正面.jpg"),
        ("户口本.JPEG", JPEG, "户口本.jpeg"),
        ("../../etc/passwd", PDF, "passwd.pdf"),
        ("C:\\Users\\li\\证明.pdf", PDF, "证明.pdf"),
        ("CON", PDF, "附件CON.pdf"),
        ("com1.pdf", PDF, "附件com1.pdf"),
        ("a.pdf.exe", PDF, "a.pdf"),
        ("scan.tiff", "image/png", "scan.png"),
        ("photo\u202egpj.exe", JPEG, "photogpj.jpg"),
        ("nul\x00l.pdf", PDF, "null.pdf"),
        ("申请 2026.11.24", PDF, "申请 2026.11.24.pdf"),
        ("问：为何?*<>.pdf", PDF, "问：为何____.pdf"),
        ("", PDF, "附件.pdf"),
        (" .. ", PDF, "附件.pdf"),
        (".pdf", PDF, "附件.pdf"),
    ],
)
def test_a_name_is_shown_without_its_tricks(name: str, media_type: str, shown: str) -> None:
    assert clean_file_name(name, media_type) == shown


@given(st.text(max_size=400), st.sampled_from([PDF, JPEG, "image/png"]))
def test_any_name_becomes_a_short_plain_file_name(name: str, media_type: str) -> None:
    shown = clean_file_name(name, media_type)
    assert 5 <= len(shown) <= LONGEST
    assert not set(shown) & set('/\\<>:"|?*\0\u202e\n')
    assert not shown.startswith(".") and shown == shown.strip()
    assert clean_file_name(shown, media_type) == shown
