"""XPath as ODK XForms write it: parsed here, rewritten for libxml2, with the functions of the standard."""

from __future__ import annotations

from workbench.forms.xpath.compiled import Compiled, compile
from workbench.forms.xpath.faults import EvaluationFault, XPathFault
from workbench.forms.xpath.parser import parse
from workbench.forms.xpath.references import Reference, references
from workbench.forms.xpath.scope import Scope
from workbench.forms.xpath.syntax import Ast

__all__ = [
    "Ast", "Compiled", "EvaluationFault", "Reference", "Scope", "XPathFault",
    "compile", "parse", "references",
]  # fmt: skip
