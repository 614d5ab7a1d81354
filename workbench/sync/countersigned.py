"""Compares this desk's chain with the head the server last countersigned: what was cut off shows there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workbench.store.engine import connect
from workbench.store.verify import Fault
from workbench.sync.facts import COMMUNITY_ID, COUNTERSIGNED, SIGNING_KEY
from workbench.sync.protocol.heads import is_signed

_DEVICE = "device_id"
_AT = "SELECT lower(hex(hash)) FROM journal WHERE device_id = ? AND device_seq = ?"
_LAST = "SELECT coalesce(max(device_seq), 0) FROM journal WHERE device_id = ?"


def countersign_fault(path: Path, key: bytes) -> Fault | None:
    """Return what is wrong between chain and countersigned head, None if nothing or none was signed.

    A chain without its tail is a whole chain; only whoever saw the tail can tell that it was there.
    """
    raw = connect(path, key)
    try:
        facts = dict(raw.execute("SELECT name, value FROM store_fact"))
        if COUNTERSIGNED not in facts:
            return None
        head = _head_in(facts[COUNTERSIGNED])
        if head is None or not _bears_signature(facts, head):
            return Fault(COUNTERSIGNED, "服务器对日志的签收凭证已被改动")
        return _compared(raw, facts[_DEVICE], head)
    finally:
        raw.close()


def _compared(raw: Any, device_id: str, head: Mapping[str, Any]) -> Fault | None:
    signed, last = int(head["device_seq"]), raw.execute(_LAST, (device_id,)).fetchone()[0]
    if last < signed:
        what = f"服务器已签收到第 {signed} 条，本机只到第 {last} 条，尾部已被截去"
        return Fault(f"journal 本机第 {last + 1} 条起", what)
    here = raw.execute(_AT, (device_id, signed)).fetchone()
    if here is None or here[0] != head["hash"]:
        return Fault(f"journal 本机第 {signed} 条", "与服务器签收时的内容不同，已被改写")
    return None


def _bears_signature(facts: Mapping[str, str], head: Mapping[str, Any]) -> bool:
    verifying = facts.get(SIGNING_KEY)
    return not verifying or is_signed(verifying, facts.get(COMMUNITY_ID, ""), facts[_DEVICE], head)


def _head_in(text: str) -> dict[str, Any] | None:
    try:
        head = json.loads(text)
        return head if isinstance(head, dict) and {"device_seq", "hash"} <= head.keys() else None
    except ValueError:
        return None
