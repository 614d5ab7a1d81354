<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AddressForm</name>
    <message>
        <source>only for a server of your own network</source>
        <translation>只有单位自建的服务器才需要</translation>
    </message>
    <message>
        <source>for example Counter 2</source>
        <translation>例如：二号窗口</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>接入码</translation>
    </message>
    <message>
        <source>From the supervisor; used once.</source>
        <translation>由负责人提供，只能用一次。</translation>
    </message>
    <message>
        <source>Name of this desk</source>
        <translation>本终端的名称</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Authority file</source>
        <translation>证书颁发机构文件</translation>
    </message>
    <message>
        <source>Authority file (CA), if there is one</source>
        <translation>证书颁发机构文件（CA），没有则留空</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>Only a secure address (https) is used; nothing is sent in the open.</source>
        <translation>只使用加密地址（https），不会明文发送任何内容。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>证书 (*.pem *.crt *.cer)</translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>Code for {name}</source>
        <translation>“{name}”的接入码</translation>
    </message>
    <message>
        <source>Type it at the first start of the new desk. It is used once and not shown again.</source>
        <translation>在新终端首次启动时输入。只能用一次，关闭后不再显示。</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>接入码 {code}</translation>
    </message>
    <message>
        <source>Valid until {time}</source>
        <translation>有效期至 {time}</translation>
    </message>
    <message>
        <source>Copy address and code</source>
        <translation>复制地址和接入码</translation>
    </message>
    <message>
        <source>Square code with address and code</source>
        <translation>含地址和接入码的二维码</translation>
    </message>
</context>
<context>
    <name>Credentials</name>
    <message>
        <source>Yours, as on the community's other desks</source>
        <translation>与在社区其他终端上的相同</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Saved. It goes to all desks.</source>
        <translation>已保存，会同步到所有终端。</translation>
    </message>
    <message>
        <source>Settled.</source>
        <translation>已处理。</translation>
    </message>
    <message>
        <source>Applied in your name.</source>
        <translation>已以您的名义生效。</translation>
    </message>
    <message>
        <source>{what} was settled on another desk meanwhile; what you had chosen was not needed.</source>
        <translation>“{what}”已在别的终端处理好了；您刚才的选择不再需要。</translation>
    </message>
    <message>
        <source>Approve {what}?</source>
        <translation>批准{what}？</translation>
    </message>
    <message>
        <source>The records are removed on every desk. {who} asked for it; you answer for it.</source>
        <translation>这些记录会从所有终端删除。由 {who} 提出，由您负责批准。</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>已批准。</translation>
    </message>
    <message>
        <source>Dropped; the note stays.</source>
        <translation>已放弃，说明已留存。</translation>
    </message>
</context>
<context>
    <name>DeskDialog</name>
    <message>
        <source>What it may hold no more is removed from it at its next contact, not elsewhere.</source>
        <translation>不再允许保存的内容，会在该终端下次联系时从它上面移除，别处不受影响。</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>修改“{name}”</translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>保存  Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>DeskTables</name>
    <message>
        <source>No server yet</source>
        <translation>还没有连接服务器</translation>
    </message>
    <message>
        <source>Connect this desk to a server first; then others can be invited with Ctrl+N.</source>
        <translation>先把本终端连接到服务器，再用 Ctrl+N 邀请其他终端。</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>No code is out</source>
        <translation>没有发出的接入码</translation>
    </message>
    <message>
        <source>A code lets one desk join; it is shown once.</source>
        <translation>一个接入码供一台终端加入，只显示一次。</translation>
    </message>
    <message>
        <source>Codes given out</source>
        <translation>已发出的接入码</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>May hold</source>
        <translation>可保存的内容</translation>
    </message>
    <message>
        <source>Last heard of</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Without contact</source>
        <translation>可离线</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>For</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>{name} (this one)</source>
        <translation>{name}（本机）</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不详</translation>
    </message>
