"""Keeps ratings (好差评) and follows up the bad ones step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.intake.kinds import Channel, FollowUpStep, RatingLevel, Verb
from workbench.intake.mapping import step_columns, steps_of
from workbench.intake.model import FollowUp, Matter, Rating
from workbench.intake.rules import ratings
from workbench.intake.service.bench import Bench

if TYPE_CHECKING:
    from workbench.store import Work


class Ratings(Bench):
    """The verbs of rating and follow-up."""

    def rate(
        self,
        matter_id: str,
        level: RatingLevel | None,
        comment: str = "",
        channel: Channel = Channel.COUNTER,
    ) -> str | None:
        """Keep the one rating of a matter, None when declined; return the id of a follow-up it opens.

        Raises GuardFailed when it was rated before or is not over yet.
        """
        self._require(Verb.RECEIVE)
        with self._store.write(self._here.actor) as work:
            matter = work.get(Matter, matter_id)
            ratings.require_rateable(matter.state, _is_rated(work, matter_id))
            rating = work.add(
                Rating(
                    matter_id=matter_id,
                    level=level,
                    at=work.now,
                    channel=channel,
                    comment=comment.strip() or None,
                )  # fmt: skip
            )
            return self._open_follow_up(work, matter, rating) if ratings.needs_follow_up(level) else None

    def follow_up(self, follow_up_id: str, step: FollowUpStep, note: str) -> FollowUpStep | None:
        """Take the next step on a bad rating; return the step after it, None when closed."""
        self._require(Verb.RECEIVE)
        with self._store.write(self._here.actor) as work:
            record = work.get(FollowUp, follow_up_id)
            taken = ratings.take_step(steps_of(record), step, work.today, note)
            record.steps = [step_columns(each) for each in taken]
            following = ratings.next_step(taken)
            if following is None:
                record.closed_at = work.now
            return following

    def _open_follow_up(self, work: Work, matter: Matter, rating: Rating) -> str:
        work.session.flush()
        record = FollowUp(
            matter_id=matter.id,
            rating_id=rating.id,
            owner_id=matter.owner_id,
            opened_on=work.today,
            due_on=ratings.follow_up_due(work.today, self._here.calendar()),
            steps=[],
        )
        return work.add(record).id


def _is_rated(work: Work, matter_id: str) -> bool:
    found = select(Rating.id).where(Rating.matter_id == matter_id, Rating.deleted_at.is_(None))
    return work.session.scalar(found.limit(1)) is not None
