"""The words of a census: kinds and states of rounds, areas and households, and what may be done to them."""

from __future__ import annotations

from workbench.standards.choice import Choice


class RoundKind(Choice):
    """What a round is (调查类别)."""

    CENSUS = "census", "普查"
    SURVEY = "survey", "调查"
    POLL = "poll", "满意度测评"


class RoundState(Choice):
    """Where a round stands (轮次状态)."""

    PLANNED = "planned", "筹备"
    OPEN = "open", "登记中"
    CLOSING = "closing", "收尾"
    CLOSED = "closed", "已结束"
    TABULATED = "tabulated", "已汇总"


RUNNING = frozenset({RoundState.OPEN, RoundState.CLOSING})
"""States in which households are visited."""


class RoundVerb(Choice):
    """What may be done to a round (轮次动作)."""

    EDIT = "edit", "修改轮次"
    OPEN = "open", "开始登记"
    WIND_UP = "wind_up", "转入收尾"
    RESUME = "resume", "恢复登记"
    CLOSE = "close", "结束轮次"
    REOPEN = "reopen", "重新打开"
    TABULATE = "tabulate", "完成汇总"
    DIVIDE = "divide", "划分普查小区"
    STAFF = "staff", "安排人员"
    WORK = "work", "登记住户"
    CHECK = "check", "复核、抽查和验收"


class CaseState(Choice):
    """Where the form of one household stands (每户状态)."""

    NOT_VISITED = "not_visited", "未入户"
    ABSENT = "absent", "敲门未遇"
    REFUSED = "refused", "拒绝登记"
    VACANT = "vacant", "空户"
    IN_ENTRY = "in_entry", "录入中"
    ENTERED = "entered", "已录入"
    TO_CORRECT = "to_correct", "待更正"
    VERIFIED = "verified", "已复核"
    RECHECKED = "rechecked", "已抽查"
    SIGNED_OFF = "signed_off", "已验收"


class CaseVerb(Choice):
    """What may be done to a household's form (每户动作)."""

    NOTE_ABSENT = "note_absent", "登记敲门未遇"
    NOTE_REFUSED = "note_refused", "登记拒绝"
    NOTE_VACANT = "note_vacant", "登记空户"
    BEGIN = "begin", "开始录入"
    PUT_BACK = "put_back", "放弃录入"
    COMPLETE = "complete", "完成录入"
    CORRECT = "correct", "更正"
    SEND_BACK = "send_back", "退回"
    VERIFY = "verify", "双录复核"
    RECHECK = "recheck", "抽查"
    SIGN_OFF = "sign_off", "验收"
    REOPEN = "reopen", "撤销验收"
    ASSIGN = "assign", "分派"
    EXPLAIN = "explain", "说明核查提示"


class AreaState(Choice):
    """Where an enumeration area stands (普查小区状态)."""

    OPEN = "open", "登记中"
    SIGNED_OFF = "signed_off", "已验收"


class Fault(Choice):
    """Who typed a differing field wrong (差错归属)."""

    KEYER = "keyer", "录入有误"
    VERIFIER = "verifier", "复核有误"
    BOTH = "both", "两人都有误"
