"""The primary instance: cleaned of XForms' namespace, its repeat templates set apart."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from workbench.forms.definition.names import JAVAROSA, local_name, namespace, step_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from workbench.forms.form import Path

_PREFIX = re.compile(r"/[\w.\-]+:")
TEMPLATE = f"{{{JAVAROSA}}}template"


@dataclass(frozen=True, slots=True)
class PrimaryInstance:
    """The instance a session copies, and `definition`, which has every node exactly once.

    `nodes` has the definition's elements by path, `sources` the elements new repeats are copied from,
    `prefixed` the paths with prefixes by what they are without.
    """

    instance: _Element
    definition: _Element
    nodes: dict[Path, _Element]
    sources: dict[Path, _Element]
    prefixed: dict[Path, Path]
    namespace: str

    @property
    def root(self) -> Path:
        """The path of the root."""
        return f"/{step_name(self.instance)}"

    def path(self, written: Path) -> Path:
        """Return the path of the node that is meant: JavaRosa and CommCare leave prefixes out."""
        element, mark, attribute = written.partition("/@")
        found = element if element in self.nodes else self.prefixed.get(element, element)
        return f"{found}{mark}{attribute}"

    def template(self, path: Path) -> _Element:
        """Return what a new instance of the repeat at that path is copied from."""
        return _without_templates(self.sources[path])


def clean(root: _Element) -> _Element:
    """Take an instance out of its document: plain names where it had no prefix, values trimmed."""
    for element in root.iter(etree.Element):
        if element.prefix is None and element.tag[0] == "{":
            element.tag = local_name(element)
        _trim(element)
    if (parent := root.getparent()) is not None:
        parent.remove(root)
    root.tail = None
    etree.cleanup_namespaces(root)
    return root


def primary_instance(root: _Element) -> PrimaryInstance:
    """Read the primary instance from the child of the model's first `instance`."""
    space = namespace(root) if root.prefix is None else ""
    whole = clean(root)
    nodes: dict[Path, _Element] = {}
    sources: dict[Path, _Element] = {}
    definition = _merged([whole])
    _index(definition, "", nodes)
    _index(whole, "", sources)
    prefixed = {_PREFIX.sub("/", path): path for path in nodes if ":" in path}
    return PrimaryInstance(_without_templates(whole), definition, nodes, sources, prefixed, space)


def _without_templates(root: _Element) -> _Element:
    """Return a copy without the templates inside it: a repeat with a template alone begins empty."""
    made = deepcopy(root)
    made.attrib.pop(TEMPLATE, "")
    for template in [element for element in made.iter(etree.Element) if TEMPLATE in element.attrib]:
        parent = template.getparent()
        if parent is not None:
            parent.remove(template)
    return made


def _trim(element: _Element) -> None:
    element.tail = None
    if element.text and (element.text[0].isspace() or element.text[-1].isspace()):
        element.text = element.text.strip() or None


def _merged(alike: list[_Element]) -> _Element:
    """Return one element with every node once that any of these has; templates speak first."""
    alike = sorted(alike, key=lambda element: TEMPLATE not in element.attrib)
    first = alike[0]
    made = etree.Element(first.tag, nsmap={prefix: uri for prefix, uri in first.nsmap.items() if prefix})
    for name, value in first.attrib.items():
        made.set(name, value)
    made.attrib.pop(TEMPLATE, "")
    made.text = first.text
    named: dict[str, list[_Element]] = {}
    for child in _children(alike):
        named.setdefault(str(child.tag), []).append(child)
    made.extend(_merged(group) for group in named.values())
    return made


def _children(elements: Iterable[_Element]) -> Iterable[_Element]:
    for element in elements:
        yield from element.iterchildren(etree.Element)


def _index(element: _Element, above: Path, nodes: dict[Path, _Element]) -> None:
    """Note elements by path: templates before instances, the first before the later ones."""
    path = f"{above}/{step_name(element)}"
    known = nodes.get(path)
    if known is None or (TEMPLATE in element.attrib and TEMPLATE not in known.attrib):
        nodes[path] = element
    for child in element:
        _index(child, path, nodes)
