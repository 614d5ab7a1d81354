"""Which expressions of a definition are only shown or checked, and so worked out only when asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.forms.form import Expression, Phrase, Text

if TYPE_CHECKING:
    from workbench.forms.engine.plan import Definition, Plan

_INSTANCE = re.compile(r"instance\(\s*['\"]([^'\"]+)['\"]\s*\)")
_MAY_READ_OTHERS = re.compile(r"/|\.\.|current\s*\(")


def watched(definition: Definition, plan: Plan) -> Iterator[str]:
    """Yield the expressions whose change makes a node of this definition look different."""
    for expression in _shown_or_checked(definition, plan):
        if _MAY_READ_OTHERS.search(expression.text):
            yield expression.text


def instance_named(nodeset: str) -> str | None:
    """Return the id of the secondary instance a node set is taken from."""
    found = _INSTANCE.search(nodeset)
    return found[1] if found else None


def _shown_or_checked(definition: Definition, plan: Plan) -> Iterator[Expression]:
    bind, control = definition.bind, definition.control
    yield from filter(None, (bind.readonly, bind.required, bind.constraint))
    for text in (bind.required_message, bind.constraint_message):
        yield from _in_text(text, plan)
    if control is None:
        return
    for text in (control.label, control.hint, *(choice.label for choice in control.choices)):
        yield from _in_text(text, plan)
    if control.itemset is not None and control.itemset.label_is_itext and plan.moving_texts:
        yield from _in_items(control.itemset.nodeset.text, control.itemset.label, plan)


def _in_text(text: Text | None, plan: Plan) -> Iterator[Expression]:
    if text is None:
        return
    yield from in_phrase(text.phrase)
    if isinstance(text.itext, Expression):
        yield text.itext
    elif text.itext is not None:
        yield from plan.moving_texts.get(text.itext, ())


def _in_items(nodeset: str, label: str, plan: Plan) -> Iterator[Expression]:
    instance = plan.form.secondary.get(instance_named(nodeset) or "")
    if instance is None:
        return
    for item in instance.iter("item"):
        yield from plan.moving_texts.get(item.findtext(label) or "", ())


def in_phrase(phrase: Phrase) -> Iterator[Expression]:
    """Yield the expressions that stand in a phrase."""
    return (piece for piece in phrase if isinstance(piece, Expression))
