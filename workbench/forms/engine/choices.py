"""The choices a select offers now: written in the form, or taken from an instance through a filter."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from workbench.forms.engine.node import ChoiceView, Node
from workbench.forms.form import Itemset, Text

if TYPE_CHECKING:
    from lxml.etree import _Element

    from workbench.forms.engine.evaluator import Evaluator
    from workbench.forms.engine.texts import Texts

_IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Offer:
    """A choice and where its label comes from: a text of the form, an itext id, or the words themselves."""

    value: str
    label: Text | str
    is_itext: bool = False


class Choices:
    """Works out the choices of selects; chance in their order is the session's, and stays."""

    def __init__(self, evaluator: Evaluator, texts: Texts, seed: int) -> None:
        self._evaluator = evaluator
        self._texts = texts
        self._seed = seed

    def offers(self, node: Node) -> tuple[Offer, ...]:
        """Return the choices of a node, in the order they are shown."""
        control = node.control
        if control is None:
            return ()
        if control.itemset is None:
            return tuple(Offer(choice.value, choice.label) for choice in control.choices)
        return tuple(_offer(item, control.itemset) for item in self._items(node, control.itemset))

    def view(self, node: Node, offer: Offer) -> ChoiceView:
        """Return a choice as it is shown."""
        if isinstance(offer.label, Text):
            label = self._texts.say(offer.label, node)
            image = self._texts.say(offer.label, node, _IMAGE)
        elif offer.is_itext:
            label = self._texts.by_id(offer.label, node)
            image = self._texts.by_id(offer.label, node, _IMAGE)
        else:
            label, image = offer.label, ""
        return ChoiceView(offer.value, label or offer.value, image)

    def _items(self, node: Node, itemset: Itemset) -> list[_Element]:
        random = Random(f"{self._seed} {node.path}")
        return self._evaluator.nodes(node, itemset.nodeset.text, random)


def _offer(item: _Element, itemset: Itemset) -> Offer:
    value = _child_text(item, itemset.value).strip()
    return Offer(value, _child_text(item, itemset.label), itemset.label_is_itext)


def _child_text(item: _Element, path: str) -> str:
    if path in (".", ""):
        return item.text or ""
    if path.startswith("@"):
        return item.get(path[1:]) or ""
    return item.findtext(path.removeprefix("./")) or ""
