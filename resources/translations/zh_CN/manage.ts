<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AccountSection</name>
    <message>
        <source>My account</source>
        <translation>我的账号</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>At least 8 characters, not a common one</source>
        <translation>至少 8 个字符，不要用常见密码</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>再输一次新密码</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>The two new passwords differ.</source>
        <translation>两次输入的新密码不一致。</translation>
    </message>
    <message>
        <source>From now on the new password counts.</source>
        <translation>新密码已生效。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
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
        <source>Signed in</source>
        <translation>登录时间</translation>
    </message>
</context>
<context>
    <name>BuildingDialog</name>
    <message>
        <source>Edit the building</source>
        <translation>修改楼栋</translation>
    </message>
    <message>
        <source>New building</source>
        <translation>新增楼栋</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>楼栋号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Housing estate, if any</source>
        <translation>所属小区，可不填</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
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
        <source>Save  Ctrl+Enter</source>
        <translation>保存  Ctrl+Enter</translation>
    </message>
    <message>
        <source>no grid yet</source>
        <translation>未划网格</translation>
    </message>
</context>
<context>
    <name>Buildings</name>
    <message>
        <source>no grid yet</source>
        <translation>未划网格</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>楼栋号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
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
        <source>No buildings yet</source>
        <translation>还没有楼栋</translation>
    </message>
    <message>
        <source>Add the first building with Ctrl+N, or import a roster: it brings its buildings along.</source>
        <translation>按 Ctrl+N 新增第一幢，或者直接导入花名册，楼栋会随之建立。</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>%n unit(s)</source>
        <translation>%n个单元</translation>
    </message>
    <message>
        <source>%n floor(s)</source>
        <translation>%n层</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Data and backup</source>
        <translation>数据与备份</translation>
    </message>
    <message>
        <source>Everything lies on this computer, encrypted; nothing leaves it by itself.</source>
        <translation>全部数据加密保存在本机，不会自行外传。</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>Reads every record, the whole journal with its chain of hashes, and every attachment.</source>
        <translation>逐条读取全部记录、整条日志哈希链和所有附件，核对是否与写入时一致。</translation>
    </message>
    <message>
        <source>Verify now  F8</source>
        <translation>立即核验  F8</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>One encrypted file with everything; keep it on another disk. The community's keys open it.</source>
        <translation>全部数据存成一个加密文件，请放到另一块硬盘；须用本社区的密钥才能打开。</translation>
    </message>
    <message>
        <source>Back up to a file…  F9</source>
        <translation>备份到文件…  F9</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>备份到</translation>
    </message>
    <message>
        <source>Backups (*.backup)</source>
        <translation>备份文件 (*.backup)</translation>
    </message>
    <message>
        <source>{folder} cannot be written to. Your data are untouched; choose another place.</source>
        <translation>无法写入 {folder}。原有数据不受影响，请换一个位置。</translation>
    </message>
    <message>
        <source>Make a new recovery passphrase?</source>
        <translation>重新生成恢复口令？</translation>
    </message>
    <message>
        <source>The old one opens nothing from then on. Have paper or a printer at hand: it is shown once.</source>
        <translation>旧口令随即作废。新口令只显示一次，请先备好纸笔或打印机。</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>It did not work.</source>
        <translation>没有完成。</translation>
    </message>
    <message>
        <source>Something is not as it was written.</source>
        <translation>发现与写入时不一致的内容。</translation>
    </message>
    <message>
        <source>{records} records, {rows} journal rows, {files} attachments read.</source>
        <translation>共读取记录 {records} 条、日志 {rows} 行、附件 {files} 个。</translation>
    </message>
    <message>
        <source>Everything is as it was written.</source>
        <translation>全部完好，与写入时一致。</translation>
    </message>
    <message>
        <source>{path} · {files} files, {size} MB, read back and compared.</source>
        <translation>{path} · {files} 个文件，{size} MB，已回读核对。</translation>
    </message>
    <message>
        <source>The backup is complete.</source>
        <translation>备份完成。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>If this computer breaks, only this passphrase opens a backup. Renew it when the paper is lost.</source>
        <translation>电脑损坏时，只有恢复口令能打开备份。抄写的口令遗失或泄露时请重新生成。</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>重新生成…</translation>
    </message>
    <message>
        <source>Recovery passphrase</source>
        <translation>恢复口令</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>working day</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>make-up workday</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>set by the community</source>
        <translation>本社区设定</translation>
    </message>
    <message>
        <source>national notice</source>
        <translation>国家公布</translation>
    </message>
