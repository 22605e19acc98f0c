import type { Contract, EndpointName, Input, Output } from '../../core/contract'
import type { Fault } from '../../core/contract/answer'
import type { ContentIn, Versioned } from '../../core/contract/versioned'
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
  'file.read': true,
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

/**
 * The content of an answer that rarely changes: the phone says which version it has, and gets another one or is told
 * that it has the latest. The version is kept with the content.
 */
export async function readSince<Name extends VersionedName>(
  name: Name,
  input: Omit<Input<Name>, 'version'>,
  known: Kept<Name> | undefined,
): Promise<{ readonly kept: Kept<Name>; readonly answer: Output<Name> }> {
  const version = known?.version ?? null
  // The rest of the input and the version make up the input, which the compiler does not follow by name.
  const answer = await read(name, { ...input, version } as Input<Name>)
  if (!('public' in answer)) return { kept: answer as Kept<Name>, answer }
  const { public: latest } = answer as Versioned<ContentIn<Output<Name>>>
  if (latest.content !== null) return { kept: { ...latest.content, version: latest.version }, answer }
  if (known === undefined) throw new Error('the content that this phone is said to have is not here')
  return { kept: known, answer }
}

/** Endpoints that take the version of what the phone has. */
type VersionedName = {
  [Name in EndpointName]: Output<Name> extends infer Answer
    ? Extract<Answer, Versioned<unknown>> extends never
      ? never
      : Name
    : never
}[EndpointName]

/** Content as it lies on the phone; without a version where it came from a backend that has none. */
type Kept<Name extends VersionedName> = ContentIn<Output<Name>> & { readonly version?: string }

const traceOf = (fault: Fault): string | null => (fault.fault === 'internal' ? fault.trace : null)
