<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search everything</source>
        <translation>全局搜索</translation>
    </message>
    <message>
        <source>Search people, items, matters, commands    Ctrl+K</source>
        <translation>搜索居民、事项、办件、命令　Ctrl+K</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Nothing found. Try the initials, part of a number, or other words.</source>
        <translation>没有找到。可试拼音首字母、号码的一段，或换个说法。</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Community Workbench</source>
        <translation>社区全科工作台</translation>
    </message>
    <message>
        <source>No page here opens this kind of record.</source>
        <translation>没有可以打开这类记录的页面。</translation>
    </message>
    <message>
        <source>Open {page}</source>
        <translation>打开{page}</translation>
    </message>
    <message>
        <source>Sync and what waits to be settled</source>
        <translation>同步与待处理</translation>
    </message>
    <message>
        <source>Lock the workbench</source>
        <translation>锁定工作台</translation>
    </message>
    <message>
        <source>Switch person</source>
        <translation>换人</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SideHost</name>
    <message>
        <source>Beside the page</source>
        <translation>侧栏</translation>
    </message>
    <message>
        <source>Close the card</source>
        <translation>关闭卡片</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Status</source>
        <translation>状态栏</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 人排队</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>%n 条未上传</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is kept here</source>
        <translation>内容都在本机</translation>
    </message>
    <message numerus="yes">
        <source>%n to settle</source>
        <translation>
            <numerusform>%n 项待处理</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Switch person (Ctrl+Shift+L)</source>
        <translation>换人 (Ctrl+Shift+L)</translation>
    </message>
    <message>
        <source>Lock (Ctrl+L)</source>
        <translation>锁定 (Ctrl+L)</translation>
    </message>
    <message>
        <source>Show or fold the card (Ctrl+B)</source>
        <translation>展开或收起侧栏 (Ctrl+B)</translation>
    </message>
</context>
</TS>
