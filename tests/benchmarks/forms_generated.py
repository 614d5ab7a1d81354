"""Generates forms as big as the figures ask for: blocks of ten mixed questions, and a repeat of members."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pyxform.xls2xform import convert

BLOCK = 10
"""Questions in a block: eight to answer, two calculated."""
_ANSWERED = 8
_SECTION = 20
"""Blocks over which a total runs, as the sections of a long form have it."""
MEMBER_BLOCKS = 3
"""Blocks in the repeat: thirty questions a member."""

Row = dict[str, str]
Answers = list[tuple[str, str]]

_CITIES = ("a", "b", "c", "d", "e")


@dataclass(frozen=True, slots=True)
class Generated:
    """A compiled form, with an answer for every question of it."""

    xml: bytes
    answers: Answers

    def of_every(self, stride: int) -> Answers:
        """Return the answers of every so many blocks, from the first question to the last."""
        return [each for place, each in enumerate(self.answers) if place // _ANSWERED % stride == 0]

    def of_instance(self, position: int) -> Answers:
        """Return the answers of one member, counted from 1."""
        place = f"/data/member[{position}]/"
        return [(path, value) for path, value in self.answers if path.startswith(place)]


def generated_form(questions: int, members: int) -> Generated:
    """Return a form of so many questions outside the repeat and so many members of thirty within."""
    blocks = questions // BLOCK
    outside = [row for block in range(blocks) for row in _block("q", block, "")]
    inside = [row for block in range(MEMBER_BLOCKS) for row in _block("m", block, "${q0_count}")]
    survey = [*outside, _row("begin repeat", "member", "Member"), *inside, _row("end repeat", "")]
    survey += [
        _row("calculate", "members", calculation="count(${member})"),
        _row("calculate", "member_total", calculation="sum(${m0_count})"),
        _row("note", "summary", "${members} members, ${member_total} in all, ${q0_name}"),
    ]
    book: dict[str, Any] = {"survey": survey, "choices": _choices(), "settings": [{"form_id": "generated"}]}
    return Generated(convert(book).xform.encode(), _answers(blocks, members))


def _block(prefix: str, number: int, outer: str) -> list[Row]:
    """Ten questions: skips, limits that read other answers, filtered choices, and a running total."""
    name = f"{prefix}{number}"
    before = f"${{{prefix}{number - 1}_total}}" if number % _SECTION else "0"
    limit = f". >= 0 and . <= 99 and . <= {outer} + 99" if outer else ". >= 0 and . <= 99"
    adult = f"${{{name}_count}} > 15"
    return [
        _row("text", f"{name}_name", f"Name {number}", required="true()"),
        _row(
            "integer", f"{name}_count", "Years of ${" + name + "_name}", constraint=limit, required="true()"
        ),
        _row("date", f"{name}_day", "Since", constraint=". <= today()"),
        _row("select_one yes_no", f"{name}_work", "Working?", relevant=adult),
        _row(
            "decimal",
            f"{name}_pay",
            "Pay",
            relevant=f"${{{name}_work}} = 'y' and {adult}",
            constraint=". > 0",
        ),
        _row("select_one area", f"{name}_area", "Area"),
        _row("select_one town", f"{name}_town", "Town", choice_filter=f"area = ${{{name}_area}}"),
        _row(
            "select_multiple help",
            f"{name}_help",
            "Help",
            constraint="not(selected(., '0')) or count-selected(.) = 1",
        ),
        _row(
            "calculate",
            f"{name}_band",
            calculation=f"if({adult}, if(${{{name}_pay}} > 9000, 'high', 'low'), 'none')",
        ),
        _row("calculate", f"{name}_total", calculation=f"{before} + coalesce(${{{name}_count}}, 0)"),
    ]


def _row(kind: str, name: str, label: str = "", **more: str) -> Row:
    return {"type": kind, "name": name, "label": label, **more}


def _choices() -> list[Row]:
    options = [("yes_no", "y", ""), ("yes_no", "n", "")]
    options += [("help", str(number), "") for number in range(8)]
    options += [("area", city, "") for city in _CITIES]
    options += [("town", f"{city}{number}", city) for city in _CITIES for number in range(20)]
    return [
        {"list_name": name, "name": value, "label": f"Option {value}", "area": area}
        for name, value, area in options
    ]


def _answers(blocks: int, members: int) -> Answers:
    answers = [each for block in range(blocks) for each in _block_answers(f"/data/q{block}", block)]
    for member in range(1, members + 1):
        for block in range(MEMBER_BLOCKS):
            answers += _block_answers(f"/data/member[{member}]/m{block}", member + block)
    return answers


def _block_answers(place: str, seed: int) -> Answers:
    city = _CITIES[seed % len(_CITIES)]
    return [
        (f"{place}_name", f"Sample {seed}"),
        (f"{place}_count", str(20 + seed % 60)),
        (f"{place}_day", f"20{10 + seed % 10}-0{1 + seed % 9}-1{seed % 10}"),
        (f"{place}_work", "y"),
        (f"{place}_pay", f"{5000 + seed * 7}.5"),
        (f"{place}_area", city),
        (f"{place}_town", f"{city}{seed % 20}"),
        (f"{place}_help", f"{1 + seed % 3} 5"),
    ]
