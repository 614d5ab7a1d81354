"""What a form is opened with: where the household is, and what the register said where the round lets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.census.forms import CENSUS_FORM
from workbench.census.prefill import prefill
from workbench.census.registered import register_household
from workbench.census.rules.differences import definition
from workbench.community.model import Community
from workbench.standards.divisions import division_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session as Reading

    from workbench.census.forms import FormFacts
    from workbench.census.model import CensusArea, CensusCase, CensusRound

_ADDRESS = "/data/address/"
_COMMUNITY_DIGITS = slice(6, 12)


def asked_of(form: FormFacts, answers: Mapping[str, str]) -> dict[str, str]:
    """Return those of the answers whose fields the form has."""
    return {path: value for path, value in answers.items() if definition(path) in form.paths and value}


def address_of(reading: Reading, area: CensusArea, case: CensusCase) -> dict[str, str]:
    """Return the answers of the form's address: divisions, area and numbers; all of it known beforehand."""
    community = reading.get(Community, case.community_id)
    division = community.division_code if community else ""
    answers = {
        **_divisions(division),
        "area_code": division[_COMMUNITY_DIGITS],
        "district_code": area.code,
        "building_no": case.building,
        "unit_no": "-".join(part for part in (case.unit, case.room) if part),
        "household_no": f"{case.serial:03d}",
    }
    return {f"{_ADDRESS}{field}": value for field, value in answers.items()}


def snapshot(
    reading: Reading, round_: CensusRound, form: FormFacts, case: CensusCase
) -> dict[str, str] | None:
    """Return what the register says of a household, by path; None where the round may not ask it."""
    if not round_.prefill or form.form_id != CENSUS_FORM or case.household_id is None:
        return None
    known = register_household(reading, case.household_id)
    return None if known is None else asked_of(form, prefill(known))


def _divisions(code: str) -> dict[str, str]:
    """Return the names of province, city and county of a division code, each without what encloses it."""
    names, before = [], ""
    for digits in (2, 4, 6):
        whole = division_name(code[:digits].ljust(6, "0")) or before
        names.append(whole.removeprefix(before))
        before = whole
    return dict(zip(("province", "city", "county"), names, strict=True))
