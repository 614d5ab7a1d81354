"""The lives of a device (终端身份): each has its token and the head of its own chain.

A cloned disk makes two machines of one; the second begins a new life where the chain parts, and both go on.
"""

from __future__ import annotations

from datetime import datetime

from workbench.server.database import Rows
from workbench.server.tokens import Entropy, new_token, token_hash
from workbench.standards.chain import GENESIS

_LAST_LIFE = """
SELECT chain_seq, chain_hash FROM device WHERE community_id = %s AND device_id = %s
ORDER BY chain_seq DESC LIMIT 1
"""
_BEGIN = """
INSERT INTO device (community_id, device_id, incarnation, token_sha256, chain_seq, chain_hash,
                    schema_version, enrolled_at)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (community_id, device_id, incarnation)
DO UPDATE SET token_sha256 = excluded.token_sha256, schema_version = excluded.schema_version,
              retired_at = NULL
"""


def begin(
    connection: Rows,
    community_id: str,
    device_id: str,
    incarnation: str,
    now: datetime,
    entropy: Entropy,
    schema_version: str = "",
    chain: tuple[int, str] | None = None,
) -> str:
    """Begin a life of a device, or give one that goes on a new token; return the token.

    `chain` is number and hash of the last row it shares with the life before; by default, a device that
    has been here before goes on where it stood.
    """
    if chain is None:
        row = connection.execute(_LAST_LIFE, (community_id, device_id)).fetchone()
        chain = (row[0], row[1]) if row else (0, GENESIS.hex())
    token = new_token(community_id, device_id, incarnation, entropy)
    values = (
        community_id, device_id, incarnation, token_hash(token), *chain, schema_version, now,
    )  # fmt: skip
    connection.execute(_BEGIN, values)
    return token
