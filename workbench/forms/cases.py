"""Check expressions against the results another engine gave for them: what ``workbench forms check`` runs."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from lxml import etree
from lxml.etree import _Element

from workbench.forms.xpath.compiled import Compiled, compiled
from workbench.forms.xpath.nodes import string_value
from workbench.forms.xpath.parser import parse
from workbench.forms.xpath.rooting import DEFAULT_PREFIX, rooted, with_default_namespace
from workbench.forms.xpath.scope import Scope
from workbench.forms.xpath.setting import Setting
from workbench.standards.errors import WorkbenchError

SUITE_ZONE = timezone(timedelta(hours=-7))
"""America/Phoenix, where the suite of getodk/web-forms runs: its expected moments are written in it."""

PREFIXES = {
    "h": "http://www.w3.org/1999/xhtml",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "jr": "http://openrosa.org/javarosa",
    "odk": "http://www.opendatakit.org/xforms",
    "orx": "http://openrosa.org/xforms",
    "xf": "http://www.w3.org/2002/xforms",
}
"""What these prefixes mean to every form engine, declared in the document or not."""

_CLOSE = 1e-9
_EXACT = 2**53
_SUBSET = re.compile(r"<!DOCTYPE[^>\[]*\[|<!ENTITY", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


class CaseFault(WorkbenchError):
    """A case that cannot be evaluated, with the reason."""


@dataclass(frozen=True, slots=True)
class CheckedCase:
    """A case with what came of it."""

    id: str
    value: Any
    passed: bool
    reason: str = ""

    def line(self) -> dict[str, Any]:
        """Return it as the JSON line that is printed: numbers that JSON lacks are words."""
        return {"id": self.id, "value": _worded(self.value), "passed": self.passed, "reason": self.reason}


def check_cases(cases: Sequence[Mapping[str, Any]], now: datetime | None = None) -> Iterator[CheckedCase]:
    """Evaluate each case and compare it with what is expected; never raises for a case's own fault."""
    moment = now or datetime.now(UTC)
    for number, case in enumerate(cases):
        name = str(case.get("id", number))
        try:
            value = _value(case, moment)
        except WorkbenchError as fault:
            yield CheckedCase(name, None, False, str(fault))
        except KeyError as missing:
            yield CheckedCase(name, None, False, f"缺少 {missing} 一项。")
        else:
            yield _compared(name, value, case.get("expected"))


def _compared(name: str, value: Any, expected: Any) -> CheckedCase:
    passed = same(value, expected)
    return CheckedCase(name, value, passed, "" if passed else f"应为 {expected!r}。")


def same(value: Any, expected: Any) -> bool:
    """Tell whether a value is the expected one: numbers may differ by 1e-9 of their size."""
    if isinstance(value, float) and not isinstance(expected, bool):
        return _same_number(value, _number(expected))
    return type(value) is type(expected) and bool(value == expected)


def _number(expected: Any) -> float | None:
    words = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}
    if isinstance(expected, str):
        return words.get(expected)
    return float(expected) if isinstance(expected, int | float) else None


def _same_number(value: float, expected: float | None) -> bool:
    if expected is None or math.isnan(expected) or math.isnan(value):
        return expected is not None and math.isnan(expected) and math.isnan(value)
    if math.isinf(expected) or (expected.is_integer() and abs(expected) < _EXACT):
        return value == expected
    return math.isclose(value, expected, rel_tol=_CLOSE)


def _worded(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def _value(case: Mapping[str, Any], now: datetime) -> Any:
    document = _Document.read(str(case["xml"]))
    scope = document.scope(now)
    context = str(case.get("context") or "/").strip()
    node = document.root
    if context != "/":
        found = document.compiled(context, True).nodes(node, scope)
        if not found:
            raise CaseFault(f"没有可作为上下文的节点：{context}。")
        node = found[0]
    expression = document.compiled(str(case["expr"]), context == "/")
    return _typed(expression, node, scope, str(case["type"]))


def _typed(expression: Compiled, node: _Element, scope: Scope, kind: str) -> Any:
    match kind:
        case "string":
            return expression.string(node, scope)
        case "number":
            return expression.number(node, scope)
        case "boolean":
            return expression.boolean(node, scope)
        case "nodeset":
            value = expression.value(node, scope)
            return [string_value(item) for item in value] if isinstance(value, list) else value
        case _:
            raise CaseFault(f"不认识的结果类型：{kind}。")


@dataclass(frozen=True, slots=True)
class _Document:
    """The instance document of a case, with what it declares."""

    root: _Element
    namespaces: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, xml: str) -> _Document:
        """Read a document; one that declares entities is refused, and nothing is ever fetched."""
        if _SUBSET.search(xml):
            raise CaseFault("文档带有 DOCTYPE 内部声明，不予读取。")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            root = etree.fromstring(_DECLARATION.sub("", xml).encode(), parser)
        except etree.XMLSyntaxError as error:
            raise CaseFault(f"文档不是良好的 XML：{error}。") from error
        declared = {prefix: uri for each in root.iter() for prefix, uri in each.nsmap.items() if prefix}
        default = {DEFAULT_PREFIX: root.nsmap[None]} if root.nsmap.get(None) else {}
        return cls(root, PREFIXES | declared | default)

    def compiled(self, text: str, at_document: bool) -> Compiled:
        """Return an expression of the case, ready to be evaluated."""
        ast = parse(text)
        if DEFAULT_PREFIX in self.namespaces:
            ast = with_default_namespace(ast)
        setting = Setting(text, namespaces=self.namespaces, lenient=True)
        return compiled(rooted(ast) if at_document else ast, setting)

    def scope(self, now: datetime) -> Scope:
        """Return the surroundings a document gives: its secondary instances and its translations."""
        instances = {
            each.get("id", ""): each[0] for each in self._named("instance") if each.get("id") and len(each)
        }
        return Scope(
            self.root, instances, now=now, random=random.Random(0), itext=self._text, zone=SUITE_ZONE
        )

    def _text(self, name: str) -> str:
        for translation in sorted(self._named("translation"), key=lambda each: each.get("default") is None):
            for text in translation:
                if text.get("id") == name and len(text):
                    return string_value(text[0])
        return ""

    def _named(self, name: str) -> list[_Element]:
        return [each for each in self.root.iter("{*}" + name) if isinstance(each.tag, str)]
