/** Where staff at the entrance let volunteers help. */
export const VOLUNTEERS = {
  title: '志愿者',
  link: '请志愿者帮忙',
  linkHint: '给他们看一个码，签到完自动收回',
  how: '请志愿者用微信扫这个码，写上姓名。您看着人，再点“同意”。',
  howTyped: '请志愿者打开小程序：我的 → 有邀请码？，输入：',
  codeLabel: (code: string): string => `志愿者的邀请码 ${[...code].join(' ')}`,
  typed: '扫不了，就在“我的 → 有邀请码？”里输入：',
  renew: '换一个码',
  waiting: '等您同意',
  helping: '正在帮忙',
  nobody: '还没有人扫。',
  welcome: '同意',
  turnAway: '不认识',
  twice: '同意两次',
  others: {
    title: '这一页给社工用',
    advice: '志愿者由会客厅的社工在现场请。',
  },
} as const

export const welcomeText = (called: string): string => `同意 ${called} 帮忙签到`
export const turnAwayText = (called: string): string => `不认识 ${called}`
export const volunteerCountText = (count: number, atMost: number): string =>
  `志愿者 ${count} 位，最多 ${atMost} 位`
