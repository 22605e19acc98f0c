import { useCallback, useRef, useState } from 'react'
import { isFinal, tracedBy, type MutationName, type MutationResult, type MutationInput } from './result'
import type { Input } from '../../core/contract'
import { uuidOf } from '../../core/shapes/uuid'
import { callEndpoint } from './client'
import { randomBytes } from '../platform/send/random'

export type MutationState<Name extends MutationName> =
  { readonly kind: 'idle' } | { readonly kind: 'sending' } | MutationResult<Name>

export interface Mutation<Name extends MutationName> {
  readonly state: MutationState<Name>
  /** Sends it; `null` while it is on its way already. The same input after a lost answer is the same mutation. */
  readonly send: (input: MutationInput<Name>) => Promise<MutationResult<Name> | null>
  /** Takes back what was said of the last try: the next one is an intention of its own. */
  readonly forget: () => void
}

interface Intention {
  readonly input: string
  readonly requestId: string
}

/** One way for every page to do something: once, or visibly not. */
export function useMutation<Name extends MutationName>(name: Name): Mutation<Name> {
  const [state, setState] = useState<MutationState<Name>>({ kind: 'idle' })
  const intention = useRef<Intention | null>(null)
  const underway = useRef(false)

  const send = useCallback(
    async (input: MutationInput<Name>) => {
      // Slow hands tap twice; the screen may not have been drawn anew in between.
      if (underway.current) return null
      underway.current = true
      setState({ kind: 'sending' })
      try {
        const own = await intentionFor(input, intention.current)
        intention.current = own
        const outcome = await sendMutation(name, input, own.requestId)
        if (isFinal(outcome)) intention.current = null
        setState(outcome)
        return outcome
      } catch (bug) {
        setState({ kind: 'fault', fault: 'internal' })
        throw bug
      } finally {
        underway.current = false
      }
    },
    [name],
  )
  const forget = useCallback(() => {
    intention.current = null
    setState({ kind: 'idle' })
  }, [])
  return { state, send, forget }
}

/** The number of the intention that is still open, where it is the same; otherwise a new one. */
async function intentionFor(input: unknown, open: Intention | null): Promise<Intention> {
  const written = JSON.stringify(input)
  return open?.input === written ? open : { input: written, requestId: await newRequestId() }
}

/** Sends a write once. */
export async function sendMutation<Name extends MutationName>(
  name: Name,
  input: MutationInput<Name>,
  requestId: string,
): Promise<MutationResult<Name>> {
  // TypeScript cannot see that a input and its number are the input again.
  const reply = await callEndpoint(name, { ...input, requestId } as unknown as Input<Name>)
  if (reply.ok) return { kind: 'done', value: reply.value }
  if ('lost' in reply) return { kind: 'lost' }
  if ('refusal' in reply) return { kind: 'refused', refusal: reply.refusal, detail: reply.detail ?? {} }
  return { kind: 'fault', fault: reply.fault, ...tracedBy(reply) }
}

/** For one mutation: made when the resident taps, sent again with every retry. */
export const newRequestId = async (): Promise<string> => uuidOf(await randomBytes(16))
