<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AbsentDialog</name>
    <message>
        <source>Nobody in</source>
        <translation>敲门未遇</translation>
    </message>
    <message>
        <source>Come again on</source>
        <translation>再次入户日期</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Empty: no day agreed</source>
        <translation>不填表示没有约定</translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>保存  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Type a date.</source>
        <translation>请输入日期。</translation>
    </message>
    <message>
        <source>Type a time, such as 1930.</source>
        <translation>请输入时间，如 1930。</translation>
    </message>
</context>
<context>
    <name>AreaDialog</name>
    <message>
        <source>Edit the area</source>
        <translation>修改普查小区</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>An organisation&apos;s people see nothing but its areas, until its contract ends.</source>
        <translation>第三方人员只能看到其承担的小区，合同到期即止。</translation>
    </message>
    <message>
        <source>Carried out by</source>
        <translation>承担单位</translation>
    </message>
    <message>
        <source>own staff</source>
        <translation>本社区人员</translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>保存  Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>Areas</name>
    <message>
        <source>Area</source>
        <translation>普查小区</translation>
    </message>
    <message>
        <source>Carried out by</source>
        <translation>承担单位</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Not assigned</source>
        <translation>未分派</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Not divided yet</source>
        <translation>还没有划分</translation>
    </message>
    <message>
        <source>Let areas be proposed from grids and buildings, then adjust them.</source>
        <translation>可按网格和楼栋自动划分，再作调整。</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>普查小区</translation>
    </message>
    <message>
        <source>own staff</source>
        <translation>本社区人员</translation>
    </message>
</context>
<context>
    <name>AreasSection</name>
    <message>
        <source>Before the sign-off</source>
        <translation>验收前还需要</translation>
    </message>
    <message>
        <source>Divide  Ctrl+N</source>
        <translation>划分小区  Ctrl+N</translation>
    </message>
    <message>
        <source>Assign  Alt+A</source>
        <translation>分派  Alt+A</translation>
    </message>
    <message>
        <source>Sign off  Alt+S</source>
        <translation>验收  Alt+S</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>撤销验收</translation>
    </message>
    <message>
        <source>Edit  Enter</source>
        <translation>修改  Enter</translation>
    </message>
    <message>
        <source>Another area  Alt+N</source>
        <translation>增加小区  Alt+N</translation>
    </message>
    <message>
        <source>Move a building  Alt+M</source>
        <translation>调整楼栋  Alt+M</translation>
    </message>
    <message>
        <source>List new dwellings</source>
        <translation>补列新增住房</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>普查小区</translation>
    </message>
    <message>
        <source>Each area is one enumerator&apos;s ground, and is signed off as a whole.</source>
        <translation>每个小区由登记人员负责，整体验收。</translation>
    </message>
    <message numerus="yes">
        <source>%n new household(s) listed.</source>
        <translation>
            <numerusform>新增列入 %n 户。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>What is done already stays with whoever did it.</source>
        <translation>已完成的仍归原登记人员。</translation>
    </message>
    <message>
        <source>Assign {area}</source>
        <translation>分派 {area}</translation>
    </message>
    <message>
        <source>Assign  Ctrl+Enter</source>
        <translation>分派  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Nobody is ticked.</source>
        <translation>还没有勾选人员。</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>Household</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>普查小区</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Come again</source>
        <translation>再次入户</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>%n to correct</source>
        <translation>%n 处须更正</translation>
    </message>
    <message>
        <source>%n to explain</source>
        <translation>%n 处待说明</translation>
    </message>
</context>
<context>
    <name>CensusPage</name>
    <message>
        <source>Census</source>
        <translation>普查</translation>
    </message>
</context>
<context>
    <name>ContractDialog</name>
    <message>
        <source>Edit the contract</source>
        <translation>修改合同</translation>
    </message>
    <message>
        <source>New contract</source>
        <translation>新增合同</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>机构名称</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>合同编号</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Confidentiality signed on</source>
        <translation>保密协议签订日期</translation>
    </message>
    <message>
        <source>Until it is signed, nobody of them sees anything</source>
        <translation>签订之前，其人员看不到任何资料</translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>保存  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Type a date.</source>
        <translation>请输入日期。</translation>
    </message>
