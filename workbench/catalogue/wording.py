"""Every Chinese word of the catalogue that is not its content: titles, and why something is wrong."""

from __future__ import annotations

from enum import StrEnum

FIELD_TITLES = {
    "code": "编码",
    "name": "事项名称",
    "post": "岗位",
    "kind": "办件类型",
    "audience": "适用对象",
    "materials": "材料",
    "legal_days": "法定期限（工作日）",
    "promised_days": "承诺期限（工作日）",
    "fee": "收费",
    "department": "主管部门",
    "unit": "办理层级",
    "legal_basis": "设定依据",
    "outcome": "办理结果",
    "tips": "新手提示",
    "keywords": "常用说法",
    "licensing": "行政许可",
    "agent_allowed": "可代办",
    "instead": "答复居民",
    "sample": "样例",
}
"""Titles of an item's fields, in the order screens and sheets show them."""

MATERIAL_TITLES = {
    "code": "材料代码",
    "name": "材料名称",
    "required": "必要",
    "may_follow": "可容缺",
    "original": "核验原件",
    "copies": "留存份数",
    "held_as": "已存材料",
    "note": "说明",
}
"""Titles of a material's fields."""

POST_TITLES = {"code": "岗位代码", "name": "岗位名称", "prefix": "编码前缀", "position": "次序"}
"""Titles of a post's fields."""

YES, NO = "是", "否"
REQUIRED, OPTIONAL, MAY_FOLLOW, ORIGINAL = "必要", "视情提供", "可容缺", "核验原件"
KEPT = "留存{copies}份"
HELD_AS = "已存{kind}可免交"
LIST_SEPARATOR = "、"
ITEM_SHEET, MATERIAL_SHEET, POST_SHEET = "事项", "材料", "岗位"
ITEM_OF_MATERIAL, ITEM_NAME_OF_MATERIAL = "事项编码", "所属事项"
CHOOSE = "请从下拉列表中选择。"
WORKBOOK_TITLE = "社区事项目录"


class Fault(StrEnum):
    """What is wrong with a catalogue's content; the parts in braces are filled in where it is found."""

    MISSING = "没有填写"
    NOT_TEXT = "应为文字"
    NOT_NUMBER = "应为不小于0的整数"
    NOT_FLAG = "应为“是”或“否”"
    NOT_LIST = "应为列表"
    NOT_A_RECORD = "应为“字段: 内容”的形式"
    UNKNOWN_KIND = "没有“{value}”这种办件类型"
    UNKNOWN_FIELD = "不认识的字段“{value}”，请检查拼写"
    UNKNOWN_MATERIAL = "常用材料中没有“{value}”"
    UNKNOWN_POST = "没有“{value}”这个岗位"
    UNPRINTABLE = "含有不能打印的字符"
    TOO_LONG = "超过{limit}字"
    BAD_CODE = "“{value}”应为大写字母、数字和短横线，如 AG-001"
    REPEATED = "“{value}”重复"
    NOT_FOR_FORBIDDEN = "不得出具的证明不填这一项"
    INSTEAD_MISSING = "不得出具的证明须写明怎样答复居民"
    INSTEAD_ONLY_FORBIDDEN = "只有不得出具的证明才填"
    PROMISE_TOO_LONG = "承诺{promised}个工作日，长于法定的{legal}个工作日"
    IMMEDIATE_TAKES_DAYS = "即办件应为0，当场办结"
    PROMISE_MISSING = "须写明承诺期限，至少{least}个工作日"
    LICENCE_WITHOUT_LIMIT = "行政许可事项须写明法定期限"
    OPTIONAL_MAY_FOLLOW = "“{material}”不是必要材料，不用标可容缺"
    NOTHING_FIRST = "必要材料全部可容缺，至少要有一件主要材料"
    NEITHER_ORIGINAL_NOR_COPY = "“{material}”既不核验原件也不留存"
    SEPARATOR_IN_WORD = "“{value}”中不能有顿号、逗号、分号或换行"


class Refusal(StrEnum):
    """Why a catalogue is not read or changed; every one says what was kept."""

    NOT_FOUND = "找不到目录文件“{name}”，目录没有变化。"
    UNREADABLE = "读不了“{file}”：{why}；目录没有变化。"
    WRONG = "“{file}”中{place}的“{field}”{fault}；目录没有变化。"
    PROBLEMS = "目录有{count}处问题，没有导入：{first}"
    NO_ITEM = "目录中没有编码为“{code}”的事项。"
    NO_VERSION = "目录中没有“{code}”的第{version}版。"
    STALE = "预览之后目录已被改动（{codes}），没有导入；请重新预览差异。"
    WRONG_TYPE = "“{file}”不是目录文件；请选择导出的 Excel 文件（.xlsx）或目录文件夹。"
    TOO_BIG = "文件太大"
    NOT_TEXT = "不是 UTF-8 编码的文本，或含有不能使用的字符"
    NOT_A_WORKBOOK = "不是有效的 Excel 文件"
    NO_SHEET = "没有“{sheet}”工作表"
    NO_COLUMN = "工作表“{sheet}”没有“{column}”列"
    FORMULA = "是公式，请改成文字或数字"
    CELL = "工作表“{sheet}”第{row}行"
    ITEM = "第{number}个事项{code}"
    LINE = "第{line}行写法有误"
    HEAD = "开头"
