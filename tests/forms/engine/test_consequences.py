"""Whatever is done and taken back: the state is what a fresh session makes of the answers."""

import json
from contextlib import contextmanager

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.forms.engine.forms import SETTING, form_of, look, view
from workbench.forms.engine.node import NodeKind
from workbench.forms.engine.session import FormSession
from workbench.forms.engine.walking import everything, walk
from workbench.forms.form import DataType

HOUSEHOLD = form_of("""
| survey |
| | type | name | label | hint | calculation | relevant | constraint | constraint_message | required | readonly | choice_filter | repeat_count | default |
| | integer | size | Size | | | | . < 5 | at most ${limit} | yes | | | | |
| | integer | limit | Limit of ${size} | | | | . >= ${size} | | ${size} > 2 | | | | 4 |
| | select_one town | town | Town | | | | | | | | | | |
| | select_one road | road | Road in ${town} | | | | | | | | town=${town} | | |
| | select_multiple road | roads | Roads | | | ${size} != 3 | | | | | town=${town} | | |
| | begin repeat | member | Member ${name} of ${size} | | | | | | | | | ${size} | |
| | text | name | Name | at ${road} | | | | | | | | | |
| | integer | age | Age of ${name} | | | | . < ${limit} * 10 | | ${name} != '' | | | | |
| | calculate | older | | | ${age} > indexed-repeat(${age}, ${member}, position(..) - 1) | | | | | | | | |
| | calculate | running | | | coalesce(indexed-repeat(${running}, ${member}, position(..) - 1), 0) + coalesce(${age}, 0) | | | | | | | | |
| | calculate | place | | | concat(position(..), '/', count(${member})) | | | | | | | | |
| | begin group | adult | Adult ${place} | | | ${age} >= 2 | | | | ${limit} = 1 | | | |
| | text | job | Job | | | | | | | ${older} = 'true' | | | 3 |
| | calculate | share | | | round(${age} div sum(/data/member/age), 2) | | | | | | | | |
| | begin repeat | tool | Tool | | | ${job} != 'x' | | | | | | | |
| | integer | cost | Cost in ${town} | | | | | | | | | | |
| | calculate | dear | | | ${cost} + ${age} + ${limit} | | | | | | | | |
| | end repeat | | | | | | | | | | | | |
| | calculate | costs | | | sum(${cost}) | | | | | | | | |
| | end group | | | | | | | | | | | | |
| | end repeat | | | | | | | | | | | | |
| | select_one ${name} | head | Head | | | | . != ${road} | | | | ${name} != '' and ${age} > 1 | | |
| | calculate | all_costs | | | sum(${costs}) + sum(${cost}) + count-non-empty(${job}) | | | | | | | | |
| | begin repeat | visit | Visit ${note} | | | ${limit} > 2 | | | | | | | |
| | text | note | Note | | | position(..) < 4 | | | | | | | |
| | calculate | before | | | concat(indexed-repeat(${note}, ${visit}, position(..) - 1), '<', ${note}, ${head}) | | | | | | | | |
| | end repeat | | | | | | | | | | | | |
| | calculate | notes | | | concat(join(' ', ${note}), ${all_costs}, jr:choice-name(${town}, '${town}')) | | | | | | | | |
| | note | summary | ${notes} | | | ${notes} != '' | | | | | | | |
| choices |
| | list_name | name | label | town |
| | town | a | Town A | |
| | town | b | Town B | |
| | road | r1 | Road 1 | a |
| | road | r2 | Road 2 | a |
| | road | r3 | Road 3 | b |
""")  # noqa: E501 - one row a line

BUILDINGS = form_of("""
| survey |
| | type | name | label | calculation | relevant | constraint | required | choice_filter | repeat_count |
| | integer | size | Buildings | | | | | | |
| | integer | most | Most | | | . > sum(/data/building/floors) | | | |
| | begin repeat | building | Building ${number} | | ${most} != 2 | | | | ${size} |
| | integer | floors | Floors of ${number} | | | . <= ${most} | count(/data/building) > 1 | | |
| | calculate | number | | position(..) | | | | | |
| | calculate | left | | count(../following-sibling::building[floors > 1]) | | | | | |
| | calculate | upto | | sum(../preceding-sibling::building/floors) + ../floors | | | | | |
| | begin repeat | floor | Floor ${level} | | position(..) < 4 | | | | ../floors |
| | calculate | level | | concat(position(../..), '-', position(..)) | | | | | |
| | text | shop | Shop | | ../../floors > 1 | . != ../../floor[1]/shop or position(..) = 1 | | | |
| | begin repeat | flat | Flat | | | | | | |
| | select_multiple kind | kinds | Kinds | | | count-selected(.) < 2 | | nth <= ${floors} | |
| | calculate | all | | count-selected(../kinds) + count(../../flat) + ${floors} | | | | | |
| | end repeat | | | | | | | | |
| | calculate | many | | sum(../flat/all) | | | | | |
| | calculate | pick | | string(current()/../flat[kinds = 'a'][1]/all) | | | | | |
| | end repeat | | | | | | | | |
| | calculate | rooms | | sum(../floor/many) + count(../floor/flat[kinds != '']) | | | | | |
| | end repeat | | | | | | | | |
| | calculate | high | | max(/data/building/floors) | | | | | |
| | calculate | total | | sum(/data/building/rooms) + count(/data/building/floor/flat) | | | | | |
| | calculate | some | | count(/data/building[floors > /data/most]/floor[position() > 1]) | | | | | |
| | calculate | nested | | indexed-repeat(/data/building/floor/shop, /data/building, 2, /data/building/floor, 1) | | | | | |
| | calculate | wild | | count(/data/building/*[. = 2]) + count(//flat) | | | | | |
| | note | told | ${total} in ${nested} | | ${high} > 0 and ${wild} > 1 | | | | |
| | begin group | end | End | | ${total} > 3 | | | | |
| | select_one ${shop} | best | Best | | | . != ${nested} | | ${shop} != '' and ${shop} != ${nested} | |
| | end group | | | | | | | | |
| choices |
| | list_name | name | label | nth |
| | kind | a | A | 1 |
| | kind | b | B of ${high} | 2 |
| | kind | 1 | C | 3 |
""")  # noqa: E501 - one row a line

