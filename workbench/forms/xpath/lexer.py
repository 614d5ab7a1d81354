"""Cut the text of an expression into its words, told apart by XPath's rule of what stands before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from workbench.forms.xpath import wording
from workbench.forms.xpath.faults import XPathFault


class Kind(Enum):
    """What a word is."""

    NUMBER = "number"
    TEXT = "text"
    NAME = "name"
    OPERATOR = "operator"
    """``and``, ``or``, ``mod``, ``div``, ``*`` as multiplication, ``+ - = != < <= > >= |``."""
    SIGN = "sign"
    """``( ) [ ] , / // . .. @ :: $`` and ``*`` as a name."""
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of an expression and where it stands."""

    kind: Kind
    text: str
    position: int


_NAME = r"[^\W\d][\w.\-·]*"
_WORDS = re.compile(
    rf"""(?P<number>\d+(?:\.\d*)?|\.\d+)
      |(?P<text>"[^"]*"|'[^']*')
      |(?P<name>{_NAME}(?::(?!:)(?:{_NAME}|\*))?)
      |(?P<operator>!=|<=|>=|[-+=<>|])
      |(?P<sign>::|//|\.\.|[()\[\],/.@$*])""",
    re.VERBOSE,
)
_KINDS = {kind.value: kind for kind in Kind}
_OPERATOR_NAME = re.compile(r"and|or|mod|div|\*")
_SPACE = re.compile(r"\s*")
_BEFORE_OPERAND = frozenset({"(", "[", ",", "/", "//", "@", "::", "$"})


def tokens(text: str) -> list[Token]:
    """Return the words of an expression, a closing END included; raises XPathFault."""
    found: list[Token] = []
    position = _after_space(text, 0)
    while position < len(text):
        token = _next(text, position, _operator_expected(found))
        found.append(token)
        position = _after_space(text, position + len(token.text))
    found.append(Token(Kind.END, "", len(text)))
    return found


def _after_space(text: str, position: int) -> int:
    space = _SPACE.match(text, position)
    return space.end() if space else position


def _operator_expected(before: list[Token]) -> bool:
    """XPath 1.0 § 3.7: after an operand a name is an operator and a star multiplies."""
    if not before:
        return False
    last = before[-1]
    return not (last.kind is Kind.OPERATOR or (last.kind is Kind.SIGN and last.text in _BEFORE_OPERAND))


def _next(text: str, position: int, operator_expected: bool) -> Token:
    if operator_expected and (word := _OPERATOR_NAME.match(text, position)):
        return Token(Kind.OPERATOR, word.group(), position)
    found = _WORDS.match(text, position)
    if found is None or found.lastgroup is None:
        reason = wording.UNCLOSED_TEXT if text[position] in "\"'" else wording.UNKNOWN_CHARACTER
        raise XPathFault(reason.format(text[position]), text, position)
    return Token(_KINDS[found.lastgroup], found.group(), position)