</context>
<context>
    <name>GridDialog</name>
    <message>
        <source>Edit the grid</source>
        <translation>修改网格</translation>
    </message>
    <message>
        <source>New grid</source>
        <translation>新增网格</translation>
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
        <source>Grid worker</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>保存  Ctrl+Enter</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>暂无网格员</translation>
    </message>
</context>
<context>
    <name>Grids</name>
    <message>
        <source>nobody yet</source>
        <translation>暂无网格员</translation>
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
        <source>Grid worker</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>No grids yet</source>
        <translation>还没有网格</translation>
    </message>
    <message>
        <source>Add the first grid with Ctrl+N; then put the buildings into their grids.</source>
        <translation>按 Ctrl+N 新增第一个网格，再把楼栋划入网格。</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>%n building(s)</source>
        <translation>%n栋</translation>
    </message>
</context>
<context>
    <name>HolidayTextDialog</name>
    <message>
        <source>Import a holiday notice</source>
        <translation>导入放假安排</translation>
    </message>
    <message>
        <source>One day a line: the date, 休 for a day off or 班 for a make-up day, and a name if you like.</source>
        <translation>每行一天：日期，放假写“休”、调休上班写“班”，后面可写名称。</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Set these days  Ctrl+Enter</source>
        <translation>设定这些日期  Ctrl+Enter</translation>
    </message>
    <message>
        <source>{off} days off, {work} make-up workdays</source>
        <translation>放假 {off} 天，调休上班 {work} 天</translation>
    </message>
</context>
<context>
    <name>HolidaysSection</name>
    <message>
        <source>Name of the day</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name, for example Spring Festival</source>
        <translation>名称，如 春节</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>Deadlines count working days. A change here moves the deadlines of open matters at once.</source>
        <translation>期限按工作日计算；在这里改动后，在办事项的期限随即重算。</translation>
    </message>
    <message>
        <source>Import a notice…  Ctrl+O</source>
        <translation>导入放假安排…  Ctrl+O</translation>
    </message>
    <message numerus="yes">
        <source>Saved. The deadlines of %n open matters moved.</source>
        <translation>
            <numerusform>已保存，%n 件在办事项的期限随之调整。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved. No deadline moved.</source>
        <translation>已保存，没有期限需要调整。</translation>
    </message>
    <message>
        <source>The notice for {year} is not known yet: deadlines in it are provisional.</source>
        <translation>{year} 年放假安排尚未公布，涉及该年的期限均为暂定。</translation>
    </message>
    <message>
        <source>Until then Monday to Friday count. When it is published, import its text with Ctrl+O.</source>
        <translation>公布前按周一至周五计算；公布后按 Ctrl+O 导入，期限自动重算。</translation>
    </message>
    <message>
        <source>Take back my change  Space</source>
        <translation>撤销本社区设定  空格</translation>
    </message>
    <message>
        <source>Make it a day off  Space</source>
        <translation>改为放假  空格</translation>
    </message>
    <message>
        <source>Make it a working day  Space</source>
        <translation>改为上班  空格</translation>
    </message>
    <message>
        <source>Year before (Alt+Left)</source>
        <translation>上一年 (Alt+←)</translation>
    </message>
    <message>
        <source>Year after (Alt+Right)</source>
        <translation>下一年 (Alt+→)</translation>
    </message>
</context>
<context>
    <name>ManagePage</name>
    <message>
        <source>Manage</source>
        <translation>管理</translation>
    </message>
</context>
<context>
    <name>NewAccountDialog</name>
    <message>
        <source>New account</source>
        <translation>新增账号</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>for example chenyu</source>
        <translation>例如 chenyu</translation>
    </message>
    <message>
        <source>Create  Ctrl+Enter</source>
        <translation>创建  Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>New recovery passphrase</source>
        <translation>新的恢复口令</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Reactivate {name}</source>
        <translation>重新启用 {name}</translation>
    </message>
    <message>
        <source>New password for {name}</source>
        <translation>给 {name} 重设密码</translation>
    </message>
    <message>
        <source>Reactivate  Ctrl+Enter</source>
        <translation>启用  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Set  Ctrl+Enter</source>
        <translation>重设  Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>PasswordSlip</name>
    <message>
        <source>It opens one sign-in; the person then chooses their own. It is not shown again.</source>
        <translation>只用于首次登录，登录后须自己改密码；关闭后不再显示。</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>换一个</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>初始密码</translation>
    </message>
    <message>
        <source>First password {password}</source>
        <translation>初始密码 {password}</translation>
    </message>
