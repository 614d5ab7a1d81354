"""What has been chosen so far of a dispute, field by field, with undo; nothing of it is saved here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.desk.sync_views import FieldChoice, Take

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.desk.sync_views import DisputedField


class Choosing:
    """The choices of one dispute; taking mine or theirs of a field takes its whole group."""

    def __init__(self, fields: Sequence[DisputedField]) -> None:
        self._fields = tuple(fields)
        self._steps: list[Mapping[str, FieldChoice]] = [{}]

    @property
    def choices(self) -> Mapping[str, FieldChoice]:
        """What is chosen now, by field."""
        return self._steps[-1]

    @property
    def is_touched(self) -> bool:
        """Whether anything is chosen that would be lost."""
        return bool(self.choices)

    @property
    def left(self) -> tuple[str, ...]:
        """The fields that still wait for a choice, in order."""
        return tuple(field.name for field in self._fields if field.name not in self.choices)

    def choose(self, name: str, choice: FieldChoice) -> None:
        """Choose for a field, and for those that only make sense with it."""
        names = {name} if choice.take is Take.THIRD else self._together(name)
        after = {**self.choices, **dict.fromkeys(names, choice)}
        if after != self.choices:
            self._steps.append(after)

    def undo(self) -> bool:
        """Take the last choice back; return whether there was one."""
        if len(self._steps) == 1:
            return False
        self._steps.pop()
        return True

    def _together(self, name: str) -> set[str]:
        group = next(field.group for field in self._fields if field.name == name)
        return {field.name for field in self._fields if group and field.group == group} | {name}
