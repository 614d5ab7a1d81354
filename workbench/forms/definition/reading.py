"""An XForm document made a form: what ODK, Kobo, SurveyCTO, CommCare and pyxform write."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lxml import etree

from workbench.forms.definition.actions import actions_of
from workbench.forms.definition.binds import binds_of
from workbench.forms.definition.body import body_of
from workbench.forms.definition.checks import check_form, check_texts
from workbench.forms.definition.faults import FormFault
from workbench.forms.definition.instances import primary_instance
from workbench.forms.definition.media import media_used
from workbench.forms.definition.names import (
    OPENROSA,
    USUAL_PREFIXES,
    XFORMS,
    child,
    children,
    local_name,
)
from workbench.forms.definition.paths import element_of
from workbench.forms.definition.rules import every
from workbench.forms.definition.safely import parse
from workbench.forms.definition.search import with_searches
from workbench.forms.definition.secondary import add_lists, add_tables, secondary_instances
from workbench.forms.definition.texts import translations_of, words_of
from workbench.forms.definition.wording import Fault
from workbench.forms.form import ControlKind, Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from workbench.forms.definition.instances import PrimaryInstance
    from workbench.forms.form import Bind, Control, Path, SetValue, Translation

_PULLDATA = re.compile(r"""pulldata\s*\(\s*(?:'([^']+)'|"([^"]+)")""")
_NOTHING: Mapping[str, bytes] = {}


@dataclass(frozen=True, slots=True)
class _Parts:
    """What is read of a document before its controls."""

    document: _Element
    model: _Element
    primary: PrimaryInstance
    binds: Mapping[Path, Bind]
    ids: Mapping[str, Path]
    translations: tuple[Translation, ...]


def form_from_xml(xml: bytes, media: Mapping[str, bytes] = _NOTHING, *, check: bool = True) -> Form:
    """Return the form an XForm document defines, with the files beside it by name.

    Raises FormFault for what is not an XForm, and for every mistake that would show only while filling;
    without `check` those are not looked for, as in a form that was published and so checked before.
    """
    parts = _parts(parse(xml))
    form = _form(parts, media)
    if check:
        check_texts(form)
        check_form(form, parts.primary.nodes.keys())
    return form


def _parts(document: _Element) -> _Parts:
    model = model_of(document)
    primary = primary_instance(_first_instance(model))
    written, ids = binds_of(model, primary.root)
    translations = translations_of(child(model, "itext"))
    return _Parts(document, model, primary, _meant(written, primary), ids, translations)


def _form(parts: _Parts, media: Mapping[str, bytes]) -> Form:
    primary, model = parts.primary, parts.model
    body = body_of(_part(parts.document, "body"), primary.root, parts.ids)
    body, searched = with_searches(body, parts.translations)
    tables = searched | _pulled(parts.binds)
    return Form(
        form_id=_form_id(primary),
        version=_version(primary.instance),
        title=_title(parts.document) or _form_id(primary),
        instance=primary.instance,
        definition=primary.definition,
        binds=parts.binds,
        body=body,
        repeats=_repeats(body, primary),
        secondary=_secondary(model, tables, media),
        translations=parts.translations,
        actions=_actions(parts),
        namespaces=_namespaces(parts.document),
        instance_namespace="" if primary.namespace == XFORMS else primary.namespace,
        submission=_submission(model),
        media=media_used(model, tables, parts.translations, media),
    )


def _secondary(model: _Element, tables: Iterable[str], media: Mapping[str, bytes]) -> dict[str, _Element]:
    secondary = secondary_instances(model, media)
    add_tables(secondary, tables, media)
    add_lists(secondary, media)
    return secondary


def _actions(parts: _Parts) -> tuple[SetValue, ...]:
    found = actions_of(parts.document, parts.ids)
    return tuple(replace(action, target=parts.primary.path(action.target)) for action in found)


def model_of(document: _Element) -> _Element:
    """Return the (first) model of a document. Raises FormFault."""
    return _part(document, "model")


def _part(document: _Element, name: str) -> _Element:
    """Return the body, or the (first) model of the head, whatever version of XHTML wraps them."""
    parts = [*document.iterchildren(etree.Element)]
    for element in (*parts, *(inner for part in parts for inner in part.iterchildren(etree.Element))):
        if local_name(element) == name:
            return element
    raise FormFault(Fault.NOT_A_FORM.format(missing=name))


def _first_instance(model: _Element) -> _Element:
    instance = child(model, "instance")
    root = None if instance is None else next(instance.iterchildren(etree.Element), None)
    if root is None:
        raise FormFault(Fault.NOT_A_FORM.format(missing="instance"))
    return root


def _form_id(primary: PrimaryInstance) -> str:
    """Return the id; forms without one are known by the namespace of their data (CommCare)."""
    named = primary.instance.get("id") or primary.namespace
    return named if named and named != XFORMS else local_name(primary.instance)


def _version(instance: _Element) -> str:
    return instance.get("version") or instance.get(f"{{{OPENROSA}}}version") or ""


def _title(document: _Element) -> str:
    for part in document.iterchildren(etree.Element):
        for element in part.iterchildren(etree.Element):
            if local_name(element) == "title":
                return words_of(element)
    return ""


def _meant(written: Mapping[Path, Bind], primary: PrimaryInstance) -> dict[Path, Bind]:
    """Return the binds of nodes there are, as JavaRosa does."""
    meant = ((primary.path(path), bind) for path, bind in written.items())
    return {
        path: bind if bind.path == path else replace(bind, path=path)
        for path, bind in meant
        if element_of(path) in primary.nodes
    }


def _repeats(body: tuple[Control, ...], primary: PrimaryInstance) -> dict[Path, _Element]:
    paths = [control.path for control in every(body) if control.kind is ControlKind.REPEAT]
    for path in paths:
        if path not in primary.sources:
            raise FormFault(Fault.NO_NODE.format(name=path), path=path)
    return {path: primary.template(path) for path in paths}


def _pulled(binds: Mapping[Path, Bind]) -> set[str]:
    """Return the tables that pulldata() names in what is calculated, required or checked."""
    rules = (
        rule.text
        for bind in binds.values()
        for rule in (bind.calculate, bind.relevant, bind.constraint, bind.required, bind.readonly)
        if rule is not None and "pulldata" in rule.text
    )
    return {one or other for text in rules for one, other in _PULLDATA.findall(text)}


def _namespaces(document: _Element) -> dict[str, str]:
    declared = {prefix: uri for prefix, uri in document.nsmap.items() if prefix}
    return {**USUAL_PREFIXES, **declared}


def _submission(model: _Element) -> dict[str, str]:
    found = next(children(model, "submission"), None)
    if found is None:
        return {}
    return {str(name).rpartition("}")[2]: str(value) for name, value in found.items()}
