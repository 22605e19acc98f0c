/** What a scanner other than WeChat's gets to see: how to open the code, and what we never ask for. */
export const codePage = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>请用微信扫一扫</title>
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
  <h1>请用微信“扫一扫”再扫一次</h1>
  <p>这个码是会客厅打卡用的，要在微信里打开。</p>
  <ol>
    <li>打开微信，点右上角的“＋”</li>
    <li>选“扫一扫”</li>
    <li>对准刚才的码</li>
  </ol>
  <p>不用微信也没关系：到会客厅请工作人员帮您记一下。</p>
  <a href="/">看看会客厅和活动</a>
  <p><small>街道主办。不收费，不要验证码、银行卡、身份证。核实请打 12345。</small></p>
</main>
</body>
</html>
`
