"""What a page may offer to do with a matter: the verbs its state allows, less those a guard stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.intake.kinds import Verb
from workbench.intake.rules.course import possible_verbs
from workbench.intake.rules.materials import outstanding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.intake.rules.course import Course
    from workbench.intake.rules.materials import MaterialLine


def offered_verbs(course: Course, lines: Sequence[MaterialLine]) -> tuple[Verb, ...]:
    """Return what is worth offering now, in the order of the work; the guards still have the last word."""
    return tuple(verb for verb in possible_verbs(course) if _may_pass(verb, course, lines))


def _may_pass(verb: Verb, course: Course, lines: Sequence[MaterialLine]) -> bool:
    """Say whether the guards that the state does not tell may pass: a pause, a promise, an extension."""
    match verb:
        case Verb.END_INSPECTION:
            return course.open_pause is not None
        case Verb.BEGIN_INSPECTION | Verb.DECIDE:
            return course.open_pause is None
        case Verb.EXTEND:
            return not course.extended and course.promised_due is not None
        case Verb.KEEP_PROMISE:
            return bool(outstanding(lines))
        case Verb.COMPLETE_AT_ONCE:
            return course.terms.immediate
        case _:
            return True
