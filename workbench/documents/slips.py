"""Builds the official slips of a matter (文书) from what is known about it: who, what, when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.documents import slip_wording as words
from workbench.documents.formatting import chinese_date
from workbench.documents.model import Fact
from workbench.documents.qr import payload_for_matter
from workbench.documents.slip_model import Paper, Section, SignatureLine, Slip
from workbench.documents.slip_subject import (
    SlipSubject,
    date_facts,
    legal_notes,
    period_notes,
    promisers,
    receiver,
    subject_facts,
)

if TYPE_CHECKING:
    from datetime import date

    from workbench.documents.slip_model import MaterialLine

__all__ = [
    "SlipSubject",
    "build_acceptance",
    "build_deferred_acceptance",
    "build_delivery",
    "build_promise",
    "build_receipt",
    "build_refusal",
    "build_supplement",
]


def build_acceptance(subject: SlipSubject, materials: tuple[MaterialLine, ...]) -> Slip:
    """Return the notice of acceptance (受理通知书)."""
    opening = words.ACCEPTANCE_OPENING.format(item=subject.item)
    delivery = (words.LICENSING_DELIVERY,) if subject.licensing else ()
    return _slip(
        subject,
        words.ACCEPTANCE,
        opening,
        facts=subject_facts(subject, *date_facts(subject)),
        materials=materials,
        sections=(Section("办理说明", (*period_notes(subject), *delivery)),),
        legal_notes=legal_notes(subject, words.LICENSING_ACCEPTANCE),
        signatures=(receiver(subject), SignatureLine("经办人", subject.officer)),
    )


def build_deferred_acceptance(subject: SlipSubject, materials: tuple[MaterialLine, ...]) -> Slip:
    """Return the notice of acceptance with materials to follow (容缺受理通知书)."""
    opening = words.DEFERRED_OPENING.format(item=subject.item)
    told = (words.DEFERRED_CONSEQUENCE, words.DEFERRED_DECISION, *period_notes(subject))
    return _slip(
        subject,
        words.DEFERRED_ACCEPTANCE,
        opening,
        facts=subject_facts(subject, *date_facts(subject)),
        materials=materials,
        sections=(Section("补交与办理", told),),
        legal_notes=legal_notes(subject),
        signatures=(receiver(subject), SignatureLine("经办人", subject.officer)),
    )


def build_promise(subject: SlipSubject, missing: tuple[MaterialLine, ...]) -> Slip:
    """Return the promise to hand in what is missing (容缺受理承诺书), for the applicant to sign."""
    opening = words.PROMISE_OPENING.format(item=subject.item)
    promises = (
        words.PROMISE_HAND_IN,
        words.PROMISE_TRUE,
        words.PROMISE_CONSEQUENCE,
        words.PROMISE_RECORD,
        words.PROMISE_TOLD,
    )
    return _slip(
        subject,
        words.PROMISE,
        opening,
        addressee=f"{subject.issuer}：",
        facts=subject_facts(subject, *date_facts(subject)),
        materials_heading="暂缺材料",
        materials=missing,
        sections=(Section("本人承诺", promises),),
        signatures=(*promisers(subject), SignatureLine("经办人核对", subject.officer)),
        sealed=False,
    )


def build_supplement(
    subject: SlipSubject, missing: tuple[MaterialLine, ...], due: date, *, accepted: bool = False
) -> Slip:
    """Return the one notice of everything that is missing (一次性告知书, 申请材料补正告知书).

    `accepted` when the matter was so already, and its limit only stands still.
    """
    opening = words.SUPPLEMENT_OPENING.format(item=subject.item, due=chinese_date(due))
    pause = words.SUPPLEMENT_RESUMES if accepted else words.SUPPLEMENT_ACCEPTS
    told = (words.SUPPLEMENT_ALL, words.SUPPLEMENT_WAYS, pause, words.SUPPLEMENT_LATE)
    return _slip(
        subject,
        words.SUPPLEMENT,
        opening,
        facts=subject_facts(subject, Fact("补正期限", f"{chinese_date(due)}（含当日）前")),
        materials_heading="需要补正的材料",
        materials=missing,
        sections=(Section("补正说明", told),),
        legal_notes=legal_notes(subject, words.LICENSING_SUPPLEMENT),
        signatures=(receiver(subject), SignatureLine("经办人", subject.officer)),
    )


def build_refusal(
    subject: SlipSubject,
    reason: str,
    instead: str,
    review_body: str = words.REVIEW_BODY,
    court: str = words.COURT,
) -> Slip:
    """Return the written refusal (不予受理通知书): the reason, where to go instead, the rights of review."""
    opening = words.REFUSAL_OPENING.format(item=subject.item)
    rights = (words.REVIEW.format(body=review_body), words.LAWSUIT.format(court=court), words.ASK_AGAIN)
    return _slip(
        subject,
        words.REFUSAL,
        opening,
        facts=subject_facts(subject),
        sections=(
            Section("不予受理的理由", (reason,)),
            Section("您可以这样办", (instead,)),
            Section("您的权利", rights),
        ),
        legal_notes=legal_notes(subject, words.LICENSING_ACCEPTANCE),
        signatures=(receiver(subject), SignatureLine("经办人", subject.officer)),
    )


def build_receipt(subject: SlipSubject, materials: tuple[MaterialLine, ...], paper: Paper = Paper.A5) -> Slip:
    """Return the receipt for materials (收件回执), small unless told otherwise."""
    opening = words.RECEIPT_OPENING.format(item=subject.item)
    next_steps = (words.RECEIPT_MEANING, words.LICENSING_RECEIPT if subject.licensing else words.RECEIPT_NEXT)
    return _slip(
        subject,
        words.RECEIPT,
        opening,
        facts=subject_facts(subject, Fact("收件日期", chinese_date(subject.issued_on))),
        materials_heading="收到的材料",
        materials=materials,
        sections=(Section("说明", (*next_steps, words.RECEIPT_KEEP)),),
        signatures=(receiver(subject), SignatureLine("收件人", subject.officer)),
        paper=paper,
    )


def build_delivery(
    subject: SlipSubject, outcome: str, decided_on: date, way: str, documents: tuple[MaterialLine, ...]
) -> Slip:
    """Return the record of delivery (办结送达单): the outcome, how and what was handed over."""
    opening = words.DELIVERY_OPENING.format(item=subject.item)
    told = (words.DELIVERY_CHECK, words.DELIVERY_RATING)
    ending = (Fact("办结日期", chinese_date(decided_on)), Fact("送达方式", way), Fact("办理结果", outcome))
    return _slip(
        subject,
        words.DELIVERY,
        opening,
        facts=subject_facts(subject, *ending),
        materials_heading="送达与退还",
        materials=documents,
        sections=(Section("签收说明", told),),
        legal_notes=legal_notes(subject),
        signatures=(receiver(subject), SignatureLine("送达人", subject.officer)),
    )


def _slip(
    subject: SlipSubject,
    title: str,
    opening: str,
    *,
    facts: tuple[Fact, ...],
    signatures: tuple[SignatureLine, ...],
    addressee: str = "",
    materials_heading: str = "申请材料",
    materials: tuple[MaterialLine, ...] = (),
    sections: tuple[Section, ...] = (),
    legal_notes: tuple[str, ...] = (),
    sealed: bool = True,
    paper: Paper = Paper.A4,
) -> Slip:
    """Return a slip with what all slips share."""
    return Slip(
        title=title,
        number=subject.number,
        issuer=subject.issuer,
        addressee=addressee or f"{subject.applicant}：",
        opening=(opening,),
        issued_on=subject.issued_on,
        facts=facts,
        materials_heading=materials_heading,
        materials=materials,
        sections=sections,
        legal_notes=legal_notes,
        signatures=signatures,
        sealed=sealed,
        qr_payload=payload_for_matter(subject.matter_number),
        qr_caption=subject.matter_number,
        contact=subject.contact,
        copies=words.TWO_COPIES,
        paper=paper,
        watermark=subject.watermark,
    )
