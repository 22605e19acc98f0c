import type { EndpointName, Input, Output, Refusal } from '../../core/contract'
import type { Fault } from '../../core/contract/answer'
import { call } from './call'

/** Endpoints whose repeats are one act: they carry a `requestId`. */
export type ActName = {
  [Name in EndpointName]: Input<Name> extends { readonly requestId: string } ? Name : never
}[EndpointName]

/** What is asked for, without the number of the asking. */
export type Wish<Name extends ActName> = Omit<Input<Name>, 'requestId'>

/** How an act ended. */
export type Outcome<Name extends ActName> =
  | { readonly kind: 'done'; readonly value: Output<Name> }
  | {
      readonly kind: 'refused'
      readonly refusal: Refusal<Name>
      readonly detail: Readonly<Record<string, unknown>>
    }
  /** No answer arrived: it may have been done. Only the same `requestId` may be sent again. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'fault'; readonly fault: Fault['fault'] }

/** Sends a write once. */
export async function perform<Name extends ActName>(
  name: Name,
  wish: Wish<Name>,
  requestId: string,
): Promise<Outcome<Name>> {
  // TypeScript cannot see that a wish and its number are the input again.
  const reply = await call(name, { ...wish, requestId } as unknown as Input<Name>)
  if (reply.ok) return { kind: 'done', value: reply.value }
  if ('lost' in reply) return { kind: 'lost' }
  if ('refusal' in reply) return { kind: 'refused', refusal: reply.refusal, detail: reply.detail ?? {} }
  return { kind: 'fault', fault: reply.fault }
}

/**
 * Whether this is the last word on a `requestId`. After anything else the next try must carry it again: a
 * lost answer may belong to an act that was done, and an act that broke has left the number free.
 */
export const isFinal = ({ kind }: Outcome<ActName>): boolean => kind === 'done' || kind === 'refused'
