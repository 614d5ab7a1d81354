"""The XLSForm compiler's complaints and what they are in Chinese."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Complaint:
    """A complaint by its English words, the sentence for it, and where it always stands."""

    pattern: re.Pattern[str]
    sentence: str
    column: str = ""
    sheet: str = ""
    first: tuple[str, ...] = ()
    """Where the complaint names no row: how the type of the first row it is about begins."""
    row: int = 0
    """The row where it always stands: 1 for complaints about headings."""


OTHER_COMPLAINT = "表单编译器不接受这里的写法（{detail}）"


def _said(pattern: str, sentence: str, column: str = "", sheet: str = "", *first: str) -> Complaint:
    return Complaint(re.compile(pattern), sentence, column, sheet, first)


def _headings(pattern: str, sentence: str, sheet: str = "") -> Complaint:
    return Complaint(re.compile(pattern), sentence, sheet=sheet, row=1)


COMPLAINTS = (
    # References.
    _said(r"Could not find the name '(?P<q>[^']*)'", "引用的字段 ${{{q}}} 在 survey 表中不存在"),
    _said(
        r"The name '(?P<q>[^']*)' appears more than once", "引用的字段 ${{{q}}} 有不止一个，无法确定是哪一个"
    ),
    _said(r"Reference variables must start with", "字段引用的写法不对，应写作 ${{字段名}}"),
    _said(r"Reference variable lists must have a comma", "几个字段引用之间要用逗号隔开"),
    _said(r"There is no survey element named '(?P<q>[^']*)'", "引用的字段 ${{{q}}} 在 survey 表中不存在"),
    _said(
        r"There are multiple survey elements named '(?P<q>[^']*)'",
        "引用的字段 ${{{q}}} 有不止一个，无法确定是哪一个",
    ),
    # Names.
    _said(
        r"'name' value '(?P<name>[^']*)' is invalid\. Questions, groups",
        "字段名“{name}”与同一组内的另一个重复",
        "name",
    ),
    _said(
        r"'name' value '(?P<name>[^']*)' is invalid\. Repeat names must not",
        "重复组的名称“{name}”不能与表单的根名称相同",
        "name",
    ),
    _said(
        r"'name' value '(?P<name>[^']*)' is invalid\. Repeat names must",
        "重复组的名称“{name}”在整张表单中必须唯一",
        "name",
    ),
    _said(r"The name 'meta' is reserved", "字段名“meta”是保留名，请改名", "name"),
    _said(r"Choices must have a name", "选项没有填写值（name）", "name", "choices"),
    _said(
        r"Choice names must be unique",
        "选项的值在同一名单中重复；确需重复请在 settings 表设 allow_choice_duplicates",
        "name",
        "choices",
    ),
    _said(
        r"Choice names with spaces cannot be added .* See \[(?P<choice>.*?)\] in \[(?P<list>.*?)\]",
        "多选题的选项值“{choice}”不能含空格",
        "name",
        "choices",
    ),
    _said(
        r"Names must begin with a letter or underscore",
        "名称只能以字母或下划线开头，其后可有字母、数字、下划线、连字符和点",
    ),
    _said(r"Names used here must not begin with two underscores", "这里的名称不能以两个下划线开头"),
    _said(r"Names used here must not contain a period", "这里的名称不能含点"),
    _said(r"Names used here must not be 'name' or 'label'", "这里的名称不能是 name 或 label"),
    _said(r"Question or group with no name", "题目或分组没有填写字段名", "name"),
    _said(r"Audits must always be named 'audit", "audit 题不要填写字段名", "name"),
    # Kinds of question.
    _said(r"Unknown question type '(?P<kind>[^']*)'", "不认识题型“{kind}”", "type"),
    _said(r"Question with no type", "题目没有填写题型", "type"),
    _said(r"Missing calculation", "calculate 题没有填写计算式", "calculation"),
    _said(
        r"List name not in choices sheet: (?P<list>.*)",
        "选项名单“{list}”在 choices 表中不存在",
        "type",
        "survey",
    ),
    _said(
        r"List name not in external choices sheet: (?P<list>.*)",
        "选项名单“{list}”在 external_choices 表中不存在",
        "type",
        "survey",
    ),
    _said(
        r"List name not in columns sheet: (?P<list>.*)",
        "循环所用的名单“{list}”在 choices 表中不存在",
        "type",
        "survey",
    ),
    _said(
        r"There should be a choices sheet",
        "用了选择题，但没有 choices 表；该表须有 list_name、name、label 三列",
        "type",
        "survey",
        "select",
        "rank",
    ),
    _said(
        r"There should be an external_choices sheet",
        "用了外部选项，但没有 external_choices 表",
        "type",
        "survey",
        "select_one_external",
    ),
    _said(
        r"Choice filter not supported with or_other",
        "“或其他”题不能有选项筛选（choice_filter）",
        "choice_filter",
    ),
    _said(
        r"The question \$\{(?P<q>[^}]*)\} is not user-visible .* for question \$\{(?P<name>[^}]*)\}",
        "触发字段 ${{{q}}} 不在屏幕上出现，不能用来触发",
        "trigger",
    ),
    _said(
        r"The same instance id will be generated .* Instance name: '(?P<list>[^']*)'",
        "名单“{list}”有两个来源，请把其中一个改名",
        "",
        "survey",
    ),
    _said(
        r"Instance names must be unique .*The name '(?P<list>[^']*)'",
        "名单“{list}”有两个来源，请把其中一个改名",
        "",
        "survey",
    ),
    _said(r"Repeat loop without list name", "循环没有写明名单", "type"),
    _said(r"Please specify choices for this 'or other' question", "“或其他”题没有选项", "type"),
    _said(
        r"File name for '(?P<kind>[^']*)' should end with",
        "“{kind}”的文件名应以 .csv、.xml 或 .geojson 结尾",
        "type",
    ),
    _said(r"Unmatched 'end_(?P<kind>\w+)'", "多了一个 end_{kind}，前面没有与它对应的 begin_{kind}", "type"),
    _said(
        r"Unmatched 'begin_(?P<kind>\w+)'.*for the name '(?P<name>[^']*)'",
        "“{name}”只有 begin_{kind}，没有 end_{kind}",
        "type",
    ),
    _said(
        r"Question '(?P<name>[^']*)' uses 'search\(\)'",
        "用 search() 的题与没有用它的题不能共用一个选项名单",
        "appearance",
    ),
    # Parameters.
    _said(r"Parameters must be in the form", "参数的写法不对，应为 键=值，用空格隔开", "parameters"),
    _said(
        r"The following are invalid parameter key\(s\): '(?P<key>[^']*)'",
        "这种题型没有参数“{key}”",
        "parameters",
    ),
    _said(
        r"'range' question type, the parameter '(?P<key>\w+)' must be a number",
        "range 题的参数“{key}”必须是数字",
        "parameters",
    ),
    _said(
        r"'range' question type, the parameter '(?P<key>\w+)' must not be '0'",
        "range 题的参数“{key}”不能为 0",
        "parameters",
    ),
    _said(
        r"'range' question type, the parameter '(?P<key>\w+)' must not be larger",
        "range 题的参数“{key}”比起止之差还大",
        "parameters",
    ),
    _said(
        r"'range' question type, the parameter '(?P<key>\w+)' must be a multiple",
        "range 题的参数“{key}”必须是步长的整数倍",
        "parameters",
    ),
    _said(
        r"'range' question type, the parameter '(?P<key>\w+)' must be between",
        "range 题的参数“{key}”必须在起止之间",
        "parameters",
    ),
    _said(r"'range' question type", "range 题的参数不对，请核对刻度与名单", "parameters"),
    _said(
        r"(?:Parameter )?'?(?P<key>[\w-]+)'? (?:parameter )?must have an? (?:integer|numeric) value",
        "参数“{key}”必须是数字",
        "parameters",
    ),
    _said(r"randomize must be set to true or false", "参数 randomize 只能是 true 或 false", "parameters"),
    _said(
        r"Parameters must include randomize=true to use a seed",
        "有参数 seed 时必须同时有 randomize=true",
        "parameters",
    ),
    _said(r"seed value must be a number or a reference", "参数 seed 必须是数字或字段引用", "parameters"),
    _said(
        r"The 'reference-geometry' parameter",
        "参数 reference-geometry 必须是名单名或重复组的引用",
        "parameters",
    ),
    _said(r"Invalid value for quality", "参数 quality 的值不对", "parameters"),
    # Headings, sheets and settings.
    _headings(r"Duplicate column header: (?P<column>.*)", "列标题“{column}”出现了两次"),
    _headings(
        r"Headers that are different names for the same column.*: '(?P<other>[^']*)', '(?P<column>[^']*)'",
        "列“{other}”与“{column}”是同一个意思，请留一个",
    ),
    _headings(r"required column headers were not found: (?P<missing>.*?)\. Learn", "缺少必需的列：{missing}"),
    _headings(r"Column headers must not be empty and must not contain", "列标题不能为空，也不能含空格"),
    _headings(r"Invalid headers provided for sheet", "缺少标题行"),
    _headings(r"column names are invalid.*: (?P<columns>.*?)\. Please", "不认识的列：{columns}", "entities"),
    _said(r"You must have a sheet named 'survey'", "工作簿中没有 survey 表"),
    _said(
        r"To use big-image, you must also specify an image for the survey element named (?P<name>.*?)\.",
        "用 big-image 时必须同时填写 image",
        "big-image",
    ),
    _said(
        r"element named '(?P<name>[^']*)' has no label|has no label",
        "题目没有填写题目文字（label）",
        "label",
    ),
    # Entities.
    _said(
        r"'save_to' value is invalid\. To save entity",
        "用了 save_to，但没有 entities 表",
        "save_to",
        "survey",
    ),
    _said(
        r"The save_to property '(?P<key>[^']*)' is already assigned",
        "实体属性“{key}”已由另一行写入",
        "save_to",
        "survey",
    ),
    _said(
        r"'save_to' value is invalid",
        "save_to 的写法不对，分组、重复组不能写入实体，名单名须在 entities 表中",
        "save_to",
        "survey",
    ),
    _said(r"does not have a label, but a 'label' is required", "新建实体必须填写 label", "label", "entities"),
    _said(
        r"the entity declaration is invalid",
        "实体的声明不完整或互相矛盾，请核对 entity_id、create_if、update_if 和 label",
        "",
        "entities",
    ),
    _said(r"Entity lists must have a name", "实体没有填写名单名", "list_name", "entities"),
    _said(r"'list_name' column must not have any duplicate", "实体的名单名重复", "list_name", "entities"),
)

REMARKS = (
    _said(
        r"Language '(?P<lang>[^']*)' is missing the (?P<sheet>\w+) (?P<columns>.*?) columns?\.",
        "语言“{lang}”缺少 {sheet} 表的这些列：{columns}",
    ),
    _said(r"This form uses or_other and translations", "“或其他”题不能翻译，其他语言下也显示 Specify other"),
    _said(r"valid machine-readable codes: (?P<languages>.*?)\. Learn", "语言名称没有标准代码：{languages}"),
    _said(
        r"case-insensitive match to another name", "字段名与另一个只有大小写之差，数据处理时容易混淆", "name"
    ),
    _said(r"Row without name, text, or label is being skipped", "这一行没有题型和字段名，已略过"),
    _said(r"The 'disabled' column header", "disabled 列已不推荐使用，请改用 relevant", "disabled"),
    _said(r"(?P<kind>Group|Repeat|Loop) has no label", "分组或重复组没有标题", "label"),
    _said(r"Choices should have a label", "选项没有文字（label）", "label", "choices"),
    _said(r"Column headers must not be empty and must not contain", "列标题为空或含空格", "", "choices"),
    _said(r"Use the max-pixels parameter", "可用参数 max-pixels 限制照片大小", "parameters"),
    _said(
        r"select one external is only meant for filtered", "外部选项题应当有选项筛选（choice_filter）", "type"
    ),
    _said(r"following sheets with similar names were found: (?P<names>.*?)\.", "有名称相近的工作表：{names}"),
    _said(r"no longer supported on most devices", "这种题型在本机上没有值", "type"),
)
