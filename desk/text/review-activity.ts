import { PUBLISH_ALONE } from './vocabulary'

export const REVIEW = {
  title: '审核',
  waits: (who: string, when: string) => `${who} ${when} 提交`,
  approve: '通过，发布',
  approveLater: '通过，到时间发布',
  approveAlone: PUBLISH_ALONE,
  sendBack: '退回',
  word: '退回的话',
  wordHint: '写清要改哪里，写的人看得到',
  sendBackNow: '退回给写的人',
  cancel: '不退了',
  edit: '我来改',
  second: '要另一位同事来审核，自己提交的不能自己通过。',
  odd: '请留意',
  sentBackDone: '退回了。',
  seen: '居民会看到',
} as const
