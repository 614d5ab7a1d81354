"""The whole journal of a demonstration goes to a real server, and not one change of it is refused."""

from __future__ import annotations

import secrets
from collections import Counter

from sqlalchemy import select

from tests.server.running import RunningServer, ServedDesk
from workbench.desk.desk import Desk
from workbench.store.journal import JournalEntry
from workbench.sync.protocol.wire import PUSH_LIMIT, Change, Outcome

KEY = secrets.token_hex(32)


def changes_of(desk: Desk) -> list[Change]:
    """Return the desk's own journal as it goes up."""
    chosen = select(JournalEntry).where(JournalEntry.origin_id.is_(None)).order_by(JournalEntry.device_seq)
    with desk.store.read() as session:
        return [
            Change(
                row.id, row.community_id, row.entity, row.record_id, row.kind.value, row.before, row.after,
                row.base_seq, row.author_id, row.device_id, row.device_seq, row.hlc, row.purpose,
                row.hash.hex(),
            )
            for row in session.scalars(chosen)
        ]  # fmt: skip


def test_a_server_takes_every_change_of_the_demonstration(told: Desk, running_server: RunningServer) -> None:
    community_id = told.session.community_id
    desk = ServedDesk(
        running_server,
        community_id=community_id,
        device_id=told.store.device_id,
        staff_id=told.session.staff_id,
    )
    found = {"community_id": community_id, "name": "演示社区", "address_key": KEY}
    desk.join(running_server.founding_code("演示社区"), found=found).raise_for_status()
    changes, became = changes_of(told), Counter[str]()
    refused = []
    for start in range(0, len(changes), PUSH_LIMIT):
        batch = changes[start : start + PUSH_LIMIT]
        pushed = desk.push(batch)
        assert pushed.status_code == 200, pushed.text
        for change, answer in zip(batch, pushed.json()["answers"], strict=True):
            became[answer[1]] += 1
            if answer[1] not in (Outcome.ACCEPTED, Outcome.NOTED):
                refused.append((change.kind, change.entity, answer[1], answer[3], change.after))
    assert refused == []
    assert became[Outcome.ACCEPTED] > 1000
