import { ALL_TOLD, AS_PLANNED, BACK_TO_THIS_ACTIVITY, ENDED_EARLY, leftToTell } from './vocabulary'
import type { CalledAbout, ChangeNotice, Reach, Unreached } from '../../core/contract/activity/activity-page'
import type { ActivityRecord } from '../../core/contract/activity/draft'
import type { CallOutcome } from '../../core/domain/registration/messages/call'
import { instant, parseInstant, type Instant } from '../../core/kernel/shanghai-time'
import { fullMomentText } from '../../src/text/time'

export const CHANGE = {
  open: '发变动',
  title: '发变动',
  how: '发出以后，居民的活动页、号码页、首页和门口的大屏马上换，报名的街坊都会收到通知。',
  kind: '怎么变',
  kinds: {
    indoors: '改地点',
    postponed: '推迟',
    'brought-forward': '提前',
    cancelled: '取消',
    'decided-tomorrow': '明早 7:00 再定',
    'as-planned': AS_PLANNED,
    note: '补一句',
    'ended-early': ENDED_EARLY,
  } satisfies Record<ChangeNotice['kind'], string>,
  place: '改到哪里',
  placeMissing: '请写改到哪里',
  starts: { postponed: '推迟到什么时候开始', 'brought-forward': '提前到什么时候开始' },
  startHow: { postponed: '持续的时间和原来一样长。', 'brought-forward': '要给街坊留出 24 小时。' },
  note: '补一句什么',
  noteHow: (left: number) => `接着已经发出的话说，不改时间和地点。还能写 ${left} 个字。`,
  noteMissing: '请写补充的一句话',
  startMissing: '请选新的开始时间',
  sure: (title: string) => `取消“${title}”？`,
  sureBody: '报名全部作废，取消了不能再恢复。',
  yes: '取消这个活动',
  sureEnded: (title: string) => `“${title}”现在就结束？`,
  sureEndedBody: '还没开始的工作坊一起取消；没来的不算缺席。结束了不能再改回来。',
  yesEnded: '现在结束',
  no: '先不动',
  send: '发出',
  back: '不发了',
  sent: '已经发出',
  reached: (notified: number, unreached: number) =>
    `通知了 ${notified} 家${unreached === 0 ? '，没有要打电话的。' : `，其中 ${unreached} 家要打电话。`}`,
  groupTitle: '发到微信群的话',
  copy: '复制',
  copied: '复制好了，去群里粘贴。',
  done: BACK_TO_THIS_ACTIVITY,
  screens: '大屏',
  screensText: ({ all, silent }: { readonly all: number; readonly silent: number }) =>
    all === 0
      ? '没有挂大屏。'
      : `大屏已换（${all} 块${silent === 0 ? '' : `，${silent} 块没连上，请去看一看`}）`,
  doorNote: '门口贴条',
  doorNoteHow: '没有电话的街坊，到了门口看得见。',
  printNote: '打印门口贴条',
} as const

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
  number: '号码',
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
export function toSay({ title, startsAt, place, change }: CalledAbout): string {
  const when = fullMomentText(parseInstant(startsAt))
  const said = change === null ? null : SAYING[change.kind]({ title, when, place })
  return [
    said ?? `您报名的“${title}”有变动。`,
    change?.note ? `${change.note}。` : '',
    '不收费，不要验证码。',
  ].join('')
}

interface Said {
  readonly title: string
  readonly when: string
  readonly place: string
}

const SAYING: Readonly<Record<ChangeNotice['kind'], (said: Said) => string>> = {
  'as-planned': ({ title, when, place }) => `您好，您报名的“${title}”照常办，${when}，在${place}。`,
  indoors: ({ title, when, place }) => `您好，您报名的“${title}”改到${place}，时间不变，还是${when}。`,
  postponed: ({ title, when, place }) => `您好，您报名的“${title}”推迟到${when}，在${place}。`,
  'brought-forward': ({ title, when, place }) => `您好，您报名的“${title}”提前到${when}，在${place}。`,
  cancelled: ({ title }) => `您好，您报名的“${title}”取消了，不用来，也不用另外取消。`,
  'ended-early': ({ title }) => `您好，您报名的“${title}”提前结束了，还没出门就不用来了，不算缺席。`,
  'decided-tomorrow': ({ title }) => `您好，您报名的“${title}”办不办还没定，明早 7:00 定下来再告诉您。`,
  note: ({ title, when, place }) => `您好，您报名的“${title}”还是${when}，在${place}。`,
}