</context>
<context>
    <name>DeskWords</name>
    <message>
        <source>in use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待使用</translation>
    </message>
    <message>
        <source>used</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>everything of the community</source>
        <translation>社区全部数据</translation>
    </message>
    <message>
        <source>all areas</source>
        <translation>全部普查区</translation>
    </message>
    <message>
        <source>census only: {areas}</source>
        <translation>仅普查：{areas}</translation>
    </message>
    <message>
        <source>%n day(s)</source>
        <translation>%n 天</translation>
    </message>
    <message>
        <source>%n hour(s)</source>
        <translation>%n 小时</translation>
    </message>
    <message>
        <source>numbers masked</source>
        <translation>号码脱敏</translation>
    </message>
</context>
<context>
    <name>DesksSection</name>
    <message>
        <source>Invite a desk  Ctrl+N</source>
        <translation>邀请终端  Ctrl+N</translation>
    </message>
    <message>
        <source>Edit  Enter</source>
        <translation>修改  Enter</translation>
    </message>
    <message>
        <source>Lost  F6</source>
        <translation>挂失  F6</translation>
    </message>
    <message>
        <source>Take off  Del</source>
        <translation>停用  Del</translation>
    </message>
    <message>
        <source>Withdraw  Del</source>
        <translation>撤回  Del</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Every computer that works on the community's records, and what it may hold.</source>
        <translation>处理社区数据的每一台电脑，以及它可以保存的内容。</translation>
    </message>
    <message>
        <source>Codes given out</source>
        <translation>已发出的接入码</translation>
    </message>
    <message>
        <source>Saved; it counts from its next contact.</source>
        <translation>已保存，从该终端下次联系起生效。</translation>
    </message>
    <message>
        <source>Withdraw the code for {name}?</source>
        <translation>撤回“{name}”的接入码？</translation>
    </message>
    <message>
        <source>Nobody can join with it any more. Another one can be made at any time.</source>
        <translation>撤回后不能再用它加入，可随时另发一个。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Withdrawn.</source>
        <translation>已撤回。</translation>
    </message>
    <message>
        <source>Noted. The server refuses the desk from now on.</source>
        <translation>已登记，服务器从现在起拒绝该终端。</translation>
    </message>
</context>
<context>
    <name>DisputePane</name>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>As it stands</source>
        <translation>现有内容</translation>
    </message>
    <message>
        <source>Written by {who}</source>
        <translation>填写：{who}</translation>
    </message>
    <message>
        <source>Meanwhile changed by {who}</source>
        <translation>期间修改：{who}</translation>
    </message>
    <message>
        <source>History of the record</source>
        <translation>这条记录的修改历史</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>打开这条记录</translation>
    </message>
    <message>
        <source>{outcome} — {who}</source>
        <translation>{outcome} — {who}</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>说明：{note}</translation>
    </message>
</context>
<context>
    <name>DropDialog</name>
    <message>
        <source>Drop {what}?</source>
        <translation>放弃“{what}”的这次修改？</translation>
    </message>
    <message>
        <source>The change is not applied anywhere. Its values and your note stay to be read.</source>
        <translation>这次修改不会在任何地方生效；它的内容和您的说明会保留备查。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Why is it not needed?</source>
        <translation>为什么不需要？</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Please write a word or two.</source>
        <translation>请写一两个字说明。</translation>
    </message>
</context>
<context>
    <name>EndingScreen</name>
    <message>
        <source>Close the workbench</source>
        <translation>关闭工作台</translation>
    </message>
    <message>
        <source>Somebody else signs in</source>
        <translation>换人登录</translation>
    </message>
