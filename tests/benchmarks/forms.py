"""Figure `forms`: loading a form, and one answer with all its consequences, beside a peer or the promise.

The form of 200 questions has a repeat of 10 members with 30 questions each; a second form has 3,000
questions, a third 500 members. Ours also reads after each answer what a screen would redraw: label, problem
and choices of whatever changed; the peer only writes the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from statistics import median, quantiles

from tests.benchmarks.forms_beside import Peer, peer_on
from tests.benchmarks.forms_generated import Answers, Generated, generated_form
from tests.benchmarks.measure import Measurement, seconds
from workbench.forms.definition import form_from_xml
from workbench.forms.engine.node import Node, NodeKind
from workbench.forms.engine.session import FormSession

LOAD_GOAL, ANSWER_GOAL, ADD_GOAL = 300.0, 5.0, 10.0
"""Milliseconds promised."""
LOADS = 9
INSTANCES = (10, 100, 500)
MEMBER = "/data/member"
_TRIES = 5
"""Members answered for a figure of constancy, of which the one least disturbed by other work counts."""
_STRIDE = 7
"""Every seventh block of the long form: all kinds of question, from its beginning to its end."""


def run() -> Iterator[Measurement]:
    """Yield the form of the promise, the long form, and the same answers among ever more members."""
    usual = generated_form(200, 10)
    yield from _form("200 questions, 10 × 30", usual, usual.answers)
    long = generated_form(3_000, 1)
    yield from _form("3,000 questions", long, long.of_every(_STRIDE), loads=1)
    yield from _constant()


def _form(title: str, form: Generated, answers: Answers, loads: int = 5) -> Iterator[Measurement]:
    peer = peer_on(form.xml, answers, loads)
    session, load = _loaded(form)
    times = _answer(session, answers)
    yield _beside(f"load, {title}", load, peer.load, LOAD_GOAL, peer)
    yield _beside(f"answer p95, {title}", _p95(times), peer.answer, ANSWER_GOAL, peer)
    yield Measurement(f"forms: every problem, {title}", _ms(session.problems), LOAD_GOAL, "ms")
    yield Measurement(f"forms: the submission, {title}", _ms(session.submission), LOAD_GOAL, "ms")


def _constant() -> Iterator[Measurement]:
    """Measure the last members of 10, 100 and 500; the reference is the first figure, or the peer's."""
    form = generated_form(200, INSTANCES[-1])
    session, _ = _loaded(form)
    first = 0.0
    for count in INSTANCES:
        added = _grow(session, count)
        best = min(_p95(_answer(session, form.of_instance(count - back))) for back in range(_TRIES))
        first = first or best
        peer = peer_on(form.xml, form.of_instance(count), loads=1)
        yield Measurement(f"forms: answer p95 at {count} instances, to 10", best, first, "ms")
        yield _beside(f"answer p95 at {count} instances", best, peer.answer, ANSWER_GOAL, peer)
        yield Measurement(f"forms: one more of {count} instances, to the goal", _p95(added), ADD_GOAL, "ms")


def _loaded(form: Generated) -> tuple[FormSession, float]:
    times = []
    session = FormSession(form_from_xml(form.xml))
    for _ in range(LOADS):
        times.append(seconds(lambda: FormSession(form_from_xml(form.xml))) * 1000)
    return session, median(times)


def _answer(session: FormSession, answers: Answers) -> list[float]:
    """Answer all, and return the milliseconds of each with the reading of what changed."""
    times = []
    for path, value in answers:
        if path.startswith(MEMBER):
            _grow(session, int(path[len(MEMBER) + 1 : path.index("]")]))
        node = session.node(path)
        times.append(seconds(partial(_answer_and_read, session, node, value)) * 1000)
        if node.value != value:
            raise AssertionError(f"{path} refused {value}")
    return times


def _answer_and_read(session: FormSession, node: Node, value: str) -> None:
    for changed in session.answer(node, value).changed:
        if changed.kind is NodeKind.QUESTION and changed.relevant:
            _ = changed.label, changed.problem, changed.required, changed.choices


def _grow(session: FormSession, count: int) -> list[float]:
    repeat = session.node(MEMBER)
    missing = range(count - len(repeat.instances))
    return [seconds(lambda: session.add(repeat)) * 1000 for _ in missing]


def _beside(title: str, ours: float, peer: float, goal: float, figures: Peer) -> Measurement:
    if figures.why and peer:
        return Measurement(f"forms: {title}, to a peer {figures.why}", ours, peer, "ms")
    if figures.why:
        return Measurement(f"forms: {title}, to the goal; no peer: {figures.why}", ours, goal, "ms")
    return Measurement(f"forms: {title}, to {figures.name}", ours, peer, "ms")


def _ms(work: Callable[[], object]) -> float:
    return seconds(work) * 1000


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]
