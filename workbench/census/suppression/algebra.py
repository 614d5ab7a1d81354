"""Which hidden numbers follow from the published ones by adding and subtracting, over many tables at once."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from workbench.census.suppression.grids import Grid
from workbench.census.tabulation.crosstab import Key

_Equation = dict[Key, Fraction]


def determined(grids: Iterable[Grid], hidden: frozenset[Key]) -> frozenset[Key]:
    """Return the hidden numbers that the sums of the tables, taken together, give back.

    Published numbers are constants, so only how the hidden ones hang together matters: a number is given back
    when solving all sums leaves it alone in an equation.
    """
    solved: dict[Key, _Equation] = {}
    for equation in _equations(grids, hidden):
        _solve(equation, solved)
    return frozenset(lead for lead, equation in solved.items() if len(equation) == 1)


def _equations(grids: Iterable[Grid], hidden: frozenset[Key]) -> Iterable[_Equation]:
    for grid in grids:
        for terms in grid.sums():
            equation: _Equation = {}
            for key, sign in terms:
                if key in hidden:
                    equation[key] = equation.get(key, Fraction(0)) + sign
            if equation := {key: factor for key, factor in equation.items() if factor}:
                yield equation


def _solve(equation: _Equation, solved: dict[Key, _Equation]) -> None:
    """Bring one more equation in, keeping every lead in its own equation only."""
    for lead in [key for key in equation if key in solved]:
        _subtract(equation, solved[lead], equation[lead])
    if not equation:
        return
    lead = next(iter(equation))
    scale = equation[lead]
    equation = {key: factor / scale for key, factor in equation.items()}
    for other in solved.values():
        if lead in other:
            _subtract(other, equation, other[lead])
    solved[lead] = equation


def _subtract(equation: _Equation, other: _Equation, times: Fraction) -> None:
    for key, factor in other.items():
        left = equation.get(key, Fraction(0)) - times * factor
        if left:
            equation[key] = left
        else:
            equation.pop(key, None)
