"""A file made ready to be published: read, checked, and what it would store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.forms.definition.files import is_document
from workbench.forms.definition.media import MediaBeside, content_of
from workbench.forms.definition.reading import form_from_xml
from workbench.forms.definition.rules import every
from workbench.forms.definition.safely import LIMIT, text_of_document
from workbench.forms.form import ControlKind

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.forms.form import Form

_CONTAINERS = frozenset({ControlKind.GROUP, ControlKind.REPEAT})


@dataclass(frozen=True, slots=True)
class ReadyForm:
    """A form that passed all checks, its XForm as text, and what its compiler remarked."""

    form: Form
    xml: str
    warnings: tuple[str, ...] = ()

    @property
    def questions(self) -> int:
        """How many questions it asks, those of a repeat counted once."""
        return sum(control.kind not in _CONTAINERS for control in every(self.form.body))


def ready_form(path: Path) -> ReadyForm:
    """Read a workbook or an XForm document with what lies beside it. Raises FormFault."""
    content = content_of(path, LIMIT)
    media = MediaBeside(path)
    if is_document(content):
        return ReadyForm(form_from_xml(content, media), text_of_document(content))
    from workbench.forms.definition.workbook import compile_workbook, form_of

    compiled = compile_workbook(content, path.stem)
    return ReadyForm(form_of(compiled, media), compiled.xml.decode(), compiled.warnings)
