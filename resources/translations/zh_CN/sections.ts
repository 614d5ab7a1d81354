<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>SectionedPage</name>
    <message>
        <source>Sections</source>
        <translation>栏目</translation>
    </message>
</context>
</TS>
