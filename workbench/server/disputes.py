"""Raises disputes (同步问题): what was not taken is kept, with both sides, for people to settle.

There is one open dispute for a record and the desk that wrote to it; what comes later joins it. Deletes that
wait for a second person share one for each kind of record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from workbench.security.roles import Permission
from workbench.server.judging import Judge, Judged
from workbench.server.plan import Origin
from workbench.standards.chain import moment_of
from workbench.standards.clock import stamp
from workbench.sync.protocol.merge import DELETED_AT, Merged, Write
from workbench.sync.protocol.naming import DISPUTE, dispute_key
from workbench.sync.protocol.wire import SERVER, Reason

Fields = Mapping[str, Any]

_ALWAYS = 2**62
"""A base that has seen everything: the server knows its own records."""

_ALL = frozenset(Permission)
_decode = msgspec.json.Decoder().decode


class Disputes:
    """Raises disputes in the course of a push, and carries out what a second person approved."""

    def __init__(self, judge: Judge, new_id: Callable[[], str], hlc: int) -> None:
        self._judge, self._new_id, self._hlc = judge, new_id, hlc

    def raise_all(self, judged: Sequence[Judged]) -> None:
        """Raise a dispute for each change of which something was not taken."""
        self._prepare([each for each in judged if each.is_disputed])
        massed = [each for each in judged if each.merged.reason is Reason.MASS_DELETE]
        for each in judged:
            if each.is_disputed and each.merged.reason is not Reason.MASS_DELETE:
                self._raise(each)
        for entity in dict.fromkeys(each.case.change.entity for each in massed):
            self._raise_massed([each for each in massed if each.case.change.entity == entity])

    def _prepare(self, disputed: Sequence[Judged]) -> None:
        """Ask at once what raising these will need: open disputes, and who wrote what stands against them."""
        shelf = self._judge.shelf
        shelf.ask_names(
            (DISPUTE, dispute_key(change.entity, change.record_id, each.origin.device, each.merged.reason))
            for each in disputed
            if (change := each.case.change)
        )
        shelf.ask_written(each.merged.rivals[-1] for each in disputed if each.merged.rivals)

    def write_own(self, kind: str, entity: str, record_id: str, fields: Fields) -> int:
        """Write a change of the server's own and return its number."""
        base = 0 if kind == "create" else _ALWAYS
        write = Write(entity, record_id, fields, base, SERVER, permissions=_ALL)
        origin = Origin(self._new_id(), SERVER, SERVER, self._hlc)
        return self._judge.lay(write, origin, self._judge.merge(write))

    def carry_out(self, judged: Sequence[Judged]) -> None:
        """Delete what a second person approved, save what somebody has changed since."""
        for each in judged:
            change, dispute = each.case.change, each.merged.document
            if change.entity != DISPUTE or dispute is None:
                continue
            approved = each.merged.applied.get("choice") == "approve"
            if approved and dispute.fields.get("reason") == Reason.MASS_DELETE:
                self._delete_approved(dispute.fields, change.author_id)

    def _raise(self, judged: Judged) -> None:
        names, merged = judged.merged.contested, judged.merged
        before, present = _before(judged.case.change.before), _present(merged)
        theirs = {name: present.get(name) for name in names}
        if merged.reason is Reason.EDITED_AFTER_DELETION:
            theirs[DELETED_AT] = present.get(DELETED_AT)
        told = {
            **_told(judged),
            "base": {name: before.get(name) for name in names},
            "mine": {name: judged.write.fields[name] for name in names},
            "theirs": theirs,
            **self._others(merged),
        }
        self._keep(judged.case.change.record_id, judged.case.change.entity, judged.origin.device, told)

    def _raise_massed(self, massed: Sequence[Judged]) -> None:
        changes = [each.case.change for each in massed]
        mine = {
            "record_ids": [change.record_id for change in changes],
            "base_seqs": [change.base_seq for change in changes],
        }
        told = {**_told(massed[-1]), "base": {}, "mine": mine, "theirs": {}}
        self._keep(changes[-1].device_id, changes[-1].entity, massed[-1].origin.device, told)

    def _keep(self, record_id: str, entity: str, device: str, told: dict[str, Any]) -> None:
        """Make a dispute, or let what is new join the one that is open."""
        key = dispute_key(entity, record_id, device, Reason(told["reason"]))
        known = self._judge.shelf.holder(DISPUTE, key)
        if known is not None:
            held = self._judge.shelf.held((DISPUTE, known))
            old = held.document.fields if held else {}
            self.write_own("patch", DISPUTE, known, _joined(old, told))
            return
        made, about = self._new_id(), {"entity": entity, "record_id": record_id, "author_device": device}
        self._judge.shelf.assume_absent([(DISPUTE, made)])
        self.write_own("create", DISPUTE, made, {**about, "state": "open", "note": "", **told})

    def _others(self, merged: Merged) -> Fields:
        """Tell who wrote last what stands against the change."""
        row = self._judge.shelf.written(merged.rivals[-1]) if merged.rivals else None
        if row is None:
            return {}
        author_id, device, hlc = row
        return {
            "other_author_id": author_id,
            "other_device": device,
            "other_written_at": stamp(moment_of(hlc)),
        }

    def _delete_approved(self, dispute: Fields, approver: str) -> None:
        entity, mine = str(dispute["entity"]), dispute["mine"]
        self._judge.shelf.fetch((entity, record_id) for record_id in mine["record_ids"])
        deleted = {DELETED_AT: self._judge.here.now}
        for record_id, base_seq in zip(mine["record_ids"], mine["base_seqs"], strict=True):
            if self._judge.shelf.held((entity, record_id)) is None:
                continue
            # As the desk that wanted it, in whose way its own earlier edits do not stand.
            write = Write(entity, record_id, deleted, base_seq, str(dispute["author_device"]))
            merged = self._judge.merge(write)
            self._judge.lay(write, Origin(self._new_id(), approver, SERVER, self._hlc), merged)
            if merged.contested:
                self._keep_back(dispute, write, merged)

    def _keep_back(self, dispute: Fields, write: Write, merged: Merged) -> None:
        """Say of a record that it was not deleted after all, because somebody changed it since."""
        told = {
            **{name: dispute[name] for name in ("op_id", "change_kind", "author_id", "written_at")},
            "reason": merged.reason.value,
            "base": {DELETED_AT: None},
            "mine": dict(write.fields),
            "theirs": {DELETED_AT: None},
            **self._others(merged),
        }
        self._keep(write.record_id, write.entity, write.device, told)


def _told(judged: Judged) -> dict[str, Any]:
    change = judged.case.change
    return {
        "op_id": change.op_id,
        "change_kind": judged.case.kind,
        "reason": judged.merged.reason.value,
        "author_id": change.author_id,
        "written_at": stamp(moment_of(change.hlc)),
    }


def _joined(old: Fields, new: Fields) -> Fields:
    """Let what is new join: the first base stays, and a record that was not made is still one to make."""
    if new["reason"] == Reason.MASS_DELETE:
        before, mine = old["mine"], new["mine"]
        return {**new, "mine": {name: [*before[name], *mine[name]] for name in mine}}
    kept: dict[str, Any] = {
        "base": {**new["base"], **old["base"]},
        "mine": {**old["mine"], **new["mine"]},
        "theirs": {**old["theirs"], **new["theirs"]},
    }
    if old.get("change_kind") == "create":
        kept = {**kept, "change_kind": "create", "reason": old.get("reason")}
    return {**new, **kept}


def _present(merged: Merged) -> Fields:
    return merged.document.fields if merged.document else {}


def _before(text: str | None) -> Fields:
    try:
        fields = _decode(text) if text else {}
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return {}
    return fields if isinstance(fields, dict) else {}
