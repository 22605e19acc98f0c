import type { ShanghaiDay } from '../kernel/shanghai-time'
import { isPhone, phoneFrom } from '../shapes/phone'
import { asked, isSettled, refused, said, type Cell } from './cell'
import { phoneCell } from './phones'
import { COUNT, dayAtStart, tidy, timesIn, wholeOf, type Span } from './values'

/** What stands above the names of a 接龙. */
export interface ChainHead {
  readonly title: string | null
  readonly day: Cell<ShanghaiDay>
  readonly time: Span | null
  readonly limit: Cell<number>
}

export interface ChainEntry {
  /** In what was pasted, from 1. */
  readonly line: number
  /** As it was counted in the chat. */
  readonly number: number | null
  readonly text: string
  readonly who: Cell<string>
  /** How many come, the one who is named included. */
  readonly count: Cell<number>
  /** What it does: comes, does not come any more, or comes as another number than before. */
  readonly intent: Cell<'join' | 'cancel' | 'change'>
  /** The entry of the same name before it, by its line. */
  readonly sameAs: number | null
  /** Of children below 14 whose age is said, in years; a guardian has to agree. */
  readonly childAges: readonly number[]
  /** Children whom the line speaks of without an age. */
  readonly childrenWithoutAge: number
  /** Where they wrote one; as it was written where it is none. */
  readonly phone: Cell<string>
}

export interface SignUpChain {
  readonly head: ChainHead
  readonly entries: readonly ChainEntry[]
  readonly mayBeSaved: boolean
}

const ITEM = /^(\d{1,3}) ?[.、,．:)）] ?(.*)$|^(\d{1,3}) +(\D.*)$/
const CHILD_BELOW = 14

/** A 接龙 of a chat group: a head, then numbered names. `today` says of which year a day is. */
export function readSignUpChain(text: string, today: ShanghaiDay): SignUpChain {
  const lines = text.split(/\r\n?|\n/).map((raw, index) => ({ line: index + 1, text: tidy(raw) }))
  const items = lines.map(({ line, text: typed }) => ({ line, typed, found: ITEM.exec(typed) }))
  const startsAt = items.findIndex(({ found }) => found !== null && Number(found[1] ?? found[3]) === 1)
  const first = startsAt < 0 ? items.length : startsAt
  const head = headOf(
    items.slice(0, first).map(({ typed }) => typed),
    today,
  )
  const seen = new Map<string, number>()
  const entries = items.slice(first).flatMap(({ line, typed, found }) => {
    const words = (found === null ? typed : (found[2] ?? found[4] ?? '')).trim()
    if (words === '') return []
    const entry = entryOf(line, found === null ? null : Number(found[1] ?? found[3]), words)
    return [withEarlier(entry, seen)]
  })
  const mayBeSaved = entries.every(({ who, count, intent, phone }) => isSettled([who, count, intent, phone]))
  return { head, entries, mayBeSaved }
}

