"""Why a roster file cannot be read: the reading child names a fault, the parent raises it as an error."""

from __future__ import annotations

from enum import StrEnum

from workbench.standards.errors import WorkbenchError


class FileFault(StrEnum):
    """What is wrong with a whole file, as the reading child reports it."""

    MISSING = "missing"
    EMPTY = "empty"
    NOT_A_TABLE = "not a table"
    WEB_PAGE = "web page"
    PROTECTED = "protected"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    BOMB = "bomb"
    WIDE_ROW = "wide row"
    ENTITIES = "entities"
    FOREIGN_PATHS = "foreign paths"
    ENCODING = "encoding"
    TIMED_OUT = "timed out"


class UnreadableRoster(WorkbenchError):
    """The roster file cannot be read; nothing of it was imported. `fault` says why."""

    def __init__(self, fault: FileFault) -> None:
        super().__init__(_SENTENCES[fault])
        self.fault = fault


class ReadingCancelled(WorkbenchError):
    """The person stopped the reading; nothing was imported."""

    def __init__(self) -> None:
        super().__init__("已取消读取花名册，未导入任何内容。")


_SENTENCES = {
    FileFault.MISSING: "找不到这个文件，或它不是普通文件，未导入任何内容；请重新选择花名册。",
    FileFault.EMPTY: "文件是空的，未导入任何内容；请确认选对了花名册。",
    FileFault.NOT_A_TABLE: "文件不是 Excel 或 CSV 表格，未导入任何内容；请另存为 .xlsx 后重试。",
    FileFault.WEB_PAGE: "文件其实是网页（HTML），未导入任何内容；请用 Excel 打开后另存为 .xlsx 再导入。",
    FileFault.PROTECTED: "文件有打开密码，未导入任何内容；请在 Excel 或 WPS 中去掉密码后重试。",
    FileFault.DAMAGED: "文件已损坏或不完整，未导入任何内容；请重新取得文件，或用 Excel 打开修复后另存。",
    FileFault.TOO_LARGE: "文件太大，未导入任何内容；请按小区或楼幢拆分后分别导入。",
    FileFault.BOMB: "文件解压后异常巨大，疑似恶意文件，未导入任何内容；请勿打开并报告管理员。",
    FileFault.WIDE_ROW: "表格有超出 Excel 范围的行或列，未导入任何内容；请把居民数据复制到新表后重试。",
    FileFault.ENTITIES: "文件内含可疑的 XML 实体定义，未导入任何内容；请勿打开并报告管理员。",
    FileFault.FOREIGN_PATHS: "文件内含指向文件之外的路径，疑似恶意文件，未导入任何内容；请报告管理员。",
    FileFault.ENCODING: "无法识别文本文件的编码，未导入任何内容；请另存为 UTF-8 编码的 CSV 或 .xlsx 后重试。",
    FileFault.TIMED_OUT: "读取文件超时，已停止，未导入任何内容；请拆分文件后重试。",
}
