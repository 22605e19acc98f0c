import type { SendingOutcome } from '../../core/domain/registration/messages/delivery'
import type { Template } from '../../core/domain/registration/messages/notice'
import {
  CHARACTER_STRING,
  fieldsOf,
  LONGEST_THING,
  MALFORMED,
  NO_CONSENT,
  outcomeOf,
  TIME,
  type SendWechatMessage,
  type WechatMessage,
} from './wechat-messages'

export interface FakeWechatMessages {
  readonly send: SendWechatMessage
  /** What arrived on phones, in order. */
  readonly arrived: WechatMessage[]
  /** What WeChat itself counted: a resident tapped 允许 for one message. */
  allow(openid: string, template: Template): void
  /** The next call ends so: an error code, or `lost` for an answer that never comes back. */
  failNext(how: number | 'lost'): void
}

/** Calls a day that a mini-program may make at most: then 45009. */
const DAILY_QUOTA = 30_000_000

/**
 * WeChat as its documentation describes it: one consent is one message (43101), fields have forms and lengths
 * (47003), and calls a quota (45009). A lost answer has delivered the message.
 */
export function fakeWechatMessages(quota: number = DAILY_QUOTA): FakeWechatMessages {
  const consents = new Map<string, number>()
  const arrived: WechatMessage[] = []
  const failures: (number | 'lost')[] = []
  let calls = 0
  const codeFor = (message: WechatMessage): number => {
    const key = `${message.openid} ${message.template}`
    const left = consents.get(key) ?? 0
    if (calls > quota) return 45009
    if (!isWellFormed(message)) return MALFORMED
    if (left === 0) return NO_CONSENT
    consents.set(key, left - 1)
    arrived.push(message)
    return 0
  }
  return {
    arrived,
    allow(openid, template) {
      const key = `${openid} ${template}`
      consents.set(key, (consents.get(key) ?? 0) + 1)
    },
    failNext: (how) => void failures.push(how),
    send(message): Promise<SendingOutcome> {
      calls += 1
      const failure = failures.shift()
      if (typeof failure === 'number') return Promise.resolve(outcomeOf(failure))
      const code = codeFor(message)
      return Promise.resolve(failure === 'lost' ? 'unknown' : outcomeOf(code))
    },
  }
}

function isWellFormed(message: WechatMessage): boolean {
  const fields = fieldsOf(message)
  const isThing = ({ value }: { value: string }): boolean =>
    value.trim() !== '' && [...value].length <= LONGEST_THING
  return (
    [fields.thing1, fields.thing3, fields.thing5].every(isThing) &&
    TIME.test(fields.time2.value) &&
    CHARACTER_STRING.test(fields.character_string4.value)
  )
}
