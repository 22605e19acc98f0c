import { CLOSED_FOR_NOW, OPEN_EARLY } from './vocabulary'

/** 临时关门: what is sent, and what hangs on the door. */
export const CLOSING = {
  title: CLOSED_FOR_NOW,
  how: '三下：什么时候、为什么、发出。居民的页面、最近的会客厅和门口的大屏马上换。自助区不受影响。',
  when: '什么时候关',
  rest: (span: string) => `今天 ${span}`,
  today: '今天一整天',
  tomorrow: '明天一整天',
  other: '另选日子',
  from: '从哪天',
  until: '到哪天（也关）',
  times: '几点到几点关',
  timesHint: '空着就是整天',
  timesWrong: '写成 13:00-17:00 这样一段',
  why: '为什么关',
  reasons: { power: '停电', water: '停水', typhoon: '台风', works: '施工', training: '学习', other: '其他' },
  words: '为什么，几个字',
  send: '发出',
  incomplete: '请选好什么时候关、为什么关，再发出。',
  note: (why: string, span: string | null) => `${CLOSED_FOR_NOW}：${why}${span === null ? '' : `，${span}`}`,
  sent: '发出了，居民现在就看到。',
  noActivities: '这段时间那里没有活动。',
  activities: (count: number) => `这段时间那里有 ${count} 场活动，请一场一场改地点或取消：`,
  change: (title: string) => `去改“${title}”`,
  print: '打印门口的纸',
  done: '好了',
  holds: (note: string, first: string, last: string | null) =>
    `${note}（${first}${last === null ? '' : ` 到 ${last}`}）`,
  reopen: OPEN_EARLY,
  reopened: '照平时开了，居民现在就看到。',
  askAt: (phone: string | null) => (phone === null ? '给您添麻烦了。' : `急事请打 ${phone}`),
} as const
