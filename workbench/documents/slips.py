"""Builds the official slips of a matter (文书) from what is known about it: who, what, when and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.documents import slip_wording as words
from workbench.documents.formatting import chinese_date
from workbench.documents.model import Fact
from workbench.documents.qr import payload_for_matter
from workbench.documents.slip_model import Paper, Section, SignatureLine, Slip

if TYPE_CHECKING:
    from datetime import date

    from workbench.documents.model import Watermark
    from workbench.documents.slip_model import MaterialLine


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipSubject:
    """The matter a slip is about; numbers of identity and telephone come masked."""

    issuer: str
    """Who gives the slip and seals it, as 云栖社区便民服务中心."""
    number: str
    """Number of this document, as 云栖社〔2026〕受字第0012号."""
    matter_number: str
    applicant: str
    id_number_masked: str
    phone_masked: str
    item: str
    officer: str
    issued_on: date
    department: str = ""
    agent: str = ""
    accepted_on: date | None = None
    promised_on: date | None = None
    provisional: bool = False
    """The promised day lies in a year whose holidays are not published yet."""
    legal_basis: str = ""
    licensing: bool = False
    """The Administrative Licensing Law applies to the item."""
    contact: str = ""
    """Address and telephone of the counter, for the foot of the page."""
    watermark: Watermark | None = None


def build_acceptance(subject: SlipSubject, materials: tuple[MaterialLine, ...]) -> Slip:
    """Return the notice of acceptance (受理通知书)."""
    opening = (
        f"您申请办理的“{subject.item}”属于本窗口受理范围，申请材料齐全、符合要求，现予受理，并将有关事项告知如下。"
    )
    notes = [words.PERIOD, words.PROGRESS]
    if subject.licensing:
        notes.append(words.LICENSING_DELIVERY)
    return _slip(
        subject,
        words.ACCEPTANCE,
        opening,
        facts=_facts(subject, *_dates(subject)),
        materials=materials,
        sections=(Section("办理说明", tuple(notes)),),
        legal_notes=_legal(subject, words.LICENSING_ACCEPTANCE),
        signatures=(_receiver(subject), SignatureLine("经办人", subject.officer)),
    )


def build_deferred_acceptance(subject: SlipSubject, materials: tuple[MaterialLine, ...]) -> Slip:
    """Return the notice of acceptance with materials to follow (容缺受理通知书)."""
    opening = (
        f"您申请办理的“{subject.item}”，主要材料齐全且符合要求，次要材料暂缺。根据您的书面承诺，现予容缺受理。"
        "请在所列期限前按所列形式补交标有“容缺后补”的材料。"
    )
    told = (words.DEFERRED_CONSEQUENCE, words.DEFERRED_DECISION, words.PERIOD, words.PROGRESS)
    return _slip(
        subject,
        words.DEFERRED_ACCEPTANCE,
        opening,
        facts=_facts(subject, *_dates(subject)),
        materials=materials,
        sections=(Section("补交与办理", told),),
        legal_notes=_legal(subject, ""),
        signatures=(_receiver(subject), SignatureLine("经办人", subject.officer)),
    )


def build_promise(subject: SlipSubject, missing: tuple[MaterialLine, ...]) -> Slip:
    """Return the promise to hand in what is missing (容缺受理承诺书), for the applicant to sign."""
    opening = f"本人申请办理“{subject.item}”，主要材料已经提交，下列材料暂缺，自愿申请容缺受理并承诺如下。"
    promises = (
        "在所列期限前，按所列形式补交全部暂缺材料。",
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
        facts=_facts(subject, *_dates(subject)),
        materials_heading="暂缺材料",
        materials=missing,
        sections=(Section("本人承诺", promises),),
        signatures=(*_signers(subject), SignatureLine("经办人核对", subject.officer)),
        sealed=False,
    )


def build_supplement(subject: SlipSubject, missing: tuple[MaterialLine, ...], due: date) -> Slip:
    """Return the one notice of everything that is missing (一次性告知书, 申请材料补正告知书)."""
    opening = (
        f"您申请办理的“{subject.item}”，经核对，申请材料不齐全或不符合要求。现将需要补正的全部内容一次告知如下，"
        f"请于{chinese_date(due)}前补正。"
    )
    told = (words.SUPPLEMENT_ALL, words.SUPPLEMENT_WAYS, words.SUPPLEMENT_PAUSE, words.SUPPLEMENT_LATE)
    return _slip(
        subject,
        words.SUPPLEMENT,
        opening,
        facts=_facts(subject, Fact("补正期限", f"{chinese_date(due)}前")),
        materials_heading="需要补正的材料",
        materials=missing,
        sections=(Section("补正说明", told),),
        legal_notes=_legal(subject, words.LICENSING_SUPPLEMENT),
        signatures=(_receiver(subject), SignatureLine("经办人", subject.officer)),
    )


def build_refusal(
    subject: SlipSubject,
    reason: str,
    instead: str,
    review_body: str = words.REVIEW_BODY,
    court: str = words.COURT,
) -> Slip:
    """Return the written refusal (不予受理通知书): the reason, where to go instead, the rights of review."""
    opening = f"您申请办理的“{subject.item}”，经审查，决定不予受理。理由、办理建议和您的权利告知如下。"
    rights = (words.REVIEW.format(body=review_body), words.LAWSUIT.format(court=court), words.ASK_AGAIN)
    return _slip(
        subject,
        words.REFUSAL,
        opening,
        facts=_facts(subject),
        sections=(
            Section("不予受理的理由", (reason,)),
            Section("您可以这样办", (instead,)),
            Section("您的权利", rights),
        ),
        legal_notes=_legal(subject, words.LICENSING_ACCEPTANCE),
        signatures=(_receiver(subject), SignatureLine("经办人", subject.officer)),
    )


def build_receipt(subject: SlipSubject, materials: tuple[MaterialLine, ...], paper: Paper = Paper.A5) -> Slip:
    """Return the receipt for materials (收件回执), small unless told otherwise."""
    opening = f"您为办理“{subject.item}”提交的下列材料已经收到。"
    next_steps = (words.RECEIPT_MEANING, words.LICENSING_RECEIPT if subject.licensing else words.RECEIPT_NEXT)
    return _slip(
        subject,
        words.RECEIPT,
        opening,
        facts=_facts(subject, Fact("收件日期", chinese_date(subject.issued_on))),
        materials_heading="收到的材料",
        materials=materials,
        sections=(Section("说明", (*next_steps, words.RECEIPT_KEEP)),),
        signatures=(_receiver(subject), SignatureLine("收件人", subject.officer)),
        paper=paper,
    )


def build_delivery(
    subject: SlipSubject, outcome: str, decided_on: date, way: str, documents: tuple[MaterialLine, ...]
) -> Slip:
    """Return the record of delivery (办结送达单): the outcome, how and what was handed over."""
    opening = f"您申请办理的“{subject.item}”已经办结，现将办理结果及有关文书送达给您，请核对后签收。"
    told = (words.DELIVERY_CHECK, words.DELIVERY_RATING)
    ending = (Fact("办结日期", chinese_date(decided_on)), Fact("送达方式", way), Fact("办理结果", outcome))
    return _slip(
        subject,
        words.DELIVERY,
        opening,
        facts=_facts(subject, *ending),
        materials_heading="送达与退还",
        materials=documents,
        sections=(Section("签收说明", told),),
        legal_notes=_legal(subject, ""),
        signatures=(_receiver(subject), SignatureLine("送达人", subject.officer)),
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


def _facts(subject: SlipSubject, *more: Fact) -> tuple[Fact, ...]:
    facts = [
        Fact("办件编号", subject.matter_number),
        Fact("办理事项", subject.item),
        Fact("申请人", subject.applicant),
        Fact("证件号码", subject.id_number_masked),
        Fact("联系电话", subject.phone_masked),
        Fact("代办人", subject.agent),
        Fact("主管部门", subject.department),
        *more,
    ]
    return tuple(fact for fact in facts if fact.value)


def _dates(subject: SlipSubject) -> tuple[Fact, ...]:
    accepted = chinese_date(subject.accepted_on) if subject.accepted_on else ""
    promised = chinese_date(subject.promised_on) if subject.promised_on else ""
    mark = words.PROVISIONAL if promised and subject.provisional else ""
    return Fact("受理日期", accepted), Fact("承诺办结", promised + mark)


def _legal(subject: SlipSubject, licensing_note: str) -> tuple[str, ...]:
    notes = (
        f"{words.BASIS}{subject.legal_basis}" if subject.legal_basis else "",
        licensing_note if subject.licensing else "",
        words.PROVISIONAL_NOTE if subject.provisional and subject.promised_on else "",
    )
    return tuple(filter(None, notes))


def _receiver(subject: SlipSubject) -> SignatureLine:
    return SignatureLine("代办人签收" if subject.agent else "申请人签收")


def _signers(subject: SlipSubject) -> tuple[SignatureLine, ...]:
    agent = (SignatureLine("代办人签名"),) if subject.agent else ()
    return (SignatureLine("承诺人（申请人）签名"), *agent)
