"""What a form must keep to be filled: expressions that parse, paths that lead somewhere, no circles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.forms.definition.circles import circle
from workbench.forms.definition.faults import FormFault
from workbench.forms.definition.paths import element_of
from workbench.forms.definition.rules import LOGIC, Rule, every, rules_of, texts_of
from workbench.forms.definition.wording import Fault
from workbench.forms.xpath import XPathFault, parse, references
from workbench.forms.xpath.analysis import everything
from workbench.forms.xpath.functions import FUNCTIONS
from workbench.forms.xpath.neighbours import reads_other_instances
from workbench.forms.xpath.setting import Setting
from workbench.forms.xpath.syntax import Call
from workbench.forms.xpath.writing import wrong_call

if TYPE_CHECKING:
    from collections.abc import Set

    from workbench.forms.form import Bind, Form, Path
    from workbench.forms.xpath import Ast, Reference

_PREFIX = re.compile(r"/[\w.\-]+:")
_KEEPS_ITSELF = ("once(", "if(", "coalesce(")
"""A calculation with one of these may keep its own value on purpose."""


@dataclass(frozen=True, slots=True)
class _Checked:
    """The form, the paths of its nodes, and what each value is found to be worked out from."""

    form: Form
    paths: Set[Path]
    plain_paths: Set[Path]
    repeats: frozenset[Path]
    parsed: dict[str, Ast] = field(default_factory=dict)
    needs: dict[Path, set[Path]] = field(default_factory=dict)


def check_form(form: Form, paths: Set[Path]) -> None:
    """Raise FormFault for the first mistake in a form whose nodes have these paths."""
    plain = {_PREFIX.sub("/", path) for path in paths if ":" in path}
    checked = _Checked(form, paths, plain, frozenset(form.repeats))
    for control in every(form.body):
        _require(checked, control.path, control.path, "name")
    for action in form.actions:
        _require(checked, action.target, action.target, "name")
    for rule in rules_of(form):
        _check(checked, rule)
    if found := circle(checked.needs):
        raise _circle_fault(form, found)


def check_texts(form: Form) -> None:
    """Raise FormFault for an itext id that no language knows."""
    known = {itext_id for translation in form.translations for itext_id in translation.phrases}
    for text, path, attribute in texts_of(form):
        if isinstance(text.itext, str) and text.itext not in known:
            raise FormFault(Fault.NO_ITEXT.format(name=text.itext), path=path, attribute=attribute)


def _exists(checked: _Checked, path: Path) -> bool:
    # Attributes of a node are made when they are first written (entities); other engines know no prefixes.
    node = element_of(path)
    return node in checked.paths or _PREFIX.sub("/", node) in checked.plain_paths


def _require(checked: _Checked, path: Path, place: Path, attribute: str) -> None:
    if not _exists(checked, path):
        raise FormFault(Fault.NO_NODE.format(name=path), path=place, attribute=attribute)


def _check(checked: _Checked, rule: Rule) -> None:
    text = rule.expression.text
    ast = checked.parsed.get(text)
    if ast is None:
        ast = checked.parsed[text] = _parsed(rule)
    found = references(ast, rule.context)
    if rule.otherwise and not all(_leads_somewhere(checked, reference) for reference in found):
        found = references(ast, rule.otherwise)
    for reference in found:
        _check_reference(checked, rule, reference)
    if _rules_its_value(checked.form.binds.get(rule.context), rule):
        _note_needs(checked, rule, ast, found)


def _leads_somewhere(checked: _Checked, reference: Reference) -> bool:
    free = bool(reference.instance) or reference.wildcard or not reference.path
    return free or _exists(checked, reference.path)


def _rules_its_value(bind: Bind | None, rule: Rule) -> bool:
    """Say whether a node's value follows from the expression at all times; an action writes only once."""
    return bind is not None and any(rule.expression is each for each in (bind.relevant, bind.calculate))


def _parsed(rule: Rule) -> Ast:
    text = rule.expression.text
    try:
        ast = parse(text)
        for part in everything(ast):
            if isinstance(part, Call) and (reason := wrong_call(part, FUNCTIONS.get(part.name))):
                raise XPathFault(reason, text, part.position)
    except XPathFault as fault:
        why = Fault.BAD_EXPRESSION.format(text=text, position=fault.position + 1, why=fault.reason)
        raise FormFault(why, path=rule.place, attribute=rule.attribute) from fault
    return ast


def _check_reference(checked: _Checked, rule: Rule, reference: Reference) -> None:
    if reference.instance:
        known = reference.instance in checked.form.secondary
        if not known and "*" not in reference.instance:
            sentence = Fault.NO_INSTANCE.format(name=reference.instance)
            raise FormFault(sentence, path=rule.place, attribute=rule.attribute)
    # A text of unknown place has no context; what lies outside the form is empty (`..` of the root).
    elif rule.context and not _leads_somewhere(checked, reference):
        _require(checked, reference.path, rule.place, rule.attribute)


def _note_needs(checked: _Checked, rule: Rule, ast: Ast, found: tuple[Reference, ...]) -> None:
    """Note what a value is worked out from; another instance's value of the same field is another value."""
    text = rule.expression.text
    needs = checked.needs.setdefault(rule.context, set())
    beyond = reads_other_instances(ast, Setting(text, rule.context, checked.repeats))
    own = tuple(f"{repeat}/" for repeat in checked.repeats if f"{rule.context}/".startswith(f"{repeat}/"))
    for reference in found:
        itself = reference.path == rule.context
        if reference.instance or (beyond and own and reference.path.startswith(own)):
            continue
        if itself and rule.attribute == "calculate" and any(word in text for word in _KEEPS_ITSELF):
            continue
        if reference.path and not reference.wildcard and not _encloses(reference.path, rule.context):
            needs.add(reference.path)


def _encloses(outer: Path, path: Path) -> bool:
    """Say whether a path is one of a group or repeat around a node: naming it reads its place only."""
    return path.startswith(f"{outer}/")


def _circle_fault(form: Form, found: tuple[Path, ...]) -> FormFault:
    names = " → ".join(path.rpartition("/")[2] for path in (*found, found[0]))
    bind = form.binds[found[0]]
    attribute = next((name for name in reversed(LOGIC) if getattr(bind, name) is not None), "")
    return FormFault(Fault.CIRCLE.format(names=names), path=found[0], attribute=attribute)