</context>
<context>
    <name>PlacesSection</name>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Edit  Enter</source>
        <translation>修改  Enter</translation>
    </message>
    <message>
        <source>Remove  Del</source>
        <translation>删除  Del</translation>
    </message>
    <message>
        <source>Add  Ctrl+N</source>
        <translation>新增  Ctrl+N</translation>
    </message>
    <message>
        <source>Grids and buildings</source>
        <translation>网格与楼栋</translation>
    </message>
    <message>
        <source>Each grid has its worker; each building belongs to a grid.</source>
        <translation>每个网格由一名网格员负责，楼栋划入网格。</translation>
    </message>
    <message>
        <source>Remove grid {name}?</source>
        <translation>删除网格“{name}”？</translation>
    </message>
    <message>
        <source>Remove building {name}?</source>
        <translation>删除楼栋“{name}”？</translation>
    </message>
    <message>
        <source>Its history stays in the journal.</source>
        <translation>它的变动记录仍保留在日志中。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>已删除。</translation>
    </message>
    <message>
        <source>Grids {count}</source>
        <translation>网格 {count}</translation>
    </message>
    <message>
        <source>Buildings {count}</source>
        <translation>楼栋 {count}</translation>
    </message>
</context>
<context>
    <name>ProfileSection</name>
    <message>
        <source>Printed on every slip and report.</source>
        <translation>印在每张文书和报表上。</translation>
    </message>
    <message>
        <source>Community profile</source>
        <translation>社区资料</translation>
    </message>
    <message>
        <source>Demonstration data</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>Everybody and everything here is invented.</source>
        <translation>这里的人和事全部虚构。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>社区名称</translation>
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
        <source>6, 9 or 12 digits of the statistical code</source>
        <translation>统计用区划代码，6、9 或 12 位</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Save  Ctrl+S</source>
        <translation>保存  Ctrl+S</translation>
    </message>
    <message>
        <source>The profile is saved.</source>
        <translation>社区资料已保存。</translation>
    </message>
    <message>
        <source>{prefix}受〔{year}〕000123号</source>
        <translation>{prefix}受〔{year}〕000123号</translation>
    </message>
    <message>
        <source>Slips are numbered {number}</source>
        <translation>文书编号形如 {number}</translation>
    </message>
</context>
<context>
    <name>RolesSection</name>
    <message>
        <source>Roles and what they may do</source>
        <translation>角色与权限</translation>
    </message>
    <message>
        <source>One person may have several roles. Whoever hands out accounts does not read the register.</source>
        <translation>一人可有多个角色；管账号的管理员不看居民档案（职责分离）。</translation>
    </message>
    <message>
        <source>May</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Yours: {roles}</source>
        <translation>您的角色：{roles}</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>社区资料</translation>
    </message>
    <message>
        <source>Grids and buildings</source>
        <translation>网格与楼栋</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Access log</source>
        <translation>访问日志</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接服务器</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Data and backup</source>
        <translation>数据与备份</translation>
    </message>
    <message>
        <source>My account</source>
        <translation>我的账号</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>deactivated</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>first password</source>
        <translation>待改初始密码</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>No accounts yet</source>
        <translation>还没有账号</translation>
    </message>
    <message>
        <source>Create an account for everybody who works at the counter with Ctrl+N.</source>
        <translation>按 Ctrl+N 为每位窗口人员建立账号。</translation>
    </message>
</context>
<context>
    <name>StaffDialog</name>
    <message>
        <source>Edit {name}</source>
        <translation>修改 {name}</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>保存  Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>StaffForm</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
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
        <source>The catalogue has no posts yet.</source>
        <translation>事项清单中还没有岗位。</translation>
    </message>
</context>
<context>
    <name>StaffSection</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Staff accounts</source>
        <translation>工作人员账号</translation>
    </message>
    <message>
        <source>Edit  Enter</source>
        <translation>修改  Enter</translation>
    </message>
    <message>
        <source>New password  F7</source>
        <translation>重设密码  F7</translation>
    </message>
    <message>
        <source>Deactivate  Del</source>
        <translation>停用  Del</translation>
    </message>
    <message>
        <source>New account  Ctrl+N</source>
        <translation>新增账号  Ctrl+N</translation>
    </message>
    <message>
        <source>Everybody signs in with their own account; nothing is shared.</source>
        <translation>每人用自己的账号登录，不共用账号。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Deactivate {name}?</source>
        <translation>停用 {name}？</translation>
    </message>
    <message>
        <source>The account opens nothing from now on. What it did stays in the journal.</source>
        <translation>此后不能再登录；以往的操作记录仍保留。</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>{name} can no longer sign in.</source>
        <translation>{name} 已停用，不能再登录。</translation>
    </message>
    <message>
        <source>Saved. Hand the password over in person.</source>
        <translation>已保存，请当面告知初始密码。</translation>
    </message>
    <message>
        <source>At work {count}</source>
        <translation>在岗 {count}</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>Reactivate  Del</source>
        <translation>启用  Del</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
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
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
</TS>
