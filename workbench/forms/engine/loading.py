"""How a session begins: preloads and dynamic defaults of a new one, the answers of one resumed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from random import SystemRandom

from workbench.forms.engine.answers import NotAnAnswer
from workbench.forms.engine.building import Builder
from workbench.forms.engine.draft import FormDraft, Spare, by_paths, with_paths
from workbench.forms.engine.errors import NoSuchNode
from workbench.forms.engine.filling import Filling
from workbench.forms.engine.moments import stamp
from workbench.forms.engine.node import Node, NodeKind
from workbench.forms.engine.paths import reach
from workbench.forms.engine.setting import Setting
from workbench.forms.engine.tree import put_in, show, take_out
from workbench.forms.engine.walking import walk
from workbench.forms.form import Bind, Event
from workbench.standards.clock import local_date

_SEEDS = 2**31
_READS_THE_CLOCK = re.compile(r"\b(?:today|now)\s*\(")
_DRAWS = re.compile(r"\b(?:random|uuid|once)\s*\(")


def seed_of(setting: Setting, draft: FormDraft | None) -> int:
    """Return where chance begins: as in the draft, as the setting says, or drawn."""
    if draft is not None and draft["seed"]:
        return draft["seed"]
    return setting.seed if setting.seed is not None else SystemRandom().randrange(1, _SEEDS)


def begin(filling: Filling, setting: Setting) -> None:
    """Work out the first state of a new form."""
    with filling.deed():
        for node in walk(filling.root):
            value = preloaded(node.bind, setting, setting.clock())
            if value:
                filling.write(node, value)
        filling.schedule(filling.root, counts=False)
    for event in (Event.FIRST_LOAD, Event.EVERY_LOAD):
        with filling.deed():
            filling.run_actions(event, filling.root)
    with filling.deed():  # Instances that no count asks for yet have had their defaults when they come back.
        filling.schedule_counts()
    _prefill(filling, setting.prefilled)


def resume(
    filling: Filling, builder: Builder, values: Mapping[str, str], repeats: Mapping[str, int], *, anew: bool
) -> None:
    """Bring back answers; with `anew` everything calculated is worked out again, as for a submission.

    Otherwise what was calculated stays as it was, but for what the clock says.
    """
    _shape(filling.root, builder, repeats)
    _bring_back(filling.root, values, all_of_them=not anew)
    filling.recalculates = anew
    with filling.deed():
        filling.schedule(filling.root)
    filling.recalculates = True
    with filling.deed():
        for node in filter(_tells_the_time, walk(filling.root)):
            filling.schedule_calculation(node)
    with filling.deed():
        filling.run_actions(Event.EVERY_LOAD, filling.root)


def keep_spare(filling: Filling, builder: Builder, spares: Iterable[Spare]) -> None:
    """Bring back the instances that fixed counts took away, as spare ones."""
    places = {path: node for path, node in with_paths(filling.root) if node.kind is NodeKind.REPEAT}
    for spare in spares:
        place = places.get(spare["place"])
        if place is not None:
            instance = builder.new_instance(place)
            _shape(instance, builder, spare["repeats"], ".")
            _bring_back(instance, spare["values"], start=".")
            place.spare = (*place.spare, instance)


def _bring_back(root: Node, values: Mapping[str, str], start: str = "", *, all_of_them: bool = True) -> None:
    for path, node in with_paths(root, start):
        if node.kind is NodeKind.QUESTION and (path in values or all_of_them):
            node.value = values.get(path, "")
            show(node)


def _tells_the_time(node: Node) -> bool:
    calculate = node.bind.calculate
    if calculate is None or _DRAWS.search(calculate.text):
        return False
    return _READS_THE_CLOCK.search(calculate.text) is not None


def keep_typed(filling: Filling, typed: Mapping[str, str]) -> None:
    """Bring back what was typed where it is no answer."""
    with filling.deed():
        for node, text in by_paths(filling.root, typed).items():
            filling.keep_typed(node, text)


def preloaded(bind: Bind, setting: Setting, now: datetime) -> str:
    """Return what is known of a node before anybody answers (start, today, username …)."""
    asked = (bind.preload, bind.preload_params)
    if bind.preload == "uid":
        return f"uuid:{setting.new_uuid()}"
    if asked == ("timestamp", "start"):
        return stamp(now)
    if asked == ("date", "today"):
        return local_date(now).isoformat()
    if bind.preload == "property":
        return setting.user().get(bind.preload_params.lower(), "")
    return ""


def ends(root: Node) -> Iterator[Node]:
    """Yield the nodes that take the moment a form is finished."""
    for node in walk(root):
        if (node.bind.preload, node.bind.preload_params) == ("timestamp", "end"):
            yield node


def _shape(node: Node, builder: Builder, repeats: Mapping[str, int], path: str = "") -> None:
    """Give every repeat the number of instances it had."""
    path = path or node.path
    if node.kind is NodeKind.REPEAT:
        count = repeats.get(path, 0)
        while len(node.parts) > count:
            take_out(node, len(node.parts) - 1)
        while len(node.parts) < count:
            put_in(node, len(node.parts), builder.new_instance(node))
    for position, part in enumerate(node.parts, 1):
        step = f"[{position}]" if part.kind is NodeKind.INSTANCE else f"/{part.definition.name}"
        _shape(part, builder, repeats, path + step)


def _prefill(filling: Filling, prefilled: Mapping[str, str]) -> None:
    """Write what is known; what has no place yet is tried again once the counts are known."""
    waiting = [path for path, text in prefilled.items() if not _write_known(filling, path, text)]
    for path in waiting:
        _write_known(filling, path, prefilled[path])


def _write_known(filling: Filling, path: str, text: str) -> bool:
    """Write a known answer; False where the form has no such place."""

    def add(place: Node) -> Node:
        with filling.deed():
            return filling.add(place)

    try:
        node = reach(filling.root, path, add)
    except NoSuchNode:
        return False
    if node.kind is NodeKind.QUESTION and node.bind.calculate is None:
        with filling.deed():
            try:
                filling.write(node, node.facets.taken(node, text))
            except NotAnAnswer:
                filling.keep_typed(node, text)
    return True


def name_instance(filling: Filling, new_uuid: Callable[[], str], known: str) -> str:
    """Return the form's instanceID; one that has a place in the form and is empty is written there."""
    name = known or f"uuid:{new_uuid()}"
    for node in walk(filling.root):
        if node.definition.path.rpartition("/")[2].rpartition(":")[2] == "instanceID":
            if not node.value:
                with filling.deed():
                    filling.write(node, name)
            return node.value
    return name
