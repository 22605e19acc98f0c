import { useState } from 'react'
import { useShown } from '../../platform/navigate/lifecycle'
import type { Origin } from '../origin/origin'
import { useOrigin } from '../origin/origin-provider'
import { areSameWalks, type Walks } from './remembered-walks'
import { useWalks } from './use-walks'

interface Held {
  readonly start: string
  readonly walks: Walks | null
}

/**
 * The minutes by which a list is ordered: those that are known when the page comes into view, or starts from
 * elsewhere. What is reckoned meanwhile is read in the rows, but moves none of them under a finger.
 */
export function useHeldWalks(): Walks | null {
  const { origin } = useOrigin()
  const walks = useWalks()
  const [held, hold] = useState<Held | null>(null)
  const start = nameOf(origin)
  useShown(() => {
    if (held !== null && !areSameWalks(held.walks, walks)) hold(null)
  })
  if (held?.start === start) return held.walks
  hold({ start, walks })
  return walks
}

function nameOf(origin: Origin): string {
  if (origin.kind === 'none') return ''
  return origin.kind === 'position' ? origin.position.join() : origin.compound.id
}
