import type { Contract, EndpointName, Input, Output } from '../../core/contract'
import type { Fault } from '../../core/contract/answer'
import { identity } from '../platform/send/send'
import { sendAndLearnTime } from './clock'
import { replyIn, type Reply, ApiError } from './result'
import { renewSession, storedToken } from './session'

type PublicName = {
  [Name in EndpointName]: Contract[Name]['access'] extends 'public' ? Name : never
}[EndpointName]

/** What anybody may ask. All else needs a person: signing in first saves the answer that only says so. */
const PUBLIC: Readonly<Record<PublicName, true>> = {
  'activity.code': true,
  'activity.list': true,
  'activity.show': true,
  'checkIn.open': true,
  'client.reportFault': true,
  'compound.list': true,
  'demo.setNow': true,
  'desk.beginSignIn': true,
  'desk.signInState': true,
  'home.show': true,
  'lifeCircle.show': true,
  'news.file': true,
  'news.list': true,
  'news.show': true,
  'news.words': true,
  'office.list': true,
  'office.show': true,
  'registration.showCard': true,
  'screen.collectKey': true,
  'screen.show': true,
  'screen.startPairing': true,
  'search.find': true,
  'search.shelf': true,
  'session.signIn': true,
}

/**
 * One call to the backend. Everything expected comes back as a value: the answer, a refusal, a fault, or
 * that nothing arrived. Where a session is missing or over, signing in comes first, once.
 */
export async function callEndpoint<Name extends EndpointName>(
  name: Name,
  input: Input<Name>,
): Promise<Reply<Name>> {
  const token = storedToken()
  const first =
    token === null && identity === 'token' && !(name in PUBLIC)
      ? UNAUTHENTICATED
      : replyIn<Name>(await sendAndLearnTime({ name, input, token }))
  if (!('fault' in first) || first.fault !== 'unauthenticated') return first
  const renewed = await renewSession(token)
  if (renewed.kind === 'lost') return { ok: false, lost: renewed.why }
  if (renewed.kind === 'fault') return renewed.fault
  return renewed.kind === 'none'
    ? first
    : replyIn<Name>(await sendAndLearnTime({ name, input, token: renewed.session.token }))
}

const UNAUTHENTICATED: Fault = { ok: false, fault: 'unauthenticated' }

/**
 * The value of a callEndpoint, for the query cache.
 * @throws ApiError for everything else
 */
export async function read<Name extends EndpointName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const reply = await callEndpoint(name, input)
  if (reply.ok) return reply.value
  if ('lost' in reply) throw new ApiError({ kind: 'lost', why: reply.lost })
  if ('refusal' in reply) throw new ApiError({ kind: 'refused', refusal: reply.refusal })
  throw new ApiError({ kind: 'fault', fault: reply.fault, trace: traceOf(reply) })
}

const traceOf = (fault: Fault): string | null => (fault.fault === 'internal' ? fault.trace : null)
