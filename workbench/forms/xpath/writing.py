"""Write an expression anew for libxml2: its own operators where they are right, our functions elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from workbench.forms.xpath import wording
from workbench.forms.xpath.analysis import is_applied, is_independent, is_lazy, wrong_call
from workbench.forms.xpath.calls import HANDLERS
from workbench.forms.xpath.faults import XPathFault
from workbench.forms.xpath.functions import FUNCTIONS
from workbench.forms.xpath.functions.registry import Function, Kind
from workbench.forms.xpath.kinds import NUMERIC, is_native, kind_of
from workbench.forms.xpath.numbers import exact_numeral
from workbench.forms.xpath.setting import Setting
from workbench.forms.xpath.syntax import (
    ANY_NODE,
    ARITHMETIC,
    EQUALITY,
    OUTSIDE,
    PRECEDENCE,
    SELF,
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
from workbench.forms.xpath.unparse import quoted, step_head

__all__ = ["PREFIX", "Writer", "wrong_call"]

PREFIX = "_x"
"""The prefix of our functions in what libxml2 reads."""
_COMPARISONS = {"=": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge"}


@dataclass(slots=True)
class Writer:
    """Writes one expression and gathers what it needs: functions, variables and prefixes."""

    setting: Setting
    functions: set[str] = field(default_factory=set)
    lifted: dict[Ast, str] = field(default_factory=dict)
    """What is evaluated beforehand, and the variable that holds it."""
    prefixes: set[str] = field(default_factory=set)

    def write(self, ast: Ast, within: bool = False) -> str:
        """Return the text of an expression; ``within`` a predicate what all items share is lifted out."""
        match ast:
            case Number(value):
                return exact_numeral(value)
            case Literal(value):
                return quoted(value)
            case Call(name, (argument,), _) if name == OUTSIDE:
                return self.lift(argument)
            case FilterPath(Call("current", (), _), predicates, steps) if not within:
                return self._path(LocationPath(False, (Step(SELF, ANY_NODE, predicates), *steps)), within)
            case _ if (within and is_independent(ast)) or (not within and self._is_lazy(ast)):
                return self.lift(ast)
            case LocationPath():
                return self._path(ast, within)
            case FilterPath():
                return self._filter(ast, within)
            case Binary():
                return self._binary(ast, within)
            case Negate(operand):
                return f"(-{self.number(operand, within)})"
            case Call():
                return self._call(ast, within)
            case Variable(name):
                raise self._fault(wording.UNKNOWN_VARIABLE.format(name))

    def text(self, ast: Ast, within: bool = False) -> str:
        """Return an expression that yields a text."""
        match ast:
            case Call("number", (value,), _) if kind_of(value) not in NUMERIC:
                return self.ours("days-text", self._loose(value, "s", within))
        written, kind = self.write(ast, within), kind_of(ast)
        if kind in (Kind.STRING, Kind.DATE):
            return written
        if kind in (Kind.NODES, Kind.BOOLEAN):
            return f"string({written})"
        return self.ours("to-string", written)

    def number(self, ast: Ast, within: bool = False) -> str:
        """Return an expression that yields a number, a date's days included."""
        kind = kind_of(ast)
        if kind is Kind.NUMBER:
            return self.write(ast, within)
        if kind is Kind.BOOLEAN:
            return f"number({self.write(ast, within)})"
        return self.ours("to-number", self._loose(ast, "n", within))

    def truth(self, ast: Ast, within: bool = False) -> str:
        """Return an expression that yields a truth."""
        written = self.write(ast, within)
        match kind_of(ast):
            case Kind.BOOLEAN:
                return written
            case Kind.DATE:
                return f"boolean({self.ours('to-number', written)})"
            case _:
                return f"boolean({written})"

    def nodes(self, ast: Ast, within: bool) -> str:
        """Return an expression that yields nodes; a mere value is a fault."""
        if kind_of(ast) not in (Kind.NODES, Kind.ANY) and not self.setting.lenient:
            raise self._fault(wording.NODES_EXPECTED)
        return self.write(ast, within)

    def ours(self, name: str, *arguments: str) -> str:
        """Return a call of one of our own functions."""
        self.functions.add(name)
        return f"{PREFIX}:{name.replace(':', '.')}({', '.join(arguments)})"

    def _fault(self, reason: str, position: int = 0) -> XPathFault:
        return XPathFault(reason, self.setting.text, position)

    def lift(self, ast: Ast) -> str:
        """Return the variable of an expression that is evaluated beforehand, where the whole one stands."""
        return f"${self.lifted.setdefault(ast, f'v{len(self.lifted)}')}"

    @staticmethod
    def _is_lazy(ast: Ast) -> bool:
        match ast:
            case Call(name, _, _):
                return name in ("if", "randomize") or is_applied(ast)
            case Binary("and" | "or", _, right):
                return is_lazy(right)
            case _:
                return False

    def _binary(self, ast: Binary, within: bool) -> str:
        operator, left, right = ast.operator, ast.left, ast.right
        if operator not in _COMPARISONS:
            return self._chain(ast, within)
        kinds = (kind_of(left), kind_of(right))
        if operator in EQUALITY and Kind.BOOLEAN in kinds and Kind.ANY not in kinds:
            return f"({self.truth(left, within)} {operator} {self.truth(right, within)})"
        if is_native(operator, *kinds) or (within and _is_column_and_numeral(left, right)):
            return f"({self.write(left, within)} {operator} {self.write(right, within)})"
        dated = "dated-" if operator in EQUALITY and Kind.DATE in kinds else ""
        return self.ours(dated + _COMPARISONS[operator], self.write(left, within), self.write(right, within))

    def _chain(self, ast: Binary, within: bool) -> str:
        """Write operators of one rank side by side, so that long chains stay flat."""
        write = self._operand_writer(ast.operator)
        links, first = [], ast.left
        links.append(f" {ast.operator} {write(ast.right, within)}")
        while (
            isinstance(first, Binary)
            and PRECEDENCE[first.operator] == PRECEDENCE[ast.operator]
            and not self._is_lazy(first)
        ):
            links.append(f" {first.operator} {write(first.right, within)}")
            first = first.left
        return f"({write(first, within)}{''.join(reversed(links))})"

    def _operand_writer(self, operator: str) -> Callable[[Ast, bool], str]:
        if operator == "|":
            return self.nodes
        return self.number if operator in ARITHMETIC else self.truth

    def _path(self, path: LocationPath, within: bool) -> str:
        path = path if within else self.setting.contextualised(path)
        if not path.steps:
            return "/" if path.absolute else "."
        return ("/" if path.absolute else "") + self.relative(path.steps)

    def _step(self, step: Step) -> str:
        prefix, colon, _ = step.test.partition(":")
        if colon and "(" not in step.test and prefix != "xml":
            if prefix not in self.setting.namespaces:
                raise self._fault(wording.UNKNOWN_PREFIX.format(prefix), self.setting.text.find(step.test))
            self.prefixes.add(prefix)
        return step_head(step) + self._predicates(step.predicates)

    def _predicates(self, predicates: tuple[Ast, ...]) -> str:
        return "".join(f"[{self.write(each, within=True)}]" for each in predicates)

    def _filter(self, path: FilterPath, within: bool) -> str:
        if isinstance(path.primary, Call) and path.primary.name == "instance":
            return self.lift(path)
        head = f"({self.nodes(path.primary, within)}){self._predicates(path.predicates)}"
        return f"{head}/{self.relative(path.steps)}" if path.steps else head

    def relative(self, steps: tuple[Step, ...]) -> str:
        """Return steps from the node they are evaluated at; what all items share is lifted out."""
        return "/".join(map(self._step, steps))

    def _call(self, call: Call, within: bool) -> str:
        function = FUNCTIONS.get(call.name)
        reason = wrong_call(call, function)
        if reason and not self.setting.lenient:
            raise self._fault(reason, call.position)
        if reason or function is None:
            return self.ours("missing", quoted(call.name))
        handler = HANDLERS.get(call.name)
        written = handler(self, call, within) if handler else None
        if written is not None:
            return written
        if function.called is None:
            return f"{call.name}({', '.join(self._strict_arguments(call, function, within))})"
        return self.ours(
            call.name,
            *(self._loose(each, function.letter(at), within) for at, each in enumerate(call.arguments)),
        )

    def _strict_arguments(self, call: Call, function: Function, within: bool) -> list[str]:
        writers = {"s": self.text, "n": self.number, "b": self.truth, "p": self.nodes, "v": self.write}
        return [writers[function.letter(at)](argument, within) for at, argument in enumerate(call.arguments)]

    def _loose(self, ast: Ast, letter: str, within: bool) -> str:
        """Return an argument of our own function: it makes the value what it takes, nodes apart."""
        if letter == "b":
            return self.truth(ast, within)
        written = self.nodes(ast, within) if letter == "p" else self.write(ast, within)
        return f"string({written})" if letter in "sn" and kind_of(ast) is Kind.NODES else written


def _is_column_and_numeral(left: Ast, right: Ast) -> bool:
    """Tell whether an item's own value is compared with a numeral: over long lists libxml2 alone is fast."""
    return {type(left), type(right)} == {LocationPath, Number}
