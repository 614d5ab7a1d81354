"""Why a form is not published, or what was filled in is not kept."""

from __future__ import annotations

from enum import StrEnum

from workbench.standards.errors import WorkbenchError


class Refusal(StrEnum):
    """The sentences; every one says what was kept and what to do."""

    TAKEN = (
        "表单“{title}”的第 {version} 版已经发布过而内容不同，没有发布；请在 settings 表改版本号（version）。"
    )
    NO_VERSION = "找不到这个表单版本，它可能已被删除。"
    WITHDRAWN = "表单“{title}”第 {version} 版已停用，没有保存；请改用新版本填写。"
    WITHDRAWN_BEFORE = "表单“{title}”第 {version} 版此前已停用，没有变化。"
    NO_REASON = "请写明原因，没有保存。"
    NO_SUBMISSION = "找不到这份填报，它可能已被删除。"
    NOT_A_SUBMISSION = "填报内容不完整，无法保存；已填写的内容仍在屏幕上，请联系管理员。"
    OTHER_FORM = "填报内容属于另一张表单（{found}），没有保存。"
    OF_THE_CENSUS = "普查和调查的表只能从普查页面提交，没有保存；请在分配给您的住户处打开填写。"
    KEPT_BEFORE = "同一编号的填报已保存且内容不同，没有再存；如需改动请用更正。"
    NOT_CORRECTING = "更正的内容没有指向原填报，没有保存；请从原填报重新打开更正。"
    CORRECTED_BEFORE = "这份填报已被更正过，没有保存；请在最新的一份上更正。"


class FormVersionTaken(WorkbenchError):
    """Another form was published under this id and version."""


class UnknownFormVersion(WorkbenchError):
    """There is no such version of a form."""


class FormWithdrawn(WorkbenchError):
    """The version takes no new submissions any more."""


class ReasonMissing(WorkbenchError):
    """Withdrawing and correcting need a reason that can be read later."""


class UnknownSubmission(WorkbenchError):
    """There is no such submission, or it is not for this person."""


class WrongSubmission(WorkbenchError):
    """What was handed in is no submission of this form."""


class AlreadyKept(WorkbenchError):
    """A submission with that instanceID, and other contents, is kept already."""


class StaleCorrection(WorkbenchError):
    """The submission that is corrected is not the latest of its chain, or is not the one named."""
