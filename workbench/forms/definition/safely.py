"""Parses XML from outside: no document type, no entities, no network, and limits on size and depth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from workbench.forms.definition.faults import FormFault
from workbench.forms.definition.wording import Fault

if TYPE_CHECKING:
    from lxml.etree import _Element

LIMIT = 64 << 20
"""Bytes of one document; a choice list of 50,000 rows takes about 10 MB. libxml2 itself allows 256 levels."""

_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_TOO_MUCH = frozenset({1, 111, 114})
"""libxml2's codes for its own limits: internal error, too much name, resource limit."""


def parse(xml: bytes) -> _Element:
    """Return the root of a document, without comments and processing instructions.

    Raises FormFault for a document type, entities, more than LIMIT bytes, and what is not XML.
    """
    if len(xml) > LIMIT:
        raise FormFault(Fault.TOO_LARGE.format(limit=LIMIT >> 20))
    # Also in UTF-16 and UTF-32; what hides in a stranger encoding is found after parsing.
    plain = xml.replace(b"\0", b"") if b"\0" in xml else xml
    found = [place for declaration in _DECLARATIONS if (place := plain.find(declaration)) >= 0]
    if found:
        raise FormFault(Fault.DOCTYPE.format(line=plain.count(b"\n", 0, min(found)) + 1))
    try:
        root = etree.fromstring(xml, _parser())
    except etree.XMLSyntaxError as error:
        raise _refused(error) from None
    except ValueError:
        raise FormFault(Fault.NOT_XML.format(line=1)) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise FormFault(Fault.DOCTYPE.format(line=root.sourceline or 1))
    return root


def text_of_document(xml: bytes) -> str:
    """Return a document as text that says of itself it is UTF-8. Raises FormFault."""
    return etree.tostring(parse(xml), encoding="UTF-8", xml_declaration=True).decode()


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _refused(error: etree.XMLSyntaxError) -> FormFault:
    if getattr(error, "code", 0) in _TOO_MUCH:
        return FormFault(Fault.TOO_DEEP.format(line=error.lineno or 1))
    return FormFault(Fault.NOT_XML.format(line=error.lineno or 1))
