"""Which columns outside the register hold residents' ids, so that a merge points them to the kept entry."""

from __future__ import annotations

from workbench.intake.model import Matter, Visit
from workbench.people.service import Reference

MATTERS_FOLLOW = (Reference(Matter, "applicant_id"), Reference(Visit, "resident_id"))
"""A merged resident's matters and visits become the kept one's; undoing the merge gives them back."""
