"""What is read on the screen: labels with answers in them, languages, choices and messages."""

from tests.forms.engine.forms import answer, filling, value
from workbench.forms.engine.node import ChoiceView

FORM = """
| survey |
| | type | name | label::中文 | label::English | hint::中文 | guidance_hint::中文 | image::中文 | choice_filter | calculation | required | required_message::中文 | constraint | constraint_message::中文 |
| | text | name | 姓名 | Name | 如身份证 | 问户主 | face.png | | | yes | 请问姓名 | . != 'x' | ${name}不是姓名 |
| | select_one city | city | ${name}住哪里 | Where is ${name} | | | | | | | | | |
| | select_one road | road | 路 | Road | | | | city=${city} | | | | | |
| | calculate | told | | | | | | | jr:choice-name(${road}, '${road}') | | | | |
| | calculate | itext | | | | | | | jr:itext('/data/name:label') | | | | |
| | begin repeat | pet | ${name}的宠物 | Pet of ${name} | | | | | | | | | |
| | text | kind | 种类 | Kind | | | | | | | | | |
| | end repeat | | | | | | | | | | | | |
| choices |
| | list_name | name | label::中文 | label::English | city | image::中文 |
| | city | hz | 杭州 | Hangzhou | | lake.png |
| | city | nb | 宁波 | Ningbo | | |
| | road | r1 | 延安路 | Yan'an Road | hz | |
| | road | r2 | 天一街 of ${name} | Tianyi Street | nb | |
"""  # noqa: E501 - one row a line


def test_a_label_has_the_answers_of_now_in_it():
    session = filling(FORM)
    city = session.node("/data/city")
    assert city.label == "住哪里"
    changed = session.answer(session.node("/data/name"), "演示甲").changed
    assert city in changed
    assert city.label == "演示甲住哪里"
    assert session.node("/data/pet").label == "演示甲的宠物"
    assert session.node("/data/pet[1]").label == "演示甲的宠物"


def test_the_language_changes_all_texts_and_what_is_calculated_from_them():
    session = filling(FORM)
    answer(session, "/data/name", "Li")
    answer(session, "/data/city", "hz")
    answer(session, "/data/road", "r1")
    assert (session.language, session.languages) == ("中文", ("中文", "English"))
    assert (value(session, "/data/told"), value(session, "/data/itext")) == ("延安路", "姓名")
    heard = []
    session.subscribe(heard.append)
    session.language = "English"
    assert session.node("/data/city").label == "Where is Li"
    assert session.node("/data/city").choices == (
        ChoiceView("hz", "Hangzhou", "jr://images/lake.png"),
        ChoiceView("nb", "Ningbo"),
    )
    assert (value(session, "/data/told"), value(session, "/data/itext")) == ("Yan'an Road", "Name")
    assert session.node("/data/city") in heard[0]
    session.language = "Esperanto"
    assert session.language == "English"


def test_what_is_taken_back_is_said_in_the_language_of_now():
    session = filling(FORM)
    answer(session, "/data/city", "hz")
    answer(session, "/data/road", "r1")
    answer(session, "/data/road", "")
    session.language = "English"
    session.undo()
    assert value(session, "/data/told") == "Yan'an Road"


def test_hint_guidance_and_picture_stand_beside_the_label():
    name = filling(FORM).node("/data/name")
    assert (name.label, name.hint, name.guidance, name.media("image")) == (
        "姓名",
        "如身份证",
        "问户主",
        "jr://images/face.png",
    )


def test_messages_are_the_forms_own():
    session = filling(FORM)
    assert [problem.message for problem in session.problems()] == ["请问姓名"]
    assert answer(session, "/data/name", "x") == "x不是姓名"


def test_choices_follow_their_filter_and_take_a_vanished_answer_with_them():
    session = filling(FORM)
    answer(session, "/data/name", "Li")
    road = session.node("/data/road")
    assert road.choices == ()
    answer(session, "/data/city", "hz")
    answer(session, "/data/road", "r1")
    answer(session, "/data/city", "nb")
    assert [choice.label for choice in road.choices] == ["天一街 of Li"]
    assert road.value == ""
    changed = session.answer(session.node("/data/name"), "Wang").changed
    assert road in changed
    assert road.choices[0].label == "天一街 of Wang"


def test_a_table_beside_the_form_gives_choices_and_answers():
    table = b"name,label,city,price\nf1,Apple,hz,3\nf2,Pear,nb,4\n"
    session = filling(
        """
| survey |
| | type | name | label | appearance | calculation | choice_filter |
| | text | city | City | | | |
| | select_one_from_file fruits.csv | fruit | Fruit | | | city=${city} |
| | select_one found | sought | Sought | search('fruits', 'matches', 'city', ${city}) | | |
| | calculate | price | | | pulldata('fruits', 'price', 'name', ${fruit}) | |
| choices |
| | list_name | name | label |
| | found | name | label |
""",
        media={"fruits.csv": table},
    )
    answer(session, "/data/city", "nb")
    assert session.node("/data/fruit").choices == (ChoiceView("f2", "Pear"),)
    assert session.node("/data/sought").choices == (ChoiceView("f2", "Pear"),)
    assert answer(session, "/data/sought", "f2") is None
    answer(session, "/data/fruit", "f2")
    assert value(session, "/data/price") == "4"
