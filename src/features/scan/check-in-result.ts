import type { Output, Refusal } from '../../../core/contract'
import type { Fault } from '../../../core/contract/answer'
import { tracedBy, type MutationResult, type Reply } from '../../api/result'
import type { WaitReason } from '../../api/outbox/delivery'
import type { Submission } from '../../api/outbox/outbox'
import type { Detail } from '../../text/refusals/sentence'
import { askedOf } from './ticks'

export type OpenedCode = Output<'checkIn.open'>
export type CheckedIn = Output<'checkIn.confirm'>
export type CodeRefusal = Refusal<'checkIn.open'> | Refusal<'checkIn.confirm'> | Refusal<'checkIn.upload'>

/** What became of the code that somebody came with. */
export type CheckInResult =
  | { readonly kind: 'opening' }
  /** A receipt for it is there: one tap is missing. */
  | {
      readonly kind: 'opened'
      readonly opened: OpenedCode
      /** Ticked already when the page was drawn anew for whoever signed in. */
      readonly walkIns: readonly string[]
      /** Why who they are could not be asked; they may tap once more. */
      readonly fault: Fault['fault'] | null
      readonly trace?: string
    }
  /** The same where nobody can sign in: a browser in production. */
  | { readonly kind: 'only-in-wechat'; readonly opened: OpenedCode }
  | {
      readonly kind: 'refused'
      readonly refusal: CodeRefusal
      readonly detail: Detail
      /** It was the tap that came too late, not the code. */
      readonly afterTap: boolean
    }
  | {
      readonly kind: 'broken'
      readonly fault: Fault['fault']
      readonly trace?: string
      readonly afterTap: boolean
    }
  | { readonly kind: 'done'; readonly checkedIn: CheckedIn; readonly opened: OpenedCode | null }
  /** It waits in the outbox under `key`. */
  | { readonly kind: 'stored'; readonly key: string; readonly why: WaitReason }
  | { readonly kind: 'not-stored'; readonly why: WaitReason }

export type CheckInMutation = 'checkIn.confirm' | 'checkIn.upload'

/** `lost` is no result: the caller writes the scan down. */
export function resultOfReply(reply: Reply<'checkIn.open'>): CheckInResult | 'lost' {
  if (reply.ok) return { kind: 'opened', opened: reply.value, walkIns: [], fault: null }
  if ('lost' in reply) return 'lost'
  if ('refusal' in reply) return refused(reply.refusal, reply.detail ?? {}, false)
  return { kind: 'broken', fault: reply.fault, ...tracedBy(reply), afterTap: false }
}

/**
 * What a tap on a page that was drawn for a stranger leads to, now that it is known who they are: the page with
 * those who are expected, or `confirm` where nothing has to be asked that was not on it.
 */
export function resultOnceKnown(
  reply: Reply<'checkIn.reopen'>,
  opened: OpenedCode,
  walkIns: readonly string[],
): CheckInResult | 'lost' | { readonly kind: 'confirm'; readonly opened: OpenedCode } {
  if (reply.ok) {
    const { value } = reply
    const offered = walkIns.filter((id) => value.walkIns.some(({ activityId }) => activityId === id))
    if (askedOf(value).length === 0 && offered.length === walkIns.length)
      return { kind: 'confirm', opened: value }
    return { kind: 'opened', opened: value, walkIns: offered, fault: null }
  }
  if ('lost' in reply) return 'lost'
  if ('refusal' in reply) return refused(reply.refusal, reply.detail ?? {}, true)
  return { kind: 'opened', opened, walkIns, fault: reply.fault, ...tracedBy(reply) }
}

export function resultOfSubmission(
  submission: Submission<CheckInMutation>,
  opened: OpenedCode | null,
): CheckInResult {
  if (submission.kind === 'not_stored') return { kind: 'not-stored', why: submission.why }
  if (submission.kind === 'queued') return { kind: 'stored', key: submission.key, why: submission.why }
  return resultOfMutation(submission.result, opened)
}

export function resultOfMutation(
  result: MutationResult<CheckInMutation>,
  opened: OpenedCode | null,
): CheckInResult {
  if (result.kind === 'done') return { kind: 'done', checkedIn: result.value, opened }
  // Of a page that stood open for days: the words for it stand among the pending scans.
  if (result.kind === 'lost') return { kind: 'not-stored', why: 'network' }
  if (result.kind === 'refused') return refused(result.refusal, result.detail, opened !== null)
  return { kind: 'broken', fault: result.fault, ...tracedBy(result), afterTap: true }
}

const refused = (refusal: CodeRefusal, detail: Detail, afterTap: boolean): CheckInResult => ({
  kind: 'refused',
  refusal,
  detail,
  afterTap,
})
