"""Edits within one person's answers (按人审核): number, birth, education, registration and leaving."""

from __future__ import annotations

from workbench.census.edits.declared import Edit, Severity
from workbench.census.edits.person_checks import (
    EDUCATION_AGE,
    LITERACY_AGE,
    OLDEST,
    SCHOOL_FROM,
    SCHOOL_USUALLY_FROM,
    VERY_OLD,
    YEARS_AWAY,
    at_home,
    bad_number,
    birth_differs,
    born_later,
    each,
    early_reason,
    missing,
    no_number,
    sex_differs,
    stayed_yet_elsewhere,
    too_young,
)

_HARD, _SOFT = Severity.HARD, Severity.SOFT

PERSON_EDITS = (
    Edit("P01", _HARD, "{who}没有填“{item}”。", "每个人都填报的项目不能空着。", missing),
    Edit("P02", _HARD, "{who}的{fault}。", "公民身份号码按 GB 11643-1999 校验。", bad_number),
    Edit("P03", _SOFT, "{who}没有填公民身份号码。", "确实没有号码的（如新生儿未落户）请说明。", no_number),
    Edit(
        "P04",
        _HARD,
        "{who}填的出生年月为{stated}，而身份号码表明为{told}。",
        "出生年月须与身份号码一致；证件有误的，以证件更正后的号码为准。",
        birth_differs,
    ),
    Edit(
        "P05",
        _HARD,
        "{who}填的性别与身份号码（{told}）不一致。",
        "身份号码第17位奇数为男，偶数为女。",
        sex_differs,
    ),
    Edit(
        "P06",
        _HARD,
        "{who}在普查标准时点之后出生，不应登记。",
        "标准时点零时以后出生的人不登记。",
        born_later,
    ),
    Edit(
        "P07",
        _HARD,
        "{who}年龄为{age}周岁，不可能。",
        f"出生年有误：年龄不超过{OLDEST}周岁。",
        each("d5_birth_year", test=lambda person, age: age > OLDEST),
    ),
    Edit(
        "P08",
        _SOFT,
        "{who}年龄为{age}周岁，请核对出生年。",
        "百岁以上的人少见。",
        each("d5_birth_year", test=lambda person, age: VERY_OLD < age <= OLDEST),
    ),
    Edit(
        "P09",
        _HARD,
        "{who}已满3周岁（{age}周岁），须填受教育程度。",
        "D11 由3周岁及以上的人填报。",
        each("d11_education", test=lambda person, age: age >= EDUCATION_AGE and not person.education),
    ),
    Edit(
        "P10",
        _HARD,
        "{who}不满3周岁，不填受教育程度。",
        "D11 由3周岁及以上的人填报。",
        each("d11_education", test=lambda person, age: age < EDUCATION_AGE and bool(person.education)),
    ),
    Edit(
        "P11",
        _HARD,
        "{who}已满15周岁（{age}周岁），须填是否识字。",
        "D12 由15周岁及以上的人填报。",
        each("d12_literate", test=lambda person, age: age >= LITERACY_AGE and not person.literate),
    ),
    Edit(
        "P12",
        _HARD,
        "{who}不满15周岁，不填是否识字。",
        "D12 由15周岁及以上的人填报。",
        each("d12_literate", test=lambda person, age: age < LITERACY_AGE and bool(person.literate)),
    ),
    Edit(
        "P13",
        _HARD,
        "{who}受教育程度为初中及以上，却填不识字。",
        "上过初中的人应当识字。",
        each(
            "d11_education",
            "d12_literate",
            test=lambda person, age: person.literate == "2" and person.education >= "4",
        ),
    ),
    Edit(
        "P14",
        _HARD,
        "{who}{age}周岁，受教育程度不可能为“{level}”。",
        "入学年龄依《义务教育法》第十一条推算。",
        each("d5_birth_year", "d11_education", test=too_young(SCHOOL_FROM)),
    ),
    Edit(
        "P15",
        _SOFT,
        "{who}{age}周岁，受教育程度为“{level}”，请核对。",
        "比通常入学年龄早。",
        each("d5_birth_year", "d11_education", test=too_young(SCHOOL_USUALLY_FROM, SCHOOL_FROM)),
    ),
    Edit(
        "P16",
        _HARD,
        "{who}户口待定，不填离开户口登记地的时间和原因。",
        "D8 选5的跳至 D11。",
        each(
            "d9_left_since",
            "d10_left_reason",
            test=lambda person, age: (
                person.registration == "5" and bool(person.left_since or person.left_reason)
            ),
        ),
    ),
    Edit(
        "P17",
        _HARD,
        "{who}没有填离开户口登记地时间。",
        "D8 选1至4的须填 D9。",
        each(
            "d9_left_since",
            test=lambda person, age: person.registration in ("1", "2", "3", "4") and not person.left_since,
        ),
    ),
    Edit(
        "P18",
        _HARD,
        "{who}没有离开户口登记地，不填离开原因。",
        "D9 选1的跳至 D11。",
        each(
            "d10_left_reason", test=lambda person, age: person.left_since == "1" and bool(person.left_reason)
        ),
    ),
    Edit(
        "P19",
        _HARD,
        "{who}已离开户口登记地，须填离开原因。",
        "D9 选2至9的须填 D10。",
        each("d10_left_reason", test=lambda person, age: person.left_since > "1" and not person.left_reason),
    ),
    Edit(
        "P20",
        _HARD,
        "{who}居住在其他县（市、区、旗），须填写地址。",
        "D7 选5的须写明省、市、县。",
        each(
            "d7_residence_place",
            test=lambda person, age: person.residence == "5" and not person.residence_place,
        ),
    ),
    Edit(
        "P21",
        _HARD,
        "{who}户口在其他县（市、区、旗），须填写地址。",
        "D8 选4的须写明省、市、县。",
        each(
            "d8_registration_place",
            test=lambda person, age: person.registration == "4" and not person.registration_place,
        ),
    ),
    Edit(
        "P22",
        _HARD,
        "{who}当晚不住本户，户口也不在本村（居）委会，不应在本户登记。",
        "只登记当晚住本户的人和户口在本户的人。",
        each(
            "d7_residence",
            "d8_registration",
            test=lambda person, age: person.residence > "1" and person.registration in ("2", "3", "4", "5"),
        ),
    ),
    Edit(
        "P23",
        _HARD,
        "{who}居住地与户口登记地不在同一村（居）委会，却填没有离开户口登记地。",
        "D7、D8 与 D9 须一致。",
        each("d7_residence", "d8_registration", "d9_left_since", test=stayed_yet_elsewhere),
    ),
    Edit(
        "P24",
        _HARD,
        "{who}住在本村（居）委会、户口也在本村（居）委会，却填已离开户口登记地。",
        "D7、D8 与 D9 须一致。",
        each(
            "d8_registration",
            "d9_left_since",
            test=lambda person, age: at_home(person) and person.left_since > "1",
        ),
    ),
    Edit(
        "P25",
        _HARD,
        "{who}{age}周岁，离开户口登记地的时间比年龄长。",
        "离开的年数不超过年龄。",
        each(
            "d5_birth_year",
            "d9_left_since",
            test=lambda person, age: age < YEARS_AWAY.get(person.left_since, 0),
        ),
    ),
    Edit(
        "P26",
        _SOFT,
        "{who}{age}周岁，离开原因为“{reason}”，请核对。",
        "离开原因与年龄少见地不合。",
        each("d5_birth_year", "d10_left_reason", test=early_reason),
    ),
)
"""The edits within a person, in the order they are shown."""
