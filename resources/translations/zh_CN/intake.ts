<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ActionBar</name>
    <message>
        <source>What happens next</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>The community must not issue this certificate</source>
        <translation>社区不得出具这项证明</translation>
    </message>
    <message>
        <source>missing: {names}</source>
        <translation>还缺：{names}</translation>
    </message>
    <message>
        <source>Not complete</source>
        <translation>材料未齐</translation>
    </message>
    <message>
        <source>Accepted without a limit</source>
        <translation>受理后不设办理期限</translation>
    </message>
    <message>
        <source>Done by {day}</source>
        <translation>{day}前办结</translation>
    </message>
    <message>
        <source> (provisional, holidays not yet published)</source>
        <translation>（暂定，节假日安排尚未公布）</translation>
    </message>
    <message>
        <source>prints {papers}</source>
        <translation>将打印{papers}</translation>
    </message>
    <message>
        <source>Accept {count} matters</source>
        <translation>受理{count}件</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>转办移交</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Receive only</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Tell what is missing</source>
        <translation>一次性告知</translation>
    </message>
    <message>
        <source>Done at once</source>
        <translation>当场办结</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
</context>
<context>
    <name>AgentForm</name>
    <message>
        <source>Agent</source>
        <translation>代办人</translation>
    </message>
    <message>
        <source>Only if somebody else came for the resident.</source>
        <translation>由别人代办时才填。点选同户家人即可带出。</translation>
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
        <source>Relation</source>
        <translation>与申请人关系</translation>
    </message>
    <message>
        <source>for example daughter</source>
        <translation>如：女儿</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Scan of the proof</source>
        <translation>扫描代办证明</translation>
    </message>
    <message>
        <source>The resident came alone</source>
        <translation>本人办理</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>代办证明</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Scans and photos</source>
        <translation>扫描件和照片</translation>
    </message>
    <message>
        <source>Proof of the agent</source>
        <translation>代办证明</translation>
    </message>
    <message>
        <source>Number {number}, {count} before</source>
        <translation>取号 {number}，前面还有 {count} 位</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>All handed in  F4</source>
        <translation>全部已交  F4</translation>
    </message>
    <message>
        <source>All handed in</source>
        <translation>全部已交</translation>
    </message>
    <message>
        <source>{there} of {all} there</source>
        <translation>已有 {there} / {all} 件</translation>
    </message>
    <message>
        <source>The community must not issue this</source>
        <translation>社区不得出具</translation>
    </message>
    <message>
        <source>No material is needed</source>
        <translation>这个事项不需要材料</translation>
    </message>
    <message>
        <source>Go on below.</source>
        <translation>可直接在下方办理。</translation>
    </message>
    <message>
        <source>The community holds it</source>
        <translation>社区已有</translation>
    </message>
    <message>
        <source>The community holds it, valid until {day}</source>
        <translation>社区已有，有效期至 {day}</translation>
    </message>
</context>
<context>
    <name>DonePanel</name>
    <message>
        <source>Done</source>
        <translation>已办好</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Preview of the paper</source>
        <translation>文书预览</translation>
    </message>
    <message>
        <source>Next resident  Enter</source>
        <translation>下一位  Enter</translation>
    </message>
    <message>
        <source>Print  Ctrl+P</source>
        <translation>打印  Ctrl+P</translation>
    </message>
    <message>
        <source>Kept: {count} for {name}</source>
        <translation>{name}：{count} 件已办好</translation>
    </message>
    <message>
        <source>Papers to print</source>
        <translation>待打印文书</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>{day}前办结</translation>
    </message>
    <message>
        <source>Nothing is to be printed.</source>
        <translation>没有需要打印的文书。</translation>
    </message>
</context>
<context>
    <name>FactsForm</name>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>情况说明</translation>
    </message>
    <message>
        <source>What the resident said that matters</source>
        <translation>居民说明的重要情况</translation>
    </message>
    <message>
        <source>Urgent because</source>
        <translation>加急原因</translation>
    </message>
    <message>
        <source>Leave empty when it is not</source>
        <translation>不加急就留空</translation>
    </message>
    <message>
        <source>From the register. Correct it on the resident&apos;s card.</source>
        <translation>由居民档案预填；如有出入，请在居民档案中更正。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Identity no.</source>
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
        <source>Ethnic group</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Guide</source>
        <translation>办事指南</translation>
    </message>
    <message>
        <source>Must not be issued. Tell the resident:</source>
        <translation>不得出具。请这样告知居民：</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>新手提示</translation>
    </message>
    <message>
        <source>legal limit {days}</source>
        <translation>法定{days}个工作日</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>办理时限</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>费用</translation>
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
        <source>Handled by</source>
        <translation>办理方式</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>主管部门</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>行政许可</translation>
    </message>
    <message>
        <source>In person only</source>
        <translation>须本人办理</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>Resident: name, initials, number, phone, address</source>
        <translation>找居民：姓名、拼音首字母、证件号、电话、地址</translation>
    </message>
    <message>
        <source>What is it about? Name, initials, plain words   Ctrl+I</source>
        <translation>找事项：名称、首字母或居民的说法（如“办老年证”）   Ctrl+I</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Who is it for? “{item}” follows.</source>
        <translation>请选择居民，选定后自动带出“{item}”。</translation>
    </message>
    <message>
        <source>Your unfinished talk is here again, as it was last typed.</source>
        <translation>上次没办完的受理已恢复，内容与最后一次输入时一致。</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>放弃草稿</translation>
    </message>