</context>
<context>
    <name>Endings</name>
    <message>
        <source>Your account was closed</source>
        <translation>您的账号已停用</translation>
    </message>
    <message>
        <source>The community closed it; it opens nothing on any desk from now on.</source>
        <translation>账号已由社区停用，从现在起在任何终端都不能再登录。</translation>
    </message>
    <message>
        <source>This desk was marked as lost</source>
        <translation>本终端已被挂失</translation>
    </message>
    <message>
        <source>Its key was destroyed, so that nobody can read what lies here.</source>
        <translation>密钥已销毁，任何人都不能再读取这里的数据。</translation>
    </message>
    <message>
        <source>Too long without the server</source>
        <translation>离线时间过长</translation>
    </message>
    <message>
        <source>This desk had no contact for longer than it may, so it was locked and forgot its key.</source>
        <translation>本终端没有联系服务器的时间超过了允许的期限，已锁定并忘记密钥。</translation>
    </message>
    <message>
        <source>This desk was taken off</source>
        <translation>本终端已被停用</translation>
    </message>
    <message>
        <source>It may no longer work on the community's records; its key was destroyed.</source>
        <translation>它不能再处理社区的数据，密钥已销毁。</translation>
    </message>
    <message>
        <source>%n change(s) not sent yet are being handed over, sealed…</source>
        <translation>尚未发出的 %n 条改动正在加密移交…</translation>
    </message>
    <message>
        <source>Everything is kept, also %n change(s) not sent yet. The supervisor opens it with the recovery passphrase; then let it sync.</source>
        <translation>所有内容都保留着，包括尚未发出的 %n 条改动。请负责人用恢复口令打开，然后联网同步。</translation>
    </message>
    <message>
        <source>Everything you had saved is kept and goes on its way. Ask the administrator if this is wrong.</source>
        <translation>您保存过的内容都保留着，会照常同步。如有疑问，请联系管理员。</translation>
    </message>
    <message>
        <source>Everything done here had reached the server before. Nothing is lost.</source>
        <translation>在这里做过的一切此前都已到达服务器，没有丢失。</translation>
    </message>
    <message>
        <source>%n change(s) that were not sent yet were handed over sealed; the supervisor can open them.</source>
        <translation>尚未发出的 %n 条改动已加密封存并交给服务器，负责人可以打开。</translation>
    </message>
    <message>
        <source>%n change(s) had not been sent yet and could not be handed over.</source>
        <translation>有 %n 条改动尚未发出，也没能移交。</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Before both</source>
        <translation>双方修改之前</translation>
    </message>
    <message>
        <source>Another value  3</source>
        <translation>另写一个  3</translation>
    </message>
    <message>
        <source>another: {value}</source>
        <translation>另写：{value}</translation>
    </message>
    <message>
        <source>to choose</source>
        <translation>待选择</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>the hidden digits differ</source>
        <translation>被遮住的数字不同</translation>
    </message>
    <message>
        <source>Now it says: {value}</source>
        <translation>目前为：{value}</translation>
    </message>
