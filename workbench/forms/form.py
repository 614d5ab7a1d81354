"""A form as it is defined: its binds, controls, texts and choices, independent of the file it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

Path = str
"""The absolute path of a node's definition without positions, as in ``/data/member/age``."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something stands in the workbook: sheet, row counted from 1, and the column's heading."""

    sheet: str
    row: int
    column: str = ""

    def __str__(self) -> str:
        """Return the place as a person looks for it."""
        return f"工作表“{self.sheet}”第 {self.row} 行" + (f"“{self.column}”列" if self.column else "")


@dataclass(frozen=True, slots=True)
class Expression:
    """An XPath expression as it is written in the form, and where."""

    text: str
    origin: Origin | None = None


Phrase = tuple[str | Expression, ...]
"""A text in one language: literal pieces and the expressions (``${field}``) that stand between them."""


@dataclass(frozen=True, slots=True)
class Text:
    """A label, hint or message: an itext id (translated), an expression giving one, or a literal phrase."""

    itext: str | Expression | None = None
    phrase: Phrase = ()


@dataclass(frozen=True, slots=True)
class Translation:
    """One language's texts: ``phrases[itext id][form]``; the form of a plain text is ``""``.

    Other forms are ``short``, ``long``, ``guidance``, ``image``, ``audio``, ``video`` and ``big-image``.
    """

    language: str
    phrases: Mapping[str, Mapping[str, Phrase]]


class DataType(StrEnum):
    """The data type of a bind, by its XForms name."""

    STRING = "string"
    INTEGER = "int"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    DATE = "date"
    TIME = "time"
    DATE_TIME = "dateTime"
    GEOPOINT = "geopoint"
    GEOTRACE = "geotrace"
    GEOSHAPE = "geoshape"
    BARCODE = "barcode"
    BINARY = "binary"
    INTENT = "intent"
    RANK = "odk:rank"


@dataclass(frozen=True, slots=True)
class Bind:
    """What holds for a node: its type and the expressions that rule it."""

    path: Path
    """A path ending in ``/@name`` is an attribute's; its expressions then start at the element."""
    type: DataType = DataType.STRING
    relevant: Expression | None = None
    required: Expression | None = None
    required_message: Text | None = None
    constraint: Expression | None = None
    constraint_message: Text | None = None
    calculate: Expression | None = None
    readonly: Expression | None = None
    preload: str = ""
    preload_params: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """Everything else on the bind, by local name, as in ``max-pixels`` or ``saveIncomplete``."""


class ControlKind(StrEnum):
    """How a question is asked."""

    INPUT = "input"
    SELECT_ONE = "select1"
    SELECT_MANY = "select"
    RANK = "rank"
    ACKNOWLEDGE = "trigger"
    UPLOAD = "upload"
    RANGE = "range"
    GROUP = "group"
    REPEAT = "repeat"


@dataclass(frozen=True, slots=True)
class Choice:
    """One option written in the form itself."""

    value: str
    label: Text


@dataclass(frozen=True, slots=True)
class Itemset:
    """Options taken from an instance: the node set with its filter, and where value and label lie."""

    nodeset: Expression
    value: str
    label: str
    """A path relative to an option's node; wrapped in ``jr:itext(..)`` it holds an itext id."""
    label_is_itext: bool = False


@dataclass(frozen=True, slots=True)
class Control:
    """A question, group or repeat of the body, in the order it is asked."""

    kind: ControlKind
    path: Path
    """What it refers to; a group without one has the path of what encloses it."""
    label: Text | None = None
    hint: Text | None = None
    appearance: str = ""
    """The words of ``appearance``, as written."""
    children: tuple[Control, ...] = ()
    choices: tuple[Choice, ...] = ()
    itemset: Itemset | None = None
    media_type: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """Others, by local name: ``start``, ``end``, ``step``, ``rows``, ``autocomplete`` …"""
    repeat_count: Expression | None = None
    """How many instances a repeat has; None where the person adds and removes them."""
    origin: Origin | None = None


class Event(StrEnum):
    """When an action runs."""

    FIRST_LOAD = "odk-instance-first-load"
    EVERY_LOAD = "odk-instance-load"
    NEW_REPEAT = "odk-new-repeat"
    VALUE_CHANGED = "xforms-value-changed"


@dataclass(frozen=True, slots=True)
class SetValue:
    """An action that writes a value (``setvalue``): dynamic defaults and ``trigger``."""

    events: frozenset[Event]
    target: Path
    value: Expression | None
    literal: str = ""
    trigger: Path | None = None
    """The node whose change runs it, for ``xforms-value-changed``."""


@dataclass(frozen=True, slots=True)
class Form:
    """A whole form, ready to be filled."""

    form_id: str
    version: str
    title: str
    instance: _Element
    """The primary instance with the defaults; XForms' own namespace is taken off its elements."""
    binds: Mapping[Path, Bind]
    body: tuple[Control, ...]
    repeats: Mapping[Path, _Element]
    """What a new instance of each repeat is copied from (``jr:template``, or the first instance)."""
    secondary: Mapping[str, _Element]
    """Each secondary instance's root by its id (choices, CSV, XML, GeoJSON)."""
    translations: tuple[Translation, ...] = ()
    """The default language first."""
    actions: tuple[SetValue, ...] = ()
    namespaces: Mapping[str, str] = field(default_factory=dict)
    """Prefixes declared in the document."""
    submission: Mapping[str, str] = field(default_factory=dict)
    """Attributes of the submission element, such as ``action`` and ``auto-send``."""
    definition: _Element | None = None
    """The primary instance with each node exactly once, in document order, also where a repeat starts
    without an instance."""
    instance_namespace: str = ""
    """The namespace of the primary instance where it has one of its own (CommCare), for the submission."""
    media: Mapping[str, bytes] = field(default_factory=dict)
    """The files beside the form by name: pictures for the screen, and the tables already in ``secondary``."""