</context>
<context>
    <name>MaterialRow</name>
    <message>
        <source>Add a scan or photo (A)</source>
        <translation>添加扫描件或照片（A）</translation>
    </message>
    <message>
        <source>Scans and photos</source>
        <translation>扫描件和照片</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必需</translation>
    </message>
    <message>
        <source>if there is one</source>
        <translation>如有请提供</translation>
    </message>
    <message>
        <source>required, may follow</source>
        <translation>必需，可容缺</translation>
    </message>
    <message>
        <source>Follows by</source>
        <translation>补交日期</translation>
    </message>
    <message>
        <source>The last day on which the resident brings it</source>
        <translation>居民最迟补交的日期</translation>
    </message>
</context>
<context>
    <name>MatterTabs</name>
    <message>
        <source>Matters of this visit</source>
        <translation>本次办理的事项</translation>
    </message>
    <message>
        <source>Take out {item} (Ctrl+W)</source>
        <translation>去掉“{item}”（Ctrl+W）</translation>
    </message>
</context>
<context>
    <name>Newcomer</name>
    <message>
        <source>Enter and serve  Ctrl+Enter</source>
        <translation>登记并办理  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Back to the search  Esc</source>
        <translation>返回查找  Esc</translation>
    </message>
    <message>
        <source>The identity number tells birth date and sex by itself.</source>
        <translation>填写身份号码后，出生日期和性别会自动带出。</translation>
    </message>
    <message>
        <source>New resident</source>
        <translation>登记新居民</translation>
    </message>
    <message>
        <source>{who}, born {day}</source>
        <translation>{who}，{day}出生</translation>
    </message>
</context>
<context>
    <name>RefusalDialog</name>
    <message>
        <source>Refuse in writing</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>What to do instead</source>
        <translation>告知居民如何办理</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>不予受理事由</translation>
    </message>
    <message>
        <source>Refuse  Ctrl+Enter</source>
        <translation>不予受理  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Please write it down.</source>
        <translation>请填写。</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Drawing the preview…</source>
        <translation>正在生成预览…</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Guide</source>
        <translation>办事指南</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代办人</translation>
    </message>
    <message>
        <source>Beside the checklist</source>
        <translation>办事指南、表单与代办人</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>↑ ↓ choose · Enter takes it</source>
        <translation>↑ ↓ 选择 · Enter 选定</translation>
    </message>
    <message>
        <source>Who is here?</source>
        <translation>请输入来访居民</translation>
    </message>
    <message>
        <source>Type a name, initials, part of a number, or an address.</source>
        <translation>输入姓名、拼音首字母、证件号或电话的任意一段、或住址。</translation>
    </message>
    <message>
        <source>No item found</source>
        <translation>没有找到事项</translation>
    </message>
    <message>
        <source>Try plain words, such as what the resident said.</source>
        <translation>换居民的说法试试，例如“老年公交卡”。</translation>
    </message>
    <message>
        <source>Residents found</source>
        <translation>居民查找结果</translation>
    </message>
    <message>
        <source>Items found</source>
        <translation>事项查找结果</translation>
    </message>
</context>
<context>
    <name>StateSwitch</name>
    <message>
        <source>1 handed in · 2 held by the community · 3 follows by promise · 4 missing</source>
        <translation>1 已交 · 2 社区已有 · 3 容缺后补 · 4 缺少</translation>
    </message>
    <message>
        <source>In</source>
        <translation>已交</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>容缺</translation>
    </message>
    <message>
        <source>None</source>
        <translation>缺</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>No number called</source>
        <translation>尚未叫号</translation>
    </message>
    <message>
        <source>Call next  F2</source>
        <translation>叫下一位  F2</translation>
    </message>
    <message>
        <source>Take number</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>, next {number}</source>
        <translation>，下一位 {number}</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>等候 {count} 人</translation>
    </message>
    <message>
        <source>Serving {number}</source>
        <translation>正在办理 {number}</translation>
    </message>
    <message>
        <source>How the resident came</source>
        <translation>受理渠道</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Enter “{text}” as a new resident</source>
        <translation>登记新居民“{text}”</translation>
    </message>
    <message>
        <source>This resident had before</source>
        <translation>这位居民办过</translation>
    </message>
    <message>
        <source>You often accept</source>
        <translation>您常办的</translation>
    </message>
    <message>
        <source>Served recently</source>
        <translation>最近办理</translation>
    </message>
    <message>
        <source>also called {word}</source>
        <translation>又叫“{word}”</translation>
    </message>
    <message>
        <source>{count} materials</source>
        <translation>{count}件必需材料</translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <source>Hand over</source>
        <translation>转办移交</translation>
    </message>
    <message>
        <source>To a colleague, who must take it</source>
        <translation>移交同事（须对方接收）</translation>
    </message>
    <message>
        <source>To a department outside (forwarded)</source>
        <translation>转办部门</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>主管部门</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What they should know</source>
        <translation>需要对方知道的情况</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>The clock goes on: the promised date does not change.</source>
        <translation>移交期间计时不停，承诺日期不变。</translation>
    </message>
    <message>
        <source>Which department?</source>
        <translation>请填写部门。</translation>
    </message>
</context>
<context>
    <name>WhoBar</name>
    <message>
        <source>Someone else  Ctrl+R</source>
        <translation>换一位  Ctrl+R</translation>
    </message>
    <message>
        <source>through {agent}</source>
        <translation>代办人 {agent}</translation>
    </message>
</context>
<context>
    <name>WorkArea</name>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Guide, form, agent</source>
        <translation>指南、表单、代办人</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>显示内容</translation>
    </message>
</context>
</TS>
