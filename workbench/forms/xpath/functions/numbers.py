"""Functions over numbers (数值函数)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Context, Decimal

from workbench.forms.xpath.functions.registry import Kind, declared
from workbench.forms.xpath.nodes import Value, string_value
from workbench.forms.xpath.numbers import NAN, truncated
from workbench.forms.xpath.scope import scope_in_force
from workbench.forms.xpath.values import number_in

_MOST_PLACES = 30
_WIDE = Context(prec=400)


def _of_real(compute: Callable[..., float]) -> Callable[..., float]:
    """Return a computation that is NaN outside its domain and infinite where it overflows."""

    def computed(*numbers: float) -> float:
        try:
            return float(compute(*numbers))
        except ValueError:
            return NAN
        except OverflowError:
            return math.inf

    return computed


def rounded(value: float, places: float = 0) -> float:
    """Return a number rounded to decimal places, halves away from zero as in a spreadsheet."""
    if not math.isfinite(value) or math.isnan(places):
        return NAN if math.isnan(places) else value
    last = -int(max(-_MOST_PLACES, min(_MOST_PLACES, places)))
    exact = Decimal(repr(value))
    if int(exact.as_tuple().exponent) >= last:
        return value
    return float(exact.quantize(Decimal(1).scaleb(last), ROUND_HALF_UP, _WIDE))


def _power(base: float, exponent: float) -> float:
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return -math.inf if base < 0 and exponent % 2 == 1 else math.inf
    except ValueError:
        return math.copysign(math.inf, base if exponent % 2 == 1 else 1) if base == 0 else NAN


def _logarithm(compute: Callable[[float], float]) -> Callable[[float], float]:
    def computed(value: float) -> float:
        if value == 0:
            return -math.inf
        return compute(value) if value > 0 else NAN

    return computed


def _extreme(choose: Callable[[list[float]], float]) -> Callable[..., float]:
    """Return the least or greatest of all numbers given; what is empty is left out, no number gives NaN."""

    def chosen(*values: Value) -> float:
        numbers = [number for value in values for number in _numbers(value)]
        return NAN if not numbers or any(map(math.isnan, numbers)) else choose(numbers)

    return chosen


def _numbers(value: Value) -> Iterator[float]:
    """Yield the numbers of a value, of a node set each node's; what is empty says none."""
    if isinstance(value, list):
        yield from (number_in(text) for text in map(string_value, value) if text.strip())
    elif not isinstance(value, str) or value.strip():
        yield number_in(value)


def _random() -> float:
    return scope_in_force().random.random()


FUNCTIONS = (
    declared("int", Kind.NUMBER, "n", truncated),
    declared("round", Kind.NUMBER, "nn", rounded, optional=1),
    declared("abs", Kind.NUMBER, "n", abs),
    declared("pow", Kind.NUMBER, "nn", _power),
    declared("log", Kind.NUMBER, "n", _logarithm(math.log)),
    declared("log10", Kind.NUMBER, "n", _logarithm(math.log10)),
    declared("exp", Kind.NUMBER, "n", _of_real(math.exp)),
    declared("exp10", Kind.NUMBER, "n", lambda exponent: _power(10.0, exponent)),
    declared("sqrt", Kind.NUMBER, "n", _of_real(math.sqrt)),
    declared("sin", Kind.NUMBER, "n", _of_real(math.sin)),
    declared("cos", Kind.NUMBER, "n", _of_real(math.cos)),
    declared("tan", Kind.NUMBER, "n", _of_real(math.tan)),
    declared("asin", Kind.NUMBER, "n", _of_real(math.asin)),
    declared("acos", Kind.NUMBER, "n", _of_real(math.acos)),
    declared("atan", Kind.NUMBER, "n", math.atan),
    declared("atan2", Kind.NUMBER, "nn", math.atan2),
    declared("pi", Kind.NUMBER, "", lambda: math.pi),
    declared("random", Kind.NUMBER, "", _random, volatile=True),
    declared("min", Kind.NUMBER, "v", _extreme(min), optional=1, more=True),
    declared("max", Kind.NUMBER, "v", _extreme(max), optional=1, more=True),
)
