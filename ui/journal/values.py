"""Turns a value as the journal keeps it into words: terms, names, dates; numbers of people stay masked."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui.journal.terms import record_word
from ui.wording.dates import moment_words
from ui.wording.labels import label_of, listed
from workbench.census.kinds import AreaState, CaseState, CaseVerb, RoundKind, RoundState
from workbench.intake.kinds import (
    AgentProof,
    Channel,
    Decision,
    MaterialState,
    MatterState,
    RatingLevel,
    RefusalGround,
    SlipKind,
    TicketKind,
    TicketState,
    Verb,
)
from workbench.people.vocabulary import (
    HouseholdKind,
    Registration,
    ResidenceEventKind,
    ResidentStatus,
    TagKind,
    held_label,
)
from workbench.security.roles import Role
from workbench.standards.codes import EDUCATION, ETHNIC_GROUPS, RELATIONS, Sex
from workbench.standards.identity import mask_identity_number, mask_phone

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

EMPTY = "—"
COVERED = "••••••"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
_TERMS: Mapping[tuple[str, str], type[StrEnum]] = {
    ("resident", "sex"): Sex,
    ("resident", "registration"): Registration,
    ("resident", "status"): ResidentStatus,
    ("household", "kind"): HouseholdKind,
    ("resident_tag", "kind"): TagKind,
    ("residence_event", "kind"): ResidenceEventKind,
    ("queue_ticket", "kind"): TicketKind,
    ("queue_ticket", "state"): TicketState,
    ("visit", "channel"): Channel,
    ("matter", "state"): MatterState,
    ("matter", "channel"): Channel,
    ("matter", "delivery_way"): Channel,
    ("matter", "decision"): Decision,
    ("matter", "refusal_ground"): RefusalGround,
    ("matter", "agent_proof"): AgentProof,
    ("matter_material", "state"): MaterialState,
    ("matter_event", "verb"): Verb,
    ("matter_event", "from_state"): MatterState,
    ("matter_event", "to_state"): MatterState,
    ("slip_issued", "kind"): SlipKind,
    ("rating", "level"): RatingLevel,
    ("rating", "channel"): Channel,
    ("census_round", "kind"): RoundKind,
    ("census_round", "state"): RoundState,
    ("census_area", "state"): AreaState,
    ("census_case", "state"): CaseState,
    ("census_case", "outcome"): CaseState,
    ("census_event", "verb"): CaseVerb,
    ("census_event", "from_state"): CaseState,
    ("census_event", "to_state"): CaseState,
}
_CODES = {
    "ethnic_group": ETHNIC_GROUPS,
    "education": EDUCATION,
    "relation_to_head": RELATIONS,
    "relation": RELATIONS,
}


class Words:
    """Speaks of values with the names that are known; ``confided`` lets sensitive tags be read."""

    def __init__(self, names: Mapping[str, str], *, confided: bool = False) -> None:
        self._names, self._confided = names, confided

    def name(self, record_id: str) -> str:
        """Return the name of a person or record, or nothing."""
        return self._names.get(record_id, "")

    def value(self, entity: str, field: str, value: Any) -> str:
        """Return a field's value in words."""
        if value is None or value in ("", [], {}):
            return EMPTY
        if isinstance(value, str):
            return self._text(entity, field, value)
        if field in ("active", "demo") or isinstance(value, bool) or (entity, field) in _FLAGS:
            return _yes_no(bool(value))
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return listed(self._listed(field, one) for one in value)
        if isinstance(value, list | dict):
            count = len(value)
            return QCoreApplication.translate("Values", "%n entries", "", count)
        return str(value)

    def _text(self, entity: str, field: str, text: str) -> str:
        if field.endswith("id_number"):
            return mask_identity_number(text)
        if field.endswith("phone") and entity != "community":
            return mask_phone(text)
        if (entity, field) in _TERMS:
            return self._term(_TERMS[entity, field], text)
        if field in _CODES:
            return _CODES[field].get(text, text)
        if field == "owner_entity":
            return record_word(text)
        if (entity, field) == ("held_document", "kind"):
            return held_label(text)
        if _MOMENT.fullmatch(text):
            return moment_words(datetime.fromisoformat(text))
        return self._listed(field, text)

    def _listed(self, field: str, text: str) -> str:
        if field == "roles":
            return self._term(Role, text)
        known = self._names.get(text)
        if known is None and _ID.fullmatch(text):
            return QCoreApplication.translate("Values", "another record")
        return known or text

    def _term(self, kind: type[StrEnum], text: str) -> str:
        if text not in set(kind):
            return text
        term = kind(text)
        if isinstance(term, TagKind) and term.entry.sensitive and not self._confided:
            return COVERED
        return label_of(term)


def options_of(entity: str, field: str) -> tuple[tuple[str, str], ...]:
    """Return the values a field can have, each with its word; nothing for free text."""
    if (entity, field) in _TERMS:
        return tuple((term.value, label_of(term)) for term in _TERMS[entity, field])
    if field in ("active", "demo") or (entity, field) in _FLAGS:
        return (("1", _yes_no(True)), ("0", _yes_no(False)))
    return tuple(_CODES[field].items()) if field in _CODES else ()


def _yes_no(value: bool) -> str:
    yes, no = QCoreApplication.translate("Values", "yes"), QCoreApplication.translate("Values", "no")
    return yes if value else no


_FLAGS = {
    ("matter", field)
    for field in (
        "licensing",
        "immediate",
        "urgent",
        "department_confirmed",
        "paused",
        "extended",
        "provisional",
        "on_time",
        "recipient_is_agent",
    )
} | {
    ("staff_account", "must_change_password"),
    ("matter_material", "required"),
    ("matter_material", "may_follow"),
    ("visit", "came"),
    ("visit", "by_agent"),
    ("census_round", "prefill"),
    ("census_round", "update_register"),
    *((kind, field) for kind in ("desk_device", "desk_invitation") for field in ("outside", "masked")),
    ("desk_invitation", "withdrawn"),
}
"""Fields that SQLite keeps as 0 and 1."""
