/** A page for whoever opens one of our codes outside WeChat. Its marks are filled like those of the built pages. */
const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · {{appName}}</title>
<meta name="color-scheme" content="light dark">
<style>
  :root { --paper: #fff9f2; --card: #fff; --ink: #2b2118; --soft: #66564a; --line: #f0e3d3; --brand: #c2500a; }
  @media (prefers-color-scheme: dark) {
    :root { --paper: #1e1812; --card: #2a221a; --ink: #f6eadc; --soft: #c4b4a1; --line: #3d3226; --brand: #ff9a4d; }
  }
  body { margin: 0; padding: 32px 20px; background: var(--paper); color: var(--ink); font: 20px/1.6 system-ui, sans-serif; }
  main { max-width: 30em; margin: 0 auto; }
  h1 { margin: 0 0 0.6em; font-size: 1.6em; line-height: 1.3; text-wrap: balance; }
  p { margin: 0.8em 0; }
  ol { margin: 0; padding: 16px 20px 16px 2.2em; border: 1px solid var(--line); border-radius: 12px; background: var(--card); }
  li { margin: 0.3em 0; }
  a { display: block; margin: 1.2em 0; padding: 12px 16px; border: 1.5px solid var(--brand); border-radius: 12px; color: var(--brand); font-weight: 600; text-align: center; text-decoration: none; }
  small { font-size: 0.85em; color: var(--soft); }
</style>
</head>
<body>
<main>
${body}
  <p><small>{{trustLine}}</small></p>
</main>
</body>
</html>
`

/** What a scanner other than WeChat's gets to see: how to open the code, and what we never ask for. */
export const codePage = page(
  '请用微信扫一扫',
  `  <h1>请用微信“扫一扫”再扫一次</h1>
  <p>这个码是会客厅打卡用的，要在微信里打开。</p>
  <ol>
    <li>打开微信，点右上角的“＋”</li>
    <li>选“扫一扫”</li>
    <li>对准刚才的码</li>
  </ol>
  <p>不用微信也没关系：到会客厅请工作人员帮您记一下。</p>
  <a href="/">看看会客厅和活动</a>`,
)

/** The same for the code with which staff sign in a PC. */
export const deskCodePage = page(
  '请用微信扫电脑上的码',
  `  <h1>请用微信“扫一扫”再扫一次</h1>
  <p>这个码是工作人员登录电脑用的，要在微信里打开，并且直接对着电脑屏幕扫。</p>
  <ol>
    <li>打开微信，点右上角的“＋”</li>
    <li>选“扫一扫”</li>
    <li>对准电脑屏幕上的码</li>
  </ol>
  <p>别人发来的这种码，请不要扫：扫了就是让别人用您的名义登录。</p>`,
)

/** With which a family takes over whom an office registered. The page is the same for every code and holds none. */
export const guestCardPage = page(
  '请用微信扫一扫',
  `  <h1>请用微信“扫一扫”再扫一次</h1>
  <p>这个码是会客厅帮您家报名以后给的，在微信里接过来，就能自己看、自己改。</p>
  <ol>
    <li>打开微信，点右上角的“＋”</li>
    <li>选“扫一扫”</li>
    <li>对准刚才的码</li>
  </ol>
  <p>不用微信也没关系：记好四位号码，到时候直接来。</p>`,
)

/**
 * Of an invitation: how to open it. The page is the same for every code and holds none. Only a demonstration can sign
 * somebody in here and lets them go on.
 */
export const invitationPage = (isDemo: boolean): string =>
  page(
    '工作人员邀请',
    `  <h1>这是{{name}}的工作人员邀请</h1>
  <p>请用微信打开。邀请码只能用一次。</p>
  <ol>
    <li>打开微信，点右上角的“＋”</li>
    <li>选“扫一扫”，对准刚才的码</li>
    <li>看清写的是不是您，再点“是我”</li>
  </ol>
  <p>扫不了？打开小程序“我的”，点最下面的“有邀请码？”，输入邀请码。</p>
  <p>不是给您的，请关掉这一页，不要转给别人。</p>${isDemo ? '\n  <a href="?open=1">演示：在这里接着打开</a>' : ''}`,
  )
