import type { AnyRefusal } from '../../core/contract'
import type { Fault } from '../../core/contract/answer'
import { refusalSentence } from '../../src/text/refusals/refusal-sentence'

type Failed =
  | Fault
  | { readonly ok: false; readonly lost: 'offline' | 'blocked' }
  | {
      readonly ok: false
      readonly refusal: AnyRefusal
      readonly detail?: Readonly<Record<string, unknown>>
    }

const FAULTS: Readonly<Record<Fault['fault'], string>> = {
  invalid_input: '有一项填得不对，请检查后再试。',
  unauthenticated: '已经锁上了，请扫一下继续。',
  forbidden: '您的岗位做不了这件事，请找管理员。',
  unknown_endpoint: '工作台更新过了，请按 F5 刷新。',
  too_large: '内容太多了，请分几次。',
  rate_limited: '太快了，请过一分钟再试。',
  overloaded: '现在人多，请过几秒再试。',
  internal: '系统出了问题，没有做成。请过一会儿再试；还不行，请告诉管理员。',
}

const LOST = {
  offline: '网络不通，不知道有没有做成。请检查网线或无线，再按一次：同一次不会做两遍。',
  blocked: '被单位网络拦下了。请把这一页拍给管理系统的人，请他放行这个网址。',
} as const

/** Sentences that send on to the hotline are for residents; nothing that a desk calls answers with them. */
const NAMES_NONE = { hotline: '' }

/** One sentence for whatever was not a yes. */
export function failureText(failed: Failed): string {
  if ('lost' in failed) return LOST[failed.lost]
  if ('fault' in failed) {
    const sentence = FAULTS[failed.fault]
    return 'trace' in failed ? `${sentence}（编号 ${failed.trace}）` : sentence
  }
  return refusalSentence(failed.refusal, failed.detail ?? {}, NAMES_NONE)
}
