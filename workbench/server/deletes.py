"""The guard against mass deletion (批量删除防护): many deletes of one desk at once wait for a second person.

The rule, either of:
- more than 20 deletes of one desk that were made within 10 minutes of each other, by the desk's clock;
- by the server's clock, whatever the desk's says: more than 100 deletes received from one desk within 10
  minutes that are also more than 1 % of the community's living records.
All deletes of the push that fall under it are refused; none of them is carried out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

WINDOW = timedelta(minutes=10)
MADE_LIMIT = 20
RECEIVED_LIMIT = 100
LIVING_SHARE = 0.01


def mass_deleted(
    written: Mapping[str, datetime],
    earlier: Sequence[datetime],
    received: int,
    living: Callable[[], int],
) -> frozenset[str]:
    """Return the changes, by op_id, that are part of a mass deletion.

    `written` says when each delete of the push was made, `earlier` the same of deletes carried out before,
    `received` how many of those the server received lately, `living` counts the community's records.
    """
    count = received + len(written)
    if count > RECEIVED_LIMIT and count > LIVING_SHARE * living():
        return frozenset(written)
    moments = sorted([*written.values(), *earlier])
    crowded = _crowded(moments)
    return frozenset(op_id for op_id, moment in written.items() if moment in crowded)


def _crowded(moments: Sequence[datetime]) -> frozenset[datetime]:
    """Return the moments that lie with more than the limit within one window."""
    crowded: set[datetime] = set()
    first = 0
    for last, moment in enumerate(moments):
        while moment - moments[first] > WINDOW:
            first += 1
        if last - first + 1 > MADE_LIMIT:
            crowded.update(moments[first : last + 1])
    return frozenset(crowded)
