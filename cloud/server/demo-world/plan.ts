import type { Topic } from '../../../core/domain/activity/activity'
import { weekday, type ShanghaiDay } from '../../../core/kernel/shanghai-time'

/** One activity of the made-up month. */
export interface PlannedActivity {
  readonly title: string
  readonly topic: Topic
  readonly kind: 'registered' | 'open'
  /** Which of the offices that are open, counted from 0; the caller takes what is left over by their number. */
  readonly office: number
  readonly startMinute: number
  readonly endMinute: number
  readonly capacity: number
  /** Who wants to come; more than there are seats wait. */
  readonly wanted: number
  /** Of those with a seat, who comes, and who comes without having registered. */
  readonly coming: number
  readonly added: number
}

const CLASSES: readonly (readonly [title: string, topic: Topic])[] = [
  ['竹编小灯笼', 'class'],
  ['手机相册怎么整理', 'class'],
  ['八段锦慢慢练', 'health'],
  ['血压自己会量', 'health'],
  ['亲子折纸：一只会跳的青蛙', 'family'],
  ['沪语童谣一起念', 'culture'],
  ['楼道花箱换土', 'volunteer'],
  ['旧毛衣改杯垫', 'class'],
  ['合唱：从来没唱过也行', 'culture'],
  ['家里的灭火器会用吗', 'other'],
]
/** Something goes on at any hour; no other activity is called so. */
export const ALL_DAY = '全天开着的读报角'

const HOUR = 60
const STARTS = [9 * HOUR, 10 * HOUR, 13.5 * HOUR, 15 * HOUR]
const SATURDAY = 6

/** What takes place on a day: the same for the same seed and day, whenever it is asked. */
export function activitiesOn(seed: number, day: ShanghaiDay): readonly PlannedActivity[] {
  const chance = chanceOf(`${seed} ${day}`)
  const upTo = (count: number): number => Math.floor(chance() * count)
  const classes = [0, 1].map((): PlannedActivity => {
    const [title, topic] = CLASSES[upTo(CLASSES.length)] ?? ['竹编小灯笼', 'class']
    const startMinute = STARTS[upTo(STARTS.length)] ?? 9 * HOUR
    const capacity = 8 + upTo(5)
    const wanted = 5 + upTo(9)
    return {
      title,
      topic,
      kind: 'registered',
      office: upTo(1_000),
      startMinute,
      endMinute: startMinute + 90,
      capacity,
      wanted,
      coming: Math.min(capacity, wanted) - upTo(3),
      added: upTo(3),
    }
  })
  const allDay: PlannedActivity = {
    title: ALL_DAY,
    topic: 'other',
    kind: 'open',
    office: 0,
    startMinute: 0,
    endMinute: 24 * HOUR - 1,
    capacity: 0,
    wanted: 0,
    coming: 0,
    added: 2 + upTo(4),
  }
  const market: PlannedActivity = {
    title: '周六便民小市集',
    topic: 'market',
    kind: 'open',
    office: 1,
    startMinute: 9 * HOUR,
    endMinute: 12 * HOUR,
    capacity: 0,
    wanted: 0,
    coming: 0,
    added: 12 + upTo(10),
  }
  return [...classes, allDay, ...(weekday(day) === SATURDAY ? [market] : [])]
}

/** Names that nobody has: what is made up says so. */
export const nameOf = (person: number): string => {
  const surnames = '赵钱孙李周吴郑王冯陈'
  return `${surnames.charAt(person % surnames.length)}示例${Math.floor(person / surnames.length) + 1}`
}

/** Residents of the month. */
export const PEOPLE = 80

/** Numbers from 0 up to 1 that follow from the text (xmur3 and mulberry32, both in the public domain). */
export function chanceOf(text: string): () => number {
  let seed = 1_779_033_703 ^ text.length
  for (const character of text) {
    seed = Math.imul(seed ^ (character.codePointAt(0) ?? 0), 3_432_918_353)
    seed = (seed << 13) | (seed >>> 19)
  }
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
