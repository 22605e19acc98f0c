import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { EndpointName, Input, Output } from '../../core/contract'
import { failureText } from '../text/failures'
import { call } from './client'

export type Loaded<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly sentence: string }
  | { readonly kind: 'ready'; readonly value: Value }

/**
 * What a read answers; asked anew when its input changes. `again` asks once more; what was there stays meanwhile, and
 * an answer to an older question is not taken for one to the newer.
 */
export function useLoaded<Name extends EndpointName>(
  name: Name,
  input: Input<Name>,
): readonly [Loaded<Output<Name>>, () => Promise<void>] {
  const [loaded, setLoaded] = useState<Loaded<Output<Name>>>({ kind: 'loading' })
  const text = JSON.stringify(input)
  const asked = useMemo(() => JSON.parse(text) as Input<Name>, [text])
  const latest = useRef(0)
  const again = useCallback(async () => {
    latest.current += 1
    const turn = latest.current
    const reply = await call(name, asked)
    if (turn !== latest.current) return
    setLoaded(
      reply.ok ? { kind: 'ready', value: reply.value } : { kind: 'failed', sentence: failureText(reply) },
    )
  }, [name, asked])
  useEffect(() => void Promise.resolve().then(again), [again])
  return [loaded, again]
}
