import type { EndpointName } from '../../../core/contract'
import type { Fault } from '../../../core/contract/answer'
import { tracedBy, type Reply } from '../../api/result'
import { subdistrictNow } from '../../api/subdistrict'
import { isInWechat } from '../../platform/send/credential'
import { faultSentence } from '../../text/sending'
import { refusalSentence } from '../../text/refusals/refusal-sentence'

/** What broke on our side, as this edition of the app says it. */
export const faultText = (fault: Fault['fault'], trace?: string): string =>
  faultSentence(fault, subdistrictNow(), isInWechat, trace)

type NotDone = Exclude<Reply<EndpointName>, { ok: true }>

/** Why the backend said no. */
export const replyText = (reply: Exclude<NotDone, { readonly lost: unknown }>): string =>
  'fault' in reply
    ? faultText(reply.fault, tracedBy(reply).trace)
    : refusalSentence(reply.refusal, reply.detail ?? {}, subdistrictNow())

/** @param whenLost where no answer came: only that is the network's doing */
export const notDoneText = (reply: NotDone, whenLost: string): string =>
  'lost' in reply ? whenLost : replyText(reply)
