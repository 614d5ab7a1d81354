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
        <source>Form</source>
        <translation>表单</translation>
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
