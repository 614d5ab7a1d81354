"""Fills a shipped form as a typist does, and reads the submission back as paths and values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from lxml import etree
from pyxform.xls2xform import convert

from workbench.forms.definition.reading import form_from_xml
from workbench.forms.engine.session import FormSession
from workbench.forms.engine.setting import Setting
from workbench.forms.form import Form
from workbench.forms.shipped import ShippedForm

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
_INSTANCE = re.compile(r"(.+)\[(\d+)\]/[^\[]+")


@cache
def opened(shipped: ShippedForm) -> Form:
    """Return a shipped form, compiled once."""
    return form_from_xml(convert(str(shipped.path)).xform.encode())


def session_of(shipped: ShippedForm) -> FormSession:
    """Return a new session at a fixed time."""
    return FormSession(opened(shipped), Setting(clock=lambda: NOON, seed=1))


def answer_all(session: FormSession, answers: Mapping[str, str]) -> dict[str, str]:
    """Answer in order, adding instances as needed; return the messages of answers that have a problem."""
    messages = {}
    for path, value in answers.items():
        if found := _INSTANCE.fullmatch(path):
            repeat = session.node(found[1])
            while len(repeat.instances) < int(found[2]):
                session.add(repeat)
        problem = session.answer(session.node(path), value).problem
        if problem is not None:
            messages[path] = problem.message
    return messages


def stored(session: FormSession, repeats: frozenset[str] = frozenset({"person"})) -> dict[str, str]:
    """Return what the submission holds by path with positions; empty values are left out."""
    root = etree.fromstring(session.submission())
    return dict(_leaves(root, "/" + etree.QName(root).localname, repeats))


def _leaves(element: etree._Element, path: str, repeats: frozenset[str]) -> Iterator[tuple[str, str]]:
    seen: Counter[str] = Counter()
    for child in element:
        name = etree.QName(child).localname
        seen[name] += 1
        place = f"{path}/{name}" + (f"[{seen[name]}]" if name in repeats else "")
        if len(child):
            yield from _leaves(child, place, repeats)
        elif child.text:
            yield place, child.text
