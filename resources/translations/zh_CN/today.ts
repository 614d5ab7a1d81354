<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>DayLine</name>
    <message>
        <source>{year} holidays not published: limits are provisional</source>
        <translation>{year} 年放假安排尚未公布，跨年期限暂按周一至周五计算，公布后自动重算</translation>
    </message>
    <message>
        <source>{year} provisional</source>
        <translation>{year} 年期限暂定</translation>
    </message>
    <message>
        <source>make-up working day</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>working day</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>休息日</translation>
    </message>
</context>
<context>
    <name>DoingsCard</name>
    <message>
        <source>Done by me today</source>
        <translation>我今天经手</translation>
    </message>
    <message>
        <source>Nothing yet. What you take in or decide today appears here.</source>
        <translation>还没有。今天收件、办结的事会出现在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>decided</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>taken in</source>
        <translation>收件</translation>
    </message>
</context>
<context>
    <name>DoorsCard</name>
    <message>
        <source>My doors</source>
        <translation>入户登记</translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) to do</source>
        <translation>
            <numerusform>待办 %n 户</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} again today</source>
        <translation>今日再访 {count} 户</translation>
    </message>
</context>
<context>
    <name>FollowUpCard</name>
    <message>
        <source>Bad ratings to follow up</source>
        <translation>差评回访</translation>
    </message>
    <message>
        <source>late</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>{day} 前</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>Back to everybody  Esc</source>
        <translation>返回全部人员  Esc</translation>
    </message>
    <message>
        <source>Nobody has anything on the table</source>
        <translation>大家手上都没有办件</translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>受理号</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>On the table</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>临期</translation>
    </message>
    <message>
        <source>Clock stopped</source>
        <translation>期限中止</translation>
    </message>
    <message>
        <source>Not yet seen</source>
        <translation>未查看</translation>
    </message>
</context>
<context>
    <name>QueueCard</name>
    <message>
        <source>Queue</source>
        <translation>排队叫号</translation>
    </message>
    <message>
        <source>Call next  F2</source>
        <translation>叫下一位  F2</translation>
    </message>
    <message>
        <source>waiting, {count} with priority</source>
        <translation>人等候，其中优先 {count} 人</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>人等候</translation>
    </message>
    <message>
        <source>at the counter: {numbers}</source>
        <translation>正在办理 {numbers}</translation>
    </message>
    <message>
        <source>next: {number}</source>
        <translation>下一位 {number}</translation>
    </message>
    <message>
        <source>served today: {count}</source>
        <translation>今日已接待 {count} 人</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>ToSettleButton</name>
    <message numerus="yes">
        <source>%n to settle</source>
        <translation>
            <numerusform>%n 项待处理</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Good morning, {name}</source>
        <translation>上午好，{name}</translation>
    </message>
    <message>
        <source>Good afternoon, {name}</source>
        <translation>下午好，{name}</translation>
    </message>
    <message>
        <source>Good evening, {name}</source>
        <translation>晚上好，{name}</translation>
    </message>
    <message>
        <source>New to me</source>
        <translation>新到我这里</translation>
    </message>
    <message>
        <source>Mine to act on</source>
        <translation>待我办理</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Waiting on others</source>
        <translation>等待他人</translation>
    </message>
    <message>
        <source>All due today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>All overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Received today</source>
        <translation>今日收件</translation>
    </message>
    <message>
        <source>Decided today</source>
        <translation>今日办结</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意率</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>还没有看过</translation>
    </message>
    <message>
        <source>it is my turn</source>
        <translation>轮到我处理</translation>
    </message>
    <message>
        <source>resident or department</source>
        <translation>等居民或部门</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>全部在办</translation>
    </message>
    <message>
        <source>before closing</source>
        <translation>下班前办完</translation>
    </message>
    <message>
        <source>past its day</source>
        <translation>超过承诺日</translation>
    </message>
    <message>
        <source>by colleague</source>
        <translation>看谁手上有多少</translation>
    </message>
    <message>
        <source>at every desk</source>
        <translation>各窗口合计</translation>
    </message>
    <message>
        <source>Nothing is overdue</source>
        <translation>没有逾期</translation>
    </message>
    <message>
        <source>Every promise is kept so far.</source>
        <translation>承诺的事都按时办着。</translation>
    </message>
    <message>
        <source>Nothing is due today</source>
        <translation>今天没有到期的</translation>
    </message>
    <message>
        <source>A calm day for what was promised.</source>
        <translation>承诺的事今天都不着急。</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>没有新到的</translation>
    </message>
    <message>
        <source>What colleagues hand over appears here.</source>
        <translation>同事移交过来的办件会出现在这里。</translation>
    </message>
    <message>
        <source>No bad rating is open</source>
        <translation>没有待回访的差评</translation>
    </message>
    <message>
        <source>Everybody left content.</source>
        <translation>来办事的居民都满意。</translation>
    </message>
    <message>
        <source>Nothing on the table</source>
        <translation>手上没有办件</translation>
    </message>
    <message>
        <source>Start with “Call next” (F2) or “Start intake” (F3).</source>
        <translation>按 F2 叫下一位，或按 F3 开始受理。</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n rating(s) today</source>
        <translation>
            <numerusform>今日评价 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>On the table of {name}</source>
        <translation>{name} 手上的办件</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>The community today</source>
        <translation>社区今天</translation>
    </message>
    <message>
        <source>Start intake  F3</source>
        <translation>开始受理  F3</translation>
    </message>
</context>
</TS>
