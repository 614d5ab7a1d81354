"""The actions of a form that write values: dynamic defaults and what a changed answer triggers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.forms.definition.names import XFORMS
from workbench.forms.definition.paths import from_element, resolve
from workbench.forms.form import Event, Expression, SetValue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from workbench.forms.form import Path

_EVENT = ("event", "{http://www.w3.org/2001/xml-events}event")
_EVENTS = {
    **{event.value: event for event in Event},
    # XForms' own name for the moment a form is ready, before ODK named its two kinds.
    "xforms-ready": Event.EVERY_LOAD,
}


def actions_of(root: _Element, ids: Mapping[str, Path]) -> tuple[SetValue, ...]:
    """Return the `setvalue` actions of model and body, in document order.

    Other actions ask a device for its place or voice (`odk:setgeopoint`, `odk:recordaudio`); a desk
    has neither, and the field stays as it is.
    """
    found = (_action(element, ids) for element in root.iter(f"{{{XFORMS}}}setvalue"))
    return tuple(action for action in found if action.events)


def _action(element: _Element, ids: Mapping[str, Path]) -> SetValue:
    parent = element.getparent()
    control = "" if parent is None else _reference(parent, ids)
    value = element.get("value", "").strip()
    target = _reference(element, ids, control)
    return SetValue(
        events=frozenset(_events(element)),
        target=target,
        value=Expression(from_element(value, target)) if value else None,
        literal="" if value else (element.text or "").strip(),
        trigger=control or None,
    )


def _reference(element: _Element, ids: Mapping[str, Path], context: Path = "") -> Path:
    """Return the path an action or control refers to; empty for the model, which has none."""
    bind = element.get("bind", "")
    if bind in ids:
        return ids[bind]
    written = element.get("ref") or element.get("nodeset")
    return resolve(written, context) if written else ""


def _events(element: _Element) -> Iterable[Event]:
    words = " ".join(element.get(name, "") for name in _EVENT).split()
    return (_EVENTS[word] for word in words if word in _EVENTS)