</context>
<context>
    <name>Contracts</name>
    <message>
        <source>Organisation</source>
        <translation>机构名称</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>合同编号</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation>保密协议</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>普查小区</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问权限</translation>
    </message>
    <message>
        <source>No contract</source>
        <translation>没有合同</translation>
    </message>
    <message>
        <source>Where own staff enumerate, none is needed. Ctrl+N adds an organisation.</source>
        <translation>由本社区人员登记时不需要合同；按 Ctrl+N 新增机构。</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>第三方合同</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>离开日期</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>还没有人员</translation>
    </message>
    <message>
        <source>Give them enumerator accounts under Manage, then add them here.</source>
        <translation>先在“管理”中为其开设普查员账号，再添加到这里。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>未签订</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>未开放</translation>
    </message>
</context>
<context>
    <name>ContractsSection</name>
    <message>
        <source>New contract  Ctrl+N</source>
        <translation>新增合同  Ctrl+N</translation>
    </message>
    <message>
        <source>Edit  Enter</source>
        <translation>修改  Enter</translation>
    </message>
    <message>
        <source>End it early</source>
        <translation>提前终止</translation>
    </message>
    <message>
        <source>Add a person  Alt+A</source>
        <translation>添加人员  Alt+A</translation>
    </message>
    <message>
        <source>Has left  Del</source>
        <translation>已离开  Del</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>第三方合同</translation>
    </message>
    <message>
        <source>Outsiders see their areas only, after signing confidentiality, until the last day.</source>
        <translation>第三方人员签订保密协议后，只能看到承担的小区，合同最后一天为止。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Its people see nothing from now on.</source>
        <translation>其人员从现在起不能再看到任何资料。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
</context>
<context>
    <name>DifferenceTable</name>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>The right value</source>
        <translation>正确的值</translation>
    </message>
    <message>
        <source>Type what is right, then 3</source>
        <translation>输入正确的值，再按 3</translation>
    </message>
    <message>
        <source>First is right  1</source>
        <translation>第一遍对  1</translation>
    </message>
    <message>
        <source>Second is right  2</source>
        <translation>第二遍对  2</translation>
    </message>
    <message>
        <source>Neither  3</source>
        <translation>都不对  3</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>First typing</source>
        <translation>第一遍</translation>
    </message>
    <message>
        <source>Second typing</source>
        <translation>第二遍</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>核定结果</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待核定</translation>
    </message>
    <message>
        <source>Both typed the same</source>
        <translation>两遍录入一致</translation>
    </message>
    <message>
        <source>Nothing is left to settle for this household.</source>
        <translation>这一户没有需要核定的差异。</translation>
    </message>
</context>
<context>
    <name>DivideDialog</name>
    <message>
        <source>Areas follow grids and buildings; large buildings are divided by stairs.</source>
        <translation>按网格和楼栋划分，大楼按单元拆分。</translation>
    </message>
    <message>
        <source>Divide into areas</source>
        <translation>划分普查小区</translation>
    </message>
    <message>
        <source>Households an area</source>
        <translation>每区户数</translation>
    </message>
    <message>
        <source>Households an area, about</source>
        <translation>每个小区约多少户</translation>
    </message>
    <message>
        <source>Divide  Ctrl+Enter</source>
        <translation>划分  Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>DoorCard</name>
    <message>
        <source>So far</source>
        <translation>登记经过</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>普查小区</translation>
    </message>
    <message>
        <source>Enumerator</source>
        <translation>登记人员</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Come again</source>
        <translation>再次入户</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>DoubleKeyingSection</name>
    <message>
        <source>Next form  F5</source>
        <translation>下一份  F5</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Later  Esc</source>
        <translation>稍后  Esc</translation>
    </message>
    <message>
        <source>Double keying</source>
        <translation>双录复核</translation>
    </message>
    <message>
        <source>A second person types the form again, blind; what differs is settled field by field.</source>
        <translation>由另一人看不到原答案再录一遍，不同之处逐项核定。</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>核定差异</translation>
    </message>
    <message>
        <source>By area</source>
        <translation>按小区</translation>
    </message>
    <message>
        <source>Give up this second typing?</source>
        <translation>放弃这次第二遍录入？</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Nothing is left to type again.</source>
        <translation>没有需要复核的表了。</translation>
    </message>
    <message>
        <source>Type again</source>
        <translation>第二遍录入</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) to settle.</source>
        <translation>
            <numerusform>有 %n 处差异待核定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Both typed the same.</source>
        <translation>两遍录入一致，已复核。</translation>
    </message>
    <message>
        <source>{place}: verified.</source>
        <translation>{place}已复核。</translation>
    </message>
