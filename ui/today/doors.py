"""The Today page's card for whoever goes from door to door: how many households wait, round by round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.kit.choice_lines import Choice
from ui.kit.tones import Tone
from ui.today.cards import LineCard
from workbench.census.kinds import RUNNING
from workbench.security.roles import Permission

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.desk.desk import Desk

ENTITIES = frozenset({"census_round", "census_case"})
"""What the card rests on."""


@dataclass(frozen=True, slots=True)
class DoorsLine:
    """A round that runs, with my households to do, and those of them to visit again today."""

    round_id: str
    name: str
    to_do: int
    again: int


def my_doors(desk: Desk) -> list[DoorsLine]:
    """Return what is left for the signed-in person at the doors; nothing for whoever does not enumerate."""
    if not desk.may(Permission.ENTER_CENSUS):
        return []
    running = [one for one in desk.surveys.rounds() if one.state in RUNNING]
    lines = (_line(desk, one.id, one.name) for one in running)
    return [line for line in lines if line.to_do]


def _line(desk: Desk, round_id: str, name: str) -> DoorsLine:
    me = desk.session.staff_id
    again = sum(back.case.enumerator_id == me for back in desk.surveys.call_backs(round_id))
    return DoorsLine(round_id, name, len(desk.surveys.my_work(round_id)), again)


class DoorsCard(LineCard):
    """My households to do; ``opened`` carries the round."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("DoorsCard", "My doors"), "")
        self.hide()

    def show_doors(self, lines: Sequence[DoorsLine]) -> None:
        """Show the rounds in which something waits, or disappear."""
        self.show_lines([self._choice(line) for line in lines])
        self.setVisible(bool(lines))

    def _choice(self, line: DoorsLine) -> Choice:
        to_do = self.tr("%n household(s) to do", "", line.to_do)
        again = self.tr("{count} again today").format(count=line.again) if line.again else ""
        return Choice(line.round_id, line.name, to_do, again, Tone.WARNING)
