<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Faults</name>
    <message>
        <source>This did not work</source>
        <translation>这一步没有成功</translation>
    </message>
    <message>
        <source>Something in the workbench broke. Nothing half-done was saved; what you typed is kept as a draft. Try again; if it comes back, copy the details and send them to whoever looks after the workbench.</source>
        <translation>工作台内部出错。没有存下半截数据，已填的内容保留为草稿。请再试一次；若再次出现，请复制详情发给维护人员。</translation>
    </message>
    <message>
        <source>Something broke</source>
        <translation>程序出错</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>复制详情</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>People</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>名册</translation>
    </message>
    <message>
        <source>Census</source>
        <translation>普查</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>管理</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>People</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>aged {age}</source>
        <translation>{age}岁</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Your password was changed.</source>
        <translation>密码已修改。</translation>
    </message>
</context>
</TS>
