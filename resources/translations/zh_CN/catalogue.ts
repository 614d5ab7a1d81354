<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CataloguePage</name>
    <message>
        <source>Offer “{name}” no longer?</source>
        <translation>停用“{name}”？</translation>
    </message>
    <message>
        <source>Matters already accepted go on. An import can bring the item back.</source>
        <translation>已受理的办件照常办理；以后可通过导入恢复。</translation>
    </message>
    <message>
        <source>Retire the item</source>
        <translation>停用事项</translation>
    </message>
    <message>
        <source>“{name}” is no longer offered.</source>
        <translation>“{name}”已停用。</translation>
    </message>
    <message>
        <source>Export  Ctrl+E</source>
        <translation>导出  Ctrl+E</translation>
    </message>
    <message>
        <source>Import  Ctrl+O</source>
        <translation>导入  Ctrl+O</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Choose an item</source>
        <translation>选择一个事项</translation>
    </message>
    <message>
        <source>What it needs, how long it takes and what to tell the resident stands here.</source>
        <translation>这里会显示要带什么、多久办好、怎样答复居民。</translation>
    </message>
</context>
<context>
    <name>CatalogueWords</name>
    <message>
        <source>No legal limit</source>
        <translation>无法定期限</translation>
    </message>
    <message>
        <source>On the spot</source>
        <translation>当场办结</translation>
    </message>
    <message>
        <source>%n working day(s)</source>
        <translation>%n 个工作日</translation>
    </message>
    <message>
        <source>original checked</source>
        <translation>核验原件</translation>
    </message>
    <message>
        <source>{copies} kept</source>
        <translation>留存 {copies} 份</translation>
    </message>
</context>
<context>
    <name>DifferenceDialog</name>
    <message>
        <source>What the import would change</source>
        <translation>导入前请核对差异</translation>
    </message>
    <message>
        <source>Changed items</source>
        <translation>有变化的事项</translation>
    </message>
    <message numerus="yes">
        <source>Also retire the %n item(s) the file does not have</source>
        <translation>
            <numerusform>同时停用文件中没有的 %n 个事项</numerusform>
        </translation>
    </message>
    <message>
        <source>Import  Ctrl+Enter</source>
        <translation>确认导入  Ctrl+Enter</translation>
    </message>
    <message>
        <source>posts {count}</source>
        <translation>岗位 {count}</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Service catalogue</source>
        <translation>社区事项目录</translation>
    </message>
    <message>
        <source>Export the catalogue</source>
        <translation>导出事项目录</translation>
    </message>
    <message>
        <source>Import a catalogue</source>
        <translation>导入事项目录</translation>
    </message>
    <message>
        <source>Exported to {file}.</source>
        <translation>已导出到 {file}。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>“{file}” says what the catalogue says already.</source>
        <translation>“{file}”与现有目录一致，无需导入。</translation>
    </message>
    <message>
        <source>Imported: {added} added, {changed} changed, {retired} retired.</source>
        <translation>导入完成：新增 {added} 项，修改 {changed} 项，停用 {retired} 项。</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>FieldChanges</name>
    <message>
        <source>Before and after</source>
        <translation>修改前后</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>修改后</translation>
    </message>
</context>
<context>
    <name>ItemFinder</name>
    <message>
        <source>Find an item</source>
        <translation>查找事项</translation>
    </message>
    <message>
        <source>Name, initials, plain words</source>
        <translation>名称、拼音首字母、口语说法</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Try other words or the initials.</source>
        <translation>换个说法，或用拼音首字母试试。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>All posts</source>
        <translation>全部岗位</translation>
    </message>
</context>
<context>
    <name>ItemGuide</name>
    <message>
        <source>A sample: check it against the local list before use.</source>
        <translation>样例内容，使用前请对照本地事项清单核对。</translation>
    </message>
    <message>
        <source>The community must not issue this certificate</source>
        <translation>社区不得出具这项证明</translation>
    </message>
    <message>
        <source>For the first time</source>
        <translation>新手提示</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>要带的材料</translation>
    </message>
    <message>
        <source>Start a matter  Ctrl+Enter</source>
        <translation>受理此事项  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Refuse in writing</source>
        <translation>出具不予受理通知书</translation>
    </message>
    <message>
        <source>Offer this item no longer</source>
        <translation>停用此事项</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>administrative licence</source>
        <translation>行政许可</translation>
    </message>
    <message>
        <source>an agent may come</source>
        <translation>可代办</translation>
    </message>
    <message>
        <source>in person only</source>
        <translation>须本人到场</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺期限</translation>
    </message>
    <message>
        <source>Legal limit</source>
        <translation>法定期限</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>适用对象</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>主管部门</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>办理层级</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>设定依据</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>常用说法</translation>
    </message>
</context>
<context>
    <name>MaterialLine</name>
    <message>
        <source>held here is enough</source>
        <translation>社区已存可免交</translation>
    </message>
    <message>
        <source>may follow</source>
        <translation>可容缺</translation>
    </message>
    <message>
        <source>if there is one</source>
        <translation>视情提供</translation>
    </message>
</context>
<context>
    <name>MaterialList</name>
    <message>
        <source>What to bring</source>
        <translation>要带的材料</translation>
    </message>
    <message>
        <source>Nothing has to be brought.</source>
        <translation>无需携带材料。</translation>
    </message>
</context>
</TS>
