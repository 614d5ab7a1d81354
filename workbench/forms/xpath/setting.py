"""Where an expression stands: its node's definition, the repeats around it, and the prefixes in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.forms.xpath.parser import parse
from workbench.forms.xpath.references import Reference, followed, references
from workbench.forms.xpath.syntax import CHILD, UP, LocationPath, Step

Path = str


@dataclass(frozen=True, slots=True)
class Setting:
    """The place an expression is written for."""

    text: str
    context: Path = ""
    repeats: frozenset[Path] = frozenset()
    namespaces: Mapping[str, str] = field(default_factory=dict)
    lenient: bool = False
    """Whether an unknown function fails only when it is called."""

    def own_repeats(self) -> tuple[Path, ...]:
        """Return the repeats whose instance the node lies in (or is), the innermost first."""
        around = (each for each in self.repeats if f"{self.context}/".startswith(f"{each}/"))
        return tuple(sorted(around, key=len, reverse=True))

    def contextualised(self, path: LocationPath) -> LocationPath:
        """Return an absolute path as it is meant within repeats: in the same instance as the node.

        ``/data/rep/x`` seen from ``/data/rep/y`` becomes ``../x``. The last step is not narrowed, so that
        ``count(/data/rep)`` counts all, nor a step that has a predicate of its own.
        """
        if not path.absolute:
            return path
        for repeat in self.own_repeats():
            names = repeat.split("/")[1:]
            if len(names) < len(path.steps) and _plain(path.steps[: len(names)]) == names:
                ups = self.context.count("/") - len(names)
                return LocationPath(False, (UP,) * ups + path.steps[len(names) :])
        return path

    def definition(self, path: str) -> Path:
        """Return the definition path of a path written as a text, as ``jr:choice-name`` has it."""
        found = references(parse(path), self.context)
        return found[-1].path if found else path.strip()

    def name_at(self, path: LocationPath) -> str:
        """Return the name of the nodes a relative path leads to, empty where the context does not tell."""
        at = Reference(self.context)
        for step in path.steps:
            at = followed(at, step)
        name = at.path.rpartition("/")[2]
        return "" if at.wildcard or ":" in name else name


def _plain(steps: tuple[Step, ...]) -> list[str]:
    return [step.test if step.axis == CHILD and not step.predicates else "" for step in steps]
