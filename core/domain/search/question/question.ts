import type { Instant } from '../../../kernel/shanghai-time'
import { LONGEST_QUERY } from '../document'
import { MOST_PARTS, pieces, queryPart, readQuery, type QueryPart, type SoundOf } from '../query'
import { withoutFillers } from './fillers'
import { needOf, type SpokenNeed } from './needs'
import { readWhen, type When } from './when'

/** What somebody asks, beside the words themselves. */
export interface Question {
  /** Everything that was typed. */
  readonly whole: readonly QueryPart[]
  /** What it is about, without days, times and fillers; shorter and shorter. Empty where nothing else was said. */
  readonly subjects: readonly (readonly QueryPart[])[]
  /** Days and times that were named. */
  readonly when: When | null
  /** It says that it is about activities: 活动, 报名, 好玩. */
  readonly namesActivities: boolean
  /** What is wanted of a thing: where and when one can go there, or what its word means. */
  readonly wants: 'visit' | 'meaning' | null
  readonly need: SpokenNeed | null
  /** The need and where, or for whom: 武宁食堂. Empty where nothing else was said. */
  readonly needAndRest: readonly QueryPart[]
}

/** Activities as such; 活动室 and 活动中心 are places, 活动回顾 is a column. */
const ACTIVITIES =
  /(?:文娱|社区|近期)?活动(?!室|中心|回顾|房|站)|节目单?|好玩[的儿]?|好白相|白相|玩啥|怎么?报名|报名|热闹|(?:有|啥|什么|哪些)课(?!桌|本|文)/g
/** When and where one can go. */
const VISIT =
  /几点钟?[开关](?!始)|开门|关门|开着|关着|开到|开[伐吗么]|营业|上班|下班|开放时间|工作时间|办公时间|休息[吗不日]|开不开|还开|在哪|哪里|哪儿|哪边|在?几楼|什么路|哪条路|怎么走|怎么去|地址|在啥地方|附近|最近的|离我|电话|号码|联系方式|怎么联系/
/** Who asks when it closes, and names nothing, means the office. */
const OFFICES = '居委会'
const HOURS =
  /几点钟?[开关](?![始门])|(?:几点钟?|什么时候|啥辰光|啥时候)?(?:还)?(?:开门|关门|开着|关着|开到几点|开到|营业时间|营业|上班|下班|开放时间|工作时间|办公时间|休息|开不开|开放|电话号码|电话|号码|联系方式)/g
/** Parts of a day at which a door is asked for: 晚上几点关门 is about the door. */
const PART_OF_DAY = /晚上|夜里|半夜|早上|清早|上午|中午|下午|傍晚|周末/g
const MEANING = /是什么意思|什么意思|啥意思|是什么|是啥|什么是|啥是|什么叫|啥叫|叫什么/g
/** 周三十点 is Wednesday at ten, not the thirtieth of anything. */
const WEEKDAY = /((?:周|星期|礼拜)[一二三四五六日天])(?=[〇零一二两三四五六七八九十\d])/g

/** 11.28, 11/28, 2026-11-28, where nothing is counted or numbered behind them, are days. */
const WRITTEN_DAY =
  /(^|[^\d./-])(?:(20\d{2})[./-])?(1[0-2]|0?[1-9])[./-](3[01]|[12]\d|0?[1-9])(?![\d./-]|\s*[元块折米公里号路弄楼岁点时分人层%])/g
const spelledDay = (
  _: string,
  before: string,
  year: string | undefined,
  month: string,
  day: string,
): string => `${before}${year === undefined ? '' : `${year}年`}${month}月${day}日`

interface Known {
  readonly soundOf?: SoundOf
  /** The number that is called where nobody here helps. */
  readonly hotline: string
}

/** Reads what somebody typed as a question. `now` is the server's; days are Shanghai's. */
export function readQuestion(typed: string, now: Instant, { soundOf, hotline }: Known): Question {
  const whole = readQuery(typed, soundOf)
  const text = pieces(
    typed.slice(0, LONGEST_QUERY).replace(WEEKDAY, '$1 ').replace(WRITTEN_DAY, spelledDay),
  ).join(' ')
  const namesActivities = text.search(ACTIVITIES) >= 0
  const read = readWhen(text, now, namesActivities)
  const wantsVisit = VISIT.test(text)
  // 晚上开门吗 says no day, and asks for no activity.
  const when = read.isPartOnly && !namesActivities ? null : read.when
  const wants = text.search(MEANING) >= 0 ? 'meaning' : wantsVisit ? 'visit' : null
  const rest = (when === null ? text : read.rest)
    .replace(ACTIVITIES, ' ')
    .replace(MEANING, ' ')
    .replace(HOURS, ' ')
    .replace(wantsVisit ? PART_OF_DAY : '', ' ')
  const isAlone = wantsVisit && withoutFillers(rest).length === 0
  const need = needOf(text.replace(/ /g, ''), hotline) ?? (isAlone ? needOf(OFFICES) : null)
  return {
    whole,
    subjects: subjectsOf(rest, whole, soundOf),
    when,
    namesActivities,
    wants,
    need,
    needAndRest: need === null || need.word === '' ? [] : apart(rest, need.word),
  }
}

/** What was said beside a word, and the word. */
function apart(text: string, word: string): readonly QueryPart[] {
  const rest = text.replace(word, ' ')
  const [bare] = rest === text ? [] : withoutFillers(rest).slice(-1)
  return bare === undefined
    ? []
    : [...bare.split(' ').slice(0, MOST_PARTS - 1), word].map((one) => queryPart(one))
}

/** Other readings than the whole. */
function subjectsOf(
  text: string,
  whole: readonly QueryPart[],
  soundOf?: SoundOf,
): readonly (readonly QueryPart[])[] {
  if (whole.every(({ isLetters }) => isLetters)) return []
  const typed = whole.map((part) => part.text).join(' ')
  return withoutFillers(text)
    .filter((reading) => reading !== typed)
    .map((reading) =>
      reading
        .split(' ')
        .slice(0, MOST_PARTS)
        .map((piece) => queryPart(piece, soundOf)),
    )
}
