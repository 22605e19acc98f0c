import { ALL_TOLD, leftToTell } from './vocabulary'
import type { CalledAs, CallOutcome } from '../../core/domain/registration/messages/call'
import { type Instant, instant, parseInstant } from '../../core/kernel/shanghai-time'
import type { CalledAbout, ChangeNotice, Unreached } from '../../core/contract/activity/activity-page'
import { fullMomentText } from '../../src/text/time'

export const CALLS = {
  title: '要打电话的',
  open: '打开要打电话的名单',
  logged: '打开一次，工作记录里记一次。',
  none: '没有要打电话的。',
  left: leftToTell,
  allTold: ALL_TOLD,
  say: '可以这样说：',
  copy: '复制全部号码',
  copied: (count: number) => `复制了 ${count} 个号码，已记进工作记录。用完请删。`,
  notCopied: '这个浏览器不让复制，请照名单打。',
  print: '打印名单',
  again: '刷新',
  sayToStalls: '有摊位的，可以这样说：',
  number: '号码',
  stall: (numbers: readonly string[]) => `${numbers.join('、')} 号摊`,
  alsoStall: (numbers: readonly string[]) => `也有 ${numbers.join('、')} 号摊`,
  name: '称呼',
  about: '哪一场',
  phone: '电话',
  state: '打了没有',
  result: '结果',
  persons: (count: number) => `${count} 位`,
  help: '要帮忙',
  noPhone: '没有电话：门口贴条',
  wantsNone: '自己选了不用通知',
  unnamed: '没写',
  take: '我来打',
  anew: '改',
  heldBy: (called: string, until: string) => `${called}在打，到 ${until}`,
  tryAgain: (moment: string | null) => (moment === null ? '没人接' : `没人接，${moment} 再打`),
  paperFoot: '只用来通知这一次，用完请撕掉。',
} as const

export const OUTCOMES: Readonly<Record<CallOutcome, string>> = {
  reached: '打通了',
  'family-told': '请家人转告',
  'wrong-number': '号码不对',
  'note-up': '门口贴好条了',
  'no-answer': '没人接',
}

/** When to try again, after nobody answered. */
export const againChoices = (now: Instant): readonly { readonly label: string; readonly at: Instant }[] =>
  ([15, 30, 60, 120] as const).map((minutes) => ({
    label: `${minutes < 60 ? `${minutes} 分钟` : `${minutes / 60} 小时`}后再打`,
    at: instant(now + minutes * 60_000),
  }))

/** What to say on the telephone: who calls, about what, what changes, what stays. */
export function toSay({ title, startsAt, place, change }: CalledAbout, as: CalledAs): string {
  const when = fullMomentText(parseInstant(startsAt))
  const isStall = as === 'stall'
  const your = isStall ? `您有摊位的“${title}”` : `您报名的“${title}”`
  const said = change === null ? null : SAYING[change.kind]({ your, isStall, when, place })
  return [
    said === null ? `${your}有变动。` : `您好，${said}`,
    change?.note ? `${change.note}。` : '',
    isStall ? '' : '不收费，不要验证码。',
  ].join('')
}

interface Said {
  readonly your: string
  readonly isStall: boolean
  readonly when: string
  readonly place: string
}

const SAYING: Readonly<Record<ChangeNotice['kind'], (said: Said) => string>> = {
  'as-planned': ({ your, when, place }) => `${your}照常办，${when}，在${place}。`,
  indoors: ({ your, when, place }) => `${your}改到${place}，时间不变，还是${when}。`,
  postponed: ({ your, when, place }) => `${your}推迟到${when}，在${place}。`,
  'brought-forward': ({ your, when, place }) => `${your}提前到${when}，在${place}。`,
  cancelled: ({ your, isStall }) => `${your}取消了，${isStall ? '不用来摆了。' : '不用来，也不用另外取消。'}`,
  'ended-early': ({ your, isStall }) =>
    `${your}提前结束了，还没出门就不用来了${isStall ? '。' : '，不算缺席。'}`,
  'decided-tomorrow': ({ your }) => `${your}办不办还没定，明早 7:00 定下来再告诉您。`,
  note: ({ your, when, place }) => `${your}还是${when}，在${place}。`,
}

export const nameOf = ({ name }: Pick<Unreached, 'name'>): string => name ?? CALLS.unnamed
