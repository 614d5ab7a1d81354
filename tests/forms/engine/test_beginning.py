"""How a form begins: defaults, preloads, what actions set, and what is known beforehand."""

from dataclasses import replace

from tests.forms.engine.forms import SETTING, answer, filling, value

META = """
| survey |
| | type | name | label | default | calculation | trigger | relevant |
| | start | start | | | | | |
| | end | end | | | | | |
| | today | today | | | | | |
| | username | who | | | | | |
| | deviceid | device | | | | | |
| | email | mail | | | | | |
| | text | town | Town | Hangzhou | | | |
| | date | day | Day | today() | | | |
| | text | again | Again | concat(${town}, '-', ${day}) | | | |
| | calculate | fixed | | | once(concat(${town}, '!')) | | |
| | text | copied | Copied | | concat(${town}, ' ', ${copied}) | ${town} | |
| | begin repeat | r | R | | | | |
| | text | number | Number | position(..) | | | |
| | text | lower | Lower | | concat('from ', ${number}) | ${number} | |
| | end repeat | | | | | | |
"""


def test_what_the_device_knows_stands_at_once_and_the_end_in_the_submission():
    session = filling(META, replace(SETTING, properties={"email": "a@example.org"}))
    assert value(session, "/data/start") == "2026-11-24T12:00:00.000+08:00"
    assert value(session, "/data/today") == "2026-11-24"
    assert [value(session, f"/data/{name}") for name in ("who", "device", "mail")] == [
        "yan",
        "desk-1",
        "a@example.org",
    ]
    assert value(session, "/data/end") == ""
    assert b"<end>2026-11-24T12:00:00.000+08:00</end>" in session.submission()


def test_defaults_may_read_the_clock_and_each_other():
    session = filling(META)
    assert value(session, "/data/day") == "2026-11-24"
    assert value(session, "/data/again") == "Hangzhou-2026-11-24"
    answer(session, "/data/town", "Ningbo")
    assert value(session, "/data/again") == "Hangzhou-2026-11-24"


def test_once_stays_what_it_was_first():
    session = filling(META)
    answer(session, "/data/town", "Ningbo")
    assert value(session, "/data/fixed") == "Hangzhou!"


def test_a_changed_answer_triggers_and_a_form_that_begins_does_not():
    session = filling(META)
    assert value(session, "/data/copied") == ""
    answer(session, "/data/town", "Ningbo")
    answer(session, "/data/town", "Wuzhen")
    assert value(session, "/data/copied") == "Wuzhen Ningbo "
    session.undo()
    assert value(session, "/data/copied") == "Ningbo "


def test_each_instance_gets_its_own_defaults_and_triggers_within_itself():
    session = filling(META)
    session.add(session.node("/data/r"))
    session.add(session.node("/data/r"))
    assert [value(session, f"/data/r[{n}]/number") for n in (1, 2, 3)] == ["1", "2", "3"]
    answer(session, "/data/r[2]/number", "two")
    assert [value(session, f"/data/r[{n}]/lower") for n in (1, 2)] == ["", "from two"]


def test_known_answers_stand_before_anybody_types_and_cannot_be_undone():
    known = {
        "/data/gone": "?",
        "/data/r": "?",
        "/data/fixed": "?",
        "/data/town": "Wuzhen",
        "/data/r[2]/number": "7",
        "/data/day": "no date",
    }
    session = filling(META, replace(SETTING, prefilled=known))
    assert value(session, "/data/town") == "Wuzhen"
    assert value(session, "/data/r[2]/number") == "7"
    assert session.node("/data/day").typed == "no date"
    assert session.undo() is None


def test_known_answers_of_counted_instances_stand_whatever_the_order():
    counted = """
| survey |
| | type | name | label | repeat_count |
| | begin repeat | r | R | ${size} |
| | text | x | X | |
| | end repeat | | | |
| | integer | size | Size | |
"""
    session = filling(counted, replace(SETTING, prefilled={"/data/r[2]/x": "second", "/data/size": "2"}))
    assert value(session, "/data/r[2]/x") == "second"


def test_chance_is_the_same_for_the_same_seed_and_stays_in_the_session():
    form = """
| survey |
| | type | name | label | parameters | calculation |
| | select_one c | pick | Pick | randomize=true | |
| | text | other | Other | | |
| | calculate | dice | | | random() |
| choices |
| | list_name | name | label |
""" + "".join(f"| | c | c{n} | C{n} |\n" for n in range(30))
    session, same, other = filling(form), filling(form), filling(form, replace(SETTING, seed=8))
    order = session.node("/data/pick").choices
    assert order == same.node("/data/pick").choices
    assert order != other.node("/data/pick").choices
    assert sorted(choice.value for choice in order) == sorted(f"c{n}" for n in range(30))
    assert value(session, "/data/dice") == value(same, "/data/dice") != value(other, "/data/dice")
    dice = value(session, "/data/dice")
    answer(session, "/data/other", "x")
    assert session.node("/data/pick").choices == order
    assert value(session, "/data/dice") == dice
    resumed = filling(form, draft=session.draft())
    assert resumed.node("/data/pick").choices == order
    assert value(resumed, "/data/dice") == dice
