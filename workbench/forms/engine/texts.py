"""The texts of a form in the language in force, with the answers that stand in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from workbench.forms.engine.plan import moving_texts
from workbench.forms.form import Expression, Form, Itemset, Phrase, Text, Translation

if TYPE_CHECKING:
    from workbench.forms.engine.evaluator import Evaluator
    from workbench.forms.engine.node import Node

_PLAIN, _LONG = "", "long"


class Texts:
    """Says the form's texts; `language` is the one in force."""

    def __init__(self, form: Form, evaluator: Evaluator, language: str) -> None:
        self._by_language: dict[str, Translation] = {each.language: each for each in form.translations}
        self._moves = bool(moving_texts(form))
        self.languages = tuple(self._by_language)
        self.language = next(iter(self.languages), "")
        self.use(language)
        self._evaluator = evaluator

    def use(self, language: str) -> None:
        """Put a language in force, if the form has it."""
        if language in self._by_language:
            self.language = language

    def moving(self, itemset: Itemset) -> bool:
        """Say whether labels of a list may have answers in them."""
        return itemset.label_is_itext and self._moves

    def say(self, text: Text | None, node: Node, form: str = _PLAIN) -> str:
        """Return a text as it stands at a node, in a form of it; empty where there is none."""
        if text is None:
            return ""
        if text.itext is None:
            return self._spell(text.phrase, node) if form == _PLAIN else ""
        name = text.itext
        if isinstance(name, Expression):
            name = self._evaluator.string(node, name.text)
        return self.by_id(name, node, form)

    def by_id(self, name: str, node: Node, form: str = _PLAIN) -> str:
        """Return the text of an itext id; where this language lacks it, what another one says."""
        phrase = self._phrase(name, form)
        return self._spell(phrase, node) if phrase else ""

    def _phrase(self, name: str, form: str) -> Phrase:
        for language in dict.fromkeys((self.language, *self.languages)):
            translation = self._by_language.get(language)
            forms: Mapping[str, Phrase] = translation.phrases.get(name, {}) if translation else {}
            phrase = forms.get(form) or (forms.get(_LONG) if form == _PLAIN else None)
            if phrase:
                return phrase
        return ()

    def _spell(self, phrase: Phrase, node: Node) -> str:
        return "".join(
            self._evaluator.string(node, piece.text) if isinstance(piece, Expression) else piece
            for piece in phrase
        )
