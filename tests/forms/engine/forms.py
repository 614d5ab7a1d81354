"""Forms for the tests of the engine, written as XLSForm tables in text."""

from datetime import UTC, datetime

from pyxform.xls2xform import convert

from workbench.forms.definition.reading import form_from_xml
from workbench.forms.engine.node import NodeKind
from workbench.forms.engine.session import FormSession
from workbench.forms.engine.setting import Setting
from workbench.forms.engine.tree import stored
from workbench.forms.engine.walking import everything

NOON = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
SETTING = Setting(clock=lambda: NOON, username="yan", device_id="desk-1", seed=7, new_uuid=lambda: "1" * 8)


def form_of(table, media=None):
    """Compile an XLSForm written as a table and read it."""
    return form_from_xml(convert(table).xform.encode(), media or {})


def filling(table, setting=SETTING, draft=None, media=None):
    """Begin a session of a form written as a table."""
    return FormSession(form_of(table, media), setting, draft)


def answer(session, path, value):
    """Answer a question by its path; return the message of its problem, or None."""
    problem = session.answer(session.reach(path), value).problem
    return problem and problem.message


def value(session, path):
    return session.node(path).value


def view(session):
    """Return all a person or an expression can see of a session, by path."""
    return {
        (node.path, node.definition.shown_only, node.definition.order): look(node)
        for node in everything(session.root)
    }


def look(node):
    if not node.relevant:
        return "not asked"
    problem = node.problem
    seen = (node.value, stored(node)) if node.kind is NodeKind.QUESTION else (len(node.parts),)
    return (
        *seen, node.readonly, node.required, node.label, node.hint, node.choices, node.addable,
        problem and (problem.kind, problem.message),
    )  # fmt: skip
