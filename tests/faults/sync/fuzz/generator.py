"""Makes the steps of a run out of its seed: what people do, what the network does, what breaks."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from tests.faults.sync.fuzz.actions import Action, Deed, Script
from tests.faults.sync.world import KINDS, PARENTS

FOUNDED = {"grid": 2, "building": 2, "dwelling": 3, "household": 3, "resident": 6, "resident_tag": 2,
           "matter": 3, "census_case": 4} | PARENTS  # fmt: skip
"""How many records of each kind there are before the first step."""

WEATHER = ("lose_request", "lose_reply", "twice", "late", "cut", "flip", "cut_request", "abort", "crash")
"""What may happen to one request of an exchange, or to the program that sends it."""

_DEEDS: tuple[tuple[Deed, float], ...] = (
    (Deed.EDIT, 26), (Deed.EXCHANGE, 26), (Deed.CREATE, 10), (Deed.STEP, 7), (Deed.OPEN, 5), (Deed.SAVE, 6),
    (Deed.DELETE, 4), (Deed.RESTORE, 2), (Deed.RESOLVE, 5), (Deed.NOTE, 2), (Deed.CLOCK, 2),
    (Deed.RELEASE, 2),
)  # fmt: skip
"""How often each step comes."""

_TURNS: tuple[tuple[float, tuple[tuple[Deed, float], ...]], ...] = (
    (0.20, ((Deed.SCOPE, 5),)),
    (0.15, ((Deed.CLONE, 3),)),
    (0.15, ((Deed.BACKUP, 4), (Deed.ROLLBACK, 4))),
    (0.15, ((Deed.UPGRADE, 6),)),
    (0.02, ((Deed.KILL, 6), (Deed.RESTART, 4))),
)
"""What gives a run a turn of its own: its share of the runs, and the steps that then come too."""

_JUMPS = (94_608_000, -1_700_000_000, 3_600, -3_600, 86_400)
"""By how many seconds a clock is set: three years on, back to about 1970, a little, a day."""


def script_of(seed: int, *, length: int | None = None) -> Script:
    """Return the run of a seed."""
    return _Generator(random.Random(f"sync:{seed}"), seed).script(length)


class _Generator:
    """Writes one run; knows of records only that they were made once, not where they are."""

    def __init__(self, dice: random.Random, seed: int) -> None:
        self._dice, self._seed = dice, seed
        self._made = dict(FOUNDED)
        self._values = 0
        self._slots: list[tuple[int, str]] = []
        self._desks = 2 + min(2, int(dice.expovariate(0.9)))
        self._weather = dice.choice((0.0, 0.15, 0.3, 0.5))
        self._favourites: dict[str, int] = {}
        turns = [deeds for share, deeds in _TURNS if dice.random() < share]
        self._deeds = [*_DEEDS, *(deed for deeds in turns for deed in deeds)]

    def script(self, length: int | None) -> Script:
        steps = length or self._dice.randint(12, 60)
        founded = self._desks
        actions = [self._action() for _ in range(steps)]
        return Script(self._seed, founded, tuple(actions))

    def _action(self) -> Action:
        weights = [weight for _, weight in self._deeds]
        ((deed, _),) = self._dice.choices(self._deeds, weights)
        desk = self._dice.randrange(self._desks)
        if deed is Deed.CLONE:
            self._desks += 1
        return Action(deed, desk, self._about(deed, desk))

    def _about(self, deed: Deed, desk: int) -> dict[str, Any]:
        match deed:
            case Deed.CREATE:
                return self._create()
            case Deed.EDIT:
                return self._edit(self._kind(lambda kind: bool(KINDS[kind].sorts)))
            case Deed.STEP:
                kind = self._kind(lambda kind: bool(KINDS[kind].steps))
                return {"label": self._label(kind), "way": self._dice.randrange(3)}
            case Deed.DELETE | Deed.RESTORE | Deed.NOTE:
                return {"label": self._label(self._kind(lambda kind: kind not in ("grid", "building")))}
            case Deed.OPEN:
                self._slots.append((desk, self._label(self._kind(lambda kind: bool(KINDS[kind].sorts)))))
                return {"slot": len(self._slots) - 1, "label": self._slots[-1][1]}
            case Deed.SAVE:
                return self._save(desk)
            case Deed.UPGRADE:
                return {"label": self._label("resident"), "value": self._value("text")}
            case _:
                return self._trouble(deed)

    def _trouble(self, deed: Deed) -> dict[str, Any]:
        match deed:
            case Deed.RESOLVE:
                return {
                    "pick": self._dice.randrange(5),
                    "choice": self._dice.choice(("mine", "theirs", "third")),
                    "value": self._value("text"),
                }
            case Deed.EXCHANGE:
                return {"faults": self._faults()} | self._meanwhile()
            case Deed.CLOCK:
                return {"seconds": self._dice.choice(_JUMPS)}
            case Deed.SCOPE:
                areas = self._dice.choice((None, [], ["census_area0"], ["census_area0", "census_area1"]))
                return {"of": self._dice.randrange(self._desks), "areas": areas}
            case Deed.KILL:
                return {"after": round(self._dice.uniform(0.0, 0.15), 3)}
        return {}

    def _faults(self) -> list[list[Any]]:
        """Return what befalls the exchange: which fault, at which request, how far in (0 to 1)."""
        return [
            [self._dice.choice(WEATHER), self._dice.choice((0, 0, 1, 1, 2, 3)), round(self._dice.random(), 3)]
            for _ in range(3)
            if self._dice.random() < self._weather
        ]

    def _meanwhile(self) -> dict[str, Any]:
        """Let somebody save a form while the exchange is under way, once in five times."""
        if self._dice.random() > 0.2:
            return {}
        edit = self._edit(self._kind(lambda kind: bool(KINDS[kind].sorts)))
        return {"meanwhile": {"at": self._dice.randrange(3), **edit}}

    def _create(self) -> dict[str, Any]:
        kind = self._kind(lambda kind: kind not in ("grid", "building"))
        under = {name: self._label(parent) for name, parent in KINDS[kind].parents.items()}
        label = f"{kind}{self._made.get(kind, 0)}"
        self._made[kind] = self._made.get(kind, 0) + 1
        return {"label": label, "under": under}

    def _edit(self, kind: str) -> dict[str, Any]:
        return {"label": self._label(kind), "values": self._values_for(kind)}

    def _save(self, desk: int) -> dict[str, Any]:
        mine = [slot for slot, (where, _) in enumerate(self._slots) if where == desk]
        if not mine:
            return {"slot": -1, "values": {}}
        slot = self._dice.choice(mine[-3:])
        kind = self._slots[slot][1].rstrip("0123456789")
        return {"slot": slot, "values": self._values_for(kind)}

    def _values_for(self, kind: str) -> dict[str, Any]:
        sorts = KINDS[kind].sorts
        names = self._dice.sample(sorted(sorts), min(len(sorts), self._dice.choice((1, 1, 1, 2, 3))))
        return {name: self._value(sorts[name]) for name in names}

    def _value(self, sort: str) -> Any:
        """Return a value; one in twelve is the same for everybody, so that desks agree by chance."""
        self._values += 1
        number = 7 if self._dice.random() < 1 / 12 else self._values
        match sort:
            case "phone":
                return f"138{number:08d}"
            case "day":
                return f"{1930 + number % 90}-{1 + number % 12:02d}-{1 + number % 28:02d}"
            case "number":
                return number
        return f"v{number}"

    def _kind(self, wanted: Callable[[str], bool]) -> str:
        kinds = [kind for kind in KINDS if wanted(kind)]
        return "resident" if "resident" in kinds and self._dice.random() < 0.4 else self._dice.choice(kinds)

    def _label(self, kind: str) -> str:
        """Return a record that was made; a favourite mostly, or nobody would ever meet."""
        made = self._made.get(kind, 0)
        if not made:
            return f"{kind}0"
        favourite = self._favourites.setdefault(kind, self._dice.randrange(made))
        return f"{kind}{favourite if self._dice.random() < 0.6 else self._dice.randrange(made)}"
