"""Every function that expressions may use, by its name: one declared list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from workbench.forms.xpath.functions import (
    core,
    dates,
    digests,
    nodes,
    numbers,
    operators,
    places,
    selection,
    text,
)
from workbench.forms.xpath.functions.registry import Function
from workbench.forms.xpath.values import Value

_ROOMS = (core, text, numbers, dates, selection, nodes, places, digests)

FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {function.name: function for room in _ROOMS for function in room.FUNCTIONS}
)
"""What a form may call."""

CALLED: Mapping[str, Callable[..., Value]] = MappingProxyType(
    {
        function.name: function.called
        for function in (*operators.OPERATORS, *FUNCTIONS.values())
        if function.called is not None
    }
)
"""What libxml2 calls for each name that the rewriting writes."""
