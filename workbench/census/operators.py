"""What typists do in an hour and how much of it is wrong (录入员统计), as CSPro's operator report counts it.

Keystrokes an hour leave pauses out; errors are counted per 1,000 keystrokes. What the settling of differences
laid to the first typist and to the verifier is kept apart (CSPro, Operator Statistics and its file log).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from workbench.census.keying import Keyed, KeyingMode

_HOUR = 3600.0
_THOUSAND = 1000.0
_ENTRY = frozenset({KeyingMode.ENTRY, KeyingMode.CORRECTION})


@dataclass(frozen=True, slots=True)
class ModeFigures:
    """What one person typed in one mode; times in seconds, `active` without the pauses."""

    sittings: int = 0
    cases: int = 0
    fields: int = 0
    keystrokes: int = 0
    corrections: int = 0
    elapsed: float = 0.0
    active: float = 0.0

    @property
    def pause(self) -> float:
        """The seconds in which nothing was typed."""
        return max(self.elapsed - self.active, 0.0)

    @property
    def keystrokes_an_hour(self) -> float | None:
        """Keystrokes an hour of active time; None where no time was measured."""
        return _each_hour(self.keystrokes, self.active)

    @property
    def cases_an_hour(self) -> float | None:
        """Households an hour of active time."""
        return _each_hour(self.cases, self.active)

    @property
    def correction_rate(self) -> float | None:
        """The share of keystrokes that took something back."""
        return self.corrections / self.keystrokes if self.keystrokes else None

    @property
    def keystrokes_a_field(self) -> float | None:
        """Keystrokes for each answer that was kept."""
        return self.keystrokes / self.fields if self.fields else None


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Fields of somebody's that were compared with another's typing, and how many were wrong.

    `keystrokes` are those that went into the forms compared, so that errors and keystrokes are of the same.
    """

    compared: int = 0
    wrong: int = 0
    keystrokes: int = 0

    @property
    def errors_a_thousand(self) -> float | None:
        """Errors per 1,000 keystrokes; None where nothing was compared or no keystroke counted."""
        return self.wrong / self.keystrokes * _THOUSAND if self.compared and self.keystrokes else None

    @property
    def error_rate(self) -> float | None:
        """The share of compared fields that was wrong."""
        return self.wrong / self.compared if self.compared else None


@dataclass(frozen=True, slots=True)
class OperatorFigures:
    """One person's figures: typing, verifying, and how right they were as typist and as verifier."""

    staff_id: str
    entry: ModeFigures = field(default_factory=ModeFigures)
    verification: ModeFigures = field(default_factory=ModeFigures)
    as_keyer: Accuracy = field(default_factory=Accuracy)
    as_verifier: Accuracy = field(default_factory=Accuracy)


def operator_figures(log: Iterable[Keyed]) -> tuple[OperatorFigures, ...]:
    """Return the figures of everybody in a log of sittings, the most keystrokes first."""
    sittings = tuple(log)
    people = {one.staff_id for one in sittings} | {one.keyer_id for one in sittings if one.keyer_id}
    figures = [_figures(person, sittings) for person in people]
    return tuple(sorted(figures, key=lambda each: (-each.entry.keystrokes, each.staff_id)))


def all_together(figures: Iterable[OperatorFigures]) -> OperatorFigures:
    """Return the figures of several people as if they were one, for the line of totals."""
    several = tuple(figures)
    return OperatorFigures(
        "",
        _summed(each.entry for each in several),
        _summed(each.verification for each in several),
        _accuracy(each.as_keyer for each in several),
        _accuracy(each.as_verifier for each in several),
    )


def _figures(person: str, sittings: tuple[Keyed, ...]) -> OperatorFigures:
    own = [one for one in sittings if one.staff_id == person]
    checked = [one for one in sittings if one.keyer_id == person and one.compared]
    checking = [one for one in own if one.mode is KeyingMode.VERIFICATION and one.compared]
    return OperatorFigures(
        person,
        _mode([one for one in own if one.mode in _ENTRY]),
        _mode([one for one in own if one.mode is KeyingMode.VERIFICATION]),
        _as_keyer(checked, [one for one in own if one.mode in _ENTRY]),
        Accuracy(
            sum(one.compared for one in checking),
            sum(one.verifier_wrong for one in checking),
            sum(one.facts.keystrokes for one in checking),
        ),
    )


def _mode(sittings: list[Keyed]) -> ModeFigures:
    """Sum up sittings; the answers of a household typed in two sittings count once, as they last stood."""
    ordered = sorted(sittings, key=lambda one: one.facts.ended_at)
    fields = {one.case_id: one.fields for one in ordered}
    return ModeFigures(
        sittings=len(sittings),
        cases=len(fields),
        fields=sum(fields.values()),
        keystrokes=sum(one.facts.keystrokes for one in sittings),
        corrections=sum(one.facts.corrections for one in sittings),
        elapsed=sum((one.facts.ended_at - one.facts.started_at).total_seconds() for one in sittings),
        active=sum(one.facts.active_seconds for one in sittings),
    )


def _as_keyer(checked: list[Keyed], typed: list[Keyed]) -> Accuracy:
    cases = {one.case_id for one in checked}
    keystrokes = sum(one.facts.keystrokes for one in typed if one.case_id in cases)
    return Accuracy(sum(one.compared for one in checked), sum(one.keyer_wrong for one in checked), keystrokes)


def _summed(parts: Iterable[ModeFigures]) -> ModeFigures:
    several = tuple(parts)
    return ModeFigures(*(sum(getattr(each, name) for each in several) for name in ModeFigures.__slots__))


def _accuracy(parts: Iterable[Accuracy]) -> Accuracy:
    several = tuple(parts)
    return Accuracy(*(sum(getattr(each, name) for each in several) for name in Accuracy.__slots__))


def _each_hour(count: int, seconds: float) -> float | None:
    return count / seconds * _HOUR if seconds > 0 else None
