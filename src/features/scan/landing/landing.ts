import type { Output, Refusal } from '../../../../core/contract'
import type { Fault } from '../../../../core/contract/answer'
import type { FinalAnswer } from '../../../api/outbox/kept-act'
import type { Submission } from '../../../api/outbox/outbox-kinds'
import type { Reply } from '../../../api/call/reply'
import type { Detail } from '../../../text/refusals/sentence'

export type OpenedCode = Output<'checkIn.open'>
export type CheckedIn = Output<'checkIn.confirm'>
export type CodeRefusal = Refusal<'checkIn.open'> | Refusal<'checkIn.confirm'> | Refusal<'checkIn.upload'>

/** What became of the code that somebody came with. */
export type Landing =
  | { readonly kind: 'opening' }
  /** A receipt for it is there: one tap is missing. */
  | { readonly kind: 'opened'; readonly opened: OpenedCode }
  /** The same where nobody can sign in: a browser in production. */
  | { readonly kind: 'only-in-wechat'; readonly opened: OpenedCode }
  | {
      readonly kind: 'refused'
      readonly refusal: CodeRefusal
      readonly detail: Detail
      /** It was the tap that came too late, not the code. */
      readonly afterTap: boolean
    }
  | { readonly kind: 'broken'; readonly fault: Fault['fault']; readonly afterTap: boolean }
  | { readonly kind: 'done'; readonly checkedIn: CheckedIn; readonly opened: OpenedCode | null }
  /** It waits in the outbox under `key`. */
  | { readonly kind: 'kept'; readonly key: string }
  | { readonly kind: 'not-kept' }

export type CheckInAct = 'checkIn.confirm' | 'checkIn.upload'

/** `lost` is no landing: the caller writes the scan down. */
export function landingOfReply(reply: Reply<'checkIn.open'>): Landing | 'lost' {
  if (reply.ok) return { kind: 'opened', opened: reply.value }
  if ('lost' in reply) return 'lost'
  if ('refusal' in reply) return refused(reply.refusal, reply.detail ?? {}, false)
  return { kind: 'broken', fault: reply.fault, afterTap: false }
}

export function landingOfSubmission(submission: Submission<CheckInAct>, opened: OpenedCode | null): Landing {
  if (submission.kind === 'not_kept') return { kind: 'not-kept' }
  if (submission.kind === 'waiting') return { kind: 'kept', key: submission.key }
  return landingOfAnswer(submission.answer, opened)
}

export function landingOfAnswer(answer: FinalAnswer<CheckInAct>, opened: OpenedCode | null): Landing {
  if (answer.kind === 'done') return { kind: 'done', checkedIn: answer.value, opened }
  // Of a page that stood open for days: the words for it stand among the kept scans.
  if (answer.kind === 'too_old') return { kind: 'not-kept' }
  if (answer.kind === 'refused') return refused(answer.refusal, answer.detail, opened !== null)
  return { kind: 'broken', fault: answer.fault, afterTap: true }
}

const refused = (refusal: CodeRefusal, detail: Detail, afterTap: boolean): Landing => ({
  kind: 'refused',
  refusal,
  detail,
  afterTap,
})
