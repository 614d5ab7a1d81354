<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>DateField</name>
    <message>
        <source>year-month-day</source>
        <translation>年-月-日</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>InlineNotice</name>
    <message>
        <source>Close the notice</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>MaskedField</name>
    <message>
        <source>Show {name} in full</source>
        <translation>显示完整{name}</translation>
    </message>
    <message>
        <source>Purpose of looking</source>
        <translation>查看用途</translation>
    </message>
    <message>
        <source>Another purpose…</source>
        <translation>其他事由…</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>WhyDialog</name>
    <message>
        <source>Show {name} in full</source>
        <translation>显示完整{name}</translation>
    </message>
    <message>
        <source>Your words are kept in the access log.</source>
        <translation>所填事由会记入访问日志。</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>查看事由</translation>
    </message>
    <message>
        <source>What is it needed for?</source>
        <translation>为什么需要查看？</translation>
    </message>
    <message>
        <source>Show for a minute</source>
        <translation>显示一分钟</translation>
    </message>
    <message>
        <source>Please use at least {least} characters.</source>
        <translation>请至少填写{least}个字。</translation>
    </message>
</context>
</TS>
