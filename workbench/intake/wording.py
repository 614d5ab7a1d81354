"""Every sentence with which intake refuses to do something, in one place, in the workers' language."""

from __future__ import annotations

from enum import StrEnum

from workbench.standards.errors import WorkbenchError


class Reason(StrEnum):
    """Why something may not be done now; the parts in braces are filled in by whoever refuses."""

    NOT_NOW = "办件目前为“{state}”，不能{verb}。"
    IN_HANDOVER = "办件正在移交，须先由对方接收或退回，再{verb}。"
    NO_HANDOVER = "办件没有等待接收的移交。"
    NOT_YOURS = "这件由其他同事经办，请先移交或由负责人指派后再{verb}。"
    NOT_ADDRESSEE = "移交对象不是您，不能接收这件。"
    INCOMPLETE = "材料不齐：还缺{materials}；请补齐、容缺承诺或一次性告知。"
    UNKNOWN_MATERIAL = "事项的材料清单里没有：{materials}。"
    NOTHING_MISSING = "材料已经齐全，不需要补正，应当受理。"
    TELL_ALL = "一次性告知须写明全部缺少的材料，还漏了{materials}。"
    ALREADY_TOLD = "{materials}在第一次告知时就已缺少，不得再次要求补正。"
    ALREADY_ACCEPTED_BY_LAW = "收件已超过{days}个工作日未告知补正，依法自收件之日起视为受理。"
    LICENCE_ACCEPTED = "行政许可事项受理后不得再要求补正材料。"
    NOT_DEEMED = "还不具备视为受理的条件：仅限行政许可事项收件满{days}个工作日未告知补正。"
    REASON_NEEDED = "{verb}须写明理由。"
    INSTEAD_NEEDED = "不予受理须告知居民向哪里申请或如何办理。"
    NOT_SUPPLIED_NEEDS_NOTICE = "未经一次性告知，不能以未补正为由不予受理。"
    SUPPLEMENT_TIME_RUNS = "补正期限至{day}，期满前不能以未补正为由不予受理。"
    FORBIDDEN_ITEM = "“{item}”属于社区不得出具的证明，不能受理；请告知居民：{instead}"
    INSPECTION_RUNNING = "核查尚未结束，先结束核查再{verb}。"
    NO_INSPECTION = "没有正在进行的核查。"
    EXTENDED_ALREADY = "期限只能延长一次，这件已经延长过。"
    OVERDUE_ALREADY = "已超过期限，不能再延长；须在期限届满前批准。"
    NO_LIMIT = "这件没有办理期限，不需要延长。"
    PROMISES_OPEN = "容缺材料尚未补交：{materials}；补齐后才能准予。"
    NOT_IMMEDIATE = "只有即办件可以当场办结。"
    RECIPIENT_NEEDED = "送达须有领取人签名。"
    TARGET_NEEDED = "移交须写明一位同事或一个部门，二者选一。"
    SAME_OWNER = "这件已经由该同事经办。"
    NOT_PROMISABLE = "{materials}是主要材料，不能容缺。"
    PROMISE_DATE = "{material}的补交日期须在{first}至{last}之间。"
    PROMISE_WORKDAY = "{material}的补交日期{day}不是工作日。"
    PROMISE_BARRED = "申请人曾有容缺承诺逾期未补交，{until}前不适用容缺受理。"
    NO_PROMISE = "没有等待补交的容缺材料：{materials}。"
    PROMISED_ALREADY = "{materials}已承诺过补交日期，不能再次承诺；请在材料补交后登记。"
    HELD_EXPIRED = "社区没有申请人有效的{materials}，须由居民提交。"
    AGENT_NOT_ALLOWED = "“{item}”须由本人办理，不能代办。"
    AGENT_INCOMPLETE = "代办须登记代办人的{fields}。"
    AGENT_IS_APPLICANT = "代办人与申请人是同一人，请按本人办理。"
    NO_MATTER = "没有选择要办理的事项。"
    ALREADY_KEPT = "这次接待的办件已经保存过，没有重复登记。"
    TICKET_USED = "{number}号已经办理过或已作废。"
    NOT_TRAINED = "暂不能独立受理“{item}”：{why}"
    CO_SIGN_NEEDED = "受理“{item}”须由带教导师会签：{why}"
    RATED_ALREADY = "每件只能评价一次，这件已经评价过。"
    RATE_LATER = "办件办结后才能评价。"
    NO_FOLLOW_UP = "没有需要处理的差评回访。"
    STEP_ORDER = "差评须依次{steps}，现在应当{next}。"
    NOTE_NEEDED = "{step}须写明情况。"


class GuardFailed(WorkbenchError):
    """A rule does not allow it now (不允许); nothing was changed, `reason` says which rule."""

    def __init__(self, reason: Reason, **parts: object) -> None:
        super().__init__(reason.format(**parts))
        self.reason = reason


def enumerate_words(words: object) -> str:
    """Join names as Chinese does in a list (顿号)."""
    return "、".join(str(word) for word in words) if isinstance(words, (list, tuple)) else str(words)
