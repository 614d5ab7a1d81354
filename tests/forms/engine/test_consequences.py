"""Whatever is done and taken back: the state is what a fresh session makes of the answers."""

import json

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.forms.engine.forms import SETTING, form_of, view
from workbench.forms.engine.node import NodeKind
from workbench.forms.engine.session import FormSession
from workbench.forms.engine.walking import walk

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
| | begin group | adult | Adult ${place} | | | ${age} >= 2 | | | | | | | |
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

TYPED = st.sampled_from(["", "1", "2", "3", "4", "x", "a", "b", "r1", "r3", "r1 r2", "甲"])


class Filling(RuleBasedStateMachine):
    """A person at the form, in any order."""

    @initialize()
    def begin(self):
        self.session = FormSession(HOUSEHOLD, SETTING)

    @rule(which=st.integers(0, 10_000), text=TYPED)
    def answer(self, which, text):
        questions = [
            node for node in self.shown() if node.control is not None and node.kind is NodeKind.QUESTION
        ]
        self.session.answer(questions[which % len(questions)], text)

    @rule(size=st.integers(0, 4))
    def say_how_many(self, size):
        self.session.answer(self.session.node("/data/size"), str(size))

    @rule(which=st.integers(0, 10_000))
    def add(self, which):
        places = [node for node in self.shown() if node.addable]
        if places and len(places[which % len(places)].parts) < 5:
            self.session.add(places[which % len(places)])

    @rule(which=st.integers(0, 10_000))
    def remove(self, which):
        instances = [node for node in self.shown() if node.removable]
        if instances:
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
        resumed = FormSession(HOUSEHOLD, SETTING, json.loads(json.dumps(draft)))
        assert view(resumed) == view(self.session)
        assert resumed.draft() == draft
        assert resumed.submission() == self.session.submission()

    @rule()
    def work_out_anew(self):
        draft = self.session.draft()
        draft["values"] = {
            node.path: node.value for node in walk(self.session.root) if node.bind.calculate is None
        }
        anew = FormSession(HOUSEHOLD, SETTING, draft | {"anew": True})
        assert view(anew) == view(self.session)
        assert anew.submission() == self.session.submission()

    def teardown(self):
        if hasattr(self, "session"):
            self.resume()
            self.work_out_anew()

    def shown(self):
        return [node for node in walk(self.session.root) if node.relevant]


TestFilling = Filling.TestCase
TestFilling.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
