"""What the batch import says to the person, in its workbooks and its errors; Chinese is their language."""

from __future__ import annotations

KEY_HEADINGS = ("编号", "序号", "户号", "key", "no", "no.")
"""Headings of a column that only ties the rows of a repeat's sheet to those of the main one."""
KEY = KEY_HEADINGS[0]
OPTIONS = "选项"
SEPARATOR = "、"
TRUE_WORDS = ("ok", "是", "√", "y", "yes", "true", "1", "已阅", "同意")

FORMULA = "单元格里是公式，没有读取；请粘贴为数值后重试。"
LOST_DIGITS = "长号码存成了数字，后几位已丢失；请把这一列设为文本格式，重新录入。"
NOT_ASKED = "按前面的答案此题不用填，这个值没有进入答卷。"
CALCULATED = "此题由表单自动算出，表中的值“{typed}”与算出的“{value}”不同，以算出的为准。"
NO_INSTANCE = "表单不允许有第 {position} 份，没有录入。"
REFUSED_CASE = "这一行没有录入：{why}"
NO_KEY = "没有填“{key}”，不知道属于哪一份。"
SAME_KEY = "“{key}”与第 {row} 行重复，不知道下属各行属于哪一份。"
ORPHAN = "主表里没有编号为“{key}”的一行，没有录入。"
CONTRADICTS = "同一份在第 {row} 行填的与这里不同，以第 {row} 行为准；请核对。"
TOO_MANY = "超过 {most} 份，没有录入。"

UNREADABLE = "文件“{file}”不能读取（{why}），没有导入任何内容；请另存为 .xlsx 后重试。"
NOT_A_WORKBOOK = "不是完整的 Excel 工作簿"
TOO_LONG = "工作表“{sheet}”超过 {most} 行"
TOO_LARGE = "单元格超过 {most} 个"
NO_HEADINGS = (
    "文件“{file}”里没有找到表单“{title}”的列，没有导入任何内容；请用“forms template”生成的模板录入，"
    "或把列名改成题目名称或字段名。"
)
AMBIGUOUS = "列名“{heading}”对应几个题目，没有读取；请改用字段名，如“{example}”。"
REPEATED = "列名“{heading}”与前面的列是同一个题目，没有读取。"
UNKNOWN = "列名“{heading}”不是表单里的题目，没有读取。"
NESTED = "列名“{heading}”在重复组里的重复组中，批量导入不支持，没有读取。"
UNKNOWN_SHEET = "工作表中没有找到表单的列，没有读取。"

REPORT_TITLE = "批量导入结果：{title}"
REPORT_BY = "社区全科工作台"
FILE, FORM, VERSION = "数据文件", "表单", "版本"
ROWS, DETAILS, UNREAD = "逐行结果", "问题明细", "没有读取的列"
SHEET, ROW, COLUMN, HEADING, QUESTION = "工作表", "行", "列", "列名", "题目"
OUTCOME, PROBLEMS, SUBMISSION, MESSAGE, LEVEL = "结果", "问题数", "答卷编号", "说明", "性质"
PROBLEM, NOTICE = "问题", "提示"

TEMPLATE_NOTE = "字段名：{name}"
TEMPLATE_CHOOSE = "可以填代码，也可以填选项文字："
TEMPLATE_CHOOSE_MANY = "可以多选，代码或选项文字之间用“、”隔开："
TEMPLATE_RANK = "按次序写出全部选项，代码或选项文字之间用“、”隔开："
TEMPLATE_DATE = "日期写成 2026-01-31。"
TEMPLATE_KEY = "每一份一个编号；下属各表用同一编号对应。"
TEMPLATE_REQUIRED = "必填。"
MORE_OPTIONS = "……全部选项见“选项”表。"
