import { AS_PLANNED, BACK_TO_THIS_ACTIVITY, ENDED_EARLY } from './vocabulary'
import type { Output } from '../../core/contract'
import type { ChangeNotice, Reach } from '../../core/contract/activity/activity-page'
import type { ActivityRecord } from '../../core/contract/activity/draft'
import { fullMomentText } from '../../src/text/time'
import { parseInstant } from '../../core/kernel/shanghai-time'

type Reached = Pick<Output<'activity.change'>, 'notified' | 'unreached' | 'stallHolders' | 'volunteers'>

/** 志愿者 8 位也收到了，其中 2 位请当面再说一声。 */
const volunteersText = ({ told, inPerson }: Reached['volunteers']): string =>
  told === 0
    ? ''
    : `志愿者 ${told} 位也收到了${inPerson === 0 ? '。' : `，其中 ${inPerson} 位微信提醒不到，请当面再说一声。`}`

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
  reached: ({ notified, unreached, stallHolders, volunteers }: Reached) =>
    `通知了 ${notified} 家${unreached === 0 ? '，没有要打电话的。' : `，其中 ${unreached} 家要打电话。`}${stallHolders === 0 ? '' : `摊主 ${stallHolders} 位也要打电话。`}${volunteersText(volunteers)}`,
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

const TO_CALL = '要打电话'
const WITHOUT_PHONE = '没留电话'
const WECHAT = '微信'
const ALSO_REGISTERED = '也报了名，一起通知'

/** 报名 38 位：微信 25，要打电话 12，不用通知 1 · 摊主 30 位：要打电话 28，没留电话 2 · 志愿者 8 位：微信 6，请当面告诉 2. */
export function reachText({ registered, stallHolders, volunteers }: Reach): string {
  const { all, wechat, call, withoutPhone, none } = registered
  const ways = [
    [wechat, WECHAT],
    [call, TO_CALL],
    [withoutPhone, WITHOUT_PHONE],
    [none, '不用通知'],
  ] as const
  return [
    all === 0 ? '没有要通知的报名' : `报名 ${all} 位：${waysText(ways)}`,
    ...(stallHolders.all === 0
      ? []
      : [
          `摊主 ${stallHolders.all} 位：${waysText([
            [stallHolders.call, TO_CALL],
            [stallHolders.withoutPhone, WITHOUT_PHONE],
            [stallHolders.registered, ALSO_REGISTERED],
          ])}`,
        ]),
    ...(volunteers.all === 0
      ? []
      : [
          `志愿者 ${volunteers.all} 位：${waysText([
            [volunteers.wechat, WECHAT],
            [volunteers.inPerson, '请当面告诉'],
            [volunteers.registered, ALSO_REGISTERED],
          ])}`,
        ]),
  ].join(' · ')
}

const waysText = (ways: readonly (readonly [number, string])[]): string =>
  ways.flatMap(([count, way]) => (count === 0 ? [] : [`${way} ${count}`])).join('，')

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
