"""The words of a form in every language, without what is filled in while it is being answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.forms.form import Form, Phrase, Text


def words_of(form: Form, text: Text | None) -> tuple[str, ...]:
    """Return a label or hint once for each language that has it, the default language first."""
    if text is None:
        return ()
    if isinstance(text.itext, str):
        return translated(form, text.itext)
    return _known((text.phrase,))


def translated(form: Form, itext: str) -> tuple[str, ...]:
    """Return the text of an itext id, once for each language; the long form where there is no plain one."""
    said = (each.phrases.get(itext, {}) for each in form.translations)
    return _known(forms.get("") or forms.get("long") or forms.get("short") or () for forms in said)


def _known(phrases: Iterable[Phrase]) -> tuple[str, ...]:
    plain = ("".join(piece for piece in phrase if isinstance(piece, str)).strip() for phrase in phrases)
    return tuple(dict.fromkeys(text for text in plain if text))
