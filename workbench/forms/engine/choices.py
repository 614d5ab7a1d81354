"""The choices a select offers now: written in the form, or taken from an instance through a filter."""

from __future__ import annotations

import re
from collections.abc import Mapping
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
FIXED_LIST = re.compile(r"""\s*instance\(\s*(['"])[^'"]*\1\s*\)(/[\w.\-]+)*\s*""")
"""Choices that no answer can change and no chance orders, as in ``instance('list')/root/item``."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A choice and where its label is: a text of the form, or an item of an instance (read when shown)."""

    value: str
    source: Text | _Element


Offers = Mapping[str, Offer]
"""Choices by their values, in the order they are shown."""


class Choices:
    """Works out the choices of selects; chance in their order is the session's, and stays.

    A list that no answer can change is read once for all questions and instances that offer it.
    """

    def __init__(self, evaluator: Evaluator, texts: Texts, seed: int) -> None:
        self._evaluator = evaluator
        self._texts = texts
        self._seed = seed
        self._lists: dict[Itemset, Offers] = {}
        self._views: dict[tuple[Itemset, str], tuple[ChoiceView, ...]] = {}

    def offers(self, node: Node) -> Offers:
        """Return the choices of a node."""
        control = node.control
        if control is None:
            return {}
        itemset = control.itemset
        if itemset is None:
            return {choice.value: Offer(choice.value, choice.label) for choice in control.choices}
        if not FIXED_LIST.fullmatch(itemset.nodeset.text):
            return self._read(node, itemset)
        if itemset not in self._lists:
            self._lists[itemset] = self._read(node, itemset)
        return self._lists[itemset]

    def views(self, node: Node, offers: Offers) -> tuple[ChoiceView, ...]:
        """Return choices as they are shown."""
        itemset = node.control.itemset if node.control else None
        if itemset is None or self._lists.get(itemset) is not offers or self._texts.moving(itemset):
            return tuple(self.view(node, offer) for offer in offers.values())
        known = (itemset, self._texts.language)
        if known not in self._views:
            self._views[known] = tuple(self.view(node, offer) for offer in offers.values())
        return self._views[known]

    def view(self, node: Node, offer: Offer) -> ChoiceView:
        """Return a choice as it is shown."""
        image = ""
        if isinstance(offer.source, Text):
            label = self._texts.say(offer.source, node)
            image = self._texts.say(offer.source, node, _IMAGE)
        else:
            itemset = node.control.itemset if node.control else None
            label = _child_text(offer.source, itemset.label) if itemset else ""
            if itemset and itemset.label_is_itext:
                image = self._texts.by_id(label, node, _IMAGE)
                label = self._texts.by_id(label, node)
        return ChoiceView(offer.value, label or offer.value, image)

    def _read(self, node: Node, itemset: Itemset) -> Offers:
        random = Random(f"{self._seed} {node.path}")
        items = self._evaluator.nodes(node, itemset.nodeset.text, random)
        values = (_child_text(item, itemset.value).strip() for item in items)
        return {value: Offer(value, item) for value, item in zip(values, items, strict=True)}


def _child_text(item: _Element, path: str) -> str:
    for child in item.iterchildren(path) if path.isidentifier() else ():
        return child.text or ""
    if path in (".", ""):
        return item.text or ""
    if path.startswith("@"):
        return item.get(path[1:]) or ""
    return item.findtext(path.removeprefix("./")) or ""
