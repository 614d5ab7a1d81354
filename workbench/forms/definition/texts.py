"""Labels, hints, messages and translations, with the values that stand between their words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.forms.definition.names import children, local_name
from workbench.forms.form import Expression, Phrase, Text, Translation

if TYPE_CHECKING:
    from lxml.etree import _Element

_ITEXT = re.compile(r"\s*jr:itext\s*\((.*)\)\s*", re.DOTALL)
_LITERAL = re.compile(r"""\s*(?:'([^']*)'|"([^"]*)")\s*""")


def text_of(element: _Element | None) -> Text | None:
    """Return what a `label` or `hint` says; None where there is none."""
    if element is None:
        return None
    reference = element.get("ref", "").strip()
    if not reference:
        return Text(phrase=phrase_of(element))
    return itext_call(reference) or Text(phrase=(Expression(reference),))


def message_of(written: str | None) -> Text | None:
    """Return the text of a `jr:constraintMsg` or `jr:requiredMsg`."""
    if not written:
        return None
    return itext_call(written) or Text(phrase=(written.strip(),))


def itext_call(written: str) -> Text | None:
    """Return the text that `jr:itext(..)` names: by its id, or by an expression that gives the id."""
    found = _ITEXT.fullmatch(written)
    if found is None:
        return None
    literal = _LITERAL.fullmatch(found[1])
    if literal is None:
        return Text(itext=Expression(found[1].strip()))
    return Text(itext=literal[1] if literal[1] is not None else literal[2])


def phrase_of(element: _Element) -> Phrase:
    """Return the words and outputs inside an element, without the blanks around them."""
    pieces = _merged_words(_pieces(element))
    if pieces and isinstance(pieces[0], str):
        pieces[0] = pieces[0].lstrip()
    if pieces and isinstance(pieces[-1], str):
        pieces[-1] = pieces[-1].rstrip()
    return tuple(piece for piece in pieces if piece != "")


def words_of(element: _Element) -> str:
    """Return all text inside an element, its blanks made single spaces."""
    return " ".join("".join(str(piece) for piece in element.itertext()).split())


def translations_of(itext: _Element | None) -> tuple[Translation, ...]:
    """Return the languages of a form, the default one first."""
    if itext is None:
        return ()
    elements = sorted(children(itext, "translation"), key=lambda element: not _is_default(element))
    return tuple(
        Translation(element.get("lang", ""), {text.get("id", ""): _forms(text) for text in children(element)})
        for element in elements
    )


def _is_default(translation: _Element) -> bool:
    # CommCare writes the attribute without a value.
    return translation.get("default", "false").strip().removesuffix("()") != "false"


def _forms(text: _Element) -> dict[str, Phrase]:
    """Return a text's forms; of two plain ones the first counts."""
    forms: dict[str, Phrase] = {}
    for value in children(text, "value"):
        forms.setdefault(value.get("form", ""), phrase_of(value))
    return forms


def _pieces(element: _Element) -> list[str | Expression]:
    pieces: list[str | Expression] = [element.text or ""]
    for part in element:
        if local_name(part) == "output":
            pieces.append(Expression((part.get("value") or part.get("ref") or "").strip()))
        else:
            pieces.extend(_pieces(part))
        pieces.append(part.tail or "")
    return pieces


def _merged_words(pieces: list[str | Expression]) -> list[str | Expression]:
    merged: list[str | Expression] = []
    for piece in pieces:
        if isinstance(piece, str) and merged and isinstance(merged[-1], str):
            merged[-1] += piece
        else:
            merged.append(piece)
    return merged