TYPED = st.sampled_from(["", "1", "2", "3", "4", "x", "a", "b", "r1", "r3", "r1 r2", "甲"])


class Filling(RuleBasedStateMachine):
    """A person at the form, in any order."""

    form = HOUSEHOLD

    @initialize()
    def begin(self):
        self.session = FormSession(self.form, SETTING)

    @rule(which=st.integers(0, 10_000), text=TYPED)
    def answer(self, which, text):
        questions = [
            node for node in self.shown() if node.control is not None and node.kind is NodeKind.QUESTION
        ]
        with self.telling():
            self.session.answer(questions[which % len(questions)], text)

    @rule(which=st.integers(0, 10_000), number=st.integers(1, 3))
    def answer_with_a_number(self, which, number):
        numbers = [node for node in self.shown() if node.control and node.bind.type is DataType.INTEGER]
        with self.telling():
            self.session.answer(numbers[which % len(numbers)], str(number))

    @rule(size=st.integers(0, 4))
    def say_how_many(self, size):
        with self.telling():
            self.session.answer(self.session.node("/data/size"), str(size))

    @rule(which=st.integers(0, 10_000))
    def add(self, which):
        places = [node for node in self.shown() if node.addable]
        if places and len(places[which % len(places)].parts) < 5:
            with self.telling():
                self.session.add(places[which % len(places)])

    @rule(which=st.integers(0, 10_000))
    def remove(self, which):
        instances = [node for node in self.shown() if node.removable]
        if instances:
            with self.telling():
                self.session.remove(instances[which % len(instances)])

    @rule(times=st.integers(1, 4))
    def take_back(self, times):
        seen = view(self.session)
        done = sum(self.session.undo() is not None for _ in range(times))
        for _ in range(done):
            assert self.session.redo() is not None
        assert view(self.session) == seen
        for _ in range(done):
            self.session.undo()

    @rule()
    def resume(self):
        draft = self.session.draft()
        resumed = FormSession(self.form, SETTING, json.loads(json.dumps(draft)))
        assert view(resumed) == view(self.session)
        assert resumed.draft() == draft
        assert resumed.submission() == self.session.submission()

    @rule()
    def work_out_anew(self):
        draft = self.session.draft()
        draft["values"] = {
            node.path: node.value for node in walk(self.session.root) if node.bind.calculate is None
        }
        anew = FormSession(self.form, SETTING, draft | {"anew": True})
        assert view(anew) == view(self.session)
        assert anew.submission() == self.session.submission()

    def teardown(self):
        if hasattr(self, "session"):
            self.resume()
            self.work_out_anew()

    @contextmanager
    def telling(self):
        """Prove that every node that looks different afterwards was told of."""
        told = set()
        stop = self.session.subscribe(told.update)
        before = {node: look(node) for node in everything(self.session.root)}
        yield
        stop()
        after = {node: look(node) for node in everything(self.session.root)}
        assert {node for node in before.keys() & after.keys() if before[node] != after[node]} <= told

    def shown(self):
        return [node for node in walk(self.session.root) if node.relevant]


class FillingBuildings(Filling):
    """Repeats in repeats, counted, and expressions that look at neighbours."""

    form = BUILDINGS

    @rule(floors=st.lists(st.integers(0, 3), min_size=1, max_size=3))
    def say_how_many_floors(self, floors):
        for building, number in zip(self.session.node("/data/building").instances, floors, strict=False):
            self.session.answer(building.members["/data/building/floors"], str(number))


MODEST = settings(
    max_examples=30, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestFilling = Filling.TestCase
TestFilling.settings = MODEST
TestFillingBuildings = FillingBuildings.TestCase
TestFillingBuildings.settings = MODEST
