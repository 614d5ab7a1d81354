"""The functions of XPath 1.0 that libxml2 computes as ODK means them (标准函数)."""

from __future__ import annotations

from workbench.forms.xpath.functions.registry import Kind, declared

FUNCTIONS = (
    declared("contains", Kind.BOOLEAN, "ss"),
    declared("starts-with", Kind.BOOLEAN, "ss"),
    declared("substring-before", Kind.STRING, "ss"),
    declared("substring-after", Kind.STRING, "ss"),
    declared("substring", Kind.STRING, "snn", optional=1),
    declared("string-length", Kind.NUMBER, "s", optional=1),
    declared("normalize-space", Kind.STRING, "s", optional=1),
    declared("translate", Kind.STRING, "sss"),
    declared("string", Kind.STRING, "s", optional=1),
    declared("number", Kind.NUMBER, "n", optional=1),
    declared("boolean", Kind.BOOLEAN, "b"),
    declared("not", Kind.BOOLEAN, "b"),
    declared("true", Kind.BOOLEAN, ""),
    declared("false", Kind.BOOLEAN, ""),
    declared("lang", Kind.BOOLEAN, "s"),
    declared("floor", Kind.NUMBER, "n"),
    declared("ceiling", Kind.NUMBER, "n"),
    declared("sum", Kind.NUMBER, "p"),
    declared("count-non-empty", Kind.NUMBER, "p"),
    declared("count", Kind.NUMBER, "p"),
    declared("last", Kind.NUMBER, ""),
    declared("position", Kind.NUMBER, "p", optional=1),
    declared("local-name", Kind.STRING, "p", optional=1),
    declared("name", Kind.STRING, "p", optional=1),
    declared("namespace-uri", Kind.STRING, "p", optional=1),
    declared("id", Kind.NODES, "v"),
    declared("current", Kind.NODES, ""),
    declared("instance", Kind.NODES, "s"),
    declared("randomize", Kind.NODES, "pv", optional=1),
    declared("if", Kind.ANY, "bvv"),
    declared("once", Kind.STRING, "v"),
)
