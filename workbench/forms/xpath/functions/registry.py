"""How a function is declared: its name, what it takes and yields, and what computes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from workbench.forms.xpath.values import Value, boolean_in, nodes_in, number_in, string_in


class Kind(Enum):
    """The kind of a value, as far as the text of an expression tells."""

    NUMBER = "number"
    STRING = "string"
    BOOLEAN = "boolean"
    NODES = "nodes"
    DATE = "date"
    """A text that names a date or moment and compares as such."""
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the language.

    ``takes`` has a letter for each argument, the last standing for all that follow: s text, n number,
    b truth, v any value, p a set of nodes. ``called`` is what libxml2 calls; without it, its own function
    of the name is used.
    """

    name: str
    kind: Kind
    takes: str = ""
    called: Callable[..., Value] | None = None
    minimum: int = 0
    maximum: int | None = 0
    volatile: bool = False

    def letter(self, index: int) -> str:
        """Return the letter of the argument at an index."""
        return self.takes[min(index, len(self.takes) - 1)]


def _taken(taker: Callable[[Any], Any], given: Value) -> Any:
    return taker(given)


TAKERS: Mapping[str, Callable[[Any], Any]] = {
    "s": string_in, "n": number_in, "b": boolean_in, "p": nodes_in, "v": lambda value: value,
}  # fmt: skip


def declared(
    name: str,
    kind: Kind,
    takes: str,
    run: Callable[..., Value] | None = None,
    *,
    optional: int = 0,
    more: bool = False,
    volatile: bool = False,
) -> Function:
    """Declare a function: the last ``optional`` arguments may lack, ``more`` may follow the last."""
    maximum = None if more else len(takes)
    minimum = len(takes) - optional
    called = None if run is None else adapted(run, takes, minimum, maximum)
    return Function(name, kind, takes, called, minimum, maximum, volatile)


def adapted(run: Callable[..., Value], takes: str, minimum: int, maximum: int | None) -> Callable[..., Value]:
    """Return what libxml2 is to call: each argument is made what the function takes, then it runs."""
    takers = [TAKERS[letter] for letter in takes]
    if minimum == maximum == 1:
        only = takers[0]
        return lambda _context, argument: run(only(argument))
    if maximum is not None:
        return lambda _context, *given: run(*map(_taken, takers, given))
    last = takers[-1]
    return lambda _context, *given: run(*map(_taken, takers, given), *map(last, given[len(takers) :]))
