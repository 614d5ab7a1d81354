"""The courses of a census: which step leads a round, an area or a household's form from where to where."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.security.roles import Permission
from workbench.sync.protocol.shapes import Course, Transition

WORKS = frozenset({Permission.ENTER_CENSUS})
CHECKS = frozenset({Permission.VERIFY_CENSUS})
MANAGES = frozenset({Permission.MANAGE_CENSUS})

NOT_MET = ("not_visited", "absent")
WITHOUT_FORM = (*NOT_MET, "refused", "vacant")
WITH_FORM = ("entered", "verified", "rechecked")

Steps = dict[tuple[str, str], Transition]


def _steps(
    name: str,
    sources: Iterable[str],
    target: str,
    permissions: frozenset[Permission],
    needs: tuple[str, ...] = (),
) -> Steps:
    transition = Transition(name, permissions, needs)
    return {(source, target): transition for source in sources if source != target}


ROUND_COURSE = Course(
    "state",
    frozenset({"planned"}),
    {
        **_steps("open", ("planned",), "open", MANAGES, ("form_version_id",)),
        **_steps("wind_up", ("open",), "closing", MANAGES),
        **_steps("resume", ("closing",), "open", MANAGES, ("reason",)),
        **_steps("close", ("closing",), "closed", MANAGES),
        **_steps("reopen", ("closed", "tabulated"), "closing", MANAGES, ("reason",)),
        **_steps("tabulate", ("closed",), "tabulated", MANAGES),
    },
)

AREA_COURSE = Course(
    "state",
    frozenset({"open"}),
    {
        **_steps("sign_off", ("open",), "signed_off", MANAGES, ("signed_off_at", "signed_off_by_id")),
        **_steps("reopen", ("signed_off",), "open", MANAGES),
    },
)

CASE_COURSE = Course(
    "state",
    frozenset({"not_visited"}),
    {
        **_steps("note_absent", WITHOUT_FORM, "absent", WORKS),
        **_steps("note_refused", (*WITHOUT_FORM, "in_entry"), "refused", WORKS),
        **_steps("note_vacant", WITHOUT_FORM, "vacant", WORKS),
        **_steps("begin", WITHOUT_FORM, "in_entry", WORKS),
        **_steps("put_back", ("in_entry",), "absent", WORKS),
        **_steps("put_back", ("in_entry",), "not_visited", WORKS),
        **_steps("complete", ("in_entry",), "entered", WORKS, ("submission_id", "keyer_id")),
        **_steps("correct", (*WITH_FORM, "to_correct"), "entered", WORKS, ("submission_id", "keyer_id")),
        **_steps("send_back", WITH_FORM, "to_correct", CHECKS | MANAGES),
        **_steps("send_back", ("refused", "vacant"), "not_visited", CHECKS | MANAGES),
        **_steps("verify", ("entered",), "verified", CHECKS, ("verified_at",)),
        **_steps("recheck", WITH_FORM, "rechecked", CHECKS, ("rechecked_at",)),
        **_steps(
            "sign_off", (*WITH_FORM, "refused", "vacant", "absent"), "signed_off", MANAGES, ("outcome",)
        ),
        **{
            step: transition
            for outcome in (*WITH_FORM, *WITHOUT_FORM)
            for step, transition in _steps("reopen", ("signed_off",), outcome, MANAGES).items()
        },
    },
)
