"""Every construct of an XLSForm workbook becomes what the form needs to be filled."""

from __future__ import annotations

import pytest

from tests.forms.definition.workbooks import form, workbook
from workbench.forms.definition import read_form
from workbench.forms.definition.workbook import compile_workbook
from workbench.forms.form import ControlKind, DataType, Event, Expression, Origin

ASK = ["type", "name", "label"]
LIST = [
    ["list_name", "name", "label", "label::English (en)", "area", "image"],
    ["town", "1", "桂花镇", "Osmanthus", "n", "1.png"],
    ["town", "2", "茶园镇", "Tea", "s", None],
]


@pytest.mark.parametrize(
    ("asked", "kind", "data"),
    [
        ("text", ControlKind.INPUT, DataType.STRING),
        ("integer", ControlKind.INPUT, DataType.INTEGER),
        ("decimal", ControlKind.INPUT, DataType.DECIMAL),
        ("date", ControlKind.INPUT, DataType.DATE),
        ("time", ControlKind.INPUT, DataType.TIME),
        ("dateTime", ControlKind.INPUT, DataType.DATE_TIME),
        ("geopoint", ControlKind.INPUT, DataType.GEOPOINT),
        ("geotrace", ControlKind.INPUT, DataType.GEOTRACE),
        ("geoshape", ControlKind.INPUT, DataType.GEOSHAPE),
        ("barcode", ControlKind.INPUT, DataType.BARCODE),
        ("note", ControlKind.INPUT, DataType.STRING),
        ("acknowledge", ControlKind.ACKNOWLEDGE, DataType.STRING),
        ("image", ControlKind.UPLOAD, DataType.BINARY),
        ("audio", ControlKind.UPLOAD, DataType.BINARY),
        ("file", ControlKind.UPLOAD, DataType.BINARY),
        ("select_one town", ControlKind.SELECT_ONE, DataType.STRING),
        ("select_multiple town", ControlKind.SELECT_MANY, DataType.STRING),
        ("rank town", ControlKind.RANK, DataType.RANK),
        ("range", ControlKind.RANGE, DataType.INTEGER),
    ],
)
def test_every_type_of_question_is_asked_its_way(asked, kind, data):
    made = form([ASK, [asked, "a", "题目"]], LIST)
    assert made.body[0].kind is kind
    assert made.binds["/data/a"].type is data


def test_what_is_not_asked_stands_in_the_instance_only():
    made = form(
        [
            [*ASK, "calculation", "default"],
            ["calculate", "c", None, "1 + 1"],
            ["hidden", "h", None, None, "甲"],
            ["start", "start", None],
            ["end", "end", None],
            ["today", "today", None],
            ["username", "username", None],
            ["deviceid", "deviceid", None],
            ["phonenumber", "phonenumber", None],
            ["email", "email", None],
            ["audit", None, None],
            ["text", "a", "题目"],
        ]
    )
    assert [control.path for control in made.body] == ["/data/a"]
    assert made.binds["/data/c"].calculate == Expression("1 + 1")
    assert made.instance.findtext("h") == "甲"
    preloads = {
        path[6:]: (bind.preload, bind.preload_params) for path, bind in made.binds.items() if bind.preload
    }
    assert preloads == {
        "start": ("timestamp", "start"),
        "end": ("timestamp", "end"),
        "today": ("date", "today"),
        "username": ("property", "username"),
        "deviceid": ("property", "deviceid"),
        "phonenumber": ("property", "phonenumber"),
        "email": ("property", "email"),
        "meta/instanceID": ("uid", ""),
    }


def test_groups_and_nested_repeats_keep_their_order_and_counts():
    made = form(
        [
            [*ASK, "repeat_count", "appearance"],
            ["begin group", "g", "户", None, "field-list"],
            ["integer", "n", "人数"],
            ["begin repeat", "person", "成员", "${n}"],
            ["text", "name", "姓名"],
            ["begin_repeat", "job", "工作"],
            ["text", "post", "岗位"],
            ["end_repeat"],
            ["end repeat"],
            ["end group"],
        ]
    )
    group = made.body[0]
    person = group.children[1].children[0]
    job = person.children[1].children[0]
    assert (group.kind, group.appearance) == (ControlKind.GROUP, "field-list")
    assert (person.kind, person.path, person.repeat_count) == (
        ControlKind.REPEAT,
        "/data/g/person",
        Expression("/data/g/n"),
    )
    assert job.repeat_count is None
    assert list(made.repeats) == ["/data/g/person", "/data/g/person/job"]
    assert made.definition.find("g/person/job/post") is not None


def test_translations_stand_by_language_and_the_settings_name_the_default():
    made = form(
        [
            ["type", "name", "label::中文 (zh)", "label::English (en)", "hint::English (en)"],
            ["text", "a", "姓名", "Name", "In full"],
        ],
        (),
        [["form_id", "default_language"], ["visit", "中文 (zh)"]],
    )
    assert [translation.language for translation in made.translations] == ["中文 (zh)", "English (en)"]
    label, hint = made.body[0].label, made.body[0].hint
    assert label is not None and hint is not None
    assert made.translations[0].phrases[label.itext][""] == ("姓名",)
    assert made.translations[1].phrases[hint.itext][""] == ("In full",)


