import type { EndpointName, Input, Output, Refusal } from '../../core/contract'
import type { Fault } from '../../core/contract/answer'

/** Endpoints whose repeats are one act: they carry a `requestId`. */
export type ActName = {
  [Name in EndpointName]: Input<Name> extends { readonly requestId: string } ? Name : never
}[EndpointName]

/** What is asked for, without the number of the asking. */
export type Wish<Name extends ActName> = Omit<Input<Name>, 'requestId'>

/** The backend's last word on an act. */
export type LastWord<Name extends ActName> =
  | { readonly kind: 'done'; readonly value: Output<Name> }
  | {
      readonly kind: 'refused'
      readonly refusal: Refusal<Name>
      readonly detail: Readonly<Record<string, unknown>>
    }

/** How one sending of an act ended. */
export type Outcome<Name extends ActName> =
  | LastWord<Name>
  /** No answer arrived: it may have been done. Only the same `requestId` may be sent again. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'fault'; readonly fault: Fault['fault'] }

/**
 * Whether this is the last word on a `requestId`. After anything else the next try must carry it again: a
 * lost answer may belong to an act that was done, and an act that broke has left the number free.
 */
export const isFinal = ({ kind }: Outcome<ActName>): boolean => kind === 'done' || kind === 'refused'
