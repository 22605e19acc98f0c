/** Where a browser cannot register anybody: the way on into WeChat. */
export const IN_WECHAT = {
  scan: '用微信扫这里报名',
  scanHow: '手机微信里点“＋”，再点“扫一扫”。',
  code: '报名用的码',
  open: '打开微信报名',
  openHow: '接着在微信小程序里报，不用再找一遍。',
  onThisPhone: (appName: string): string => `就用这部手机报：打开微信，搜小程序“${appName}”。`,
} as const
