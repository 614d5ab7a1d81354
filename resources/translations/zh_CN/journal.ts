<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AccessSection</name>
    <message>
        <source>Access log</source>
        <translation>访问日志</translation>
    </message>
    <message>
        <source>Who saw full numbers, exported, printed or signed in, and why. Nobody can change a line.</source>
        <translation>谁看过完整号码、导出、打印或登录，事由是什么；任何人都不能改动。</translation>
    </message>
    <message>
        <source>Refresh  F5</source>
        <translation>刷新  F5</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Nothing in the log</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>Choose a wider span or another kind.</source>
        <translation>请放宽日期或换一个类别。</translation>
    </message>
    <message>
        <source>Show earlier</source>
        <translation>显示更早的记录</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部人员</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Views, exports and prints</source>
        <translation>查看、导出和打印</translation>
    </message>
    <message>
        <source>Full numbers only</source>
        <translation>只看完整号码</translation>
    </message>
    <message>
        <source>Exports and prints</source>
        <translation>导出和打印</translation>
    </message>
    <message>
        <source>Signing in and out</source>
        <translation>登录和退出</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Did</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>What</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>事由</translation>
    </message>
</context>
<context>
    <name>DeedRow</name>
    <message>
        <source>Purpose: {purpose}</source>
        <translation>事由：{purpose}</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Viewed</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Unmasked</source>
        <translation>查看完整信息</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Wrong password</source>
        <translation>密码错误</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>%n rows</source>
        <translation>%n 行</translation>
    </message>
    <message>
        <source>agreed to an export</source>
        <translation>同意他人导出</translation>
    </message>
    <message>
        <source>after %n wrong passwords</source>
        <translation>此前输错 %n 次</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>somebody no longer known</source>
        <translation>已不在名册的人员</translation>
    </message>
    <message>
        <source>the clock of this desk was wrong</source>
        <translation>当时本终端时钟不准</translation>
    </message>
    <message>
        <source>another desk</source>
        <translation>其他终端</translation>
    </message>
    <message>
        <source>{desk}, whose clock was wrong: it said {moment}</source>
        <translation>{desk}，当时终端时钟不准，显示为 {moment}</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Backup</source>
        <translation>数据备份</translation>
    </message>
    <message>
        <source>Report of a roster import</source>
        <translation>花名册导入报告</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区名称</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Building number</source>
        <translation>楼栋号</translation>
    </message>
    <message>
        <source>Household number</source>
        <translation>户号</translation>
    </message>
    <message>
        <source>Matter number</source>
        <translation>受理号</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>普查轮次</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>普查小区</translation>
    </message>
    <message>
        <source>Household's form</source>
        <translation>每户普查表</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>第三方合同</translation>
    </message>
    <message>
        <source>Buildings and stairs</source>
        <translation>楼栋和单元</translation>
    </message>
    <message>
        <source>Signed off at</source>
        <translation>验收时间</translation>
    </message>
    <message>
        <source>Signed off by</source>
        <translation>验收人</translation>
    </message>
    <message>
        <source>Figures of the sign-off</source>
        <translation>验收情况</translation>
    </message>
    <message>
        <source>Housing estate</source>
        <translation>小区名称</translation>
    </message>
    <message>
        <source>Number in the area</source>
        <translation>户编号</translation>
    </message>
    <message>
        <source>State before the sign-off</source>
        <translation>验收前状态</translation>
    </message>
    <message>
        <source>Enumerator</source>
        <translation>普查员</translation>
    </message>
    <message>
        <source>Visits that met nobody</source>
        <translation>敲门未遇次数</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>约定再访时间</translation>
    </message>
    <message>
        <source>Pre-filled from the register</source>
        <translation>档案预填内容</translation>
    </message>
    <message>
        <source>Pre-filled at</source>
        <translation>预填时间</translation>
    </message>
    <message>
        <source>Form handed in</source>
        <translation>提交的普查表</translation>
    </message>
    <message>
        <source>Typed by</source>
        <translation>录入人</translation>
    </message>
    <message>
        <source>Handed in at</source>
        <translation>录入时间</translation>
    </message>
    <message>
        <source>Verified at</source>
        <translation>复核时间</translation>
    </message>
    <message>
        <source>Re-checked at</source>
        <translation>抽查时间</translation>
    </message>
    <message>
        <source>Errors found by the checks</source>
        <translation>核查错误数</translation>
    </message>
    <message>
        <source>Hints to be explained</source>
        <translation>待说明的核查提示数</translation>
    </message>
    <message>
        <source>Explanations</source>
        <translation>核查说明</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>第三方机构</translation>
    </message>
    <message>
        <source>Confidentiality signed on</source>
        <translation>保密协议签订日期</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>终止日期</translation>
    </message>
    <message>
        <source>Why it ended</source>
        <translation>终止原因</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>离开日期</translation>
    </message>
    <message>
        <source>First typing</source>
        <translation>第一次录入</translation>
    </message>
    <message>
        <source>Second typing</source>
        <translation>第二次录入</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>复核人</translation>
    </message>
    <message>
        <source>Begun at</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Typed at</source>
        <translation>录入完成时间</translation>
    </message>
    <message>
        <source>Settled at</source>
        <translation>处理时间</translation>
    </message>
    <message>
        <source>Fields compared</source>
        <translation>比对项数</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Sitting</source>
        <translation>录入记录</translation>
    </message>
    <message>
        <source>Kind of typing</source>
        <translation>录入方式</translation>
    </message>
    <message>
        <source>Seconds of typing</source>
        <translation>有效录入秒数</translation>
    </message>
    <message>
        <source>Keystrokes</source>
        <translation>击键数</translation>
    </message>
    <message>
        <source>Corrections while typing</source>
        <translation>录入更正数</translation>
    </message>
    <message>
        <source>Fields typed</source>
        <translation>录入项数</translation>
    </message>
    <message>
        <source>Errors of the first typing</source>
        <translation>录入人差错数</translation>
    </message>
    <message>
        <source>Errors of the second typing</source>
        <translation>复核人差错数</translation>
    </message>
    <message>
        <source>Drawn at</source>
        <translation>抽取时间</translation>
    </message>
    <message>
        <source>Interviewed again by</source>
        <translation>抽查人</translation>
    </message>
    <message>
        <source>Done at</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>Void since</source>
        <translation>作废时间</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>差错数</translation>
    </message>
    <message>
        <source>Reference moment</source>
        <translation>普查时点</translation>
    </message>
    <message>
        <source>Legal basis or consent</source>
        <translation>法律依据或同意</translation>
    </message>
    <message>
        <source>Pre-fill from the register</source>
        <translation>用居民档案预填</translation>
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
        <source>Most errors, %</source>
        <translation>差错率上限（%）</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Version of the form</source>
        <translation>表单版本</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Files of the form</source>
        <translation>表单附带文件</translation>
    </message>
    <message>
        <source>Published at</source>
        <translation>发布时间</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>发布人</translation>
    </message>
    <message>
        <source>Withdrawn at</source>
        <translation>停用时间</translation>
    </message>
    <message>
        <source>Why it was withdrawn</source>
        <translation>停用原因</translation>
    </message>
    <message>
        <source>Corrected by</source>
        <translation>更正后的填报</translation>
    </message>
    <message>
        <source>Why it was corrected</source>
        <translation>更正原因</translation>
    </message>
    <message>
        <source>Kind of subject</source>
        <translation>填报对象类别</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>填报对象</translation>
    </message>
    <message>
        <source>Ended at</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Taken at</source>
        <translation>取号时间</translation>
    </message>
    <message>
        <source>Called at</source>
        <translation>叫号时间</translation>
    </message>
    <message>
        <source>Served at</source>
        <translation>办理时间</translation>
    </message>
    <message>
        <source>Called by</source>
        <translation>叫号人</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Came to the counter</source>
        <translation>到窗口办理</translation>
    </message>
    <message>
        <source>By an agent</source>
        <translation>代办</translation>
    </message>
    <message>
        <source>Queue ticket</source>
        <translation>排队号</translation>
    </message>
    <message>
        <source>Person at the desk</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>State before</source>
        <translation>之前状态</translation>
    </message>
    <message>
        <source>State after</source>
        <translation>之后状态</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>For the census only</source>
        <translation>仅用于普查</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>普查小区范围</translation>
    </message>
    <message>
        <source>Numbers masked</source>
        <translation>证件号码和电话打码</translation>
    </message>
    <message>
        <source>Hours without contact</source>
        <translation>可离线小时数</translation>
    </message>
    <message>
        <source>Joined at</source>
        <translation>接入时间</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Used at</source>
        <translation>使用时间</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>Place in the vault</source>
        <translation>存放位置</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Precision of the date</source>
        <translation>日期精度</translation>
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
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Other phone</source>
        <translation>其他电话</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>Relation to the head</source>
        <translation>与户主关系</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>户籍类型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>居住状态</translation>
    </message>
    <message>
        <source>Status since</source>
        <translation>状态起始</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>合并到</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Merged at</source>
        <translation>合并时间</translation>
    </message>
    <message>
        <source>Merged by</source>
        <translation>合并人</translation>
    </message>
    <message>
        <source>Undone at</source>
        <translation>撤销时间</translation>
    </message>
    <message>
        <source>Undone by</source>
        <translation>撤销人</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变动内容</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>Relative</source>
        <translation>亲属</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>Dwelling</source>
        <translation>住房</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Grid worker</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>室号</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Obtained on</source>
        <translation>取得日期</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Happened on</source>
        <translation>发生日期</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Document prefix</source>
        <translation>文书字头</translation>
    </message>
    <message>
        <source>Division code</source>
        <translation>区划代码</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <source>Floors</source>
        <translation>楼层数</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>可以登录</translation>
    </message>
    <message>
        <source>Must change the password</source>
        <translation>须修改密码</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>In charge since</source>
        <translation>经办起始</translation>
    </message>
    <message>
        <source>In charge before</source>
        <translation>原经办人</translation>
    </message>
    <message>
        <source>Offered to</source>
        <translation>移交给</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Item code</source>
        <translation>事项编码</translation>
    </message>
    <message>
        <source>Item version</source>
        <translation>事项版本</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Administrative licence</source>
        <translation>行政许可</translation>
    </message>
    <message>
        <source>Done at once</source>
        <translation>即办</translation>
    </message>
    <message>
        <source>Legal limit (working days)</source>
        <translation>法定时限（工作日）</translation>
    </message>
    <message>
        <source>Promised limit (working days)</source>
        <translation>承诺时限（工作日）</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Applicant's ID number</source>
        <translation>申请人身份证号</translation>
    </message>
    <message>
        <source>Applicant's phone</source>
        <translation>申请人电话</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代办人</translation>
    </message>
    <message>
        <source>Agent's ID number</source>
        <translation>代办人身份证号</translation>
    </message>
    <message>
        <source>Agent's phone</source>
        <translation>代办人电话</translation>
    </message>
    <message>
        <source>Agent's relation</source>
        <translation>代办人关系</translation>
    </message>
    <message>
        <source>Agent's proof</source>
        <translation>代办证明</translation>
    </message>
    <message>
        <source>Scan of the agent's proof</source>
        <translation>代办证明扫描件</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>加急</translation>
    </message>
    <message>
        <source>Reason of urgency</source>
        <translation>加急理由</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Co-signed by</source>
        <translation>会签人</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>承办部门</translation>
    </message>
    <message>
        <source>Department confirmed</source>
        <translation>部门已确认</translation>
    </message>
    <message>
        <source>Handed over on</source>
        <translation>移交日期</translation>
    </message>
    <message>
        <source>Note of the hand-over</source>
        <translation>移交说明</translation>
    </message>
    <message>
        <source>Received at</source>
        <translation>收件时间</translation>
    </message>
    <message>
        <source>Accepted at</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Told what is missing on</source>
        <translation>一次性告知日期</translation>
    </message>
    <message>
        <source>Missing at first</source>
        <translation>首次缺少</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>期限中止</translation>
    </message>
    <message>
        <source>Limit paused</source>
        <translation>期限中止中</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>已延期</translation>
    </message>
    <message>
        <source>Promised date</source>
        <translation>承诺期限</translation>
    </message>
    <message>
        <source>Legal deadline</source>
        <translation>法定期限</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Deadline provisional</source>
        <translation>期限暂定</translation>
    </message>
    <message>
        <source>Promised material due</source>
        <translation>容缺补交期限</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>上门（到窗）次数</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Note of the decision</source>
        <translation>结果说明</translation>
    </message>
    <message>
        <source>Decided at</source>
        <translation>办结时间</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>办结人</translation>
    </message>
    <message>
        <source>Working days used</source>
        <translation>用时（工作日）</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>Delivered at</source>
        <translation>送达时间</translation>
    </message>
    <message>
        <source>Way of delivery</source>
        <translation>送达方式</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>Recipient is the agent</source>
        <translation>由代办人领取</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Ground of refusal</source>
        <translation>不予受理事由</translation>
    </message>
    <message>
        <source>Reason of refusal</source>
        <translation>不予受理理由</translation>
    </message>
    <message>
        <source>What to do instead</source>
        <translation>替代途径</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必交</translation>
    </message>
    <message>
        <source>May follow</source>
        <translation>可容缺</translation>
    </message>
    <message>
        <source>Settled on</source>
        <translation>补齐日期</translation>
    </message>
    <message>
        <source>Issued at</source>
        <translation>出具时间</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Printed at</source>
        <translation>打印时间</translation>
    </message>
    <message>
        <source>Printed by</source>
        <translation>打印人</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评价意见</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Effective from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>字头</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History of {record}</source>
        <translation>{record} · 变动记录</translation>
    </message>
    <message>
        <source>Written by the workbench itself; nobody can change or remove a line.</source>
        <translation>由工作台自动记录，任何人都不能修改或删除。</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Views and exports</source>
        <translation>查看与导出</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>还没有记录</translation>
    </message>
    <message>
        <source>No such deed is recorded.</source>
        <translation>没有这一类记录。</translation>
    </message>
    <message>
        <source>Show earlier</source>
        <translation>显示更早的记录</translation>
    </message>
    <message>
        <source>History</source>
        <translation>变动记录</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>共 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Resident</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>Dwelling</source>
        <translation>住房</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>人群标签</translation>
    </message>
    <message>
        <source>Family tie</source>
        <translation>亲属关系</translation>
    </message>
    <message>
        <source>Held document</source>
        <translation>已有材料</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>居住变动</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并记录</translation>
    </message>
    <message>
        <source>Community profile</source>
        <translation>社区资料</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Staff account</source>
        <translation>工作人员账号</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Queue ticket</source>
        <translation>排队号</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>申请材料</translation>
    </message>
    <message>
        <source>Step of a matter</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>好差评</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>差评回访</translation>
    </message>
    <message>
        <source>Service item</source>
        <translation>服务事项</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Version of a form</source>
        <translation>表单版本</translation>
    </message>
    <message>
        <source>Filled form</source>
        <translation>填报</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>普查轮次</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>第三方合同</translation>
    </message>
    <message>
        <source>Person under contract</source>
        <translation>第三方人员</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>普查小区</translation>
    </message>
    <message>
        <source>Household's form</source>
        <translation>每户普查表</translation>
    </message>
    <message>
        <source>Step of a household's form</source>
        <translation>登记经过</translation>
    </message>
    <message>
        <source>Sitting</source>
        <translation>录入记录</translation>
    </message>
    <message>
        <source>Second typing</source>
        <translation>第二次录入</translation>
    </message>
    <message>
        <source>Second interview</source>
        <translation>抽查户</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>接入邀请</translation>
    </message>
    <message>
        <source>Question of sync</source>
        <translation>同步问题</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>%n entries</source>
        <translation>%n 项</translation>
    </message>
    <message>
        <source>another record</source>
        <translation>另一条记录</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
</TS>
