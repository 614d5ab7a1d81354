"""Shapes of the census: rounds, areas, contracts, households and what was done to their forms."""

from __future__ import annotations

from workbench.sync.protocol.entities.census_courses import (
    AREA_COURSE,
    CASE_COURSE,
    CHECKS,
    MANAGES,
    ROUND_COURSE,
    WITH_FORM,
    WORKS,
)
from workbench.sync.protocol.entities.conditions import (
    filled_in,
    filled_with,
    grouped,
    in_order,
    moments_in_order,
)
from workbench.sync.protocol.shapes import Realm, Shape

_ALL = WORKS | CHECKS | MANAGES

ROUNDS = (
    Shape(
        "census_round",
        Realm.CENSUS,
        MANAGES,
        fixed=frozenset({"seed"}),
        groups=grouped(
            {
                "course": ("state", "reason"),
                "period": ("since", "until"),
                "use_of_register": ("kind", "basis", "prefill", "update_register"),
            }
        ),
        # A round outlives a form that an old desk does not hold.
        references={"form_version_id": "form_version"},
        course=ROUND_COURSE,
        checks={
            "period": in_order("since", "until"),
            "closed_book": lambda found: not (found.get("kind") == "census" and found.get("update_register")),
            "nameless": lambda found: (
                not (found.get("kind") == "poll" and (found.get("prefill") or found.get("update_register")))
            ),
            "has_a_form": filled_in("state", ("open", "closing", "closed", "tabulated"), "form_version_id"),
        },
    ),
    Shape(
        "census_contract",
        Realm.CENSUS,
        MANAGES,
        fixed=frozenset({"round_id"}),
        groups=grouped({"period": ("since", "until"), "end": ("ended_on", "ended_reason")}),
        parents={"round_id": "census_round"},
        checks={"period": in_order("since", "until"), "ended_why": filled_with("ended_on", "ended_reason")},
    ),
    Shape(
        "census_contract_member",
        Realm.CENSUS,
        MANAGES,
        fixed=frozenset({"contract_id", "staff_id"}),
        natural_key=("contract_id", "staff_id"),
        parents={"contract_id": "census_contract", "staff_id": "staff_account"},
    ),
    Shape(
        "census_area",
        Realm.CENSUS,
        MANAGES,
        fixed=frozenset({"round_id"}),
        groups=grouped({"sign_off": ("state", "signed_off_at", "signed_off_by_id", "sign_off")}),
        natural_key=("round_id", "code"),
        parents={"round_id": "census_round", "contract_id": "census_contract"},
        references={"grid_id": "grid", "signed_off_by_id": "staff_account"},
        area="id",
        course=AREA_COURSE,
        checks={"signed_by": filled_in("state", ("signed_off",), "signed_off_at", "signed_off_by_id")},
    ),
)

CASES = (
    Shape(
        "census_case",
        Realm.CENSUS,
        _ALL,
        creators=WORKS | MANAGES,
        removers=WORKS | MANAGES,
        fixed=frozenset({"round_id", "building_id", "dwelling_id", "household_id"}),
        groups=grouped(
            {
                "course": (
                    "state", "outcome", "tries", "next_visit_at", "submission_id", "keyer_id", "entered_at",
                    "verified_at", "rechecked_at", "hard_edits", "soft_edits", "explanations",
                ),
                "assignment": ("area_id", "serial", "enumerator_id"),
                "prefilling": ("prefilled", "prefilled_at"),
                "place": ("building", "estate", "unit", "room", "floor", "number"),
            }
        ),
        parents={"round_id": "census_round", "area_id": "census_area", "building_id": "building"},
        references={
            "dwelling_id": "dwelling",
            "household_id": "household",
            "enumerator_id": "staff_account",
            "keyer_id": "staff_account",
            "submission_id": "form_submission",
        },
        area="area_id",
        course=CASE_COURSE,
        checks={
            "has_a_form": filled_in("state", (*WITH_FORM, "to_correct"), "submission_id", "keyer_id"),
            "verified_when": filled_in("state", ("verified",), "verified_at"),
            "rechecked_when": filled_in("state", ("rechecked",), "rechecked_at"),
            "outcome_kept": filled_in("state", ("signed_off",), "outcome"),
        },
    ),
    Shape(
        "census_event",
        Realm.CENSUS,
        _ALL,
        append_only=True,
        parents={"case_id": "census_case"},
        references={"actor_id": "staff_account"},
        area="case_id",
    ),
    Shape(
        "census_keying",
        Realm.CENSUS,
        WORKS | CHECKS,
        fixed=frozenset({"round_id", "case_id", "staff_id", "mode", "started_at", "ended_at"}),
        groups=grouped({"score": ("compared", "keyer_wrong", "verifier_wrong")}),
        parents={"round_id": "census_round", "case_id": "census_case"},
        references={"staff_id": "staff_account", "keyer_id": "staff_account"},
        area="case_id",
        checks={"ended_after": moments_in_order("started_at", "ended_at")},
    ),
    Shape(
        "census_double",
        Realm.CENSUS,
        CHECKS,
        fixed=frozenset({"case_id", "first_id", "keyer_id", "verifier_id", "begun_at"}),
        groups=grouped(
            {"typing": ("second_id", "typed_at", "settled_at", "compared", "differences", "keying_id")}
        ),
        parents={"case_id": "census_case"},
        references={
            "first_id": "form_submission",
            "second_id": "form_submission",
            "keyer_id": "staff_account",
            "verifier_id": "staff_account",
            "keying_id": "census_keying",
        },
        area="case_id",
        checks={"typed_first": filled_with("settled_at", "typed_at", "second_id")},
    ),
    Shape(
        "census_recheck",
        Realm.CENSUS,
        CHECKS | MANAGES,
        creators=MANAGES,
        fixed=frozenset({"round_id", "area_id", "case_id", "enumerator_id", "seed", "drawn_at"}),
        groups=grouped(
            {
                "interview": (
                    "rechecker_id", "submission_id", "done_at", "compared", "errors", "differences",
                )
            }
        ),
        parents={"round_id": "census_round", "area_id": "census_area", "case_id": "census_case"},
        references={
            "enumerator_id": "staff_account",
            "rechecker_id": "staff_account",
            "submission_id": "form_submission",
        },
        area="area_id",
        checks={"interviewed_by": filled_with("done_at", "submission_id", "rechecker_id")},
    ),
)  # fmt: skip
