"""The `search()` appearance of ODK and SurveyCTO: options looked up in a table, made an ordinary itemset."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.forms.definition.faults import FormFault
from workbench.forms.definition.wording import Fault
from workbench.forms.form import Choice, Control, Expression, Itemset

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.forms.form import Phrase, Text, Translation

_CALL = re.compile(r"(?<![\w-])search\s*\(", re.IGNORECASE)
_OWN_PATH = re.compile(r"(?<![\w/.\])'\"*-])(?=\.\.?/)")
_TOKEN = re.compile(r"""'[^']*'|"[^"]*"|[(),\[\]]|[^'"(),\[\]]+""")
_WHOLE_NUMBER = re.compile(r"-?\d+")
_WAYS = {
    "contains": "contains({column}, {text})",
    "startswith": "starts-with({column}, {text})",
    "endswith": "ends-with({column}, {text})",
    "matches": "{column} = {text}",
}


def with_searches(
    controls: Sequence[Control], translations: Sequence[Translation]
) -> tuple[tuple[Control, ...], frozenset[str]]:
    """Return the controls with every search() made an itemset, and the tables searched. Raises FormFault."""
    tables: set[str] = set()
    made = []
    for control in controls:
        if control.children:
            inside, named = with_searches(control.children, translations)
            made.append(replace(control, children=inside))
            tables |= named
        elif _CALL.search(control.appearance):
            by_table, table = _searched(control, translations)
            made.append(by_table)
            tables.add(table)
        else:
            made.append(control)
    return tuple(made), frozenset(tables)


def arguments(call: str) -> tuple[str, ...]:
    """Return the arguments of a call, given the text after its opening parenthesis, up to the closing one."""
    depth, parts = 1, [""]
    for token in _TOKEN.findall(call):
        depth += (token in "([") - (token in ")]") if len(token) == 1 else 0
        if depth == 0:
            return tuple(part.strip() for part in parts)
        if token == "," and depth == 1:
            parts.append("")
        else:
            parts[-1] += token
    return ()


def literal(written: str) -> str | None:
    """Return the text of a string literal, None for any other expression."""
    quoted = len(written) >= 2 and written[0] in "'\"" and written[-1] == written[0]
    return written[1:-1] if quoted else None


def _searched(control: Control, translations: Sequence[Translation]) -> tuple[Control, str]:
    call = _CALL.search(control.appearance)
    given = arguments(control.appearance[call.end() :]) if call else ()
    table = (literal(given[0]) if given else None) or ""
    table = table.removesuffix(".csv")
    pattern = next((choice for choice in control.choices if not _WHOLE_NUMBER.fullmatch(choice.value)), None)
    condition = _condition(given[1:])
    if not table or pattern is None or condition is None:
        raise FormFault(
            Fault.BAD_SEARCH.format(text=control.appearance), path=control.path, attribute="appearance"
        )
    itemset = Itemset(
        Expression(f"instance('{table}')/root/item{condition}"), pattern.value, _label(pattern, translations)
    )
    fixed = tuple(choice for choice in control.choices if _WHOLE_NUMBER.fullmatch(choice.value))
    return replace(control, choices=fixed, itemset=itemset), table


def _condition(given: Sequence[str]) -> str | None:
    """Return the predicates of a search, empty for all rows; None where its arguments make no sense."""
    if not given:
        return ""
    way = _WAYS.get((literal(given[0]) or "").casefold())
    if way is None or len(given) not in (3, 5):
        return None
    columns = [column.strip() for column in (literal(given[1]) or "").split(",")]
    found = " or ".join(way.format(column=column, text=_of_the_form(given[2])) for column in columns)
    if len(given) == 3:
        return f"[{found}]"
    return f"[{literal(given[3]) or given[3]} = {_of_the_form(given[4])}][{found}]"


def _of_the_form(expression: str) -> str:
    """Return an expression whose relative paths start at the question, for it will stand in a predicate."""
    return _OWN_PATH.sub("current()/", expression)


def _label(choice: Choice, translations: Sequence[Translation]) -> str:
    """Return the column of the label, or several joined, as the choices sheet names them."""
    written = _plain(_phrase(choice.label, translations[0].phrases if translations else {}))
    columns = [column.strip() for column in written.split(",") if column.strip()]
    if len(columns) < 2:
        return (columns or [choice.value])[0]
    return "concat(" + ", ', ', ".join(columns) + ")"


def _phrase(text: Text, phrases: Mapping[str, Mapping[str, Phrase]]) -> Phrase:
    return phrases.get(text.itext, {}).get("", ()) if isinstance(text.itext, str) else text.phrase


def _plain(phrase: Phrase) -> str:
    return "".join(piece for piece in phrase if isinstance(piece, str))
