"""The body of a form: its questions, groups and repeats in the order they are asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.forms.definition.faults import FormFault
from workbench.forms.definition.names import child, children, local_name
from workbench.forms.definition.paths import resolve
from workbench.forms.definition.texts import itext_call, text_of, words_of
from workbench.forms.definition.wording import Fault
from workbench.forms.form import Choice, Control, ControlKind, Expression, Itemset, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from workbench.forms.form import Path

_KINDS = {kind.value: kind for kind in ControlKind} | {
    "secret": ControlKind.INPUT,
    "textarea": ControlKind.INPUT,
}
_CONTAINERS = frozenset({ControlKind.GROUP, ControlKind.REPEAT})
_TAKEN = frozenset({"ref", "nodeset", "bind", "appearance", "mediatype", "count", "query", "class"})


@dataclass(frozen=True, slots=True)
class _Around:
    """What encloses a control: its path, and the paths that binds have by id."""

    path: Path
    ids: Mapping[str, Path]

    def of(self, element: _Element) -> Path | None:
        """Return the path a control refers to, None where it names none. Raises FormFault."""
        if name := element.get("bind"):
            if name not in self.ids:
                raise FormFault(Fault.NO_NODE.format(name=name), path=self.path)
            return self.ids[name]
        written = element.get("nodeset") or element.get("ref")
        return resolve(written, self.path) if written else None


def body_of(body: _Element, root: Path, ids: Mapping[str, Path]) -> tuple[Control, ...]:
    """Return the controls of the body. Raises FormFault for a question without a reference."""
    return tuple(_controls(body, _Around(root, ids)))


def _controls(parent: _Element, around: _Around) -> Iterator[Control]:
    for element in parent:
        kind = _KINDS.get(local_name(element))
        if kind is not None:
            yield _control(element, kind, around)


def _control(element: _Element, kind: ControlKind, around: _Around) -> Control:
    path = around.of(element)
    if path is None:
        if kind is not ControlKind.GROUP:
            raise FormFault(Fault.NO_REFERENCE, path=around.path)
        path = around.path
    itemset = _itemset(element)
    if itemset is not None and kind is ControlKind.INPUT:
        kind = ControlKind.SELECT_ONE
    attributes = _attributes(element)
    inside = _Around(path, around.ids)
    return Control(
        kind=kind,
        path=path,
        label=text_of(child(element, "label")),
        hint=text_of(child(element, "hint")),
        appearance=_appearance(element),
        children=tuple(_controls(element, inside)) if kind in _CONTAINERS else (),
        choices=tuple(_choices(element)),
        itemset=itemset,
        media_type=element.get("mediatype", ""),
        attributes=attributes,
        repeat_count=_count(attributes),
    )


def _appearance(element: _Element) -> str:
    """Return the words of `appearance`; Enketo's older forms have them in `class`."""
    return element.get("appearance", "").strip() or element.get("class", "").strip()


def _attributes(element: _Element) -> dict[str, str]:
    named = ((str(name).rpartition("}")[2], str(value)) for name, value in element.items())
    attributes = {name: value for name, value in named if name not in _TAKEN or name == "count"}
    if local_name(element) == "secret":
        attributes["secret"] = "true"
    return attributes


def _count(attributes: dict[str, str]) -> Expression | None:
    """Take `jr:count` out of a repeat's attributes."""
    written = attributes.pop("count", "").strip()
    return Expression(written) if written else None


def _choices(element: _Element) -> Iterator[Choice]:
    """Yield the options written in the form, also those inside `choices`, an XForms group of options."""
    for part in children(element):
        if local_name(part) == "choices":
            yield from _choices(part)
        elif local_name(part) == "item":
            value = child(part, "value")
            written = "" if value is None else words_of(value)
            yield Choice(written, text_of(child(part, "label")) or Text(phrase=(written,)))


def _itemset(element: _Element) -> Itemset | None:
    found = child(element, "itemset")
    if found is None:
        query = element.get("query", "").strip()
        # The older external choices (`select_one_external`) have fixed columns.
        return Itemset(Expression(query), "name", "label") if query else None
    value, label = child(found, "value"), child(found, "label")
    reference = _reference(value, "value")
    shown = "" if label is None else label.get("ref", "").strip()
    by_itext = itext_call(shown)
    if by_itext is not None and isinstance(by_itext.itext, Expression):
        shown = by_itext.itext.text
    return Itemset(
        nodeset=Expression(_reference(found, "nodeset")),
        value=reference,
        label=shown or reference,
        label_is_itext=by_itext is not None,
    )


def _reference(element: _Element | None, what: str) -> str:
    written = "" if element is None else (element.get("nodeset") or element.get("ref") or "").strip()
    if not written:
        raise FormFault(Fault.NO_REFERENCE, attribute=what)
    return written
