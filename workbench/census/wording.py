"""Every sentence with which the census refuses to do something, in one place, in the workers' language."""

from __future__ import annotations

from enum import StrEnum

from workbench.standards.errors import WorkbenchError


class Reason(StrEnum):
    """Why something may not be done now; the parts in braces are filled in by whoever refuses."""

    ROUND_NOT_NOW = "“{name}”目前为“{state}”，不能{verb}，未作改动。"
    CASE_NOT_NOW = "{place}目前为“{state}”，不能{verb}，未作改动。"
    REASON_NEEDED = "{verb}须写明原因，未作改动。"
    NAME_NEEDED = "请填写轮次名称，未保存。"
    FORM_NEEDED = "请为轮次选择已发布的调查表，才能开始登记。"
    PERIOD_TURNED = "结束日期早于开始日期，未保存；请核对日期。"
    PERCENT = "{what}须在 0 至 100 之间，未保存。"
    BASIS_NEEDED = "使用登记资料须写明法律依据或居民同意的方式，未保存。"
    CENSUS_CLOSED_BOOK = (
        "普查资料只用于汇总，依照《统计法》不得用来更新居民档案；请取消“可更新档案”，未保存。"
    )
    POLL_NAMELESS = "满意度测评不记名，不能预填，也不能更新居民档案，未保存。"
    NO_AREAS = "还没有划分普查小区，不能开始登记。"
    AREAS_EMPTY = "普查小区{codes}中没有住户，请先调整划分。"
    UNASSIGNED = "还有 {count} 户没有分派登记人员，请先分派。"
    AREAS_OPEN = "还有 {count} 个普查小区没有验收，不能结束轮次。"
    DIVIDED_ALREADY = "这一轮已经划分过普查小区；可以逐个调整，不能重新划分。"
    NO_BUILDINGS = "没有可划分的楼栋：请先登记楼栋和住房。"
    AREA_CODE = "普查小区编号须为 1 至 8 位字母或数字，且不能重复，未保存。"
    AREA_NOT_EMPTY = "普查小区“{area}”中还有 {count} 户，请先划到别的小区。"
    AREA_SIGNED = "普查小区“{area}”已经验收；如需更改，请先撤销验收。"
    NOT_SIGNED = "普查小区“{area}”还没有验收。"
    PART_TAKEN = "{place}已划入普查小区“{area}”，未作改动。"
    PART_TOUCHED = "{place}已有入户或录入记录，不能再改划小区。"
    HOUSEHOLD_THERE = "{place}的第 {number} 户已经在册，未重复增加。"
    ROOM_NEEDED = "请填写室号，未保存。"
    DAY_AHEAD = "再次入户时间须在现在之后、{until}之前，未保存。"
    NOT_YOURS = "{place}没有分派给您，不能{verb}，未作改动。"
    NO_ACCESS = "您目前无权查看这个普查小区；如工作需要，请联系负责人。"
    ENTRY_TWICE = "这份表已经提交过，没有重复保存。"
    WRONG_FORM = "提交的表与本轮的调查表不一致（应为“{expected}”），未保存；草稿还在。"
    UNREADABLE = "提交的表无法读取，未保存；草稿还在，请重新打开后提交。"
    NOTHING_TO_EXPLAIN = "没有这一条核查提示，或它属于必须更正的差错，不能只作说明。"
    SAME_TYPIST = "双录须由另一人进行：{place}是您录入的。"
    NOT_YOUR_DOUBLE = "{place}正由其他人复核，请取下一户。"
    DOUBLE_RUNNING = "{place}正在双录复核，请等复核结束，或由负责人撤销复核后再更正。"
    NO_DOUBLE = "{place}没有进行中的双录复核。"
    DOUBLE_TYPED = "{place}的第二遍录入已经提交，请逐项核定差异。"
    NO_DIFFERENCE = "没有这一项差异，或它已经核定。"
    VALUE_NEEDED = "两人都有误时须填写正确的值，且不同于两人所填。"
    VALUE_NOT_TAKEN = "只有两人都有误时才填写新值。"
    MEMBER_WHOSE = "多出或缺少的成员只能核定为其中一人有误。"
    NOTHING_TO_DRAW = "没有可抽查的住户：所选范围还没有录入完成的表。"
    DRAW_EARLY = "普查小区“{area}”还有 {count} 户没有登记完；登记完成后才能抽取样本。"
    DRAWN_ALREADY = "普查小区“{area}”已经抽取过样本。"
    RECHECK_DONE = "{place}的抽查已经完成。"
    NOT_DRAWN = "{place}没有被抽中，不需要抽查。"
    SAME_ENUMERATOR = "抽查须由另一人独立入户：{place}是您登记的。"
    CASES_OPEN = "还有 {count} 户没有登记完，不能验收。"
    HARD_EDITS = "还有 {count} 户存在必须更正的逻辑差错，不能验收。"
    SOFT_EDITS = "还有 {count} 户的核查提示没有说明，不能验收。"
    DOUBLE_SHARE = "双录复核未达到 {share}%：还差 {count} 户。"
    DOUBLE_OPEN = "还有 {count} 户的双录复核没有完成。"
    RECHECK_OPEN = "还有 {count} 户抽查没有完成。"
    RECHECK_NOT_DRAWN = "这个小区还没有抽取抽查样本。"
    RECHECK_FAILED = "抽查差错率 {rate}% 超过允许的 {limit}%，须整个小区退回重做。"
    NOT_FAILED = "普查小区“{area}”的抽查没有超过允许的差错率，不需要整个退回。"
    CONTRACT_NAME = "请填写第三方机构名称和合同编号，未保存。"
    CONTRACT_OVER = "与“{organisation}”的合同不在有效期内，不能{verb}。"
    CONTRACT_ENDED = "与“{organisation}”的合同已经终止。"
    NO_AGREEMENT = "“{organisation}”还没有签订保密协议，其人员不能接触资料。"
    AGREEMENT_AHEAD = "保密协议的签订日期在今天之后，未保存。"
    MEMBER_ELSEWHERE = "该账号已属于“{organisation}”的合同，一个账号同一轮只能属于一份合同。"
    NOT_ENUMERATOR = "该账号不是在用的登记人员账号，请先在“管理”中授予普查员角色。"
    OUTSIDER_STAFF = "第三方机构只能使用“普查员”账号，该账号还有其他角色，未作改动。"
    OTHER_SIDE = "普查小区“{area}”由“{organisation}”承担，只能分派给该机构的人员。"
    OUTSIDER_HERE = "该登记人员属于第三方机构，只能分派其合同内的普查小区。"
    OTHER_ROUND = "合同与普查小区不属于同一轮次，未作改动。"
    AREA_HELD = "普查小区“{area}”已由“{organisation}”承担。"
    NO_CANDIDATES = "没有可以分派的登记人员。"


class GuardFailed(WorkbenchError):
    """A rule does not allow it now (不允许); nothing was changed, `reason` says which rule."""

    def __init__(self, reason: Reason, **parts: object) -> None:
        super().__init__(reason.format(**parts))
        self.reason = reason
