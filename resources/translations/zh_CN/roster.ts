<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>BusyPane</name>
    <message>
        <source>Stop  Esc</source>
        <translation>停止  Esc</translation>
    </message>
    <message>
        <source>{done} of {total} rows</source>
        <translation>{done} / {total} 行</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>ChoosePane</name>
    <message>
        <source>Choose a roster</source>
        <translation>选择花名册</translation>
    </message>
    <message>
        <source>Drop the roster here</source>
        <translation>把花名册拖到这里</translation>
    </message>
    <message>
        <source>Title rows, merged headings, totals, several sheets: leave the file as it is. Nothing is stored until you have seen what becomes of every row.</source>
        <translation>标题行、合并表头、合计行、多张工作表都不用整理，原样导入即可。逐行看过处理结果、确认之后才会写入档案。</translation>
    </message>
    <message>
        <source>Choose a file…  Ctrl+O</source>
        <translation>选择文件…  Ctrl+O</translation>
    </message>
    <message>
        <source>Excel (.xlsx, .xls) or CSV</source>
        <translation>支持 Excel（.xlsx、.xls）和 CSV</translation>
    </message>
    <message>
        <source>Rosters ({pattern})</source>
        <translation>花名册 ({pattern})</translation>
    </message>
    <message>
        <source>Let go to read it</source>
        <translation>松开即可读取</translation>
    </message>
</context>
<context>
    <name>ColumnLine</name>
    <message>
        <source>column {letter}</source>
        <translation>{letter} 列</translation>
    </message>
    <message>
        <source>Meaning of {heading}</source>
        <translation>“{heading}”的含义</translation>
    </message>
    <message>
        <source>— not imported —</source>
        <translation>— 不导入 —</translation>
    </message>
    <message>
        <source>Tag: {tag}</source>
        <translation>标签：{tag}</translation>
    </message>
</context>
<context>
    <name>Confidence</name>
    <message>
        <source>sure</source>
        <translation>有把握</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>较可能</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不导入</translation>
    </message>
</context>
<context>
    <name>MappingPane</name>
    <message>
        <source>Table</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Import this sheet</source>
        <translation>导入这张表</translation>
    </message>
    <message>
        <source>Data begin in row</source>
        <translation>数据起始行</translation>
    </message>
    <message>
        <source>Another file  Alt+Left</source>
        <translation>换一个文件  Alt+←</translation>
    </message>
    <message>
        <source>Compare with the register  Ctrl+Enter</source>
        <translation>与档案比对  Ctrl+Enter</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>Tables: {tables}, rows: {rows}</source>
        <translation>共{tables}张表、{rows}行</translation>
    </message>
    <message>
        <source>Every sheet is left out. Take in at least one.</source>
        <translation>所有工作表都未选，请至少选一张。</translation>
    </message>
    <message>
        <source>{table}: two columns mean {field}. Leave one of them out.</source>
        <translation>{table}：有两列都是“{field}”，请把其中一列改为不导入。</translation>
    </message>
    <message>
        <source>{table}: no column is the name.</source>
        <translation>{table}：没有“姓名”列，请指定。</translation>
    </message>
    <message>
        <source>{sheet} · {rows} rows</source>
        <translation>{sheet} · {rows} 行</translation>
    </message>
    <message>
        <source>{sheet} · rows {first} to {last}</source>
        <translation>{sheet} · 第 {first}–{last} 行</translation>
    </message>
</context>
<context>
    <name>PlanPane</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>No such row</source>
        <translation>没有这样的行</translation>
    </message>
    <message>
        <source>Choose another outcome above.</source>
        <translation>请在上方换一种结果。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Columns  Alt+Left</source>
        <translation>核对列  Alt+←</translation>
    </message>
    <message>
        <source>Save report…  Ctrl+S</source>
        <translation>保存报告…  Ctrl+S</translation>
    </message>
    <message>
        <source>Import  Ctrl+Enter</source>
        <translation>导入  Ctrl+Enter</translation>
    </message>
    <message>
        <source>{outcome} {count}</source>
        <translation>{outcome} {count}</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>{new} people added, {changed} updated</source>
        <translation>将新增 {new} 人，更新 {changed} 人</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>ResultPane</name>
    <message>
        <source>Save report…  Ctrl+S</source>
        <translation>保存报告…  Ctrl+S</translation>
    </message>
    <message>
        <source>Look at the residents</source>
        <translation>查看居民</translation>
    </message>
    <message>
        <source>Another file  Ctrl+O</source>
        <translation>再导入一份  Ctrl+O</translation>
    </message>
    <message>
        <source>New besides: {buildings} buildings, {dwellings} dwellings, {households} households.</source>
        <translation>同时新建楼栋 {buildings} 幢、住房 {dwellings} 套、住户 {households} 户。</translation>
    </message>
    <message>
        <source>“{name}” is imported.</source>
        <translation>“{name}”已导入。</translation>
    </message>
    <message numerus="yes">
        <source>%n rows were not imported.</source>
        <translation>
            <numerusform>还有 %n 行没有导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>The report lists them in colour with the reasons. Correct the roster and import it again.</source>
        <translation>报告中已用颜色标出并写明原因，可照此更正原表后再次导入。</translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>File</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>核对列</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>核对名单</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成导入</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Roster import</source>
        <translation>导入花名册</translation>
    </message>
    <message>
        <source>“{name}” was not read.</source>
        <translation>没有读取“{name}”。</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>The rows were not compared.</source>
        <translation>没有完成比对。</translation>
    </message>
    <message>
        <source>Comparing with the register</source>
        <translation>正在与档案比对</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>没有导入任何内容。</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>The report is saved: {path}</source>
        <translation>报告已保存：{path}</translation>
    </message>
    <message>
        <source>“{name}” has no residents in it.</source>
        <translation>“{name}”里没有找到居民名单。</translation>
    </message>
    <message>
        <source>Is it the right file? Nothing was imported.</source>
        <translation>请确认选对了文件；未导入任何内容。</translation>
    </message>
    <message>
        <source>This row cannot be taken in as it is.</source>
        <translation>这一行不能直接收下。</translation>
    </message>
    <message>
        <source>Correct it in the file, or look the person up in the register.</source>
        <translation>请更正原表，或先在居民档案中核对此人。</translation>
    </message>
</context>
<context>
    <name>RowCard</name>
    <message>
        <source>The row chosen</source>
        <translation>所选的行</translation>
    </message>
    <message>
        <source>Take in anyway  Space</source>
        <translation>确认收下  空格</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>（无姓名）</translation>
    </message>
    <message>
        <source>{sheet}, row {row}</source>
        <translation>{sheet} · 第 {row} 行</translation>
    </message>
    <message>
        <source>Take back  Space</source>
        <translation>取消收下  空格</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>As the file has it</source>
        <translation>原表内容</translation>
    </message>
</context>
</TS>
