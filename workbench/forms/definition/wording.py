"""The sentences in which a form's mistakes are told."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """A mistake in a form; the sentence is filled with `format`."""

    NOT_XML = "文件不是完整的 XML，第 {line} 行起无法读取"
    DOCTYPE = "文件第 {line} 行带有 DOCTYPE 或实体声明，为安全起见不予读取；请让作者去掉后重新导出"
    TOO_LARGE = "文件超过 {limit} MB，不予读取"
    TOO_DEEP = "文件第 {line} 行处层次太深或内容太大，疑似恶意文件，不予读取"
    NOT_A_WORKBOOK = "文件不是 Excel 工作簿，也不是 XML 表单"
    HOSTILE = "{why}，没有读取任何内容；请重新取得文件，来路不明的请报告管理员"
    BROKEN_WORKBOOK = "工作簿无法读取或内容自相矛盾；请用 Excel 打开后另存为 .xlsx 再试"
    NOT_FOUND = "找不到文件“{name}”：{why}"
    NOT_A_FORM = "这不是 ODK 表单：缺少“{missing}”部分"
    NO_NODE = "“{name}”在表单中不存在"
    NO_REFERENCE = "题目没有写明它对应的字段（ref）"
    NO_ITEXT = "引用的译文“{name}”不存在"
    NO_INSTANCE = "引用的名单“{name}”不存在"
    NO_MEDIA = "缺少附件“{name}”；请把它放在表单旁边再导入"
    MEDIA_NAME = "附件名“{name}”指向表单之外的位置，不予读取"
    MEDIA_TABLE = "附件“{name}”无法读取：{why}"
    BAD_EXPRESSION = "表达式“{text}”第 {position} 个字符处有错：{why}"
    CIRCLE = "字段之间互相依赖，无法计算：{names}"
    BAD_SEARCH = "search() 的写法不对：{text}"


class TableFault(StrEnum):
    """Why a table beside a form cannot be read."""

    ENCODING = "文字编码无法识别，请另存为 UTF-8"
    NOT_CSV = "不是完整的 CSV 表格"
    NOT_JSON = "不是完整的 GeoJSON"
    NO_FEATURES = "GeoJSON 中没有要素集合（FeatureCollection）"
    GEOMETRY = "GeoJSON 中有无法识别的几何图形（只支持点、线、面）"
    TOO_WIDE = "列太多"
