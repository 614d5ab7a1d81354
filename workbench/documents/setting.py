"""What every report of a feature needs besides its figures: who makes it, when, and the names behind ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from workbench.documents.model import Report, Signature, Watermark

_SIGNATURES = (Signature("填报人"), Signature("审核人"), Signature("负责人"))


@dataclass(frozen=True, slots=True)
class ReportSetting:
    """Issuer, author and moment (aware UTC) of a report; names of staff by id and of posts by code."""

    issuer: str
    generated_by: str
    generated_at: datetime
    staff_names: Mapping[str, str] = field(default_factory=dict)
    post_names: Mapping[str, str] = field(default_factory=dict)
    watermark: Watermark | None = None

    def staff(self, staff_id: str) -> str:
        """Return a colleague's name, or the id of somebody unknown."""
        return self.staff_names.get(staff_id, staff_id)

    def post(self, code: str) -> str:
        """Return a post's name, or its code."""
        return self.post_names.get(code, code)

    def report(self, title: str, subtitle: str, **parts: object) -> Report:
        """Return a report that carries this setting, to be signed."""
        return Report(
            title=title,
            subtitle=subtitle,
            issuer=self.issuer,
            generated_by=self.generated_by,
            generated_at=self.generated_at,
            watermark=self.watermark,
            signatures=_SIGNATURES,
            **parts,  # type: ignore[arg-type]
        )
