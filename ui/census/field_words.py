"""What the fields and answers of a form are called, for lists that show them apart from the form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.forms.fields import fields_of

if TYPE_CHECKING:
    from workbench.forms.form import Form

_POSITION = re.compile(r"\[(\d+)\]")


class FieldWords:
    """The titles of a form's questions, and the words of their options."""

    def __init__(self, form: Form) -> None:
        self._fields = {field.path: field for field in fields_of(form)}

    def title(self, path: str) -> str:
        """Return what a person calls the field at a path; a member says its number."""
        positions = _POSITION.findall(path)
        field = self._fields.get(_POSITION.sub("", path))
        name = field.title if field else path.rsplit("/", 1)[-1]
        return f"{'-'.join(positions)} · {name}" if positions else name

    def answer(self, path: str, value: str) -> str:
        """Return an answer with the words of the chosen options."""
        field = self._fields.get(_POSITION.sub("", path))
        if field is None or not field.options:
            return value
        words = {option.value: option.shown for option in field.options}
        return "、".join(words.get(part, part) for part in value.split())
