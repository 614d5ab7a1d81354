<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CardPanel</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>打开档案</translation>
    </message>
    <message>
        <source>Serve</source>
        <translation>为其办理</translation>
    </message>
</context>
<context>
    <name>CardSections</name>
    <message>
        <source>Matters</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>The community holds</source>
        <translation>社区已有材料</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>同户成员</translation>
    </message>
    <message>
        <source>Relatives elsewhere</source>
        <translation>外户亲属</translation>
    </message>
    <message>
        <source>Moves and tags</source>
        <translation>变动记录</translation>
    </message>
    <message>
        <source>Identity no.</source>
        <translation>身份号码</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>身份号码</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>户籍</translation>
    </message>
    <message>
        <source>Other phone</source>
        <translation>其他电话</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>文化程度</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>no expiry</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
</context>
<context>
    <name>Doing</name>
    <message>
        <source>Change household</source>
        <translation>变更住户</translation>
    </message>
    <message>
        <source>Moves in again</source>
        <translation>迁入</translation>
    </message>
    <message>
        <source>Moved out</source>
        <translation>迁出</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>去世登记</translation>
    </message>
</context>
<context>
    <name>DuplicatesBar</name>
    <message>
        <source>It is this person</source>
        <translation>就是此人</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>New resident</source>
        <translation>登记新居民</translation>
    </message>
    <message>
        <source>Correct the record</source>
        <translation>修改档案</translation>
    </message>
    <message>
        <source>Open this record</source>
        <translation>打开此档案</translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>保存  Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>Not known</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>身份号码</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Other phone</source>
        <translation>其他电话</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>文化程度</translation>
    </message>
    <message>
        <source>Relation to the head</source>
        <translation>与户主关系</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>户籍情况</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>EventDialog</name>
    <message>
        <source>Since</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Relation to the head</source>
        <translation>与户主关系</translation>
    </message>
    <message>
        <source>Which day?</source>
        <translation>请填写日期。</translation>
    </message>
    <message>
        <source>Choose somebody they live with, or building and room.</source>
        <translation>请选择同住的居民，或填写幢号和室号。</translation>
    </message>
</context>
<context>
    <name>HeldDialog</name>
    <message>
        <source>The community holds</source>
        <translation>社区已有材料</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>No scan yet</source>
        <translation>还没有扫描件</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Empty: does not expire</source>
        <translation>留空表示长期有效</translation>
    </message>
    <message>
        <source>Choose a scan</source>
        <translation>选择扫描件</translation>
    </message>
    <message>
        <source>Add  Ctrl+Enter</source>
        <translation>添加  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Scans and photos</source>
        <translation>扫描件和照片</translation>
    </message>
    <message>
        <source>This is no date.</source>
        <translation>日期不正确。</translation>
    </message>
</context>
<context>
    <name>HouseholdPicker</name>
    <message>
        <source>Lives with</source>
        <translation>与这位居民同住</translation>
    </message>
    <message>
        <source>A household of their own at</source>
        <translation>单独立户，住在</translation>
    </message>
    <message>
        <source>Name or initials of somebody there</source>
        <translation>输入同住居民的姓名或首字母</translation>
    </message>
    <message>
        <source>Residents found</source>
        <translation>居民查找结果</translation>
    </message>
    <message>
        <source>With {name}</source>
        <translation>与 {name} 同户</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>One of two records</source>
        <translation>合并重复档案</translation>
    </message>
    <message>
        <source>The record at the left stays; the other one is retired. This can be undone.</source>
        <translation>保留左边的档案，右边的停用，所有记录归到一处；以后可以撤销。</translation>
    </message>
    <message>
        <source>Make one record  Ctrl+Enter</source>
        <translation>合并  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Stays: {who}</source>
        <translation>保留：{who}</translation>
    </message>
    <message>
        <source>Is retired: {who}</source>
        <translation>停用：{who}</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Name, initials, number, phone, address</source>
        <translation>姓名、首字母、证件号、电话、地址</translation>
    </message>
    <message>
        <source>Residents found</source>
        <translation>居民查找结果</translation>
    </message>
    <message>
        <source>Choose a resident</source>
        <translation>请选择居民</translation>
    </message>
    <message>
        <source>Type a few letters at the left; Enter opens the record.</source>
        <translation>在左边输入几个字，按 Enter 打开档案。</translation>
    </message>
    <message>
        <source>New resident  Ctrl+N</source>
        <translation>登记新居民  Ctrl+N</translation>
    </message>
    <message>
        <source>People</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>With open matters</source>
        <translation>有在办件的居民</translation>
    </message>
    <message>
        <source>The first {count}; type more</source>
        <translation>仅显示前 {count} 位，请多输几个字</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>找到 {count} 位</translation>
    </message>
</context>
<context>
    <name>PersonLine</name>
    <message>
        <source>aged {age}</source>
        <translation>{age}岁</translation>
    </message>
</context>
<context>
    <name>PlaceFields</name>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>幢</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>室</translation>
    </message>
    <message>
        <source>room</source>
        <translation>室</translation>
    </message>
</context>
<context>
    <name>RecordActions</name>
    <message>
        <source>What can be done</source>
        <translation>可办操作</translation>
    </message>
    <message>
        <source>Serve</source>
        <translation>为其办理</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Document held</source>
        <translation>登记已有材料</translation>
    </message>
    <message>
        <source>Change household</source>
        <translation>变更住户</translation>
    </message>
    <message>
        <source>Moved out</source>
        <translation>迁出</translation>
    </message>
    <message>
        <source>Moves in again</source>
        <translation>迁入</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>去世登记</translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message>
        <source>Compare</source>
        <translation>比对合并</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Parts of the record</source>
        <translation>档案内容</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>档案</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>The community holds</source>
        <translation>社区已有材料</translation>
    </message>
    <message>
        <source>Merged records</source>
        <translation>已合并的档案</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>no expiry</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>撤销合并</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Add  Ctrl+Enter</source>
        <translation>添加  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Which day?</source>
        <translation>请填写日期。</translation>
    </message>
</context>
</TS>
