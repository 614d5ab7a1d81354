"""A submission read back, so that it can be corrected."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from workbench.forms.definition.safely import parse
from workbench.forms.engine import wording
from workbench.forms.engine.draft import FormDraft
from workbench.forms.engine.errors import UnreadableDraft
from workbench.forms.engine.plan import qualified_name
from workbench.forms.engine.submission import read_back
from workbench.forms.form import DataType, Form
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from lxml.etree import _Element

_INSTANCE_ID = ("meta/instanceID", "orx:meta/orx:instanceID")


def reopened(form: Form, xml: bytes) -> FormDraft:
    """Return the answers of a submission as a draft. Raises UnreadableDraft."""
    try:
        root = parse(xml)
    except WorkbenchError as error:
        raise UnreadableDraft(wording.BROKEN_SUBMISSION) from error
    if qualified_name(root) != qualified_name(form.instance) or root.get("id", form.form_id) != form.form_id:
        raise UnreadableDraft(wording.FOREIGN_SUBMISSION)
    reader = _Reader(form)
    reader.read(root, f"/{qualified_name(root)}", f"/{qualified_name(root)}")
    ids = [reader.values.pop(f"/{qualified_name(root)}/{path}", "") for path in _INSTANCE_ID]
    return FormDraft(
        form_id=form.form_id, version=form.version, language="", seed=0, values=reader.values,
        repeats=dict(reader.repeats), typed={}, notes={}, cursor="", instance_id="",
        deprecated=next(filter(None, ids), ""), anew=True,
    )  # fmt: skip


class _Reader:
    def __init__(self, form: Form) -> None:
        self._form = form
        self.values: dict[str, str] = {}
        self.repeats: Counter[str] = Counter()

    def read(self, element: _Element, path: str, definition: str) -> None:
        """Note what an element and all inside it hold, by path with positions."""
        children = list(element.iterchildren("*"))
        if not children:
            bind = self._form.binds.get(definition)
            self.values[path] = read_back(element.text or "", bind.type if bind else DataType.STRING)
        for name in map(str, element.attrib):
            self.values[f"{path}/@{name}"] = element.get(name) or ""
        for child in children:
            below, kind = (f"{each}/{qualified_name(child)}" for each in (path, definition))
            if kind in self._form.repeats:
                self.repeats[below] += 1
                below = f"{below}[{self.repeats[below]}]"
            self.read(child, below, kind)
