"""The words of the counter: states, verbs and kinds, each with its Chinese term as `label`."""

from __future__ import annotations

from workbench.standards.choice import Choice


class MatterState(Choice):
    """Where a matter stands (办件状态)."""

    RECEIVED = "received", "已收件"
    SUPPLEMENTING = "supplementing", "待补正"
    ACCEPTED = "accepted", "已受理"
    IN_PROGRESS = "in_progress", "办理中"
    HANDED_OVER = "handed_over", "已转部门"
    DECIDED = "decided", "已办结待送达"
    DELIVERED = "delivered", "已送达"
    REFUSED = "refused", "不予受理"
    WITHDRAWN = "withdrawn", "已撤回"


class Verb(Choice):
    """What may be done to a matter (办理动作)."""

    RECEIVE = "receive", "收件"
    ACCEPT = "accept", "受理"
    DEEM_ACCEPTED = "deem_accepted", "视为受理"
    REQUEST_SUPPLEMENT = "request_supplement", "一次性告知补正"
    SUPPLEMENT_RECEIVED = "supplement_received", "收到补正材料"
    KEEP_PROMISE = "keep_promise", "补交容缺材料"
    REFUSE = "refuse", "不予受理"
    START_WORK = "start_work", "开始办理"
    BEGIN_INSPECTION = "begin_inspection", "开始核查"
    END_INSPECTION = "end_inspection", "结束核查"
    EXTEND = "extend", "延长期限"
    DECIDE = "decide", "作出决定"
    DELIVER = "deliver", "送达"
    COMPLETE_AT_ONCE = "complete_at_once", "当场办结"
    WITHDRAW = "withdraw", "申请人撤回"
    HAND_OVER = "hand_over", "移交"
    TAKE_OVER = "take_over", "接收移交"
    RETURN_HANDOVER = "return_handover", "退回移交"
    ASSIGN = "assign", "指派"
    RECALCULATE = "recalculate", "按新工作日历重算期限"


class PauseReason(Choice):
    """Why the limit does not run (期限中止原因); inspection, hearing and expert work by art. 45."""

    SUPPLEMENT = "supplement", "补正材料"
    INSPECTION = "inspection", "现场核查"
    HEARING = "hearing", "听证"
    APPRAISAL = "appraisal", "检验检测鉴定"


class RefusalGround(Choice):
    """Why a matter is not accepted (不予受理事由), art. 32."""

    NOT_IN_REMIT = "not_in_remit", "不属于本社区受理范围"
    NOT_NEEDED = "not_needed", "依法不需要办理"
    NOT_ELIGIBLE = "not_eligible", "不符合申请条件"
    NOT_SUPPLIED = "not_supplied", "经一次性告知后仍未补正"
    FORBIDDEN = "forbidden", "属于不得出具的证明"


class Decision(Choice):
    """How a matter ended (办理结果)."""

    GRANTED = "granted", "准予"
    DENIED = "denied", "不予"


class MaterialState(Choice):
    """Where one material stands (材料状态)."""

    PRESENTED = "presented", "已提交"
    HELD = "held", "社区已有"
    PROMISED = "promised", "容缺待补"
    MISSING = "missing", "缺少"
    WAIVED = "waived", "免交"


class Channel(Choice):
    """How the resident came (受理渠道); only the counter costs the resident a journey."""

    COUNTER = "counter", "窗口"
    DOOR = "door", "上门"
    ONLINE = "online", "网上"
    PHONE = "phone", "电话"
    POST = "post", "邮寄"


class AgentProof(Choice):
    """What shows that an agent may act (代办证明)."""

    MANDATE = "mandate", "授权委托书"
    HOUSEHOLD_BOOK = "household_book", "户口簿（同户亲属）"
    GUARDIANSHIP = "guardianship", "监护证明"
    MARRIAGE = "marriage", "结婚证"


class TicketKind(Choice):
    """Which queue somebody waits in (排队类别)."""

    GENERAL = "general", "综合"
    PRIORITY = "priority", "优先（老弱病残孕）"
    ADVICE = "advice", "咨询"

    @property
    def letter(self) -> str:
        """The letter before the number on the ticket."""
        return {"general": "A", "priority": "P", "advice": "C"}[self.value]


class TicketState(Choice):
    """Where a ticket stands (号票状态)."""

    WAITING = "waiting", "等候"
    CALLED = "called", "已叫号"
    SERVED = "served", "已办理"
    MISSED = "missed", "过号"


class SlipKind(Choice):
    """The papers handed to the resident (文书)."""

    RECEIPT = "receipt", "收件回执"
    ACCEPTANCE = "acceptance", "受理通知书"
    SUPPLEMENT = "supplement", "一次性告知书"
    REFUSAL = "refusal", "不予受理通知书"
    PROMISE = "promise", "容缺承诺书"
    DELIVERY = "delivery", "办结送达单"


class RatingLevel(Choice):
    """The five levels of 好差评 (GB/T 39735-2020); the last two are bad."""

    VERY_GOOD = "5", "非常满意"
    GOOD = "4", "满意"
    FAIR = "3", "基本满意"
    BAD = "2", "不满意"
    VERY_BAD = "1", "非常不满意"


class FollowUpStep(Choice):
    """What is done about a bad rating, in this order (差评回访整改)."""

    CONTACT = "contact", "联系评价人"
    VERIFY = "verify", "核实情况"
    FIX = "fix", "整改"
    FEEDBACK = "feedback", "反馈结果"
    CLOSE = "close", "办结回访"


class Lamp(Choice):
    """The colour of a deadline (期限灯)."""

    GREEN = "green", "正常"
    YELLOW = "yellow", "临期"
    RED = "red", "逾期"
    PAUSED = "paused", "中止"
    DONE = "done", "办结"
