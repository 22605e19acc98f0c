/** What a scanner other than WeChat's gets to see: how to open the code, and what we never ask for. */
export const codePage = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>请用微信扫一扫</title>
<style>
  body { margin: 0; padding: 48px 24px; background: #fff9f2; color: #2b2118; font: 20px/1.6 system-ui, sans-serif; }
  main { max-width: 30em; margin: 0 auto; }
  h1 { font-size: 1.6em; line-height: 1.3; }
  p { margin: 1em 0; }
  small { font-size: 0.85em; color: #6b5a49; }
</style>
</head>
<body>
<main>
  <h1>请用微信“扫一扫”再扫一次</h1>
  <p>这个码是会客厅打卡用的，要在微信里打开。</p>
  <p>打开微信，点右上角的“＋”，选“扫一扫”，对准刚才的码。</p>
  <p>不用微信也没关系：到会客厅请工作人员帮您记一下。</p>
  <p><small>不收费，不要验证码、银行卡、身份证。有疑问请打 12345。</small></p>
  <p><a href="/">看看会客厅和活动</a></p>
</main>
</body>
</html>
`
