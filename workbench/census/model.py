"""Tables of the census: rounds, areas, contracts, households' forms, and how they were checked."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.census.keying import KeyingMode
from workbench.census.kinds import AreaState, CaseState, CaseVerb, RoundKind, RoundState
from workbench.store import Base, Synced


class CensusRound(Synced, Base):
    """One census, survey or poll (轮次); `moment` is the reference moment (普查时点), UTC.

    `basis` is the legal basis or consent on which the register may be used at all. Shares and the
    acceptance limit are percents; `seed` makes every sample of the round reproducible. `reason` says why
    the round was last resumed or reopened.
    """

    __tablename__ = "census_round"
    __table_args__ = (Index("ix_census_round_state", "state"),)

    name: Mapped[str] = mapped_column(String(80))
    kind: Mapped[RoundKind]
    state: Mapped[RoundState]
    form_version_id: Mapped[str | None] = mapped_column(String(36))
    moment: Mapped[datetime]
    since: Mapped[date]
    until: Mapped[date]
    basis: Mapped[str] = mapped_column(Text, default="")
    prefill: Mapped[bool]
    update_register: Mapped[bool]
    double_key_percent: Mapped[int]
    recheck_percent: Mapped[int]
    error_limit_percent: Mapped[float]
    seed: Mapped[int]
    reason: Mapped[str] = mapped_column(Text, default="")


class CensusContract(Synced, Base):
    """A contract with an organisation (第三方合同); it opens nothing after `until` or from `ended_on`."""

    __tablename__ = "census_contract"
    __table_args__ = (Index("ix_census_contract_round", "round_id"),)

    round_id: Mapped[str] = mapped_column(ForeignKey("census_round.id"))
    organisation: Mapped[str] = mapped_column(String(120))
    number: Mapped[str] = mapped_column(String(64))
    since: Mapped[date]
    until: Mapped[date]
    agreement_signed_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    ended_reason: Mapped[str] = mapped_column(Text, default="")


class CensusContractMember(Synced, Base):
    """An account of the organisation (第三方人员); the row stays, so that no outsider turns staff."""

    __tablename__ = "census_contract_member"
    __table_args__ = (
        Index("ix_census_contract_member_staff", "staff_id"),
        Index("ix_census_contract_member_contract", "contract_id"),
    )

    contract_id: Mapped[str] = mapped_column(ForeignKey("census_contract.id"))
    staff_id: Mapped[str] = mapped_column(String(36))
    left_on: Mapped[date | None]


class CensusArea(Synced, Base):
    """An enumeration area (普查小区); `parts` lists `{"building_id", "unit"}`, unit None for all."""

    __tablename__ = "census_area"
    __table_args__ = (
        Index("ix_census_area_round", "round_id"),
        Index("ix_census_area_contract", "contract_id"),
    )

    round_id: Mapped[str] = mapped_column(ForeignKey("census_round.id"))
    code: Mapped[str] = mapped_column(String(8))
    name: Mapped[str] = mapped_column(String(64))
    grid_id: Mapped[str | None] = mapped_column(String(36))
    contract_id: Mapped[str | None] = mapped_column(ForeignKey("census_contract.id"))
    parts: Mapped[list[Any]]
    state: Mapped[AreaState]
    signed_off_at: Mapped[datetime | None]
    signed_off_by_id: Mapped[str | None] = mapped_column(String(36))
    sign_off: Mapped[dict[str, Any]]


class CensusCase(Synced, Base):
    """The form of one household (每户); where it is stays written down though the register may change.

    `serial` counts through the area (户编号), `number` the households of one dwelling.
    `prefilled` is what the register said when entry began, by path; what was found is the submission.
    `outcome` keeps the state before sign-off. `hard_edits` and `soft_edits` count what consistency
    checking still holds against the form; soft ones that were explained are in `explanations` by code.
    """

    __tablename__ = "census_case"
    __table_args__ = (
        Index("ix_census_case_area", "area_id", "state"),
        Index("ix_census_case_round", "round_id", "state"),
        Index("ix_census_case_enumerator", "enumerator_id", "state"),
        Index("ix_census_case_building", "round_id", "building_id"),
        Index("ix_census_case_visit", "next_visit_at"),
    )

    round_id: Mapped[str] = mapped_column(ForeignKey("census_round.id"))
    area_id: Mapped[str] = mapped_column(ForeignKey("census_area.id"))
    building_id: Mapped[str] = mapped_column(ForeignKey("building.id"))
    dwelling_id: Mapped[str | None] = mapped_column(String(36))
    household_id: Mapped[str | None] = mapped_column(String(36))
    building: Mapped[str] = mapped_column(String(32))
    estate: Mapped[str] = mapped_column(String(64))
    unit: Mapped[str] = mapped_column(String(16))
    room: Mapped[str] = mapped_column(String(16))
    floor: Mapped[int | None]
    number: Mapped[int]
    serial: Mapped[int]
    state: Mapped[CaseState]
    outcome: Mapped[CaseState | None]
    enumerator_id: Mapped[str | None] = mapped_column(String(36))
    tries: Mapped[int]
    next_visit_at: Mapped[datetime | None]
    note: Mapped[str] = mapped_column(Text, default="")
    prefilled: Mapped[dict[str, Any] | None]
    prefilled_at: Mapped[datetime | None]
    submission_id: Mapped[str | None] = mapped_column(String(36))
    keyer_id: Mapped[str | None] = mapped_column(String(36))
    entered_at: Mapped[datetime | None]
    verified_at: Mapped[datetime | None]
    rechecked_at: Mapped[datetime | None]
    hard_edits: Mapped[int]
    soft_edits: Mapped[int]
    explanations: Mapped[dict[str, Any]]


class CensusEvent(Synced, Base):
    """Something done to a household's form (登记经过)."""

    __tablename__ = "census_event"
    __table_args__ = (Index("ix_census_event_case", "case_id", "at"),)

    case_id: Mapped[str] = mapped_column(ForeignKey("census_case.id"))
    verb: Mapped[CaseVerb]
    from_state: Mapped[CaseState]
    to_state: Mapped[CaseState]
    at: Mapped[datetime]
    actor_id: Mapped[str] = mapped_column(String(36))
    note: Mapped[str] = mapped_column(Text, default="")


