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
    """A choice and where its label comes from: a text of the form, an itext id, or the words themselves."""

    value: str
    label: Text | str
    is_itext: bool = False


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
        if isinstance(offer.label, Text):
            label = self._texts.say(offer.label, node)
            image = self._texts.say(offer.label, node, _IMAGE)
        elif offer.is_itext:
            label = self._texts.by_id(offer.label, node)
            image = self._texts.by_id(offer.label, node, _IMAGE)
        else:
            label, image = offer.label, ""
        return ChoiceView(offer.value, label or offer.value, image)

    def _read(self, node: Node, itemset: Itemset) -> Offers:
        random = Random(f"{self._seed} {node.path}")
        items = self._evaluator.nodes(node, itemset.nodeset.text, random)
        offers = (_offer(item, itemset) for item in items)
        return {offer.value: offer for offer in offers}


def _offer(item: _Element, itemset: Itemset) -> Offer:
    value = _child_text(item, itemset.value).strip()
    return Offer(value, _child_text(item, itemset.label), itemset.label_is_itext)


def _child_text(item: _Element, path: str) -> str:
    if path in (".", ""):
        return item.text or ""
    if path.startswith("@"):
        return item.get(path[1:]) or ""
    return item.findtext(path.removeprefix("./")) or ""