/** 报名 38 位：微信 25，要打电话 12，不用通知 1 · 今天值班 8 位：请当面告诉. */
export function reachText({ registered, volunteers }: Reach): string {
  const { all, wechat, call, withoutPhone, none } = registered
  const ways = [
    [wechat, '微信'],
    [call, '要打电话'],
    [withoutPhone, '没留电话'],
    [none, '不用通知'],
  ] as const
  const said = ways.flatMap(([count, way]) => (count === 0 ? [] : [`${way} ${count}`])).join('，')
  return [
    all === 0 ? '没有要通知的报名' : `报名 ${all} 位：${said}`,
    ...(volunteers === 0 ? [] : [`志愿者 ${volunteers} 位：请当面告诉`]),
  ].join(' · ')
}

/** What stands on the door. */
export function doorNoteText(
  record: ActivityRecord,
  change: ChangeNotice,
): { readonly heading: string; readonly lines: readonly string[]; readonly foot: string } {
  return {
    heading: GROUP[change.kind](record),
    lines: [
      ...(change.note ? [change.note] : []),
      ...(change.kind === 'cancelled' || change.kind === 'ended-early'
        ? []
        : [`${fullMomentText(parseInstant(record.startsAt))}，${record.placeNow}`]),
    ],
    foot: `${fullMomentText(parseInstant(change.at))} 更新。要问的请进门问工作人员。`,
  }
}

export const CAPACITY = {
  title: '名额',
  label: '改成几个名额',
  save: '改名额',
  more: (free: number, waiting: number) =>
    waiting === 0
      ? `会空出 ${free} 个位子。`
      : `会空出 ${free} 个位子，候补的 ${waiting} 家按先后补上，会收到通知。`,
  less: '已经报上的都保留，只是不再放新的人。',
  tooFew: (inUse: number) => `已经报上 ${inUse} 位，不能改得比这少。`,
  saved: (promoted: number) => (promoted === 0 ? '名额改好了。' : `名额改好了，补上了 ${promoted} 家。`),
} as const

const GROUP: Readonly<Record<ChangeNotice['kind'], (record: ActivityRecord) => string>> = {
  'as-planned': () => '照常举行，时间、地点都不变。',
  indoors: ({ placeNow }) => `改到${placeNow}，时间不变。`,
  postponed: ({ startsAt }) => `推迟到${fullMomentText(parseInstant(startsAt))}，地点不变。`,
  'brought-forward': ({ startsAt }) => `提前到${fullMomentText(parseInstant(startsAt))}，地点不变。`,
  cancelled: () => '取消了。',
  'ended-early': () => '提前结束了，还没到的街坊不用来了。',
  note: () => '时间、地点都不变。',
  'decided-tomorrow': () => '办不办，明早 7:00 再定。',
}

/** 复制群通知: what takes place, what changes, what stays, and how to ask. */
export function groupText(record: ActivityRecord, change: ChangeNotice): string {
  const planned = change.formerStartsAt ?? record.startsAt
  return [
    `【活动变动】${record.content.title}（原定${fullMomentText(parseInstant(planned))}）`,
    GROUP[change.kind](record),
    ...(change.note ? [change.note] : []),
    ...(change.kind === 'cancelled' || change.kind === 'ended-early' ? [] : ['报过名的街坊，号码照样有用。']),
    `${fullMomentText(parseInstant(change.at))}更新，以后的变动看小程序“我的报名”。`,
  ].join('\n')
}

export const nameOf = ({ name }: Pick<Unreached, 'name'>): string => name ?? CALLS.unnamed
