"""The shape of a matter (办件): what of it belongs together, its course, and what each state requires."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from workbench.security.roles import Permission
from workbench.sync.protocol.entities.conditions import filled_in, filled_with, grouped, moments_in_order
from workbench.sync.protocol.shapes import Course, Masking, Realm, Shape, Transition

ACCEPTS = frozenset({Permission.ACCEPT_MATTER})
DECIDES = frozenset({Permission.DECIDE})
HANDS_OVER = frozenset({Permission.HAND_OVER})
HANDLES = ACCEPTS | DECIDES | HANDS_OVER | {Permission.APPROVE}
"""Whoever may do anything to a matter at all."""

KEEPS_CALENDAR = frozenset({Permission.MANAGE_COMMUNITY})
"""Whoever changes the working calendar moves the deadlines that rest on it."""

DEADLINES = ("promised_on", "legal_due_on", "due_on", "provisional")
_LIMITS = ("promised_days", "legal_days")

_FOLLOWING = {
    **dict.fromkeys(DEADLINES, KEEPS_CALENDAR),
    "applicant_id": frozenset({Permission.MERGE_PEOPLE}),
}

_GROUPS = grouped(
    {
        "course": (
            "state", "accepted_at", "told_on", "missing_at_first", "resume_state", "pauses", "paused",
            "extended", "decision", "decision_note", "decided_at", "decided_by_id", "days_used", "on_time",
            "delivered_at", "delivery_way", "recipient", "recipient_is_agent", "signature_id",
            "refusal_ground", "refused_reason", "refused_instead", "closed_at",
            # They follow from the course: an extension without its flag would be worse than a dispute.
            *DEADLINES,
        ),
        "ownership": (
            "owner_id", "owner_since", "seen_at", "previous_owner_id", "offered_to_id", "department",
            "department_confirmed", "handover_on", "handover_note",
        ),
        "item": ("item_code", "item_version", "item_name", "post", "licensing", "immediate", *_LIMITS),
        "applicant": ("applicant_id", "applicant_name", "applicant_id_number"),
        "agent": ("agent_name", "agent_id_number", "agent_phone", "agent_relation", "agent_proof",
                  "agent_proof_attachment_id"),
        "urgency": ("urgent", "urgent_reason"),
    }
)  # fmt: skip

_FIXED = frozenset(
    {"number", "item_code", "item_version", "item_name", "post", "licensing", "immediate", *_LIMITS,
     "received_by_id", "received_at"}
)  # fmt: skip

_AT_WORK = ("accepted", "in_progress")
_UNDECIDED = ("received", "supplementing", "accepted", "in_progress", "handed_over")
_FINISHED = ("delivered", "refused", "withdrawn")
_ACCEPTED = (*_AT_WORK, "handed_over", "decided", "delivered")


def _steps(
    name: str,
    sources: Iterable[str],
    target: str,
    permissions: frozenset[Permission] = ACCEPTS,
    needs: tuple[str, ...] = (),
) -> dict[tuple[str, str], Transition]:
    return {(source, target): Transition(name, permissions, needs) for source in sources}


COURSE = Course(
    "state",
    frozenset({"received", "accepted", "supplementing", "refused", "delivered"}),
    {
        **_steps("accept", ("received",), "accepted", needs=("accepted_at",)),
        **_steps("request_supplement", ("received", *_AT_WORK), "supplementing", needs=("told_on",)),
        **_steps("supplement_received", ("supplementing",), "accepted", needs=("accepted_at",)),
        **_steps("supplement_received", ("supplementing",), "in_progress", needs=("accepted_at",)),
        **_steps("refuse", ("received", "supplementing"), "refused", needs=("refusal_ground", "closed_at")),
        **_steps("start_work", ("accepted",), "in_progress"),
        **_steps("decide", (*_AT_WORK, "handed_over"), "decided", DECIDES, ("decision", "decided_at")),
        **_steps("deliver", ("decided",), "delivered", needs=("delivered_at", "recipient")),
        **_steps(
            "complete_at_once", ("received", "accepted"), "delivered", needs=("decided_at", "delivered_at")
        ),
        **_steps("withdraw", _UNDECIDED, "withdrawn", needs=("closed_at",)),
        **_steps("hand_over", _AT_WORK, "handed_over", HANDS_OVER, ("department", "handover_on")),
        **_steps("return_handover", ("handed_over",), "accepted", HANDS_OVER),
        **_steps("return_handover", ("handed_over",), "in_progress", HANDS_OVER),
    },
)
"""Every step that changes the state; what leaves it as it is, such as an extension, is no step."""


def _limit_told(matter: Mapping[str, Any]) -> bool:
    """An accepted matter under a limit says which day was promised; else the acceptance came half through."""
    limited = matter.get("immediate") or any(matter.get(name) is not None for name in _LIMITS)
    if matter.get("state") not in _ACCEPTED or not (limited or matter.get("licensing")):
        return True
    return matter.get("promised_on") is not None


def _paused_while_open(matter: Mapping[str, Any]) -> bool:
    pauses = matter.get("pauses") or []
    return bool(matter.get("paused")) == any(pause.get("until") is None for pause in pauses)


def _with_a_department_only_when_handed_over(matter: Mapping[str, Any]) -> bool:
    """A handover that came half through, its state contested, is none."""
    return matter.get("department") is None or matter.get("state") == "handed_over"


def _answers_to_nobody_after_end(matter: Mapping[str, Any]) -> bool:
    return matter.get("state") not in _FINISHED or matter.get("due_on") is None


MATTER = Shape(
    "matter",
    Realm.REGISTER,
    HANDLES,
    creators=ACCEPTS,
    removers=frozenset({Permission.APPROVE}),
    field_writers=_FOLLOWING,
    fixed=_FIXED,
    groups=_GROUPS,
    parents={"applicant_id": "resident"},
    references={
        "agent_proof_attachment_id": "attachment",
        "signature_id": "attachment",
        **dict.fromkeys(
            ("received_by_id", "co_signed_by_id", "owner_id", "previous_owner_id", "offered_to_id",
             "decided_by_id"),
            "staff_account",
        ),
    },
    masked={
        "applicant_id_number": Masking.IDENTITY,
        "applicant_phone": Masking.PHONE,
        "agent_id_number": Masking.IDENTITY,
        "agent_phone": Masking.PHONE,
    },
    course=COURSE,
    checks={
        "accepted_when": filled_in("state", _ACCEPTED, "accepted_at"),
        "limit_told": _limit_told,
        "told_what_is_missing": filled_in("state", ("supplementing",), "told_on"),
        "department_known": filled_in("state", ("handed_over",), "department", "handover_on"),
        "department_has_it": _with_a_department_only_when_handed_over,
        "decided_when": filled_in("state", ("decided", "delivered"), "decision", "decided_at"),
        "delivered_to": filled_in("state", ("delivered",), "delivered_at", "recipient"),
        "refused_why": filled_in("state", ("refused",), "refusal_ground", "refused_reason"),
        "closed_when": filled_in("state", _FINISHED, "closed_at"),
        "due_while_open": _answers_to_nobody_after_end,
        "paused_while_open": _paused_while_open,
        "agent_named": filled_with("agent_id_number", "agent_name"),
        "accepted_after_receipt": moments_in_order("received_at", "accepted_at"),
        "decided_after_receipt": moments_in_order("received_at", "decided_at"),
        "delivered_after_decision": moments_in_order("decided_at", "delivered_at"),
    },
)  # fmt: skip