def test_values_in_labels_stand_between_the_words():
    made = form([ASK, ["text", "a", "姓名"], ["note", "b", "您好，${a}！"]])
    assert made.body[1].label.phrase == ("您好，", Expression("/data/a"), "！")


def test_rules_of_a_question_are_kept_as_expressions():
    made = form(
        [
            [
                *ASK,
                "relevant",
                "required",
                "required_message",
                "constraint",
                "constraint_message",
                "read_only",
            ],
            ["integer", "a", "年龄", "1 = 1", "yes", "须填", ". < 150", "太大", "false()"],
        ]
    )
    bind = made.binds["/data/a"]
    assert (bind.relevant, bind.required) == (Expression("1 = 1"), Expression("true()"))
    assert (bind.constraint, bind.readonly) == (Expression(". < 150"), Expression("false()"))
    assert bind.required_message.phrase == ("须填",)
    assert bind.constraint_message.phrase == ("太大",)


def test_choices_are_filtered_shuffled_and_pictured():
    made = form(
        [
            [*ASK, "choice_filter", "parameters"],
            ["text", "area", "片区"],
            ["select_one town", "a", "镇", "area = ${area}"],
            ["select_one town", "b", "镇", None, "randomize=true seed=7"],
        ],
        LIST,
    )
    assert made.body[1].itemset.nodeset.text.replace(" ", "") == (
        "instance('town')/root/item[area=/data/area]"
    )
    assert made.body[2].itemset.nodeset.text == "randomize(instance('town')/root/item, 7)"
    assert made.secondary["town"].findtext("item/area") == "n"
    assert made.translations[0].phrases["town-0"]["image"] == ("jr://images/1.png",)


def test_or_other_asks_for_the_other_one():
    made = form(
        [ASK, ["select_one town or_other", "a", "镇"]], [["list_name", "name", "label"], ["town", "1", "甲"]]
    )
    assert [control.path for control in made.body] == ["/data/a", "/data/a_other"]
    assert made.binds["/data/a_other"].relevant is not None


def test_defaults_are_values_or_actions():
    made = form(
        [
            [*ASK, "default"],
            ["text", "a", "A", "甲"],
            ["date", "b", "B", "today()"],
            ["begin_repeat", "r", "R"],
            ["date", "c", "C", "today()"],
            ["end_repeat"],
        ]
    )
    assert made.instance.findtext("a") == "甲"
    assert {(action.target, *action.events) for action in made.actions} == {
        ("/data/b", Event.FIRST_LOAD),
        ("/data/r/c", Event.FIRST_LOAD),
        ("/data/r/c", Event.NEW_REPEAT),
    }


def test_a_trigger_is_an_action_of_the_question_it_watches():
    made = form(
        [
            [*ASK, "trigger", "calculation"],
            ["text", "a", "A"],
            ["calculate", "b", None, "${a}", "now()"],
            ["text", "c", "C", "${a}", "1 + 1"],
        ]
    )
    assert [(action.trigger, action.target, action.value) for action in made.actions] == [
        ("/data/a", "/data/b", Expression("now()")),
        ("/data/a", "/data/c", Expression("1 + 1")),
    ]


def test_range_and_picture_parameters_are_attributes():
    made = form(
        [
            [*ASK, "parameters"],
            ["range", "a", "A", "start=0 end=10 step=0.5"],
            ["image", "b", "B", "max-pixels=640"],
        ]
    )
    assert made.body[0].attributes == {"start": "0", "end": "10", "step": "0.5"}
    assert made.binds["/data/a"].type is DataType.DECIMAL
    assert made.binds["/data/b"].attributes == {"max-pixels": "640"}


def test_options_come_from_files_beside_the_workbook(tmp_path):
    path = tmp_path / "visit.xlsx"
    path.write_bytes(
        workbook(
            [
                [*ASK, "parameters"],
                ["select_one_from_file towns.csv", "a", "A", "value=code label=title"],
                ["select_one_from_file roads.xml", "b", "B"],
                ["select_multiple_from_file places.geojson", "c", "C"],
                ["csv-external", "more"],
            ]
        )
    )
    (tmp_path / "towns.csv").write_text("code,title\n1,桂花镇\n", "utf-8")
    (tmp_path / "roads.xml").write_text("<root><item><name>1</name></item></root>", "utf-8")
    media = tmp_path / "visit-media"
    media.mkdir()
    (media / "more.csv").write_text("a\n1\n", "utf-8")
    (media / "places.geojson").write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "p1", "properties":'
        ' {"title": "居委会", "open": true}, "geometry": {"type": "Point", "coordinates": [120.1, 30.2]}}]}',
        "utf-8",
    )
    made = read_form(path)
    assert (made.body[0].itemset.value, made.body[0].itemset.label) == ("code", "title")
    assert made.secondary["towns"].findtext("item/title") == "桂花镇"
    assert made.secondary["roads"].findtext("item/name") == "1"
    assert made.secondary["more"].findtext("item/a") == "1"
    place = {child.tag: child.text for child in made.secondary["places"][0]}
    assert place == {"geometry": "30.2 120.1 0 0", "title": "居委会", "open": "true", "id": "p1"}
    assert set(made.media) == {"towns.csv", "roads.xml", "places.geojson", "more.csv"}