</context>
<context>
    <name>Doubles</name>
    <message>
        <source>Area</source>
        <translation>普查小区</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Typed twice</source>
        <translation>已复核</translation>
    </message>
    <message>
        <source>Still wanted</source>
        <translation>还需复核</translation>
    </message>
    <message>
        <source>No forms yet</source>
        <translation>还没有表单</translation>
    </message>
    <message>
        <source>As soon as a form is handed in, it may be typed a second time.</source>
        <translation>有表提交后即可进行第二遍录入。</translation>
    </message>
    <message>
        <source>By area</source>
        <translation>按小区</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>First typed by</source>
        <translation>第一遍录入</translation>
    </message>
    <message>
        <source>Again by</source>
        <translation>第二遍录入</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No second typing runs</source>
        <translation>没有进行中的复核</translation>
    </message>
    <message>
        <source>Take the next form with F5; what others typed, you never see while typing.</source>
        <translation>按 F5 取下一份；录入时看不到他人的答案。</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>being typed</source>
        <translation>录入中</translation>
    </message>
    <message>
        <source>%n to settle</source>
        <translation>待核定 %n 处</translation>
    </message>
</context>
<context>
    <name>Entering</name>
    <message>
        <source>Correct the form</source>
        <translation>更正调查表</translation>
    </message>
    <message>
        <source>Fill in the form</source>
        <translation>录入调查表</translation>
    </message>
    <message>
        <source>{place}: handed in.</source>
        <translation>{place}已提交。</translation>
    </message>
</context>
<context>
    <name>ExtendDialog</name>
    <message>
        <source>Change the end</source>
        <translation>调整结束日期</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>保存  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Type a date.</source>
        <translation>请输入日期。</translation>
    </message>
</context>
<context>
    <name>Facade</name>
    <message>
        <source>mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Unit {unit}</source>
        <translation>{unit}单元</translation>
    </message>
    <message>
        <source>{floor}F</source>
        <translation>{floor}层</translation>
    </message>
</context>
<context>
    <name>FigureLeaving</name>
    <message>
        <source>Microdata</source>
        <translation>匿名微观数据</translation>
    </message>
    <message>
        <source>Exported to {file}.</source>
        <translation>已导出到 {file}。</translation>
    </message>
    <message>
        <source>Choose where to…</source>
        <translation>选择保存位置…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
</context>
<context>
    <name>FiguresSection</name>
    <message>
        <source>For the register</source>
        <translation>档案更新建议</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Excel  Ctrl+E</source>
        <translation>导出 Excel  Ctrl+E</translation>
    </message>
    <message>
        <source>PDF  Ctrl+Shift+E</source>
        <translation>导出 PDF  Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>Microdata</source>
        <translation>匿名微观数据</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>Small numbers are hidden, so that nobody can be recognised in a table.</source>
        <translation>过小的数字不予显示，避免从表中认出个人。</translation>
    </message>
    <message>
        <source>A supervisor plans the first under Rounds.</source>
        <translation>由负责人在“轮次”中筹备第一轮。</translation>
    </message>
    <message>
        <source>No round yet</source>
        <translation>还没有轮次</translation>
    </message>
    <message>
        <source>Drawing the report…</source>
        <translation>正在生成报表…</translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message>
        <source>{place} was handed in. Correct the red ones before the sign-off; explain the others.</source>
        <translation>{place}已提交。红色的须在验收前更正，其余请说明。</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>核查结果</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Why it is right all the same, then Enter</source>
        <translation>写明情况属实的原因，按 Enter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Nothing left</source>
        <translation>已全部处理</translation>
    </message>
    <message>
        <source>Every finding is explained.</source>
        <translation>全部提示均已说明。</translation>
    </message>
