"""Answers a census form as somebody at the door would: what the register said stands, the rest is made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from workbench.forms.engine.node import Node
    from workbench.forms.engine.session import FormSession

_ROUNDS = 12
"""How often answers may open further questions before the interview is given up."""

_TELLS = {
    "household_no": "1",
    "h1_kind": "1",
    "h2_away": "0",
    "h5_dwelling": "1",
    "d6_ethnic": "01",
    "d7_residence": "1",
    "d8_registration": "1",
    "d9_left_since": "1",
    "d12_literate": "1",
    "read_back": "1",
    "signed": "1",
}
"""What most households say, by the name of the question."""


def answer_all(session: FormSession, random: Random) -> bool:
    """Answer until nothing is open; say whether that was reached."""
    _count_members(session)
    for _ in range(_ROUNDS):
        problems = session.problems()
        if not problems:
            return True
        for problem in problems:
            session.answer(problem.node, _answer(session, problem.node, random))
    return False


def _count_members(session: FormSession) -> None:
    """Let the number of members be what the register prefilled, at least one."""
    place = session.node("/data/person[1]").parent
    members = len(place.children) if place is not None else 1
    session.answer(session.node("/data/household/h2_here"), str(members))
    session.answer(session.node("/data/household/h2_away"), "0")


def _answer(session: FormSession, node: Node, random: Random) -> str:
    name = node.path.rsplit("/", 1)[-1]
    if name in _TELLS:
        return _TELLS[name]
    if name == "h6_area_m2":
        return str(random.randrange(48, 148))
    if name == "h7_rooms":
        return str(random.randrange(1, 5))
    if name == "d11_education":
        return random.choice("334455678")
    if name == "name":
        return session.node("/data/person[1]/d1_name").value
    return node.choices[0].value if node.choices else ""
