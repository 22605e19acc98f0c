import { CALLS_A_MINUTE, LONGEST_CHECKED, verdictOf, type CheckText, type WrittenText } from './text-check'

export interface FakeTextCheck {
  readonly check: CheckText
  /** What was asked, in order, also where no answer came. */
  readonly asked: WrittenText[]
  /** The account opened the mini-program just now; WeChat forgets it after two hours. */
  visits(openid: string): void
  /** Texts with this word in them get this verdict; all others pass. */
  suggest(word: string, verdict: 'review' | 'risky'): void
  /** Until it is back, no answer comes. */
  setDown(isDown: boolean): void
  /** The next call ends with this error code. */
  failNext(errcode: number): void
}

const REMEMBERED_MS = 2 * 3_600_000
const MINUTE_MS = 60_000

/**
 * WeChat as its documentation describes it: an account that was not there within two hours is 61010, a text of
 * more than 2,500 characters 45002, an empty one 44002, and after 4,000 calls in a minute comes 45009.
 * @param clock milliseconds, as the test has them
 */
export function fakeTextCheck(clock: () => number = () => 0): FakeTextCheck {
  const visited = new Map<string, number>()
  const words = new Map<string, 'review' | 'risky'>()
  const failures: number[] = []
  const asked: WrittenText[] = []
  let calls: number[] = []
  let down = false
  const errcodeOf = (openid: string, content: string): number => {
    calls = [...calls.filter((at) => at > clock() - MINUTE_MS), clock()]
    const lastVisit = visited.get(openid)
    if (calls.length > CALLS_A_MINUTE) return 45009
    if (content === '') return 44002
    if ([...content].length > LONGEST_CHECKED) return 45002
    return lastVisit === undefined || clock() - lastVisit > REMEMBERED_MS ? 61010 : 0
  }
  return {
    asked,
    visits: (openid) => void visited.set(openid, clock()),
    suggest: (word, verdict) => void words.set(word, verdict),
    setDown(isDown) {
      down = isDown
    },
    failNext: (errcode) => void failures.push(errcode),
    check({ openid, content }) {
      asked.push({ openid, content })
      if (down) return Promise.resolve('unreachable')
      if (openid === null) return Promise.resolve('uncheckable')
      const found = [...words].find(([word]) => content.includes(word))?.[1]
      return Promise.resolve(verdictOf(failures.shift() ?? errcodeOf(openid, content), found ?? 'pass'))
    },
  }
}
