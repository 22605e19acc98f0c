import { asked, isSettled, refused, said, type Cell } from './cell'
import { COUNT, tidy, wholeOf } from './values'

export interface SignInLine {
  /** In what was typed, from 1. */
  readonly line: number
  /** The number on the sheet. */
  readonly number: number
  /** `false` says only that nobody signed; the roll decides what becomes of it. */
  readonly came: Cell<SignedFor>
  /** Who came along and was not on the sheet. */
  readonly walkIns: readonly WalkIns[]
}

/** Who came by a line of the sheet. */
export type SignedFor = boolean | 'somebody-else' | 'both'

export interface WalkIns {
  readonly count: number
  readonly who: string | null
  readonly isChild: boolean
  /** Of these, as far as was seen: the sheet asks nobody. */
  readonly elders: number | null
}

export interface SignInSheet {
  readonly rows: readonly SignInLine[]
  /** Without a line of their own. */
  readonly walkIns: Cell<WalkIns>
  readonly unread: readonly { readonly line: number; readonly text: string }[]
  readonly mayBeSaved: boolean
}

const ROW = /^(?:第)?(\d{1,3})(?:号|[.、,:)）])? ?(.*)$/
const YES = /^(?:[√✓✔☑✅]|vv?(?![a-z])|y(?:es)?(?![a-z])|来了?|到了?|已到|已来|签到?|已签到?|是|有)[,，、 ]*/i
const NO = /^(?:[×✕✗✘❌✖]|x(?![a-z])|no?(?![a-z])|没来|未到|没到|不来|缺席|请假|未签到?|否|无)[,，、 ]*/i
const NOTE = /^(?:迟到|早退|晚到|晚来|中途走|提前走)/
const INSTEAD = /^(?:代|替|帮)([\u4e00-\u9fff·A-Za-z ]{1,12}?)(?:签到?|来|写)?$/
const ALONG = new RegExp(`(?:\\+|加|带|另外?带|和) ?(${COUNT})? ?(?:个|位|名)? ?([\\u4e00-\\u9fff]{0,6})$`)
const CHILD = /孙|孩|娃|宝宝|儿子|女儿|小朋友/
const UNREGISTERED = new RegExp(
  `(?:没报名|未报名|没有报名|没报|现场|临时|散客)[^\\d${'一二两三四五六七八九十'}]{0,6}(${COUNT}) ?(?:位|人|个|名)?`,
)
const ELDERS = new RegExp(
  `(?:老人|老年人|60 ?岁以上|六十岁以上|长者) ?(?:有|是)? ?(${COUNT})|(${COUNT}) ?(?:位|个|名)? ?(?:老人|老年人|长者)`,
)

/**
 * What staff type off a sheet on which people signed: a number and a mark a line. The same line twice is one; two that
 * say different things of one number are asked.
 */
export function readSignInSheet(text: string): SignInSheet {
  const rows = new Map<number, SignInLine>()
  const unread: { line: number; text: string }[] = []
  const others: { readonly typed: string; readonly walkIns: Cell<WalkIns> }[] = []
  text.split(/\r\n?|\n/).forEach((raw, index) => {
    const typed = tidy(raw)
    if (typed === '') return
    const unregistered = UNREGISTERED.exec(typed)
    const row = ROW.exec(typed)
    if (unregistered !== null) others.push({ typed, walkIns: walkInsOf(typed, unregistered) })
    else if (row === null) unread.push({ line: index + 1, text: typed })
    else {
      const own = lineOf(index + 1, Number(row[1]), (row[2] ?? '').trim())
      const earlier = rows.get(own.number)
      rows.set(own.number, earlier === undefined ? own : together(earlier, own))
    }
  })
  const walkIns = sumOf(others)
  const settled = isSettled([walkIns, ...[...rows.values()].map(({ came }) => came)])
  return { rows: [...rows.values()], walkIns, unread, mayBeSaved: settled && unread.length === 0 }
}

function lineOf(line: number, number: number, words: string): SignInLine {
  const own = { line, number, walkIns: [] }
  if (words === '') return { ...own, came: said<SignedFor>(false, '没有签') }
  const yes = YES.exec(words)
  const rest = yes === null ? words : words.slice(yes[0].length).trim()
  if (yes === null && NO.test(words)) {
    const why = words.replace(NO, '').trim()
    return { ...own, came: said<SignedFor>(false, ...(why === '' ? [] : [why])) }
  }
  if (NOTE.test(rest) || (yes !== null && rest === ''))
    return { ...own, came: said<SignedFor>(true, ...(rest === '' ? [] : [rest])) }
  const instead = INSTEAD.exec(rest)?.[1]?.trim()
  if (instead !== undefined) return { ...own, came: askFor(number, instead) }
  const along = ALONG.exec(rest)
  if (along !== null && (yes !== null || along.index === 0)) {
    const count = along[1] === undefined ? 1 : (wholeOf(along[1]) ?? 1)
    const who = (along[2] ?? '') === '' ? null : (along[2] ?? null)
    const walkIn = { count, who, isChild: who !== null && CHILD.test(who), elders: null }
    return { ...own, came: said<SignedFor>(true), walkIns: [walkIn] }
  }
  if (yes !== null) return { ...own, came: said<SignedFor>(true, rest) }
  return { ...own, came: refused(`“${words}”看不懂：来了写“√”，没来写“×”`) }
}

const askFor = (number: number, instead: string): Cell<SignedFor> =>
  asked<SignedFor>({
    question: `${number} 号写着“代${instead}签”：谁来了？`,
    answers: [
      { say: `${number} 号本人`, value: true },
      { say: instead, value: 'somebody-else' },
      { say: '两位都来了', value: 'both' },
    ],
  })

/** The same again changes nothing; anything else is one of the two, and nobody guesses which. */
function together(earlier: SignInLine, later: SignInLine): SignInLine {
  const isSame =
    earlier.came.value === later.came.value &&
    JSON.stringify([earlier.came, earlier.walkIns]) === JSON.stringify([later.came, later.walkIns])
  if (isSame) return earlier
  const question = `${later.number} 号写了两次（第 ${earlier.line} 行、第 ${later.line} 行），不一样：来了吗？`
  const answers = [
    { say: '来了', value: true },
    { say: '没来', value: false },
  ]
  return { ...earlier, came: asked<SignedFor>({ question, answers }), walkIns: [] }
}

function walkInsOf(typed: string, found: RegExpExecArray): Cell<WalkIns> {
  const count = wholeOf(found[1] ?? '')
  if (count === null) return refused(`“${typed}”里没有数`)
  const behind = typed.slice(found.index + found[0].length)
  const elders = ELDERS.exec(behind)
  const old = elders === null ? null : wholeOf(elders[1] ?? elders[2] ?? '')
  if (old !== null && old > count) return refused(`“${typed}”：老人比总数还多`)
  const value = { count, who: null, isChild: false, elders: old }
  return old === null ? said(value) : said(value, `目测 60 岁以上 ${old} 位`)
}

function sumOf(
  others: readonly { readonly typed: string; readonly walkIns: Cell<WalkIns> }[],
): Cell<WalkIns> {
  const different = [...new Map(others.map((one) => [one.typed, one.walkIns])).values()]
  const [only, second] = different
  if (only === undefined) return said<WalkIns>(null)
  if (second === undefined) return only
  const answers = different.flatMap(({ value }) =>
    value === null ? [] : [{ say: `${value.count} 位`, value }],
  )
  return asked({ question: '没报名的写了两次，不一样：哪一个对？', answers })
}
