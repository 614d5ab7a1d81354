"""Shapes of the register: homes, people and what is known of them, and files kept with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.security.roles import Permission
from workbench.sync.protocol.entities.conditions import (
    different,
    filled_in,
    filled_with,
    grouped,
    holding,
    in_order,
)
from workbench.sync.protocol.shapes import Masking, Realm, Shape

_EDITS = frozenset({Permission.EDIT_REGISTER, Permission.IMPORT_ROSTER})
_MERGES = frozenset({Permission.MERGE_PEOPLE})
_REGISTERS = _EDITS | _MERGES
_UNMASK = frozenset({Permission.UNMASK})
_ENUMERATES = frozenset({Permission.ENTER_CENSUS, Permission.VERIFY_CENSUS})

SENSITIVE_TAGS = frozenset({"bereaved_parent", "correction", "resettled", "mental_disorder", "drug_recovery"})
"""Tags that only those may write who may see them (个人信息保护法 art. 28)."""


def of_census(entity: str | None) -> bool:
    """Say whether a kind of record is the census's; so is whatever is about such a record."""
    return (entity or "").startswith("census_")


def _tag_demand(tag: Mapping[str, Any]) -> frozenset[Permission]:
    return _UNMASK if tag.get("kind") in SENSITIVE_TAGS else frozenset()


def _file_demand(file: Mapping[str, Any]) -> frozenset[Permission]:
    if of_census(file.get("owner_entity")):
        return frozenset({Permission.ENTER_CENSUS})
    return frozenset({Permission.SEE_REGISTER})


def _submission_demand(submission: Mapping[str, Any]) -> frozenset[Permission]:
    return _ENUMERATES if of_census(submission.get("subject_entity")) else frozenset()


HOMES = (
    Shape(
        "dwelling",
        Realm.REGISTER,
        _REGISTERS,
        groups=grouped({"address": ("building_id", "unit", "room", "floor")}),
        parents={"building_id": "building"},
        checks={"has_a_room": holding("room")},
    ),
    Shape(
        "household",
        Realm.REGISTER,
        _REGISTERS,
        parents={"dwelling_id": "dwelling"},
        # A household is written before its people, who name it.
        references={"head_id": "resident"},
    ),
)

PEOPLE = (
    Shape(
        "resident",
        Realm.REGISTER,
        _REGISTERS,
        groups=grouped(
            {
                "name": ("name", "full_pinyin", "initials"),
                "identity": ("id_number", "sex", "birth_date", "birth_precision"),
                "home": ("household_id", "relation_to_head"),
                "status": ("status", "status_since"),
            }
        ),
        parents={"household_id": "household"},
        references={"merged_into_id": "resident"},
        retired_by="merged_into_id",
        masked={
            "id_number": Masking.IDENTITY,
            "phone": Masking.PHONE,
            "other_phone": Masking.PHONE,
        },
        checks={
            "named": holding("name"),
            "left_when": filled_in("status", ("moved_out", "deceased"), "status_since"),
            "born_before": in_order("birth_date", "status_since"),
        },
    ),
    Shape(
        "resident_tag",
        Realm.REGISTER,
        _REGISTERS,
        demand=_tag_demand,
        groups=grouped({"period": ("kind", "since", "until")}),
        parents={"resident_id": "resident"},
        checks={"period": in_order("since", "until")},
    ),
    Shape(
        "kinship",
        Realm.REGISTER,
        _REGISTERS,
        groups=grouped({"tie": ("resident_id", "relative_id", "relation")}),
        parents={"resident_id": "resident", "relative_id": "resident"},
        checks={"two_people": different("resident_id", "relative_id")},
    ),
    Shape(
        "held_document",
        Realm.REGISTER,
        _REGISTERS,
        groups=grouped({"validity": ("kind", "obtained_on", "valid_until")}),
        parents={"resident_id": "resident"},
        references={"attachment_id": "attachment"},
        checks={"period": in_order("obtained_on", "valid_until")},
    ),
    Shape(
        "residence_event",
        Realm.REGISTER,
        _REGISTERS,
        parents={"resident_id": "resident"},
        references={"household_id": "household"},
    ),
    Shape(
        "merge_record",
        Realm.REGISTER,
        _MERGES,
        fixed=frozenset({"keep_id", "retire_id", "changes", "merged_at", "merged_by"}),
        groups=grouped({"undoing": ("undone_at", "undone_by")}),
        parents={"keep_id": "resident", "retire_id": "resident"},
        references={"merged_by": "staff_account", "undone_by": "staff_account"},
        masked={"changes": Masking.HIDDEN},
        checks={"undone_by": filled_with("undone_at", "undone_by")},
    ),
)

FILES = (
    Shape(
        "attachment",
        Realm.REGISTER,
        frozenset({Permission.SEE_REGISTER, Permission.ENTER_CENSUS}),
        demand=_file_demand,
        fixed=frozenset({"address", "media_type", "size"}),
        about=("owner_entity", "owner_id"),
    ),
    Shape(
        "form_submission",
        Realm.REGISTER,
        frozenset({Permission.ACCEPT_MATTER}) | _ENUMERATES,
        demand=_submission_demand,
        fixed=frozenset({"form_version_id", "instance_id", "deprecated_id", "xml", "started_at", "staff_id"}),
        parents={"form_version_id": "form_version"},
        references={"superseded_by_id": "form_submission", "staff_id": "staff_account"},
        about=("subject_entity", "subject_id"),
    ),
)
