"""What has been chosen so far of a dispute, field by field, with undo; nothing of it is saved here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.standards.pinyin import reading_of_name
from workbench.sync.choices import FieldChoice, Take

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from workbench.desk.sync_views import DisputedField


class Choosing:
    """The choices of one dispute; taking mine or theirs of a field takes its whole group.

    Fields that are not `shown` serve the machine only: they follow their group.
    """

    def __init__(self, fields: Sequence[DisputedField], shown: Collection[str]) -> None:
        self._fields, self._shown = tuple(fields), frozenset(shown)
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
        names = (field.name for field in self._fields)
        return tuple(name for name in names if name in self._shown and name not in self.choices)

    def complete(self) -> dict[str, FieldChoice]:
        """Return a choice for every field, also for those nobody sees: a reading follows from its name."""
        theirs = FieldChoice(Take.THEIRS)
        whole = {field.name: self.choices.get(field.name, theirs) for field in self._fields}
        name = whole.get("name", theirs)
        if name.take is Take.THIRD and isinstance(name.value, str):
            reading = reading_of_name(name.value)
            read = {"full_pinyin": reading.full, "initials": reading.initials}
            hidden = (whole.keys() & read.keys()) - self._shown
            whole |= {field: FieldChoice(Take.THIRD, read[field]) for field in hidden}
        return whole

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