</context>
<context>
    <name>FormPane</name>
    <message>
        <source>Back  Esc</source>
        <translation>返回  Esc</translation>
    </message>
</context>
<context>
    <name>Forms</name>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>No forms yet</source>
        <translation>还没有表单</translation>
    </message>
    <message>
        <source>Publish one of the shipped forms, or any XLSForm with Ctrl+N.</source>
        <translation>可发布随附表单，或按 Ctrl+N 发布任何 XLSForm。</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>表单</translation>
    </message>
</context>
<context>
    <name>FormsSection</name>
    <message>
        <source>Publish a workbook  Ctrl+N</source>
        <translation>发布工作簿  Ctrl+N</translation>
    </message>
    <message>
        <source>Shipped forms</source>
        <translation>随附表单</translation>
    </message>
    <message>
        <source>Try it  Enter</source>
        <translation>试填  Enter</translation>
    </message>
    <message>
        <source>Excel template</source>
        <translation>Excel 录入模板</translation>
    </message>
    <message>
        <source>Withdraw  Del</source>
        <translation>停用  Del</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Any XLSForm runs here. What was filled with a version stays with it.</source>
        <translation>任何 XLSForm 表单都可使用；已填的答卷始终对应当时的版本。</translation>
    </message>
    <message>
        <source>Publish a form</source>
        <translation>发布表单</translation>
    </message>
    <message>
        <source>Forms (*.xlsx *.xls *.xml)</source>
        <translation>表单 (*.xlsx *.xls *.xml)</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation>已写入 {file}。</translation>
    </message>
    <message>
        <source>{form} is published.</source>
        <translation>已发布“{form}”。</translation>
    </message>
</context>
<context>
    <name>MemberDialog</name>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Only accounts with the enumerator&apos;s role alone</source>
        <translation>仅限只有“普查员”角色的账号</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Add  Ctrl+Enter</source>
        <translation>添加  Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>MovePartDialog</name>
    <message>
        <source>Move a building</source>
        <translation>调整楼栋</translation>
    </message>
    <message>
        <source>Stair</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Empty: the whole building</source>
        <translation>不填表示整栋</translation>
    </message>
    <message>
        <source>Into the area</source>
        <translation>划入小区</translation>
    </message>
    <message>
        <source>Move  Ctrl+Enter</source>
        <translation>划入  Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>MyDoorsSection</name>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Today again</source>
        <translation>今日再访</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>我的全部</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>My doors</source>
        <translation>入户登记</translation>
    </message>
    <message>
        <source>Fill in  Enter</source>
        <translation>录入  Enter</translation>
    </message>
    <message>
        <source>Nobody in  Alt+N</source>
        <translation>敲门未遇  Alt+N</translation>
    </message>
    <message>
        <source>Refused  Alt+R</source>
        <translation>拒绝登记  Alt+R</translation>
    </message>
    <message>
        <source>Empty  Alt+V</source>
        <translation>空户  Alt+V</translation>
    </message>
    <message>
        <source>Another household  Alt+H</source>
        <translation>同址另一户  Alt+H</translation>
    </message>
    <message>
        <source>Not listed  Alt+U</source>
        <translation>漏登住房  Alt+U</translation>
    </message>
    <message>
        <source>Off the list  Alt+D</source>
        <translation>移出名单  Alt+D</translation>
    </message>
    <message>
        <source>Typed table…</source>
        <translation>导入录入表…</translation>
    </message>
    <message>
        <source>In walking order; what is to be corrected and who is to be met again comes first.</source>
        <translation>按走访顺序排列；待更正和约好再次入户的排在最前。</translation>
    </message>
    <message>
        <source>Typed table</source>
        <translation>导入录入表</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝登记</translation>
    </message>
    <message>
        <source>Nothing to do here</source>
        <translation>这里没有待办</translation>
    </message>
    <message>
        <source>Households appear when a round has begun and the supervisor has assigned some to you.</source>
        <translation>轮次开始并由负责人分派后，住户会出现在这里。</translation>
    </message>
