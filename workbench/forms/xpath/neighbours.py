"""Tell whether an expression looks beyond its own instance of a repeat (是否读取其他重复组)."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.forms.xpath.analysis import everything
from workbench.forms.xpath.references import Path, Reference, followed
from workbench.forms.xpath.setting import Setting
from workbench.forms.xpath.syntax import PARENT, SELF, Ast, Call, FilterPath, LocationPath, Step


def reads_other_instances(ast: Ast, setting: Setting) -> bool:
    """Tell whether the value may change when a sibling instance is added, removed, moved or changed."""
    own = frozenset(setting.own_repeats())
    return bool(own) and any(_looks_beyond(part, setting, own) for part in everything(ast))


def _looks_beyond(part: Ast, setting: Setting, own: frozenset[Path]) -> bool:
    match part:
        case Call("position", (LocationPath() as path,), _):
            return any(at.path in own for at in _walk(Reference(setting.context), path.steps))
        case LocationPath():
            path = setting.contextualised(part)
            start = Reference("" if path.absolute else setting.context)
            return _enters(start, path.steps, own)
        case FilterPath(Call("current", _, _), _, steps):
            return _enters(Reference(setting.context), steps, own)
        case Call("position", (_,), _):
            return True
        case _:
            return False


def _enters(start: Reference, steps: tuple[Step, ...], own: frozenset[Path]) -> bool:
    """Tell whether a path comes into one of the node's own repeats from above or from the side."""
    places = _walk(start, steps)
    return any(
        step.axis not in (SELF, PARENT) and any(_may_enter(at, repeat) for repeat in own)
        for step, at in zip(steps, places, strict=True)
    )


def _may_enter(at: Reference, repeat: Path) -> bool:
    """Tell whether a place is a repeat's instance, or any depth below what encloses it."""
    above, anywhere, _ = at.path.partition("//")
    return at.covers(repeat) or (bool(anywhere) and not f"{above}/".startswith(f"{repeat}/"))


def _walk(start: Reference, steps: tuple[Step, ...]) -> Iterator[Reference]:
    at = start
    for step in steps:
        at = followed(at, step)
        yield at
