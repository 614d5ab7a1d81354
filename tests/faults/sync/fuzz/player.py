"""Plays the steps of a run on real desks and a real server, and brings it to rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from tests.faults.sync.crash import Killed, line_at
from tests.faults.sync.databases import FAULT_STEPS
from tests.faults.sync.desks import FaultDesk
from tests.faults.sync.fuzz.actions import Action, Deed, Script
from tests.faults.sync.fuzz.model import Violation
from tests.faults.sync.town import Town
from tests.faults.sync.wire import Blow, Trouble
from tests.faults.sync.world import KINDS, SUPERVISOR, WORKER, filled_by, value_of
from workbench.standards.errors import WorkbenchError
from workbench.store import RecordNotFound
from workbench.store.opened import Opened
from workbench.sync.choices import FieldChoice, Take

SEATS = (SUPERVISOR, WORKER, SUPERVISOR, WORKER)
"""Who sits at the desks of a run, in the order in which they joined."""


@dataclass(slots=True)
class Played:
    """What became of a run."""

    steps: int = 0
    idle: int = 0
    """Steps that found nothing to do, such as an edit of a record that the desk does not have."""
    disputes: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    refusals: Counter[str] = field(default_factory=Counter)
    violations: list[Violation] = field(default_factory=list)


_BLOWS = frozenset(Trouble)
NICKNAME = "nickname"
"""A field that only newer desks know."""


class Nothing(LookupError):
    """The step finds nothing to do."""


@dataclass(slots=True)
class Player:
    """One run on one town."""

    town: Town
    script: Script
    played: Played = field(default_factory=Played)
    _forms: dict[int, tuple[FaultDesk, Opened]] = field(default_factory=dict)

    def play(self) -> Played:
        """Play every step, bring everything to rest, and judge."""
        for number in range(1, self.script.desks):
            self.town.join(f"desk{number}", SEATS[number])
        for action in self.script.actions:
            self._play(action)
        self.town.calm()
        self.played.violations = self.town.broken()
        self.played.disputes = len(self.town.disputes())
        for desk in self.town.desks.values():
            self.played.faults.update(desk.wire.struck)
        return self.played

    def _play(self, action: Action) -> None:
        self.played.steps += 1
        desks = list(self.town.desks.values())
        desk = desks[action.desk % len(desks)]
        try:
            _DEEDS[action.deed](self, desk, action.about)
        except (LookupError, RecordNotFound):
            self.played.idle += 1
        except WorkbenchError as error:
            self.played.refusals[type(error).__name__] += 1

    # What people do.

    def create(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        kind = _kind(about["label"])
        parents = {name: self.town.ids[label] for name, label in about["under"].items()}
        for name, of in KINDS[kind].parents.items():
            if not desk.has(of, parents[name]):
                raise Nothing(about["label"])
        self.town.ids[about["label"]] = desk.add(KINDS[kind].make(about["label"], parents))

    def edit(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        kind, record_id = self._record(about)
        desk.edit(kind, record_id, **_values(kind, about["values"]))

    def step(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        kind, record_id = self._record(about)
        following = KINDS[kind].steps.get(desk.record(kind, record_id).get("state", ""), ())
        if not following:
            raise Nothing(about["label"])
        state = following[about["way"] % len(following)]
        values = {"state": state, **filled_by(state, desk.seat.staff_id)}
        desk.edit(kind, record_id, **values)

    def delete(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        desk.remove(*self._record(about))

    def restore(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        desk.restore(*self._record(about))

    def open(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        self._forms[about["slot"]] = desk, desk.open(*self._record(about))

    def save(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        where, form = self._forms.pop(about["slot"])
        where.save(form, **_values(form.entity, about["values"]))

    def note(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        desk.note(*self._record(about))

    def resolve(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        found = [row for row in desk.inbox().listed() if row.change_kind != "delete"]
        if not found:
            raise Nothing("no dispute")
        dispute = found[about["pick"] % len(found)]
        take = Take(about["choice"])
        third = next((name for name in dispute.mine if name in ("note", "name", "number")), None)
        if take is Take.THIRD and third:
            choices = {name: FieldChoice(Take.MINE) for name in dispute.mine}
            desk.inbox().resolve(dispute.id, choices | {third: FieldChoice(take, about["value"])})
        else:
            desk.resolve(dispute.id, Take.MINE if take is Take.THIRD else take)

    # What happens to them.

    def exchange(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        faults = about.get("faults", ())
        desk.strike(*(Blow(Trouble(name), number, depth) for name, number, depth in faults if name in _BLOWS))
        if "meanwhile" in about:
            desk.wire.meanwhile[about["meanwhile"]["at"]] = lambda: self._save(desk, about["meanwhile"])
        others = {name: depth for name, _, depth in faults if name not in _BLOWS}
        if "abort" in others:
            self.played.faults["abort"] += 1
            self.town.books.fail_at(1 + int(others["abort"] * FAULT_STEPS))
        try:
            self._round(desk, others.get("crash"))
        finally:
            desk.strike()
            desk.wire.meanwhile.clear()
            if "abort" in others:
                self.town.books.fail_at(0)

    def _round(self, desk: FaultDesk, crash: float | None) -> None:
        if crash is None:
            desk.exchange()
            return
        try:
            desk.exchange_until(line_at(crash))
        except Killed:
            self.played.faults["crash"] += 1
            desk.reopen()

    def _save(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        with suppress(LookupError, RecordNotFound):
            self.edit(desk, about)

    def release(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        self.played.faults["released"] += sum(each.wire.release() for each in self.town.desks.values())

    def clock(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        desk.jump(about["seconds"])
        self.played.faults["clock"] += 1

    def backup(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        self.town.backup()

    def rollback(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        if not self.town.has_backup:
            raise Nothing("no backup")
        self.town.rollback()
        self.played.faults["rollback"] += 1

    def upgrade(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        """Let a desk run a version that knows a field more, and write it."""
        if not desk.has_column("resident", NICKNAME):
            desk.add_column("resident", NICKNAME, "VARCHAR(64)")
        kind, record_id = self._record(about)
        if not desk.has(kind, record_id):
            raise Nothing(about["label"])
        desk.write_column(kind, record_id, NICKNAME, about["value"])

    def clone(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        if len(self.town.desks) > 5 or not self.town.is_whole(desk):
            raise Nothing("enough machines")
        self.town.clone(desk.name, f"desk{len(self.town.desks)}")
        self.played.faults["clone"] += 1

    def scope(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        desks = list(self.town.desks.values())
        of = desks[about["of"] % len(desks)]
        if of is desks[0]:
            raise Nothing("the founding desk holds everything")
        areas = about["areas"]
        self.town.rescope(of, areas=areas, send=False)
        self.played.faults["scope"] += 1

    def kill(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        self.town.kill_desk(desk, about["after"])
        self.played.faults["kill"] += 1

    def restart(self, desk: FaultDesk, about: Mapping[str, Any]) -> None:
        self.town.kill_server()
        self.played.faults["restart"] += 1

    def _record(self, about: Mapping[str, Any]) -> tuple[str, str]:
        return _kind(about["label"]), self.town.ids[about["label"]]


_DEEDS: Mapping[Deed, Callable[[Player, FaultDesk, Mapping[str, Any]], None]] = {
    deed: getattr(Player, deed.value) for deed in Deed
}


def _kind(label: str) -> str:
    return label.rstrip("0123456789")


def _values(kind: str, raw: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value_of(KINDS[kind].sorts[name], value) for name, value in raw.items()}