</context>
<context>
    <name>NewAreaDialog</name>
    <message>
        <source>Another area</source>
        <translation>增加小区</translation>
    </message>
    <message>
        <source>Then move buildings or stairs into it.</source>
        <translation>随后把楼栋或单元划入。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Add  Ctrl+Enter</source>
        <translation>添加  Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>NewDwellingDialog</name>
    <message>
        <source>A dwelling not listed</source>
        <translation>漏登住房</translation>
    </message>
    <message>
        <source>Stair</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>室号</translation>
    </message>
    <message>
        <source>Add  Ctrl+Enter</source>
        <translation>添加  Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>ProgressSection</name>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>No round yet</source>
        <translation>还没有轮次</translation>
    </message>
    <message>
        <source>A supervisor plans the first under Rounds.</source>
        <translation>由负责人在“轮次”中筹备第一轮。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Every household of the round, and how far its form is.</source>
        <translation>本轮每一户，以及登记到哪一步。</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>普查小区</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>住户</translation>
    </message>
</context>
<context>
    <name>ProposalTable</name>
    <message>
        <source>For the register</source>
        <translation>档案更新建议</translation>
    </message>
    <message>
        <source>Take over  Enter</source>
        <translation>采纳  Enter</translation>
    </message>
    <message>
        <source>Leave as it is  Del</source>
        <translation>保持原样  Del</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>档案记载</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>调查结果</translation>
    </message>
    <message>
        <source>Nothing to take over</source>
        <translation>没有更新建议</translation>
    </message>
    <message>
        <source>Only a survey that was opened for it may correct the register, one by one.</source>
        <translation>只有写明依据、允许更新档案的调查，才能逐条更正居民档案。</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Confirm  Ctrl+Enter</source>
        <translation>确定  Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>RecheckSection</name>
    <message>
        <source>By area</source>
        <translation>按小区</translation>
    </message>
    <message>
        <source>By enumerator</source>
        <translation>按登记人员</translation>
    </message>
    <message>
        <source>Draw the sample  Ctrl+N</source>
        <translation>抽取样本  Ctrl+N</translation>
    </message>
    <message>
        <source>Send the area back</source>
        <translation>整个小区退回</translation>
    </message>
    <message>
        <source>Re-check</source>
        <translation>抽查</translation>
    </message>
    <message>
        <source>A second, independent interview; whoever held the first never holds it.</source>
        <translation>另派人独立再次入户；原登记人员不参加。</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>抽中住户</translation>
    </message>
    <message>
        <source>Every household of {area} is visited again.</source>
        <translation>{area} 的每一户都要重新入户登记。</translation>
    </message>
    <message>
        <source>Second interview</source>
        <translation>再次入户调查</translation>
    </message>
    <message>
        <source>{errors} of {compared} fields differ.</source>
        <translation>共 {compared} 项，{errors} 项不同。</translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) drawn.</source>
        <translation>
            <numerusform>已抽取 %n 户。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rechecks</name>
    <message>
        <source>Household</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>First asked by</source>
        <translation>原登记人</translation>
    </message>
    <message>
        <source>Asked again by</source>
        <translation>抽查人</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成于</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>调查结果</translation>
    </message>
    <message>
        <source>No sample yet</source>
        <translation>还没有抽样</translation>
    </message>
    <message>
        <source>When an area is filled, the supervisor draws its sample with Ctrl+N.</source>
        <translation>小区登记完成后，由负责人按 Ctrl+N 抽取样本。</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>抽中住户</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>差错/项数</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>差错率</translation>
    </message>
    <message>
        <source>No figures yet</source>
        <translation>还没有数据</translation>
    </message>
    <message>
        <source>They come with re-checks.</source>
        <translation>抽查完成后显示。</translation>
    </message>
    <message>
        <source>%n difference(s)</source>
        <translation>%n 处不同</translation>
    </message>
