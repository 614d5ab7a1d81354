"""Judges the changes of a push one after the other, each seeing what those before it left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from workbench.server.authority import STAFF, Authority
from workbench.server.chains import CHANGING, Fresh
from workbench.server.hurdles import Case, Circumstances, Hurdles, kind_of
from workbench.server.places import Places
from workbench.server.plan import Deletion, Line, Noted, Origin, Plan, answer_of, wire_text
from workbench.server.shelf import Held, Shelf
from workbench.standards.chain import moment_of
from workbench.sync.protocol.merge import DELETED_AT, Merged, Write, merge, refused
from workbench.sync.protocol.naming import DISPUTE, natural_key
from workbench.sync.protocol.shapes import Realm, Shape
from workbench.sync.protocol.wire import Outcome, Reason

_RIGHTS = frozenset({STAFF, "desk_device", "desk_invitation"})
_NOBODY = Shape("", Realm.REGISTER)


class Judged(msgspec.Struct, frozen=True, gc=False):
    """A change, what it was to write, and what became of it."""

    case: Case
    write: Write
    origin: Origin
    merged: Merged

    @property
    def is_disputed(self) -> bool:
        """Whether something of it was not taken, for people to look at."""
        taken = self.merged.outcome not in (Outcome.CONFLICT, Outcome.REFUSED)
        return not taken and self.case.change.entity != DISPUTE


class Judge:
    """Judges changes of one community into a plan."""

    def __init__(
        self,
        shelf: Shelf,
        shapes: Mapping[str, Shape],
        authority: Authority,
        circumstances: Circumstances,
        plan: Plan,
    ) -> None:
        self.shelf, self.shapes, self.plan, self.here = shelf, shapes, plan, circumstances
        self._authority, self._places = authority, Places(shapes)
        self._hurdles = Hurdles(shelf, self._places, authority, circumstances)

    def judge(self, fresh: Fresh) -> Judged | None:
        """Judge one change and lay back what it leaves; None for one that writes to no record."""
        change = fresh.change
        if change.kind not in CHANGING:
            self._note(fresh, answer_of(change.op_id, Outcome.NOTED))
            return None
        judged = self._judged(fresh)
        seq = self.lay(judged.write, judged.origin, judged.merged, change.after)
        self._remember(judged, seq)
        self._note(fresh, self._answer(judged, seq))
        return judged

    def merge(self, write: Write) -> Merged:
        """Merge a write into the record as it lies; nothing is laid back yet."""
        held = self.shelf.held((write.entity, write.record_id))
        document = held.document if held else None
        return merge(document, write, self.plan.seq + 1, self.shapes[write.entity], born=self.here.born)

    def lay(self, write: Write, origin: Origin, merged: Merged, text: str | None = None) -> int:
        """Log what of a write was applied and lay the record back; return its number, 0 if nothing was.

        `text` is the write's fields word for word, where they came as text.
        """
        key, document = (write.entity, write.record_id), merged.document
        held = self.shelf.held(key) if write.entity in self.shapes else None
        if document is None or (held is not None and document is held.document):
            return 0
        self.plan.seq += 1
        shape = self.shapes[write.entity]
        place = self._places.place(*key, document.fields, self.shelf.place)
        kept = text if held is None and document.fields is write.fields else None
        fresh = held is None or held.fresh
        self.shelf.put(
            key, Held(document, place, natural_key(shape, document.fields), kept, changed=True, fresh=fresh)
        )
        if held is not None and held.place != place:
            self.plan.moved.append((key, place))
        kind = "create" if held is None else _kind_of_applied(merged.applied)
        fields = text if text and len(merged.applied) == len(write.fields) else merged.applied
        wire = wire_text(self.plan.seq, origin, key, kind, fields, self.here.now)
        self.plan.log.append(Line(self.plan.seq, origin, key, kind, place, wire))
        self._react(write, kind)
        return self.plan.seq

    def _judged(self, fresh: Fresh) -> Judged:
        change = fresh.change
        shape = self.shapes.get(change.entity)
        held = None if shape is None else self.shelf.held((change.entity, change.record_id))
        fields = fresh.fields if fresh.fields is not None else {}
        author = self._authority.author(change.author_id)
        case = Case(change, shape or _NOBODY, kind_of(change, fields, held), fields, held, author)
        device = change.device_id if change.relayed else self.here.device
        write = Write(
            change.entity, change.record_id, fields, change.base_seq, device, change.was_seq, change.relayed,
            author.permissions if author else frozenset(),
        )  # fmt: skip
        origin = Origin(change.op_id, change.author_id, device, change.hlc)
        return Judged(
            case, write, origin, self._merged(case, write, shape is not None, fresh.fields is not None)
        )

    def _merged(self, case: Case, write: Write, is_known: bool, is_sound: bool) -> Merged:
        if not is_sound:
            fault = Reason.INVALID
        else:
            fault = self._hurdles.fault(case) if is_known else Reason.UNKNOWN_ENTITY
        if fault is Reason.NONE:
            return self.merge(write)
        document = case.held.document if case.held else None
        if fault is Reason.NAME_TAKEN and case.change.entity == DISPUTE:
            return Merged(Outcome.SUPERSEDED, document)
        return refused(document, write, fault)

    def _remember(self, judged: Judged, seq: int) -> None:
        """Keep what later pushes must know: deletes for the guard, creates that were not taken."""
        change = judged.case.change
        if seq and judged.case.kind == "delete":
            self.plan.deletions.append(Deletion(change.op_id, change.device_id, moment_of(change.hlc)))
        if judged.case.kind != "create" or change.kind != "create":
            return
        refused_now = judged.merged.outcome is Outcome.REFUSED
        if refused_now:
            self.plan.refused[change.record_id] = change.entity
        elif seq and self.shelf.is_refused(change.record_id):
            self.plan.made_after_all.add(change.record_id)
        self.shelf.mark_refused(change.record_id, refused=refused_now)

    def _react(self, write: Write, kind: str) -> None:
        if write.entity in _RIGHTS:
            self.plan.rights = True
        if write.entity == STAFF:
            self._authority.forget(write.record_id)

    def _note(self, fresh: Fresh, answer: list[Any]) -> None:
        self.plan.audit.append(Noted(fresh.change, fresh.body, answer))

    def _answer(self, judged: Judged, seq: int) -> list[Any]:
        merged, case = judged.merged, judged.case
        seen = case.held is not None and self.here.sight.sees(case.held.place)
        current: Mapping[str, Any] = {}
        if merged.contested and seen:
            current = self._current(case, merged)
        gone = not seen and merged.outcome is Outcome.REFUSED and merged.reason is not Reason.UNKNOWN_ENTITY
        return answer_of(case.change.op_id, merged.outcome, seq, merged.reason, current, gone=gone)

    def _current(self, case: Case, merged: Merged) -> Mapping[str, Any]:
        """Return what the server has in place of what it did not take, as far as the desk may see it."""
        present = case.present
        # A desk that removed the row altogether needs all of it back.
        names = merged.contested if case.change.after is not None else tuple(present)
        if merged.reason is Reason.EDITED_AFTER_DELETION:
            names = (*names, DELETED_AT)
        current = {name: present.get(name) for name in names}
        return self.here.sight.fields(case.change.entity, current, present)


def _kind_of_applied(applied: Mapping[str, Any]) -> str:
    if DELETED_AT not in applied:
        return "patch"
    return "restore" if applied[DELETED_AT] is None else "delete"