</context>
<context>
    <name>FieldsPane</name>
    <message>
        <source>Undo  Ctrl+Z</source>
        <translation>撤销  Ctrl+Z</translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>保存  Ctrl+Enter</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) still to choose</source>
        <translation>
            <numerusform>还有 %n 项待选择</numerusform>
        </translation>
    </message>
    <message>
        <source>All chosen. Nothing is saved yet.</source>
        <translation>已全部选好，尚未保存。</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>To settle</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>待处理的同步问题</translation>
    </message>
    <message>
        <source>To settle {count}</source>
        <translation>待处理 {count}</translation>
    </message>
    <message>
        <source>Choose one at the left</source>
        <translation>请在左侧选择一项</translation>
    </message>
    <message>
        <source>Enter goes to it, Esc comes back.</source>
        <translation>按 Enter 进入，按 Esc 返回。</translation>
    </message>
    <message>
        <source>Nothing to settle</source>
        <translation>没有需要处理的</translation>
    </message>
    <message>
        <source>When two desks change the same thing, both values come here and nothing is lost.</source>
        <translation>两台终端改了同一处时，双方的内容都会放到这里，不会丢失。</translation>
    </message>
    <message>
        <source>Nothing settled yet</source>
        <translation>还没有处理过的</translation>
    </message>
    <message>
        <source>What was decided stays to be read here.</source>
        <translation>处理过的会留在这里备查。</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>It gets a code; whoever sets the desk up types it once.</source>
        <translation>会生成一个接入码，由设置终端的人输入一次。</translation>
    </message>
    <message>
        <source>Invite a desk</source>
        <translation>邀请终端</translation>
    </message>
    <message>
        <source>Code valid for, days</source>
        <translation>接入码有效天数</translation>
    </message>
    <message>
        <source>Make the code  Ctrl+Enter</source>
        <translation>生成接入码  Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>{name} is lost</source>
        <translation>“{name}”丢失</translation>
    </message>
    <message>
        <source>Take {name} off</source>
        <translation>停用“{name}”</translation>
    </message>
    <message>
        <source>At its next contact it hands over, sealed, what it had not sent.</source>
        <translation>它下次联系时，会把没发出的内容加密封存后交出。</translation>
    </message>
    <message>
        <source>Then its key is destroyed and nobody can read it any more. This is not undone.</source>
        <translation>随后销毁密钥，任何人都不能再读取。此操作不能撤销。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Mark as lost</source>
        <translation>挂失</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Another address of the server</source>
        <translation>更换服务器地址</translation>
    </message>
    <message>
        <source>The same server with the same records. Nothing on this desk changes by it.</source>
        <translation>仍是同一台服务器、同一份数据，本终端的内容不会因此改变。</translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>保存  Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>not taken</source>
        <translation>未采纳</translation>
    </message>
    <message>
        <source>The server did not take this change and gave no reason.</source>
        <translation>服务器没有采纳这次修改，也没有说明原因。</translation>
    </message>
    <message>
        <source>Compare it with the record as it stands and write it again if needed.</source>
        <translation>请与现有记录对照，需要时重新填写。</translation>
    </message>
    <message>
        <source>changed by both</source>
        <translation>双方都改过</translation>
    </message>
    <message>
        <source>Somebody else changed the same thing before this change arrived.</source>
        <translation>这次修改到达之前，别人已经改过同一处。</translation>
    </message>
    <message>
        <source>Choose what is right, field by field; ask the other person if unsure.</source>
        <translation>请逐项选择正确的内容；拿不准时问一下对方。</translation>
    </message>
    <message>
        <source>changed after removal</source>
        <translation>删除后又改</translation>
    </message>
    <message>
        <source>The record was changed here after it had been removed elsewhere.</source>
        <translation>这条记录在别处删除之后，这里又做了修改。</translation>
    </message>
    <message>
        <source>Bring it back with the change, or leave it removed.</source>
        <translation>可以带着修改恢复它，或维持删除。</translation>
    </message>
    <message>
        <source>removed after a change</source>
        <translation>改过后被删</translation>
    </message>
    <message>
        <source>The record was to be removed, but somebody had changed it meanwhile.</source>
        <translation>这条记录要被删除，但期间有人修改过。</translation>
    </message>
    <message>
        <source>Look at the change first; then remove the record or keep it.</source>
        <translation>请先看看修改了什么，再决定删除还是保留。</translation>
    </message>
    <message>
        <source>no sense together</source>
        <translation>合在一起矛盾</translation>
    </message>
    <message>
        <source>Each change is right by itself, but the two together make no sense.</source>
        <translation>两处修改单独看都对，合在一起却互相矛盾。</translation>
    </message>
    <message>
        <source>Choose values that fit together; a third one can be written.</source>
        <translation>请选择相互吻合的内容，也可以另写一个。</translation>
    </message>
    <message>
        <source>not permitted</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Its author was not, or no longer, allowed to change this.</source>
        <translation>填写人没有（或已不再有）修改它的权限。</translation>
    </message>
    <message>
        <source>Somebody with the right may apply it as their own, or drop it.</source>
        <translation>有权限的人可以以自己的名义采用，或放弃。</translation>
    </message>
    <message>
        <source>author unknown</source>
        <translation>填写人不详</translation>
    </message>
    <message>
        <source>The server knows no account of the person who wrote this.</source>
        <translation>服务器上没有填写人的账号。</translation>
    </message>
    <message>
        <source>If the account was just made, apply it once the account is there.</source>
        <translation>如果账号是刚建的，等账号同步后再采用。</translation>
    </message>
    <message>
        <source>outside this desk's areas</source>
        <translation>超出终端范围</translation>
    </message>
    <message>
        <source>The record lies outside the areas this desk may write.</source>
        <translation>这条记录不在本终端可以填写的普查区内。</translation>
    </message>
    <message>
        <source>Widen the desk's areas under Desks, or let a desk of the area apply it.</source>
        <translation>可在“终端”中放宽它的普查区，或由该区的终端采用。</translation>
    </message>
    <message>
        <source>server too old</source>
        <translation>服务器版本旧</translation>
    </message>
    <message>
        <source>The server does not know this kind of record yet.</source>
        <translation>服务器还不认识这类记录。</translation>
    </message>
    <message>
        <source>Have the server updated, then apply it; here nothing is lost.</source>
        <translation>请更新服务器后再采用；这里的内容不会丢失。</translation>
    </message>
    <message>
        <source>record not there</source>
        <translation>记录不存在</translation>
    </message>
    <message>
        <source>The server has no such record to change.</source>
        <translation>服务器上没有这条要修改的记录。</translation>
    </message>
    <message>
        <source>It may have been merged into another; write the change there.</source>
        <translation>它可能已并入另一条记录，请在那里填写。</translation>
    </message>
    <message>
        <source>belongs to nothing</source>
        <translation>缺少所属记录</translation>
    </message>
    <message>
        <source>What this record belongs to is not on the server.</source>
        <translation>它所属的那条记录不在服务器上。</translation>
    </message>
    <message>
        <source>Settle that record first, then apply this one.</source>
        <translation>请先处理那条记录，再采用这一条。</translation>
    </message>
    <message>
        <source>waits for another</source>
        <translation>等待另一条</translation>
    </message>
    <message>
        <source>What this record belongs to was itself not taken.</source>
        <translation>它所属的那条记录本身没有被采纳。</translation>
    </message>
    <message>
        <source>Settle that one first; this one can be applied afterwards.</source>
        <translation>请先处理那一条，之后可以采用这一条。</translation>
    </message>
    <message>
        <source>number or name taken</source>
        <translation>号码或名称重复</translation>
    </message>
    <message>
        <source>Another record already has this number or name.</source>
        <translation>另一条记录已经用了这个号码或名称。</translation>
    </message>
    <message>
        <source>Look whether it is the same one; if so, drop this. If not, change it.</source>
        <translation>请看是不是同一条：是就放弃这次，不是就改号码或名称。</translation>
    </message>
    <message>
        <source>state has moved on</source>
        <translation>状态已变化</translation>
    </message>
    <message>
        <source>The matter or household was already in a state that forbids this step.</source>
        <translation>这件事项或这户已处于不允许这一步的状态。</translation>
    </message>
    <message>
        <source>See where it stands now; take the step that fits, or drop this one.</source>
        <translation>请看它现在的状态，改办合适的一步，或放弃这次。</translation>
    </message>
    <message>
        <source>not a valid record</source>
        <translation>不符合规则</translation>
    </message>
    <message>
        <source>The change would make a record that breaks the rules.</source>
        <translation>这次修改会使记录不符合规则。</translation>
    </message>
    <message>
        <source>Write it again on the record's own page, where the rules are checked.</source>
        <translation>请到这条记录自己的页面重新填写，那里会检查规则。</translation>
    </message>
    <message>
        <source>many removals</source>
        <translation>大量删除</translation>
    </message>
    <message>
        <source>Very many records were to be removed at once. None was removed.</source>
        <translation>一次要删除的记录很多，目前一条也没有删除。</translation>
    </message>
    <message>
        <source>A second person looks at the list, then approves or drops it.</source>
        <translation>请第二个人查看清单，再批准或放弃。</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>缺少文件</translation>
    </message>
    <message>
        <source>The scanned file of this record has not reached the server.</source>
        <translation>这条记录的扫描件还没有到达服务器。</translation>
    </message>
    <message>
        <source>Let the desk that has the file sync, then apply; or scan it again.</source>
        <translation>让存有文件的终端同步后再采用，或重新扫描。</translation>
    </message>
