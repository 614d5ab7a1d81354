<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ApprovalDialog</name>
    <message>
        <source>A second person has to agree</source>
        <translation>需要另一位负责人同意</translation>
    </message>
    <message>
        <source>Account of the second person</source>
        <translation>审批人账号</translation>
    </message>
    <message>
        <source>Their password</source>
        <translation>审批人密码</translation>
    </message>
    <message>
        <source>{person} exports it for: {purpose}. Whoever agrees is kept in the access log.</source>
        <translation>{person}导出，用途：{purpose}。审批人会记入访问日志。</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>同意导出</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写这一项。</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Export {report}</source>
        <translation>导出{report}</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择保存位置…</translation>
    </message>
    <message>
        <source>Print {report}</source>
        <translation>打印{report}</translation>
    </message>
    <message>
        <source>Choose the printer…</source>
        <translation>选择打印机…</translation>
    </message>
    <message>
        <source>Exported to {file}.</source>
        <translation>已导出到 {file}。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>已送打印机 %n 页。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeriodPicker</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Earlier (Alt+Left)</source>
        <translation>往前（Alt+←）</translation>
    </message>
    <message>
        <source>Later (Alt+Right)</source>
        <translation>往后（Alt+→）</translation>
    </message>
    <message>
        <source>As things stand on {day}</source>
        <translation>截至 {day} 的现状</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>回到本月</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>回到今天</translation>
    </message>
</context>
<context>
    <name>PurposeDialog</name>
    <message>
        <source>What is it for?</source>
        <translation>导出用途</translation>
    </message>
    <message>
        <source>{person}, the time and this purpose are printed on it and kept in the access log.</source>
        <translation>文件上会标明 {person}、时间和用途，并记入访问日志。</translation>
    </message>
    <message>
        <source>Monthly report to the sub-district</source>
        <translation>月度上报街道</translation>
    </message>
    <message>
        <source>Community meeting</source>
        <translation>社区例会</translation>
    </message>
    <message>
        <source>For the files</source>
        <translation>存档备查</translation>
    </message>
    <message>
        <source>Home visits</source>
        <translation>入户走访</translation>
    </message>
    <message>
        <source>Inspection from above</source>
        <translation>上级检查</translation>
    </message>
    <message>
        <source>Please say what it is for.</source>
        <translation>请写明用途。</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>for one day</source>
        <translation>按日</translation>
    </message>
    <message>
        <source>for one month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>as things stand now</source>
        <translation>按当前状况</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Drawing the report…</source>
        <translation>正在生成报表…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Export Excel</source>
        <translation>导出 Excel</translation>
    </message>
    <message>
        <source>About</source>
        <translation>说明与时间</translation>
    </message>
</context>
</TS>