def test_the_older_external_choices_are_lists_by_name():
    made = form(
        [
            [*ASK, "choice_filter"],
            ["select_one_external town", "a", "A", "area = 'n'"],
        ],
        [["list_name", "name", "label"], ["x", "1", "甲"]],
        external_choices=[["list_name", "name", "label", "area"], ["town", "1", "桂花镇", "n"]],
    )
    assert made.body[0].kind is ControlKind.SELECT_ONE
    assert made.secondary["town"].findtext("item/label") == "桂花镇"


def test_pulldata_brings_its_table():
    made = form(
        [
            [*ASK, "calculation"],
            ["calculate", "a", None, "pulldata('towns', 'title', 'code', '1')"],
            ["text", "b", "B"],
        ],
        media={"towns.csv": b"code,title\n1,x\n"},
    )
    assert made.secondary["towns"].findtext("item/title") == "x"


def test_an_appearance_that_searches_is_a_list_from_its_table():
    made = form(
        [
            [*ASK, "appearance"],
            ["text", "t", "T"],
            ["select_one found", "a", "A", "minimal search('towns', 'contains', 'title', ${t}, 'area', 'n')"],
        ],
        [["list_name", "name", "label"], ["found", "code", "title,area"], ["found", "99", "其他"]],
        media={"towns.csv": b"code,title,area\n1,x,n\n"},
    )
    asked = made.body[1]
    assert [choice.value for choice in asked.choices] == ["99"]
    assert asked.itemset.nodeset.text == "instance('towns')/root/item[area = 'n'][contains(title, /data/t)]"
    assert (asked.itemset.value, asked.itemset.label) == ("code", "concat(title, ', ', area)")


def test_entities_are_kept_as_attributes_of_their_node():
    made = form(
        [[*ASK, "save_to"], ["text", "a", "A", "name_given"]],
        entities=[["list_name", "label"], ["residents", "${a}"]],
    )
    entity = made.instance.find("meta/entity")
    assert entity is not None
    assert entity.get("dataset") == "residents"
    assert "/data/meta/entity/@id" in made.binds
    assert made.binds["/data/a"].attributes["saveto"] == "name_given"


def test_an_entity_of_a_repeat_reads_its_own_instance():
    made = form(
        [[*ASK, "save_to"], ["begin_repeat", "r", "R"], ["text", "a", "A", "name_given"], ["end_repeat"]],
        entities=[["list_name", "label", "create_if"], ["residents", "${a}", "${a} != ''"]],
    )
    create = made.binds["/data/r/meta/entity/@create"].calculate
    assert create is not None
    assert create.text.split()[0] == "../../a", "an attribute's expression starts at its element"


def test_settings_name_the_instance_and_the_form():
    made = form(
        [ASK, ["text", "a", "A"]],
        (),
        [["form_id", "version", "form_title", "instance_name", "name"], ["v", "7", "走访", "${a}", "root"]],
    )
    assert (made.form_id, made.version, made.title, made.instance.tag) == ("v", "7", "走访", "root")
    assert made.binds["/root/meta/instanceName"].calculate == Expression("/root/a")


def test_a_workbook_without_settings_is_known_by_its_file(tmp_path):
    path = tmp_path / "visit.xlsx"
    path.write_bytes(workbook([ASK, ["text", "a", "A"]], (), ()))
    assert read_form(path).form_id == "visit"


def test_the_compiler_tells_which_files_it_needs():
    made = compile_workbook(workbook([ASK, ["select_one_from_file t.csv", "a", "A"]]))
    assert made.media_needed == ("t.csv",)


def test_the_compilers_remarks_are_placed_and_said_in_chinese():
    made = compile_workbook(
        workbook(
            [
                [*ASK, "label::English (en)", "hint"],
                ["begin group", "g", None],
                ["text", "a", "甲", "A", "提示"],
                ["text", "A", "甲", "A", "提示"],
                ["end group"],
            ]
        )
    )
    assert made.warnings == (
        "语言“English (en)”缺少 survey 表的这些列：hint",
        "工作表“survey”第 4 行“name”列：字段名与另一个只有大小写之差，数据处理时容易混淆",
    )


def test_a_question_knows_the_row_it_was_written_on():
    made = form([ASK, [], ["begin group", "g", "G"], ["text", "a", "甲"], ["end group"]])
    assert made.body[0].origin == Origin("survey", 3)
    assert made.body[0].children[0].origin == Origin("survey", 4)
