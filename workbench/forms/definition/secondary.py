"""Secondary instances: choice lists in the form itself, and those in files beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from workbench.forms.definition.faults import FormFault
from workbench.forms.definition.instances import clean
from workbench.forms.definition.names import children
from workbench.forms.definition.safely import parse
from workbench.forms.definition.tables import from_csv, from_geojson, lists_from_csv
from workbench.forms.definition.wording import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

ITEMSETS = "itemsets.csv"
"""Where the older external choices (`select_one_external`) lie, all lists in one table."""

_PLAIN_NAME = re.compile(r"[^/\\:\0]+")
_ELSEWHERE = ("jr://instance/", "jr://fixture/")
"""What a server or an earlier submission would give: empty here, where there is neither."""


def secondary_instances(model: _Element, media: Mapping[str, bytes]) -> dict[str, _Element]:
    """Return every instance after the first by its id. Raises FormFault for a file that is missing."""
    found: dict[str, _Element] = {}
    for element in list(children(model, "instance"))[1:]:
        if name := element.get("id"):
            found[name] = _instance(element, media)
    return found


def external_files(model: _Element) -> Iterator[str]:
    """Yield the names of the files that instances lie in."""
    for element in list(children(model, "instance"))[1:]:
        source = element.get("src", "")
        if source and not source.startswith(_ELSEWHERE) and not len(element):
            yield file_name(source)


def add_tables(found: dict[str, _Element], names: Iterable[str], media: Mapping[str, bytes]) -> None:
    """Add the CSV tables that search() and pulldata() name, where no instance has them. Raises FormFault."""
    for name in sorted(names):
        if name not in found:
            found[name] = _from_file(f"{name}.csv", media)


def add_lists(found: dict[str, _Element], media: Mapping[str, bytes]) -> None:
    """Add the lists of the older external choices, where no instance has their name. Raises FormFault."""
    if ITEMSETS in media:
        for name, root in lists_from_csv(media[ITEMSETS], ITEMSETS).items():
            found.setdefault(name, root)


def file_name(source: str) -> str:
    """Return the file a `jr://` address means; only a plain name is one. Raises FormFault."""
    rest = source.partition("://")[2] or source
    name = rest.partition("/")[2] or rest
    if not _PLAIN_NAME.fullmatch(name) or name.startswith("."):
        raise FormFault(Fault.MEDIA_NAME.format(name=name[:80]))
    return name


def _instance(element: _Element, media: Mapping[str, bytes]) -> _Element:
    inline = next(element.iterchildren(etree.Element), None)
    source = element.get("src", "")
    if inline is not None:
        return clean(inline)
    if not source or source.startswith(_ELSEWHERE):
        return etree.Element("root")
    return _from_file(file_name(source), media)


def _from_file(name: str, media: Mapping[str, bytes]) -> _Element:
    content = media.get(name)
    if content is None:
        raise FormFault(Fault.NO_MEDIA.format(name=name), file=name)
    match name.rpartition(".")[2].casefold():
        case "csv":
            return from_csv(content, name)
        case "geojson" | "json":
            return from_geojson(content, name)
        case _:
            return clean(parse(content))
