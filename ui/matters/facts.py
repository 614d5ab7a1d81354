"""The facts of a matter beside its story: dates, channel, agent, decision, refusal, delivery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.wording.dates import moment_words, short_day
from ui.wording.labels import label_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.intake.queries.details import MatterDetail


class MatterFacts(QObject):
    """Puts what is known into names and words; facts without a word are left out."""

    def of(self, detail: MatterDetail, names: Mapping[str, str]) -> list[tuple[str, str]]:
        """Return the facts in the order they are read."""
        facts = [*self._people(detail, names), *self._time(detail), *self._end(detail, names)]
        return [(name, words) for name, words in facts if words]

    def _people(self, detail: MatterDetail, names: Mapping[str, str]) -> list[tuple[str, str]]:
        row, agent = detail.row, detail.agent
        proof = label_of(agent.proof) if agent and agent.proof else ""
        through = (
            " · ".join(filter(None, (agent.name, agent.relation, agent.id_number, proof))) if agent else ""
        )
        return [
            (self.tr("Applicant"), f"{row.applicant_name}  {row.applicant_id_number}"),
            (self.tr("Agent"), through),
            (self.tr("Owner"), names.get(row.owner_id, "")),
            (self.tr("Offered to"), names.get(row.offered_to_id or "", "")),
            (self.tr("Department"), row.department or ""),
            (self.tr("Handover"), detail.handover_note),
            (self.tr("Urgent"), detail.urgent_reason),
        ]

    def _time(self, detail: MatterDetail) -> list[tuple[str, str]]:
        row = detail.row
        provisional = self.tr(" (provisional)") if row.provisional else ""
        extended = self.tr(" (extended)") if detail.extended else ""
        return [
            (self.tr("Received"), f"{moment_words(row.received_at)} · {label_of(row.channel)}"),
            (
                self.tr("Promised"),
                short_day(row.promised_on) + provisional + extended if row.promised_on else "",
            ),
            (self.tr("Legal limit"), short_day(detail.legal_due_on)),
            (self.tr("Visits"), str(row.visits_count)),
        ]

    def _end(self, detail: MatterDetail, names: Mapping[str, str]) -> list[tuple[str, str]]:
        decision = label_of(detail.decision) if detail.decision else ""
        ground = label_of(detail.refusal_ground) if detail.refusal_ground else ""
        way = label_of(detail.delivery_way) if detail.delivery_way else ""
        taken = " · ".join(filter(None, (detail.recipient, way, moment_words(detail.delivered_at))))
        return [
            (self.tr("Decision"), " · ".join(filter(None, (decision, moment_words(detail.decided_at))))),
            (self.tr("Reason"), detail.decision_note),
            (self.tr("Refused"), ground),
            (self.tr("Why"), detail.refused_reason),
            (self.tr("Instead"), detail.refused_instead),
            (self.tr("Taken by"), taken if detail.delivered_at else ""),
        ]
