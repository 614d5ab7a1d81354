<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Deadlines</name>
    <message>
        <source>Clock stopped</source>
        <translation>计时中止</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>无期限</translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation>逾期{days}天</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>剩{days}天</translation>
    </message>
    <message>
        <source> to answer</source>
        <translation>（须答复）</translation>
    </message>
    <message>
        <source> to deliver</source>
        <translation>（须送达）</translation>
    </message>
    <message>
        <source> for what was promised</source>
        <translation>（容缺未补）</translation>
    </message>
</context>
<context>
    <name>DeliveryDialog</name>
    <message>
        <source>Taken by</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>重新签名</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Without a pad the resident signs the printed delivery slip.</source>
        <translation>没有手写板时，请居民在打印的送达单上签名。</translation>
    </message>
    <message>
        <source>Who takes it?</source>
        <translation>请填写领取人。</translation>
    </message>
</context>
<context>
    <name>Doing</name>
    <message>
        <source>Tick what was brought.</source>
        <translation>请勾选收到的材料。</translation>
    </message>
    <message>
        <source>Tick everything that is missing or wrong: it may be told only once.</source>
        <translation>请一次勾全所有缺少或不符合要求的材料：依法只能告知一次。</translation>
    </message>
    <message>
        <source>Tick what was brought; once complete the matter is accepted by itself.</source>
        <translation>请勾选补来的材料；补齐后自动受理。</translation>
    </message>
</context>
<context>
    <name>ListView</name>
    <message>
        <source>Lists</source>
        <translation>办件列表</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Number, item or resident</source>
        <translation>办件编号、事项或居民</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>条线</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>只看我的</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>New to me</source>
        <translation>新到我手</translation>
    </message>
    <message>
        <source>Mine to act on</source>
        <translation>待我办理</translation>
    </message>
    <message>
        <source>Waiting on others</source>
        <translation>等待他人</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>全部在办</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>All posts</source>
        <translation>全部条线</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>没有符合筛选条件的办件</translation>
    </message>
    <message>
        <source>Clear it to see the whole list.</source>
        <translation>清空筛选可查看整个列表。</translation>
    </message>
    <message>
        <source>Nothing is overdue</source>
        <translation>没有逾期办件</translation>
    </message>
    <message>
        <source>Every open matter is within its limit.</source>
        <translation>所有在办件都在期限内。</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>没有新到的办件</translation>
    </message>
    <message>
        <source>What colleagues hand over to you appears here.</source>
        <translation>同事移交给您的办件会出现在这里。</translation>
    </message>
    <message>
        <source>This list is empty</source>
        <translation>这个列表是空的</translation>
    </message>
    <message>
        <source>New matters begin on the intake page.</source>
        <translation>新办件从“受理”页开始。</translation>
    </message>
</context>
<context>
    <name>MaterialsDialog</name>
    <message>
        <source>Tick at least one material.</source>
        <translation>请至少勾选一件材料。</translation>
    </message>
    <message>
        <source>What is wrong or missing</source>
        <translation>缺少什么、哪里不符合要求</translation>
    </message>
</context>
<context>
    <name>MaterialsView</name>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>This item needs no materials.</source>
        <translation>这个事项不需要材料。</translation>
    </message>
    <message>
        <source>Scan {number}</source>
        <translation>扫描件 {number}</translation>
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
        <source>promised by {day}</source>
        <translation>承诺 {day} 前补交</translation>
    </message>
    <message>
        <source>settled {day}</source>
        <translation>{day} 已落实</translation>
    </message>
</context>
<context>
    <name>MatterColumns</name>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>With</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收件时间</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>办件编号</translation>
    </message>
    <message>
        <source>[urgent] </source>
        <translation>【加急】</translation>
    </message>
</context>
<context>
    <name>MatterFacts</name>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代办人</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Offered to</source>
        <translation>移交给</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>主管部门</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>移交说明</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>加急原因</translation>
    </message>
    <message>
        <source> (provisional)</source>
        <translation>（暂定）</translation>
    </message>
    <message>
        <source> (extended)</source>
        <translation>（已延长）</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收件时间</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺办结</translation>
    </message>
    <message>
        <source>Legal limit</source>
        <translation>法定期限</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>跑动次数</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Instead</source>
        <translation>告知办法</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>领取人</translation>
    </message>
</context>
<context>
    <name>MatterView</name>
    <message>
        <source>Back to the list  Esc</source>
        <translation>返回列表  Esc</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>加急</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>办理进度</translation>
    </message>
    <message>
        <source>Parts of the matter</source>
        <translation>办件内容</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>好差评</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改记录</translation>
    </message>
</context>
<context>
    <name>MattersPage</name>
    <message>
        <source>Matters</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>{number} is now {state}</source>
        <translation>{number} 现在是“{state}”</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>In words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Please write it down.</source>
        <translation>请填写。</translation>
    </message>
</context>
<context>
    <name>RatingRow</name>
    <message>
        <source>Rating</source>
        <translation>好差评</translation>
    </message>
    <message>
        <source>Does not want to rate</source>
        <translation>不愿评价</translation>
    </message>
    <message>
        <source>Turn the screen to the resident: how was it?</source>
        <translation>请居民评价本次服务：</translation>
    </message>
</context>
<context>
    <name>RatingView</name>
    <message>
        <source>Rating</source>
        <translation>好差评</translation>
    </message>
    <message>
        <source>It can be rated once it is decided.</source>
        <translation>办结后才能评价。</translation>
    </message>
    <message>
        <source>The resident did not want to rate.</source>
        <translation>居民未作评价。</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>差评回访</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>处理情况</translation>
    </message>
    <message>
        <source>What was done, what came of it</source>
        <translation>做了什么、结果如何</translation>
    </message>
    <message>
        <source>To be closed by {day}</source>
        <translation>须在 {day} 前办结回访</translation>
    </message>
</context>
<context>
    <name>Scan</name>
    <message>
        <source>Scan</source>
        <translation>扫描件</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Sign with pen, finger or mouse; or type the name below.</source>
        <translation>用手写笔、手指或鼠标签名。</translation>
    </message>
</context>
<context>
    <name>SlipsView</name>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>No papers yet.</source>
        <translation>还没有文书。</translation>
    </message>
    <message>
        <source>printed {count} times</source>
        <translation>已打印 {count} 次</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>未打印</translation>
    </message>
    <message>
        <source>Look and print</source>
        <translation>查看打印</translation>
    </message>
</context>
<context>
    <name>StoryView</name>
    <message>
        <source>What happened</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>Materials: {names}</source>
        <translation>材料：{names}</translation>
    </message>
</context>
<context>
    <name>VerbBar</name>
    <message>
        <source>Needs the right “{right}”: ask your supervisor.</source>
        <translation>需要“{right}”权限，请联系负责人。</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>可办操作</translation>
    </message>
</context>
</TS>
