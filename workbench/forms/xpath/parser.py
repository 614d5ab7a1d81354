"""Read the text of an XPath 1.0 expression, as ODK writes it, into its syntax tree."""

from __future__ import annotations

from functools import lru_cache

from workbench.forms.xpath import wording
from workbench.forms.xpath.faults import XPathFault
from workbench.forms.xpath.lexer import Kind, Token, tokens
from workbench.forms.xpath.syntax import (
    ANYWHERE_BELOW,
    ATTRIBUTE,
    AXES,
    CHILD,
    HERE,
    NEGATION,
    NODE_TYPES,
    PRECEDENCE,
    UP,
    Ast,
    Binary,
    Call,
    FilterPath,
    Literal,
    LocationPath,
    Negate,
    Number,
    Step,
    Variable,
)

_REMEMBERED = 4_096


@lru_cache(_REMEMBERED)
def parse(text: str) -> Ast:
    """Return the syntax tree of an expression; raises XPathFault with the place.

    What was parsed lately is remembered: a form is checked first and compiled then.
    """
    reader = _Reader(text)
    try:
        ast = reader.expression()
    except RecursionError:
        raise XPathFault(wording.TOO_DEEP, text, reader.token.position) from None
    if reader.token.kind is not Kind.END:
        raise reader.unexpected()
    return ast


class _Reader:
    """A recursive descent over the words, one look ahead."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens(text)
        self.at = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def unexpected(self) -> XPathFault:
        token = self.token
        if token.kind is Kind.END:
            return XPathFault(wording.UNEXPECTED_END, self.text, token.position)
        return XPathFault(wording.UNEXPECTED.format(token.text), self.text, token.position)

    def expression(self, binding: int = 0) -> Ast:
        left = self._operand()
        while self.token.kind is Kind.OPERATOR and (tightness := PRECEDENCE[self.token.text]) > binding:
            operator = self._take().text
            left = Binary(operator, left, self.expression(tightness))
        return left

    def _operand(self) -> Ast:
        if self._take_if("-", Kind.OPERATOR):
            return Negate(self.expression(NEGATION))
        token = self.token
        if self._starts_primary():
            primary = self._primary()
            predicates = self._predicates()
            steps = self._further_steps()
            return FilterPath(primary, predicates, steps) if predicates or steps else primary
        if token.kind is Kind.SIGN and token.text in ("/", "//"):
            return self._absolute()
        return LocationPath(False, (self._step(), *self._further_steps()))

    def _starts_primary(self) -> bool:
        token = self.token
        if token.kind in (Kind.NUMBER, Kind.TEXT) or (token.kind is Kind.SIGN and token.text in ("(", "$")):
            return True
        return token.kind is Kind.NAME and self._ahead("(") and token.text not in NODE_TYPES

    def _primary(self) -> Ast:
        token = self._take()
        if token.kind is Kind.NUMBER:
            return Number(float(token.text))
        if token.kind is Kind.TEXT:
            return Literal(token.text[1:-1])
        if token.text == "(":
            inner = self.expression()
            self._expect(")")
            return inner
        if token.text == "$":
            return Variable(self._name().text)
        return Call(token.text, self._arguments(), token.position)

    def _arguments(self) -> tuple[Ast, ...]:
        self._expect("(")
        if self._take_if(")"):
            return ()
        found = [self.expression()]
        while self._take_if(","):
            found.append(self.expression())
        self._expect(")")
        return tuple(found)

    def _absolute(self) -> LocationPath:
        if self._take().text == "//":
            return LocationPath(True, (ANYWHERE_BELOW, self._step(), *self._further_steps()))
        if not self._starts_step():
            return LocationPath(True, ())
        return LocationPath(True, (self._step(), *self._further_steps()))

    def _starts_step(self) -> bool:
        token = self.token
        return token.kind is Kind.NAME or (token.kind is Kind.SIGN and token.text in ("*", ".", "..", "@"))

    def _further_steps(self) -> tuple[Step, ...]:
        found: list[Step] = []
        while self.token.kind is Kind.SIGN and self.token.text in ("/", "//"):
            if self._take().text == "//":
                found.append(ANYWHERE_BELOW)
            found.append(self._step())
        return tuple(found)

    def _step(self) -> Step:
        if self._take_if("."):
            return Step(HERE.axis, HERE.test, self._predicates())
        if self._take_if(".."):
            return Step(UP.axis, UP.test, self._predicates())
        return Step(self._axis(), self._test(), self._predicates())

    def _axis(self) -> str:
        if self._take_if("@"):
            return ATTRIBUTE
        if not (self.token.kind is Kind.NAME and self._ahead("::")):
            return CHILD
        token = self._take()
        self._take()
        if token.text not in AXES:
            raise XPathFault(wording.UNKNOWN_AXIS.format(token.text), self.text, token.position)
        return token.text

    def _test(self) -> str:
        if self._take_if("*"):
            return "*"
        name = self._name().text
        if name not in NODE_TYPES or not self._take_if("("):
            return name
        target = self._take().text if self.token.kind is Kind.TEXT else ""
        self._expect(")")
        return f"{name}({target})"

    def _predicates(self) -> tuple[Ast, ...]:
        found: list[Ast] = []
        while self._take_if("["):
            found.append(self.expression())
            self._expect("]")
        return tuple(found)

    def _ahead(self, sign: str) -> bool:
        following = self.tokens[self.at + 1]
        return following.kind is Kind.SIGN and following.text == sign

    def _name(self) -> Token:
        if self.token.kind is not Kind.NAME:
            raise XPathFault(wording.NAME_EXPECTED, self.text, self.token.position)
        return self._take()

    def _take(self) -> Token:
        token = self.token
        if token.kind is Kind.END:
            raise self.unexpected()
        self.at += 1
        return token

    def _take_if(self, text: str, kind: Kind = Kind.SIGN) -> bool:
        if self.token.kind is not kind or self.token.text != text:
            return False
        self.at += 1
        return True

    def _expect(self, sign: str) -> None:
        if self.token.kind is Kind.END:
            raise self.unexpected()
        if not self._take_if(sign):
            raise XPathFault(wording.EXPECTED.format(sign), self.text, self.token.position)
