"""What the census needs to know of a form: which it is, where its repeats are, and what nobody types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from workbench.census.rules.differences import Layout

if TYPE_CHECKING:
    from workbench.forms.form import Form

CENSUS_FORM = "census_short"
"""The form whose answers consistency edits, prefilling and tables know (普查短表)."""


@dataclass(frozen=True, slots=True)
class FormFacts:
    """A published form as the census sees it; `paths` are its fields' definition paths."""

    form_id: str
    paths: frozenset[str]
    layout: Layout
    refill: Callable[[bytes], bytes]
    """Works a changed submission out anew: what is calculated follows, what is not asked any more goes; the
    result is an instance of its own that names the one it replaces."""


Forms = Callable[[str], FormFacts]
"""Returns the facts of a form version by its id; the desk answers with the forms it keeps open."""


def facts_of(form: Form) -> FormFacts:
    """Return what the census needs to know of a form; what is calculated or preloaded was not typed."""
    written_by_itself = (path for path, bind in form.binds.items() if bind.calculate or bind.preload)
    layout = Layout(frozenset(form.repeats), frozenset(written_by_itself))
    return FormFacts(form.form_id, frozenset(form.binds), layout, partial(_refilled, form))


def _refilled(form: Form, xml: bytes) -> bytes:
    from workbench.forms.engine.session import FormSession

    return FormSession.edit(form, xml).submission()