class CensusKeying(Synced, Base):
    """One sitting at a form (录入记录), from which operator figures are made; moments are UTC."""

    __tablename__ = "census_keying"
    __table_args__ = (Index("ix_census_keying_round", "round_id", "staff_id"),)

    round_id: Mapped[str] = mapped_column(ForeignKey("census_round.id"))
    case_id: Mapped[str] = mapped_column(ForeignKey("census_case.id"))
    staff_id: Mapped[str] = mapped_column(String(36))
    keyer_id: Mapped[str | None] = mapped_column(String(36))
    mode: Mapped[KeyingMode]
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime]
    active_seconds: Mapped[float]
    keystrokes: Mapped[int]
    corrections: Mapped[int]
    fields: Mapped[int]
    compared: Mapped[int]
    keyer_wrong: Mapped[int]
    verifier_wrong: Mapped[int]


class CensusDouble(Synced, Base):
    """The second typing of a form (双录): `differences` as found, each with its settlement."""

    __tablename__ = "census_double"
    __table_args__ = (Index("ix_census_double_case", "case_id"),)

    case_id: Mapped[str] = mapped_column(ForeignKey("census_case.id"))
    first_id: Mapped[str] = mapped_column(String(36))
    second_id: Mapped[str | None] = mapped_column(String(36))
    keyer_id: Mapped[str] = mapped_column(String(36))
    verifier_id: Mapped[str] = mapped_column(String(36))
    begun_at: Mapped[datetime]
    typed_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    compared: Mapped[int]
    differences: Mapped[list[Any]]
    keying_id: Mapped[str | None] = mapped_column(String(36))


class CensusRecheck(Synced, Base):
    """A household drawn for an independent second interview (抽查户), and what it found.

    `void_at` is set when the area went back whole: the sample no longer says anything of it.
    """

    __tablename__ = "census_recheck"
    __table_args__ = (
        Index("ix_census_recheck_area", "area_id", "enumerator_id"),
        Index("ix_census_recheck_case", "case_id"),
    )

    round_id: Mapped[str] = mapped_column(ForeignKey("census_round.id"))
    area_id: Mapped[str] = mapped_column(ForeignKey("census_area.id"))
    case_id: Mapped[str] = mapped_column(ForeignKey("census_case.id"))
    enumerator_id: Mapped[str] = mapped_column(String(36))
    seed: Mapped[int]
    drawn_at: Mapped[datetime]
    rechecker_id: Mapped[str | None] = mapped_column(String(36))
    submission_id: Mapped[str | None] = mapped_column(String(36))
    done_at: Mapped[datetime | None]
    void_at: Mapped[datetime | None]
    compared: Mapped[int]
    errors: Mapped[int]
    differences: Mapped[list[Any]]
