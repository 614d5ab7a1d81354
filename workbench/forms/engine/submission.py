"""The submission: what is sent of a filled form, as ODK writes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

from workbench.forms.engine.node import Node
from workbench.forms.form import DataType

if TYPE_CHECKING:
    from lxml.etree import _Element

OPENROSA = "http://openrosa.org/xforms"
_JAVAROSA = "{http://openrosa.org/javarosa}"
_WHOLE = re.compile(r"-?\d+")
_NUMBER = re.compile(r"[^\s;]+")
_NEEDLESS = re.compile(r"\.0(?=[\s;]|$)")
_MEASURED = (DataType.DECIMAL, DataType.GEOPOINT, DataType.GEOTRACE, DataType.GEOSHAPE)


def write(root: Node, namespace: str, late: Mapping[Node, str], instance_id: str, deprecated: str) -> bytes:
    """Return the XML of a filled form: relevant nodes only, empty ones as empty elements.

    `late` has values known only now (the end); `instance_id` is used where the form has no place for one.
    """
    made = _Writer(namespace, late).element(root)
    meta = _meta_of(made)
    prefix = f"{{{OPENROSA}}}" if meta.tag.startswith(f"{{{OPENROSA}}}") else _space(namespace)
    place = meta.find(f"{prefix}instanceID")
    if place is None:
        place = etree.SubElement(meta, f"{prefix}instanceID")
    place.text = place.text or instance_id
    if deprecated:
        _note_deprecated(meta, place, f"{prefix}deprecatedID", deprecated)
    return etree.tostring(made, encoding="UTF-8", xml_declaration=True)


class _Writer:
    def __init__(self, namespace: str, late: Mapping[Node, str]) -> None:
        self._space = _space(namespace)
        self._default: dict[str | None, str] = {None: namespace} if namespace else {}
        self._late = late

    def element(self, node: Node, parent: _Element | None = None) -> _Element:
        """Write a node and what is relevant below it."""
        source = node.element
        assert source is not None
        tag = str(source.tag) if source.tag[0] == "{" else self._space + str(source.tag)
        attributes = {str(name): str(value) for name, value in source.attrib.items() if _is_kept(str(name))}
        if parent is None:
            made = etree.Element(tag, attributes, nsmap=self._namespaces(source))  # type: ignore[arg-type]
        else:
            made = etree.SubElement(parent, tag, attributes)
        made.text = written(self._late.get(node, node.value), node.bind.type) or None
        self._parts(node, made)
        return made

    def _parts(self, node: Node, made: _Element) -> None:
        for part in node.parts:
            if not part.relevant or part.definition.attribute:
                continue
            if part.element is None:
                self._parts(part, made)
            else:
                self.element(part, made)

    def _namespaces(self, root: _Element) -> dict[str | None, str]:
        used: dict[str | None, str] = {
            each.prefix: each.nsmap[each.prefix] for each in root.iter("*") if each.prefix
        }
        return {**self._default, "orx": OPENROSA, **used}


def written(value: str, kind: DataType) -> str:
    """Return a value in the spelling of submissions: decimals with a point (``70.0``).

    So does XML Schema in its canonical form, and so do JavaRosa and Web Forms; filling shows what was typed.
    """
    return _NUMBER.sub(lambda found: _with_point(found[0]), value) if kind in _MEASURED else value


def read_back(text: str, kind: DataType) -> str:
    """Return a submitted value in the spelling it has while filling."""
    return _NEEDLESS.sub("", text) if kind in _MEASURED else text


def _with_point(number: str) -> str:
    return f"{number}.0" if _WHOLE.fullmatch(number) else number


def _space(namespace: str) -> str:
    return f"{{{namespace}}}" if namespace else ""


def _is_kept(attribute: str) -> bool:
    return attribute != f"{_JAVAROSA}template"


def _meta_of(made: _Element) -> _Element:
    for child in made.iterchildren("*"):
        if str(child.tag).rpartition("}")[2] == "meta":
            return child
    return etree.SubElement(made, f"{{{OPENROSA}}}meta")


def _note_deprecated(meta: _Element, instance_id: _Element, tag: str, deprecated: str) -> None:
    place = meta.find(tag)
    if place is None:
        place = meta.makeelement(tag)
        instance_id.addnext(place)
    place.text = deprecated