function headOf(lines: readonly string[], today: ShanghaiDay): ChainHead {
  const own = lines.filter((line) => line !== '' && !/^#?(?:接龙|群接龙)#?$/.test(line))
  let head: ChainHead = { title: null, day: said<ShanghaiDay>(null), time: null, limit: said<number>(null) }
  for (const line of own) {
    const limit = new RegExp(`(?:限|名额|共) ?[:：]? ?(${COUNT}) ?(?:人|位|名|个)?`).exec(line)
    const at = line.search(/20\d{2} ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}|\d{1,2} ?[月/.] ?\d{1,2}(?!\d)/)
    const day = at < 0 ? null : dayAtStart(line.slice(at), today)
    const without = `${line.slice(0, Math.max(0, at))} ${day?.rest ?? line.slice(Math.max(0, at))}`
    const times = timesIn(without)
    const title = (times?.rest ?? without)
      .replace(limit?.[0] ?? '', ' ')
      .replace(/(?:[👇👆📢🔔!！~～#，,。;；:：\s]|⬇️|❗)+/gu, ' ')
      .trim()
    // What stands further down is something else, such as until when one may register.
    head = {
      title: head.title ?? (title === '' ? null : title),
      day: isEmpty(head.day) ? (day?.cell ?? head.day) : head.day,
      time: head.time ?? times?.span ?? null,
      limit: limit === null || !isEmpty(head.limit) ? head.limit : said(wholeOf(limit[1] ?? '')),
    }
  }
  return head
}

const isEmpty = ({ value, asks, refusals }: Cell<unknown>): boolean =>
  value === null && asks.length === 0 && refusals.length === 0

/** 3号楼, 花溪路, 二村 12 弄 before a name say where somebody lives. */
const HOME =
  /^((?:[\u4e00-\u9fff]{1,4}(?:路|街|新村|村|弄|坊|苑|园)|[\d一二三四五六七八九十]{1,4} ?(?:号楼|栋|幢|号|弄|单元|楼|室|村))+) ?(?=[\u4e00-\u9fff]{2,})/
const CANCEL = /(?:取消|不来了?|来不了了?|去不了了?|不参加了?|不去了?|退出|请假|划掉|删)$/
const CHANGE = new RegExp(`(?:改成|改为|改|变成|变为) ?(${COUNT}) ?(?:人|位|个)?$`)
const PLUS = new RegExp(`\\+ ?(${COUNT}) ?(?:人|位|个)?$`)
const COUNTED = new RegExp(`(?:一共|共|一家|全家)? ?(${COUNT}) ?(人|位|个人|个|口人?)$`)
const BARE_COUNT = /^(\D*[^\d\s.]) ?(\d{1,2})$/
const ADULTS_AND_CHILDREN = new RegExp(
  `(${COUNT}) ?(?:个)?大(?:人)? ?[,、和+]? ?(${COUNT}) ?(?:个)?(?:小孩?|孩子?|娃)(?:子)?$`,
)
const WITH_CHILD = /带(?:着|个|一个)? ?(?:小?孩子?|娃娃?|宝宝|孙子|孙女|外孙女?|儿子|女儿|小朋友)/
const AGE = /(\d{1,2}|[一二三四五六七八九十]{1,3}) ?岁/g
const WITH_OTHERS = /(?:和|跟|与|带|及)(?:着|我)?([\u4e00-\u9fff]{1,6})$/
const INSTEAD = /^(?:帮|替|代)([\u4e00-\u9fff]{1,8}?)(?:报|接|签|登记)/

/** A mobile, a landline, or so many digits that they can be nothing else. */
const PHONE_IN = /1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)|(?:0\d{2,3}[ -]?)?[2-9]\d{3}[ -]?\d{4}(?!\d)|\d[\d-]{5,}\d/

function phoneIn(text: string): { readonly phone: Cell<string>; readonly words: string } {
  const typed = PHONE_IN.exec(text)?.[0]
  if (typed === undefined) return { phone: said<string>(null), words: text }
  const words = text
    .replace(typed, ' ')
    .replace(/(?:电话|手机|联系方式|号码)[:： ]*/, ' ')
    .replace(/[(（] *[)）]/, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return { phone: isPhone(typed) ? said(phoneFrom(typed)) : phoneCell(typed, ''), words }
}

function entryOf(line: number, number: number | null, text: string): ChainEntry {
  const { phone, words } = phoneIn(text)
  const ages = [...words.matchAll(AGE)].flatMap(([, age]) => wholeOf(age ?? '') ?? [])
  const outside = words
    .replace(/[(（][^()（）]*[)）]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const inside = [...words.matchAll(/[(（]([^()（）]*)[)）]/g)].map(([, inner]) => inner ?? '').join(' ')
  const { count, name, intent, children = 0 } = meaningOf(outside, inside, ages)
  const home = HOME.exec(name)?.[1]
  const bare = (home === undefined ? name : name.slice(HOME.exec(name)?.[0].length ?? 0)).trim()
  const instead = INSTEAD.exec(bare)?.[1]
  const notes = [...(home === undefined ? [] : [home]), ...(inside === '' ? [] : [inside])]
  return {
    line,
    number,
    text,
    who: whoOf(bare, intent, instead, notes),
    count,
    intent: said(intent),
    sameAs: null,
    childAges: ages.filter((age) => age < CHILD_BELOW),
    childrenWithoutAge: Math.max(0, children - ages.length),
    phone,
  }
}

function whoOf(
  name: string,
  intent: 'join' | 'cancel' | 'change',
  instead: string | undefined,
  notes: readonly string[],
): Cell<string> {
  if (instead !== undefined)
    return asked(
      { question: `“${name}”：来的是 ${instead} 吗？`, answers: [{ say: instead, value: instead }] },
      ...notes,
    )
  if (name !== '') return said(name, ...notes)
  if (intent === 'join') return refused('没有写名字')
  return asked({ question: intent === 'cancel' ? '是谁取消？' : '是谁改？', answers: [] }, ...notes)
}

interface Meaning {
  readonly count: Cell<number>
  readonly name: string
  readonly intent: 'join' | 'cancel' | 'change'
  readonly children?: number
}

const trimmed = (name: string): string => name.replace(/[:：,，、.。!！\s]+$/, '').trim()

/** How many is only what is written; where it may be two numbers it is asked. */
function meaningOf(outside: string, inside: string, ages: readonly number[]): Meaning {
  if (CANCEL.test(outside))
    return { count: said<number>(null), name: trimmed(outside.replace(CANCEL, '')), intent: 'cancel' }
  const change = CHANGE.exec(outside)
  if (change !== null)
    return {
      count: said(wholeOf(change[1] ?? '')),
      name: trimmed(outside.slice(0, change.index)),
      intent: 'change',
    }
  const withChild = WITH_CHILD.test(`${outside} ${inside}`) ? 1 : 0
  const join = (count: Cell<number>, name: string, children: number = withChild): Meaning => ({
    count,
    name: trimmed(name),
    intent: 'join',
    children,
  })
  const plus = PLUS.exec(outside)
  if (plus !== null)
    return join(plusCount(wholeOf(plus[1] ?? ''), plus[0].trim()), outside.slice(0, plus.index))
  const family = ADULTS_AND_CHILDREN.exec(outside)
  if (family !== null) {
    const [adults, children] = [wholeOf(family[1] ?? ''), wholeOf(family[2] ?? '')]
    const count = adults === null || children === null ? null : adults + children
    const note = `大人 ${adults}，孩子 ${children}`
    return join(said(count, note), outside.slice(0, family.index), children ?? 0)
  }
  const counted = COUNTED.exec(outside)
  if (counted !== null) return join(said(wholeOf(counted[1] ?? '')), outside.slice(0, counted.index))
  const bare = BARE_COUNT.exec(outside)
  if (bare !== null) return join(bareCount(Number(bare[2])), bare[1] ?? '')
  if (withChild > 0 || ages.length > 0)
    return join(childCount(ages), outside.replace(WITH_CHILD, '').replace(AGE, ''))
  const others = WITH_OTHERS.exec(outside)
  if (others !== null && others.index > 0) {
    const question = `“${outside}”：一共 2 位吗？`
    return join(asked({ question, answers: counts(2, 3) }), outside.slice(0, others.index))
  }
  return join(said(1), outside)
}

const counts = (...numbers: readonly number[]): { say: string; value: number }[] =>
  numbers.map((value) => ({ say: `${value} 位`, value }))

/** +1 is one person, or one more. */
const plusCount = (more: number | null, typed: string): Cell<number> =>
  more === null || more < 1
    ? refused(`“${typed}”看不懂`)
    : asked({
        question: `“${typed}”：一共 ${more} 位，还是 ${more + 1} 位？`,
        answers: counts(more, more + 1),
      })

const bareCount = (count: number): Cell<number> =>
  asked({ question: `最后的“${count}”是 ${count} 位吗？`, answers: counts(count, 1) })

function childCount(ages: readonly number[]): Cell<number> {
  const children = Math.max(1, ages.length)
  const what =
    ages.length === 0 ? '带孩子' : `带 ${children} 个孩子（${ages.map((age) => `${age} 岁`).join('、')}）`
  return asked(
    { question: `${what}：一共 ${children + 1} 位吗？`, answers: counts(children + 1, children) },
    ...(ages.some((age) => age < CHILD_BELOW) ? ['不满 14 岁，要监护人同意'] : []),
  )
}

/** The same name again may be the same party, and may be somebody else of that name. */
function withEarlier(entry: ChainEntry, seen: Map<string, number>): ChainEntry {
  const name = entry.who.value
  if (name === null) return entry
  const sameAs = seen.get(name) ?? null
  if (entry.intent.value === 'join' && sameAs === null) seen.set(name, entry.line)
  const count = entry.count.value
  if (entry.intent.value === 'cancel') {
    const question = sameAs === null ? `前面没有${name}，是谁取消？` : `取消第 ${sameAs} 行的${name}吗？`
    const answers = sameAs === null ? [] : [{ say: '是', value: 'cancel' as const }]
    return { ...entry, sameAs, intent: asked({ question, answers }) }
  }
  if (sameAs === null && entry.intent.value !== 'change') return entry
  const many = count === null ? '' : `，${count} 位`
  return {
    ...entry,
    sameAs,
    intent: asked({
      question: sameAs === null ? `前面没有${name}：是新报的吗？` : `和第 ${sameAs} 行是同一位${name}吗？`,
      answers: [
        ...(sameAs === null ? [] : [{ say: `是，改第 ${sameAs} 行${many}`, value: 'change' as const }]),
        { say: `${sameAs === null ? '是' : '不是'}，另报${many}`, value: 'join' },
      ],
    }),
  }
}
