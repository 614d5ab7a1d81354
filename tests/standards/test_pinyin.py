"""Names and items are found by what is typed on a Latin keyboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from workbench.standards.pinyin import Reading, reading_of_name, reading_of_text, without_tones
from workbench.standards.tables import read_table

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)


@pytest.mark.parametrize(
    ("name", "full", "initials"),
    [
        ("单轩", "shanxuan", "sx"),
        ("仇英", "qiuying", "qy"),
        ("解珍", "xiezhen", "xz"),
        ("查良镛", "zhaliangyong", "zly"),
        ("曾国", "zengguo", "zg"),
        ("区大为", "oudawei", "odw"),
        ("任洋", "renyang", "ry"),
        ("盖叫天", "gejiaotian", "gjt"),
        ("缪斯", "miaosi", "ms"),
        ("朴树", "piaoshu", "ps"),
        ("翟晟", "zhaisheng", "zs"),
        ("覃勇", "qinyong", "qy"),
        ("吕霞", "lvxia", "lx"),
        ("尉迟恭", "yuchigong", "ycg"),
        ("万俟卨", "moqixie", "mqx"),
        ("长孙无忌", "zhangsunwuji", "zswj"),
        ("澹台静", "tantaijing", "ttj"),
        ("欧阳娜娜", "ouyangnana", "oynn"),
        ("龙明㛃", "longmingjie", "lmj"),
        ("邓刚䶮", "denggangyan", "dgy"),
        ("李𬱖", "lidi", "ld"),
        ("郭喆", "guozhe", "gz"),
        ("秦堃", "qinkun", "qk"),
        (" 付　丽怡 ", "fuliyi", "fly"),
        ("Maria", "maria", "maria"),
        ("ＡＢ王2", "abwang2", "abw2"),
        ("", "", ""),
    ],
)
def test_a_name_is_read(name: str, full: str, initials: str) -> None:
    assert reading_of_name(name) == Reading(full, initials)


def test_a_surname_is_read_as_one_only_in_front() -> None:
    assert reading_of_name("王单").full == "wangdan"
    assert reading_of_name("长孙").full == "changsun"
    assert reading_of_name("单于").full == "shanyu"
    assert reading_of_name("单于明").full == "chanyuming"


def test_a_name_of_parts_has_no_han_surname() -> None:
    assert reading_of_name("区吾·买买提").full.startswith("qu")


@pytest.mark.parametrize(
    ("text", "full", "initials"),
    [
        ("人民调解", "renmintiaojie", "rmtj"),
        ("调查", "diaocha", "dc"),
        ("补办银行卡", "bubanyinhangka", "bbyhk"),
        ("行政许可", "xingzhengxuke", "xzxk"),
        ("重阳节慰问", "chongyangjieweiwen", "cyjww"),
        ("重度残疾", "zhongducanji", "zdcj"),
        ("优待金给付", "youdaijinjifu", "ydjjf"),
        ("长者食堂", "zhangzheshitang", "zzst"),
        ("长期护理", "changqihuli", "cqhl"),
        ("3幢2单元1801室", "3chuang2danyuan1801shi", "3c2dy1801s"),
        ("ETC办理(A区)", "etcbanliaqu", "etcblaq"),
        ("西湖区", "xihuqu", "xhq"),
    ],
)
def test_a_text_is_read_word_by_word(text: str, full: str, initials: str) -> None:
    assert reading_of_text(text) == Reading(full, initials)


def test_the_longest_word_is_taken() -> None:
    assert reading_of_text("十里堡长期").full == "shilipuchangqi"


@given(st.text(alphabet=HAN, min_size=1, max_size=4))
def test_every_character_gives_one_initial(name: str) -> None:
    reading = reading_of_name(name)
    assert len(reading.initials) == len(name)
    assert reading.full.isascii()
    assert reading.full.islower()


@given(st.text(max_size=8))
def test_any_text_is_read_without_spaces_and_capitals(text: str) -> None:
    for reading in (reading_of_name(text), reading_of_text(text)):
        assert not any(sign.isspace() for sign in reading.full)
        assert not any("A" <= sign <= "Z" for sign in reading.full)


@given(
    st.sampled_from("王李张刘陈杨黄赵周吴"),
    st.text(alphabet="伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平", min_size=1, max_size=2),
)
def test_common_names_are_read_as_the_library_reads_them(surname: str, given_name: str) -> None:
    assert reading_of_name(surname + given_name).full == "".join(lazy_pinyin(surname + given_name))


def test_a_sign_that_decomposes_is_no_stumbling_block() -> None:
    assert reading_of_name("王\u0958").initials[0] == "w"


def test_tones_are_taken_off_as_one_types() -> None:
    assert [without_tones(syllable) for syllable in ("zhāng", "lǜ", "nǚ", "ń", "ér")] == [
        "zhang",
        "lv",
        "nv",
        "n",
        "er",
    ]


def test_the_table_of_readings_has_a_syllable_a_character_and_nothing_twice() -> None:
    rows = read_table("readings")
    assert all(len(row["reading"].split()) == len(row["text"]) for row in rows)
    keys = [(row["kind"], row["text"]) for row in rows]
    assert len(keys) == len(set(keys))
    assert {row["kind"] for row in rows} == {"surname", "character", "word"}
