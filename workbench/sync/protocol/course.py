"""Whether a record may begin in a state, and whether somebody may take it from one state to another. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.security.roles import Permission
from workbench.sync.protocol.shapes import Course
from workbench.sync.protocol.wire import Reason


def may_begin(course: Course, fields: Mapping[str, Any]) -> bool:
    """Say whether a new record may be in the state it names."""
    state = fields.get(course.field)
    return isinstance(state, str) and state in course.first


def step_fault(
    course: Course,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    permissions: frozenset[Permission],
) -> Reason:
    """Return what forbids going from one record to the other, or Reason.NONE."""
    old, new = before.get(course.field), after.get(course.field)
    if old == new:
        return Reason.NONE
    step = course.steps.get((str(old), str(new)))
    if step is None or any(after.get(name) is None for name in step.needs):
        return Reason.WRONG_STATE
    if step.permissions and step.permissions.isdisjoint(permissions):
        return Reason.NOT_PERMITTED
    return Reason.NONE
