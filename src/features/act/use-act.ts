import { useCallback, useRef, useState } from 'react'
import { perform } from '../../api/act'
import { isFinal, type ActName, type Outcome, type Wish } from '../../api/acting'
import { newRequestId } from '../../api/call/request-id'

export type ActState<Name extends ActName> =
  { readonly kind: 'idle' } | { readonly kind: 'sending' } | Outcome<Name>

export interface Act<Name extends ActName> {
  readonly state: ActState<Name>
  /** Sends it; `null` while it is on its way already. The same wish after a lost answer is the same act. */
  readonly send: (wish: Wish<Name>) => Promise<Outcome<Name> | null>
  /** Takes back what was said of the last try: the next one is an intention of its own. */
  readonly forget: () => void
}

interface Intention {
  readonly wish: string
  readonly requestId: string
}

/** One way for every page to do something: once, or visibly not. */
export function useAct<Name extends ActName>(name: Name): Act<Name> {
  const [state, setState] = useState<ActState<Name>>({ kind: 'idle' })
  const intention = useRef<Intention | null>(null)
  const underway = useRef(false)

  const send = useCallback(
    async (wish: Wish<Name>) => {
      // Slow hands tap twice; the screen may not have been drawn anew in between.
      if (underway.current) return null
      underway.current = true
      setState({ kind: 'sending' })
      try {
        const own = await intentionFor(wish, intention.current)
        intention.current = own
        const outcome = await perform(name, wish, own.requestId)
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
async function intentionFor(wish: unknown, open: Intention | null): Promise<Intention> {
  const written = JSON.stringify(wish)
  return open?.wish === written ? open : { wish: written, requestId: await newRequestId() }
}