</context>
<context>
    <name>ServerSection</name>
    <message>
        <source>Connection to the server</source>
        <translation>连接服务器</translation>
    </message>
    <message>
        <source>With a server, several desks of one community work on the same records.</source>
        <translation>连接服务器后，社区的多台终端可以共同处理同一份数据。</translation>
    </message>
    <message>
        <source>Other address…</source>
        <translation>更换地址…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Connect  Ctrl+Enter</source>
        <translation>连接  Ctrl+Enter</translation>
    </message>
    <message>
        <source>What this desk has stays here and goes to the server once.</source>
        <translation>本终端的数据仍留在这里，并全部上传一次。</translation>
    </message>
    <message>
        <source>The first desk of a community brings its records. Others join when they are set up.</source>
        <translation>社区的第一台终端带来数据，其他终端在首次启动时加入。</translation>
    </message>
    <message>
        <source>Connect this desk</source>
        <translation>连接本终端</translation>
    </message>
    <message>
        <source>Connected. What this desk has is on its way.</source>
        <translation>已连接，本终端的数据正在上传。</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>本终端</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last exchange</source>
        <translation>最近同步</translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message>
        <source>Sync now  F5</source>
        <translation>立即同步  F5</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>连接服务器…</translation>
    </message>
    <message>
        <source>Go on  F8</source>
        <translation>继续  F8</translation>
    </message>
    <message>
        <source>Pause  F8</source>
        <translation>暂停  F8</translation>
    </message>
    <message>
        <source>Last exchange {time}</source>
        <translation>最近同步 {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to send</source>
        <translation>
            <numerusform>%n 条待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>This desk: {name}</source>
        <translation>本终端：{name}</translation>
    </message>
    <message>
        <source>Server: {server}</source>
        <translation>服务器：{server}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>SyncSection</name>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>What is done here goes to all desks, and comes back from them. Nothing is lost.</source>
        <translation>这里做的会同步到所有终端，别处做的也会同步回来，不会丢失。</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>This desk works by itself</source>
        <translation>本终端单独工作</translation>
    </message>
    <message>
        <source>Sending what was done here</source>
        <translation>正在发送本终端的改动</translation>
    </message>
    <message>
        <source>Fetching what others did</source>
        <translation>正在取回别处的改动</translation>
    </message>
    <message>
        <source>Reading everything anew</source>
        <translation>正在重新取回全部数据</translation>
    </message>
    <message>
        <source>Sync is paused</source>
        <translation>同步已暂停</translation>
    </message>
    <message>
        <source>No connection to the server</source>
        <translation>连接不上服务器</translation>
    </message>
    <message>
        <source>The server does not serve this desk</source>
        <translation>服务器没有受理本终端</translation>
    </message>
    <message>
        <source>Connected, some changes are on their way</source>
        <translation>已连接，有改动正在路上</translation>
    </message>
    <message>
        <source>Everything is up to date</source>
        <translation>一切都是最新的</translation>
    </message>
    <message>
        <source>Everything is kept on this computer. Nothing is missing.</source>
        <translation>所有内容都保存在这台电脑上，什么也不缺。</translation>
    </message>
    <message>
        <source>Last exchange {time}. Go on working: everything is kept and sent by itself later.</source>
        <translation>最近同步 {time}。请照常工作：内容都保存着，联网后自动发送。</translation>
    </message>
    <message>
        <source>Nothing is sent or fetched until you go on. Nothing is lost.</source>
        <translation>继续之前不发送也不取回，内容不会丢失。</translation>
    </message>
    <message>
        <source>It goes on by itself after an interruption.</source>
        <translation>中断后会自动接着进行。</translation>
    </message>
    <message>
        <source>It runs by itself, after every change and every minute.</source>
        <translation>自动进行：每次改动后，以及每分钟一次。</translation>
    </message>
    <message>
        <source>Locks {time} without contact</source>
        <translation>未联网，{time}锁定</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>离线工作中</translation>
    </message>
    <message>
        <source>Sync paused</source>
        <translation>同步已暂停</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>离线（自 {time}）</translation>
    </message>
    <message>
        <source>Sync stands still</source>
        <translation>同步停住了</translation>
    </message>
    <message>
        <source>Syncing {done} of {total}</source>
        <translation>正在同步 {done}/{total}</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>正在同步…</translation>
    </message>
    <message>
        <source>Synchronised {time}</source>
        <translation>已同步 {time}</translation>
    </message>
    <message>
        <source>%n removals</source>
        <translation>%n 条删除</translation>
    </message>
    <message>
        <source>%n field(s)</source>
        <translation>%n 项</translation>
    </message>
    <message>
        <source>whole record</source>
        <translation>整条记录</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>未采纳</translation>
    </message>
    <message>
        <source>to approve</source>
        <translation>待批准</translation>
    </message>
    <message>
        <source>the author's values taken</source>
        <translation>采用了填写人的内容</translation>
    </message>
    <message>
        <source>left as it stood</source>
        <translation>保持现有内容</translation>
    </message>
    <message>
        <source>values chosen or written anew</source>
        <translation>逐项选择或另写</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>applied by somebody else</source>
        <translation>由他人采用</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已放弃</translation>
    </message>
</context>
<context>
    <name>TermsForm</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>普查区</translation>
    </message>
    <message>
        <source>Numbers of people stay masked on this desk</source>
        <translation>本终端上个人号码保持脱敏</translation>
    </message>
    <message>
        <source>Days without contact</source>
        <translation>可离线天数</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>Tick at least one area.</source>
        <translation>请至少勾选一个普查区。</translation>
    </message>
    <message>
        <source>As staff call it: Counter 2, Laptop of the enumerators</source>
        <translation>大家怎么称呼它：二号窗口、普查笔记本</translation>
    </message>
    <message>
        <source>May hold</source>
        <translation>可保存的内容</translation>
    </message>
    <message>
        <source>After that it locks until the supervisor opens it.</source>
        <translation>超过后锁定，由负责人打开。</translation>
    </message>
    <message>
        <source>Everything of the community</source>
        <translation>社区全部数据</translation>
    </message>
    <message>
        <source>The census only</source>
        <translation>仅普查数据</translation>
    </message>
    <message>
        <source>Some areas of the census</source>
        <translation>仅部分普查区</translation>
    </message>
</context>
<context>
    <name>ThirdValue</name>
    <message>
        <source>{field}: another value</source>
        <translation>{field}：另写一个</translation>
    </message>
    <message>
        <source>Take this  Enter</source>
        <translation>就用这个  Enter</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>This server could not prove that it is the right one.</source>
        <translation>无法确认这台服务器的真实性。</translation>
    </message>
    <message>
        <source>Nothing was sent, and there is no way around this. Compare the address with the supervisor's, check the computer's date, or choose the authority file you were given.</source>
        <translation>没有发送任何内容，也不能跳过这一步。请与负责人核对地址，检查电脑日期，或选择单位提供的证书颁发机构文件。</translation>
    </message>
    <message>
        <source>No connection was made.</source>
        <translation>没有连接成功。</translation>
    </message>
</context>
<context>
    <name>WholePane</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>To be removed</source>
        <translation>将被删除</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>填写的内容</translation>
    </message>
    <message>
        <source>What was changed meanwhile</source>
        <translation>期间修改的内容</translation>
    </message>
    <message>
        <source>What was changed after the removal</source>
        <translation>删除之后修改的内容</translation>
    </message>
    <message>
        <source>{mine} (now: {current})</source>
        <translation>{mine}（目前：{current}）</translation>
    </message>
    <message>
        <source>Apply as my own  Ctrl+Enter</source>
        <translation>以我的名义采用  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Approve the removals  Ctrl+Enter</source>
        <translation>批准删除  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Drop…  Del</source>
        <translation>放弃…  Del</translation>
    </message>
    <message>
        <source>Remove it all the same</source>
        <translation>仍然删除</translation>
    </message>
    <message>
        <source>Keep the record</source>
        <translation>保留记录</translation>
    </message>
    <message>
        <source>Bring it back with the change</source>
        <translation>带着修改恢复</translation>
    </message>
    <message>
        <source>Leave it removed</source>
        <translation>维持删除</translation>
    </message>
</context>
</TS>
