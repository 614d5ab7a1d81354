<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AreaField</name>
    <message>
        <source>Alt+Enter: a new line</source>
        <translation>Alt+Enter 换行</translation>
    </message>
</context>
<context>
    <name>ChipField</name>
    <message>
        <source>Read and understood</source>
        <translation>已阅读并知晓</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose a file  Space</source>
        <translation>选择文件  空格</translation>
    </message>
</context>
<context>
    <name>FormFoot</name>
    <message>
        <source>Complete  Ctrl+Enter</source>
        <translation>完成  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>FormHead</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>{answered} of {asked} answered</source>
        <translation>已答 {answered} / {asked} 题</translation>
    </message>
    <message>
        <source>{count} to put right  F4</source>
        <translation>{count} 处待更正  F4</translation>
    </message>
    <message>
        <source>Whole sheet</source>
        <translation>整表录入</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>逐题填写</translation>
    </message>
    <message>
        <source>How much is seen at once</source>
        <translation>显示方式</translation>
    </message>
    <message>
        <source>Language of the form</source>
        <translation>表单语言</translation>
    </message>
</context>
<context>
    <name>FormKeys</name>
    <message>
        <source>next</source>
        <translation>下一题</translation>
    </message>
    <message>
        <source>back</source>
        <translation>上一题</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>查问题</translation>
    </message>
    <message>
        <source>same as before</source>
        <translation>同上</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>离开</translation>
    </message>
</context>
<context>
    <name>FormVerbs</name>
    <message>
        <source>Nothing is wrong so far.</source>
        <translation>目前没有发现问题。</translation>
    </message>
    <message>
        <source>Remove number {position}?</source>
        <translation>删除第 {position} 份？</translation>
    </message>
    <message>
        <source>What was typed for it goes too; Ctrl+Z brings it back.</source>
        <translation>已录入的内容一并删除；按 Ctrl+Z 可以恢复。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Everything is answered. Enter completes the form.</source>
        <translation>全部题目已填好，按 Enter 完成。</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>Files cannot be kept here; nothing was stored.</source>
        <translation>这里不能保存文件，没有存下任何内容。</translation>
    </message>
</context>
<context>
    <name>GridPanel</name>
    <message>
        <source>Add  Ctrl +</source>
        <translation>添加  Ctrl +</translation>
    </message>
    <message>
        <source>Add one</source>
        <translation>添加一份</translation>
    </message>
    <message>
        <source>Turn  F6</source>
        <translation>行列互换  F6</translation>
    </message>
    <message>
        <source>Turn the table: members in rows or in columns</source>
        <translation>行列互换：成员排成行或排成列</translation>
    </message>
    <message>
        <source>Nobody is entered yet</source>
        <translation>还没有录入</translation>
    </message>
    <message>
        <source>Ctrl + adds the first.</source>
        <translation>按 Ctrl + 添加第一份。</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>共 {count} 份</translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>year-month-day</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>hour:minute</source>
        <translation>时:分</translation>
    </message>
    <message>
        <source>year-month-day hour:minute</source>
        <translation>年-月-日 时:分</translation>
    </message>
    <message>
        <source>latitude longitude</source>
        <translation>纬度 经度</translation>
    </message>
    <message>
        <source>Scan or type, then Enter</source>
        <translation>扫码或键入，按 Enter</translation>
    </message>
</context>
<context>
    <name>ListField</name>
    <message>
        <source>Code, word or initials</source>
        <translation>代码、文字或拼音首字母</translation>
    </message>
</context>
<context>
    <name>NoteStrip</name>
    <message>
        <source>Note on the field</source>
        <translation>本题备注</translation>
    </message>
    <message>
        <source>Enter keeps the note, Esc leaves it</source>
        <translation>Enter 保存备注，Esc 不改</translation>
    </message>
    <message>
        <source>Note on “{question}”</source>
        <translation>“{question}”的备注</translation>
    </message>
</context>
<context>
    <name>ReasonStrip</name>
    <message>
        <source>Why is this submission put right?</source>
        <translation>为什么要更正这份答卷？</translation>
    </message>
    <message>
        <source>As it will stand in the record, for example: the number was misread</source>
        <translation>将记入更正记录，例如：号码看错一位</translation>
    </message>
    <message>
        <source>Say the reason first; what you changed is kept.</source>
        <translation>请先写明更正理由；已做的修改都还在。</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
</context>
<context>
    <name>SingleView</name>
    <message>
        <source>Back  ↑</source>
        <translation>上一题  ↑</translation>
    </message>
    <message>
        <source>Next  Enter</source>
        <translation>下一题  Enter</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一题</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一题</translation>
    </message>
</context>
</TS>
