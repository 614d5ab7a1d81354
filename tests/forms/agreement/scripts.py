"""Cases of agreement: a form as sheets or as a document, a script of answers, and what is sent at the end."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lxml import etree

from tests.forms.definition.workbooks import workbook
from workbench.forms.definition.reading import form_from_xml
from workbench.forms.definition.workbook import compile_workbook, form_of
from workbench.forms.engine.session import FormSession
from workbench.forms.engine.setting import Setting
from workbench.forms.form import Form

CASES = Path(__file__).parent / "cases"
NOON = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
SETTINGS = [["form_id", "version", "form_title"], ["f", "1", "f"]]
DOCUMENT = (
    '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
    ' xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms"'
    ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:odk="http://www.opendatakit.org/xforms">'
    "<h:head><h:title>f</h:title><model>{}</model></h:head><h:body>{}</h:body></h:html>"
)


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every case with its name."""
    for file in sorted(CASES.glob("*.json")):
        for case in json.loads(file.read_text(encoding="utf-8")):
            yield f"{file.stem}: {case['name']}", case


def form(case: dict[str, Any]) -> Form:
    """Return the form of a case."""
    media = {name: text.encode() for name, text in case.get("media", {}).items()}
    if "survey" in case:
        book = workbook(case["survey"], case.get("choices", ()), case.get("settings", SETTINGS))
        return form_of(compile_workbook(book), media)
    return form_from_xml(DOCUMENT.format("".join(case["model"]), "".join(case["body"])).encode(), media)


def sent(case: dict[str, Any]) -> dict[str, str]:
    """Fill the form of a case by its script, and return what is sent by path.

    An answer to ``+/path[n]`` adds instances up to it, one to ``-/path[n]`` removes it, one to ``language``
    changes the language.
    """
    session = FormSession(form(case), Setting(clock=lambda: NOON, username="user-1", device_id="device-1"))
    for path, value in case["answers"]:
        if path == "language":
            session.language = value
        elif path.startswith("+"):
            session.reach(path[1:])
        elif path.startswith("-"):
            session.remove(session.reach(path[1:]))
        else:
            session.answer(session.reach(path), value)
    return dict(leaves(etree.fromstring(session.submission())))


def leaves(element: etree._Element, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield each leaf with its path, positions where several have a name; the instanceID is left out."""
    path = path or f"/{etree.QName(element).localname}"
    if not len(element):
        yield path, (element.text or "").strip()
    totals = Counter(child.tag for child in element)
    seen: Counter[object] = Counter()
    for child in element:
        seen[child.tag] += 1
        name = etree.QName(child).localname
        if name != "instanceID":
            place = f"[{seen[child.tag]}]" if totals[child.tag] > 1 else ""
            yield from leaves(child, f"{path}/{name}{place}")
