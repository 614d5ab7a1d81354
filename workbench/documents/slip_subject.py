"""The matter an official slip is about, and what every slip says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.documents import slip_wording as words
from workbench.documents.formatting import chinese_date
from workbench.documents.model import Fact
from workbench.documents.slip_model import SignatureLine

if TYPE_CHECKING:
    from datetime import date

    from workbench.documents.model import Watermark


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


def subject_facts(subject: SlipSubject, *more: Fact) -> tuple[Fact, ...]:
    """Return what every slip says of its matter, then `more`; what is not known is left out."""
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


def date_facts(subject: SlipSubject) -> tuple[Fact, ...]:
    """Return the days of acceptance and promise."""
    accepted = chinese_date(subject.accepted_on) if subject.accepted_on else ""
    promised = chinese_date(subject.promised_on) if subject.promised_on else ""
    mark = words.PROVISIONAL if promised and subject.provisional else ""
    return Fact("受理日期", accepted), Fact("承诺办结", promised + mark)


def period_notes(subject: SlipSubject) -> tuple[str, ...]:
    """Return how the days are counted and how progress is asked for."""
    provisional = (words.PROVISIONAL_NOTE,) if subject.provisional and subject.promised_on else ()
    return (words.PERIOD, *provisional, words.PROGRESS)


def legal_notes(subject: SlipSubject, licensing_note: str = "") -> tuple[str, ...]:
    """Return the basis of the item and, where the Administrative Licensing Law applies, what it says."""
    basis = f"{words.BASIS}{subject.legal_basis}" if subject.legal_basis else ""
    return tuple(filter(None, (basis, licensing_note if subject.licensing else "")))


def receiver(subject: SlipSubject) -> SignatureLine:
    """Return where the resident, or who came in their place, signs for the slip."""
    return SignatureLine("代办人签收" if subject.agent else "申请人签收")


def promisers(subject: SlipSubject) -> tuple[SignatureLine, ...]:
    """Return where the applicant, and who acts for them, sign a promise."""
    agent = (SignatureLine("代办人签名"),) if subject.agent else ()
    return (SignatureLine("承诺人（申请人）签名"), *agent)
