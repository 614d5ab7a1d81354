"""Lines break as Chinese typesetting wants them to."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.documents.wrapping import one_line, printable, wrap

EM = defaultdict(lambda: 1000)


def lines(text: str, characters: int) -> list[str]:
    return wrap(text, characters * 10, 10, EM)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("受理通知书", 10, ["受理通知书"]),
        ("申请材料齐全，予以受理", 6, ["申请材料齐", "全，予以受理"]),
        ("依据（办法）第三条", 3, ["依据", "（办", "法）第", "三条"]),
        ("办件YX2026完成", 6, ["办件", "YX2026", "完成"]),
        ("ABCDEFGH", 3, ["ABC", "DEF", "GH"]),
        ("一\n二", 5, ["一", "二"]),
        ("", 5, [""]),
    ],
)
def test_lines_break_where_they_may(text, width, expected):
    assert lines(text, width) == expected


@given(st.text(alphabet="社区工作，。（）AB 1\n", max_size=60), st.integers(2, 12))
def test_no_character_is_lost_and_no_line_is_too_wide(text, width):
    broken = lines(text, width)
    assert "".join(broken).replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert all(len(line) <= width for line in broken)


def test_control_characters_never_reach_the_page():
    assert printable("张\x00三\x1b[31m\u202e\r\n李\t四️") == "张三[31m\n李 四"
    assert one_line("张三\n李四") == "张三 李四"


def test_characters_without_an_outline_are_kept_to_be_seen_as_boxes():
    assert printable("王\ue000\U0003134a") == "王\ue000\U0003134a"
