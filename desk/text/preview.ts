/** 预览: the residents' page beside the form. */
export const PREVIEW = {
  open: '预览',
  how: '看什么样子',
  looks: { standard: '标准', elder: '长辈版', narrow: '窄屏', phone: '用手机看' },
  dark: '深色',
  close: '关掉',
  frame: '居民会看到的页面',
  first: '一共好几次，这里是第一次。',
  saveFirst: '先存草稿，再用手机看。',
  scan: '用手机扫一扫，在手机上登录工作台，就能看这份草稿。',
  onlyStaff: '别人扫了也看不到，只给能看这份草稿的同事。',
  unsaved: '手机上是存好的那一份，刚改的要先存。',
  code: '用手机看预览的二维码',
  signIn: '要看预览，请先登录。',
} as const
