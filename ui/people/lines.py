"""A resident on one line: name, then sex, age, masked number and address, and tags as pills."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.kit.choice_lines import Choice
from ui.kit.tones import Tone
from ui.wording.labels import label_of
from workbench.people.vocabulary import ResidentStatus, TagColour

if TYPE_CHECKING:
    from workbench.people.views import PersonHit, ResidentCard
    from workbench.people.vocabulary import TagKind
    from workbench.standards.codes import Sex

TAG_TONES = {
    TagColour.NEUTRAL: Tone.NEUTRAL,
    TagColour.CARE: Tone.WARNING,
    TagColour.AID: Tone.INFO,
    TagColour.HONOUR: Tone.ACCENT,
    TagColour.ALERT: Tone.DANGER,
}


@dataclass(frozen=True, slots=True)
class PersonLine:
    """What a line says of somebody."""

    resident_id: str
    name: str
    detail: str
    pills: tuple[tuple[str, Tone], ...]


def line_of_hit(hit: PersonHit) -> PersonLine:
    """Return the line of somebody found."""
    parts = (sex_and_age(hit.sex, hit.age), hit.address, hit.id_number, hit.phone)
    tags = tuple((label_of(kind), tag_tone(kind)) for kind in hit.tags)
    return PersonLine(hit.id, hit.name, " · ".join(filter(None, parts)), status_pills(hit.status) + tags)


def line_of_card(card: ResidentCard) -> PersonLine:
    """Return the line of somebody whose card is known."""
    parts = (sex_and_age(card.sex, card.age), card.address, card.id_number, card.phone)
    open_tags = (tag for tag in card.tags if not tag.ended and not tag.sensitive)
    tags = tuple((label_of(tag.kind), TAG_TONES[tag.colour]) for tag in open_tags)
    return PersonLine(card.id, card.name, " · ".join(filter(None, parts)), status_pills(card.status) + tags)


def choice_of_hit(hit: PersonHit) -> Choice:
    """Return somebody found as a line to choose."""
    line = line_of_hit(hit)
    mark, tone = line.pills[0] if line.pills else ("", Tone.NEUTRAL)
    return Choice(hit.id, hit.name, line.detail, mark, tone, avatar=True)


def sex_and_age(sex: Sex, age: int | None) -> str:
    """Return sex and age in words."""
    years = "" if age is None else QCoreApplication.translate("PersonLine", "aged {age}").format(age=age)
    return " ".join(filter(None, (label_of(sex), years)))


def tag_tone(kind: TagKind) -> Tone:
    """Return the tone of a tag."""
    return TAG_TONES[kind.entry.colour]


def status_pills(status: ResidentStatus) -> tuple[tuple[str, Tone], ...]:
    """Return a pill for somebody who no longer lives here."""
    return () if status is ResidentStatus.LIVING else ((label_of(status), Tone.NEUTRAL),)
