"""The binds of a form: what rules each node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.forms.definition.faults import FormFault
from workbench.forms.definition.names import JAVAROSA, children
from workbench.forms.definition.paths import from_element, resolve
from workbench.forms.definition.texts import message_of
from workbench.forms.definition.wording import Fault
from workbench.forms.form import Bind, DataType, Expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from workbench.forms.form import Path

_TYPES = {
    **{kind.value: kind for kind in DataType},
    "integer": DataType.INTEGER,
    "long": DataType.INTEGER,
    "short": DataType.INTEGER,
    "double": DataType.DECIMAL,
    "float": DataType.DECIMAL,
    "datetime": DataType.DATE_TIME,
    "rank": DataType.RANK,
}
_PRELOAD, _PRELOAD_PARAMS = f"{{{JAVAROSA}}}preload", f"{{{JAVAROSA}}}preloadParams"
_CONSTRAINT_MESSAGE, _REQUIRED_MESSAGE = f"{{{JAVAROSA}}}constraintMsg", f"{{{JAVAROSA}}}requiredMsg"
_TAKEN = frozenset(
    ("nodeset", "ref", "id", "type", "relevant", "required", "constraint", "calculate", "readonly")
    + (_PRELOAD, _PRELOAD_PARAMS, _CONSTRAINT_MESSAGE, _REQUIRED_MESSAGE)
)


def binds_of(model: _Element, root: Path) -> tuple[dict[Path, Bind], dict[str, Path]]:
    """Return the binds by path, and the paths by the binds' own ids. Raises FormFault.

    Relative ones start at the root of the instance. Two binds of one node are one: what the later says
    counts.
    """
    rules: dict[Path, dict[str, str]] = {}
    ids: dict[str, Path] = {}
    for element, path in _elements(model, root):
        rules.setdefault(path, {}).update((str(name), str(value)) for name, value in element.items())
        if name := element.get("id"):
            ids[name] = path
    return {path: _bind(path, attributes) for path, attributes in rules.items()}, ids


def data_type(written: str) -> DataType:
    """Return the type a bind names, whatever its prefix; what is not known is text."""
    name = written.strip().rpartition(":")[2]
    return _TYPES.get(name) or _TYPES.get(name.casefold(), DataType.STRING)


def _elements(parent: _Element, context: Path) -> Iterator[tuple[_Element, Path]]:
    """Yield the binds with their paths; a bind inside another is relative to it."""
    for element in children(parent, "bind"):
        written = element.get("nodeset") or element.get("ref")
        if not written:
            raise FormFault(Fault.NO_REFERENCE, path=context)
        path = resolve(written, context)
        yield element, path
        yield from _elements(element, path)


def _bind(path: Path, attributes: dict[str, str]) -> Bind:
    written = attributes.get
    return Bind(
        path=path,
        type=data_type(written("type", "")),
        relevant=_expression(written("relevant"), path),
        required=_expression(written("required"), path),
        required_message=message_of(written(_REQUIRED_MESSAGE)),
        constraint=_expression(written("constraint"), path),
        constraint_message=message_of(written(_CONSTRAINT_MESSAGE)),
        calculate=_expression(written("calculate"), path),
        readonly=_expression(written("readonly"), path),
        preload=written(_PRELOAD, ""),
        preload_params=written(_PRELOAD_PARAMS, ""),
        attributes={
            name.rpartition("}")[2]: value for name, value in attributes.items() if name not in _TAKEN
        },
    )


def _expression(written: str | None, path: Path) -> Expression | None:
    return Expression(from_element(written.strip(), path)) if written and written.strip() else None