</context>
<context>
    <name>RoundDialog</name>
    <message>
        <source>Edit the round</source>
        <translation>修改轮次</translation>
    </message>
    <message>
        <source>New round</source>
        <translation>新建轮次</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Reference day</source>
        <translation>标准时点日期</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Legal basis or consent</source>
        <translation>法律依据或同意方式</translation>
    </message>
    <message>
        <source>Pre-fill from the register</source>
        <translation>从居民档案预填</translation>
    </message>
    <message>
        <source>Propose updates of the register</source>
        <translation>提出档案更新建议</translation>
    </message>
    <message>
        <source>Typed twice, %</source>
        <translation>双录比例（%）</translation>
    </message>
    <message>
        <source>Re-checked, %</source>
        <translation>抽查比例（%）</translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>保存  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Type a date.</source>
        <translation>请输入日期。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>At midnight when it begins</source>
        <translation>当日零时</translation>
    </message>
    <message>
        <source>Needed where the register is used; a census never flows back into it.</source>
        <translation>使用居民档案时必填；普查结果不得回流档案。</translation>
    </message>
    <message>
        <source>later</source>
        <translation>稍后选择</translation>
    </message>
</context>
<context>
    <name>RoundSection</name>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
</context>
<context>
    <name>Rounds</name>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Areas signed</source>
        <translation>已验收小区</translation>
    </message>
    <message>
        <source>Households done</source>
        <translation>已完成户数</translation>
    </message>
    <message>
        <source>No round yet</source>
        <translation>还没有轮次</translation>
    </message>
    <message>
        <source>Plan the first with Ctrl+N: its form, its days; then divide it into areas.</source>
        <translation>按 Ctrl+N 筹备第一轮：选表、定日期，再划分小区。</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>轮次</translation>
    </message>
</context>
<context>
    <name>RoundsSection</name>
    <message>
        <source>Edit  Enter</source>
        <translation>修改  Enter</translation>
    </message>
    <message>
        <source>Change the end</source>
        <translation>调整结束日期</translation>
    </message>
    <message>
        <source>Remove  Del</source>
        <translation>删除  Del</translation>
    </message>
    <message>
        <source>New round  Ctrl+N</source>
        <translation>新建轮次  Ctrl+N</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>A census, a survey or a poll: its form, its days, and how strictly it is checked.</source>
        <translation>普查、调查或满意度测评：用哪张表、哪几天、查得多严。</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>删除“{name}”？</translation>
    </message>
    <message>
        <source>Its areas go with it. Its history stays in the journal.</source>
        <translation>其普查小区一并删除，日志中仍有记录。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>已删除。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Households</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>My doors</source>
        <translation>入户登记</translation>
    </message>
    <message>
        <source>Double keying</source>
        <translation>双录复核</translation>
    </message>
    <message>
        <source>Re-check</source>
        <translation>抽查</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>普查小区</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>第三方合同</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>表单</translation>
    </message>
</context>
<context>
    <name>ShippedDialog</name>
    <message>
        <source>Each is an Excel workbook: publish it as it is, or change a copy.</source>
        <translation>都是 Excel 工作簿：可直接发布，也可复制后修改。</translation>
    </message>
    <message>
        <source>Shipped forms</source>
        <translation>随附表单</translation>
    </message>
    <message>
        <source>Publish  Enter</source>
        <translation>发布  Enter</translation>
    </message>
</context>
<context>
    <name>StateLegend</name>
    <message numerus="yes">
        <source>%n household(s)</source>
        <translation>
            <numerusform>共 %n 户</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakenInDialog</name>
    <message>
        <source>{done} handed in, {left} rows left out.</source>
        <translation>已提交 {done} 户，{left} 行未录入。</translation>
    </message>
    <message>
        <source>Typed table</source>
        <translation>导入录入表</translation>
    </message>
    <message>
        <source>Rows left out</source>
        <translation>未录入的行</translation>
    </message>
    <message>
        <source>Save every row…</source>
        <translation>保存逐行结果…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation>已写入 {file}。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Every row was handed in</source>
        <translation>全部已提交</translation>
    </message>
    <message>
        <source>Nothing is left out.</source>
        <translation>没有未录入的行。</translation>
    </message>
</context>
<context>
    <name>TrialPane</name>
    <message>
        <source>Back  Esc</source>
        <translation>返回  Esc</translation>
    </message>
    <message>
        <source>Trial: nothing is kept</source>
        <translation>试填，不保存</translation>
    </message>
    <message>
        <source>Complete: it could be handed in.</source>
        <translation>已填完整，可以提交。</translation>
    </message>
</context>
</TS>
