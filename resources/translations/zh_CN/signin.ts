<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AccountList</name>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Another account</source>
        <translation>其他账号</translation>
    </message>
</context>
<context>
    <name>AdministratorForm</name>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Account to sign in with</source>
        <translation>登录账号</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>至少 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>再输一次密码</translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n characters.</source>
        <translation>
            <numerusform>请至少用 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次输入的密码不一样。</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>正在建立…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>BrandPanel</name>
    <message>
        <source>Community Workbench</source>
        <translation>社区全科工作台</translation>
    </message>
</context>
<context>
    <name>CommunityForm</name>
    <message>
        <source>for example Green Willow Community</source>
        <translation>例如：青柳社区</translation>
    </message>
    <message>
        <source>Name of the community</source>
        <translation>社区名称</translation>
    </message>
    <message>
        <source>Opens the number of every slip. It can be changed later under Manage.</source>
        <translation>印在每份文书编号的开头，以后可在“管理”中修改。</translation>
    </message>
    <message>
        <source>Document prefix</source>
        <translation>文书字头</translation>
    </message>
    <message>
        <source>GB/T 2260, 6, 9 or 12 digits. May stay empty.</source>
        <translation>GB/T 2260，6、9 或 12 位数字，可以不填。</translation>
    </message>
    <message>
        <source>Division code</source>
        <translation>行政区划代码</translation>
    </message>
</context>
<context>
    <name>FirstSyncFace</name>
    <message>
        <source>Stop for now</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Begin again with another code</source>
        <translation>换一个接入码重新开始</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>Fetching the community's records</source>
        <translation>正在取回社区的数据</translation>
    </message>
    <message>
        <source>This can take a few minutes. It may be stopped and goes on later.</source>
        <translation>可能需要几分钟。可以随时暂停，以后接着取。</translation>
    </message>
    <message>
        <source>{done} of {total} records</source>
        <translation>已取回 {done} / {total} 条记录</translation>
    </message>
    <message>
        <source>The first sync is not finished</source>
        <translation>首次同步还没有完成</translation>
    </message>
    <message>
        <source>What has arrived is kept. Going on needs no new code.</source>
        <translation>已取回的内容都保留着，继续时不需要新的接入码。</translation>
    </message>
    <message>
        <source>Stopping after what is on its way…</source>
        <translation>收完正在路上的这一批就停下…</translation>
    </message>
</context>
<context>
    <name>JoinPages</name>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>First sync</source>
        <translation>首次同步</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>恢复口令</translation>
    </message>
    <message>
        <source>Joining</source>
        <translation>加入社区</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Go on to sign in</source>
        <translation>去登录</translation>
    </message>
    <message>
        <source>Begin again?</source>
        <translation>重新开始？</translation>
    </message>
    <message>
        <source>What has arrived is thrown away. The code is used up: the supervisor makes another.</source>
        <translation>已取回的内容会丢弃。原接入码已经用掉，需要请负责人另发一个。</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>The records come from the community's server; then you sign in.</source>
        <translation>数据从社区的服务器取回，然后用自己的账号登录。</translation>
    </message>
    <message>
        <source>Join a community</source>
        <translation>加入社区</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Switch person</source>
        <translation>换人</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Everything {person} was doing is kept.</source>
        <translation>{person}正在办理的内容都已保留。</translation>
    </message>
</context>
<context>
    <name>NewPasswordForm</name>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再输一次新密码</translation>
    </message>
    <message>
        <source>Use this password</source>
        <translation>使用这个密码</translation>
    </message>
    <message>
        <source>Your password was given by an administrator. Choose one that only you know.</source>
        <translation>现在的密码是管理员给的，请换成只有您知道的密码。</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次输入的密码不一样。</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Recovery passphrase</source>
        <translation>恢复口令</translation>
    </message>
    <message>
        <source>If this computer's keyring is lost, only this passphrase opens the data again. It is shown this once. Print it and lock it away.</source>
        <translation>如果这台电脑的密钥丢失，只有这组口令能重新打开数据。它只显示这一次，请打印后锁好。</translation>
    </message>
    <message>
        <source>I have printed it or written it down</source>
        <translation>我已打印或抄写保存</translation>
    </message>
    <message>
        <source>Open the workbench</source>
        <translation>进入工作台</translation>
    </message>
    <message>
        <source>A copy leaves the clipboard after one minute.</source>
        <translation>复制的内容一分钟后从剪贴板清除。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Recovery passphrase of {community}</source>
        <translation>{community}恢复口令</translation>
    </message>
    <message>
        <source>Keep this sheet locked away. Whoever has it and the data folder can open the data.</source>
        <translation>请将本页锁好。持有本页和数据文件夹的人可以打开全部数据。</translation>
    </message>
</context>
<context>
    <name>RecoverForm</name>
    <message>
        <source>Recovery passphrase</source>
        <translation>恢复口令</translation>
    </message>
    <message>
        <source>Printed at the first start. Blanks and capitals do not matter.</source>
        <translation>首次启动时打印的那组口令，不计空格和大小写。</translation>
    </message>
    <message>
        <source>Open the data</source>
        <translation>打开数据</translation>
    </message>
    <message>
        <source>This computer's keyring does not hold the key of this data folder.</source>
        <translation>这台电脑的密钥环里没有这个数据文件夹的密钥。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>恢复口令</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
</context>
<context>
    <name>SetupForm</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
</context>
<context>
    <name>SetupPages</name>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>恢复口令</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>首次启动</translation>
    </message>
    <message>
        <source>A new data folder: three steps, then the counter can open.</source>
        <translation>这是新的数据文件夹：三步之后即可开窗。</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎使用</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Choose your name and type your password.</source>
        <translation>请选择姓名并输入密码。</translation>
    </message>
    <message>
        <source>Try again in {seconds} s</source>
        <translation>{seconds} 秒后可再试</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Caps lock is on</source>
        <translation>大写锁定已打开</translation>
    </message>
</context>
<context>
    <name>SignInWindow</name>
    <message>
        <source>Community Workbench</source>
        <translation>社区全科工作台</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Everything works without a network.</source>
        <translation>没有网络也能全部使用。</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Open with the recovery passphrase</source>
        <translation>用恢复口令打开</translation>
    </message>
</context>
<context>
    <name>WelcomePages</name>
    <message>
        <source>First start</source>
        <translation>首次启动</translation>
    </message>
    <message>
        <source>Set up a new community</source>
        <translation>新建一个社区</translation>
    </message>
    <message>
        <source>The first computer of a community; no network needed</source>
        <translation>社区的第一台电脑；不需要网络</translation>
    </message>
    <message>
        <source>Join with a code</source>
        <translation>用接入码加入</translation>
    </message>
    <message>
        <source>The community already works with a server; the supervisor gave a code</source>
        <translation>社区已经有服务器；负责人给了接入码</translation>
    </message>
    <message>
        <source>This data folder is new. How does it begin?</source>
        <translation>这是一个新的数据文件夹，从哪里开始？</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎使用</translation>
    </message>
</context>
</TS>
