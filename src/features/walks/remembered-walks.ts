import type { Instant } from '../../../core/kernel/shanghai-time'
import type { ProfileName } from '../../../core/walkshed'
import { kept } from '../../platform/storage/kept'
import type { Origin } from '../origin/origin'

/** What the life circle reckoned last from one start, for pages that have no engine. */
export interface Walks {
  /** 步行 15 分钟内有 23 处，缺：卫生站。 */
  readonly sentence: string
  readonly walker: ProfileName
  /** Whole minutes on foot, by office; `null` where wheels may or may not pass, nobody has looked. */
  readonly offices: Readonly<Record<string, number | null>>
  /** When it was reckoned. */
  readonly at: Instant
}

interface CompoundWalks extends Walks {
  readonly compoundId: string
}

const isCompoundWalks = (found: unknown): found is CompoundWalks | null => {
  if (found === null) return true
  const { compoundId, sentence, offices, at } = (found ?? {}) as Partial<CompoundWalks>
  return (
    typeof compoundId === 'string' &&
    typeof sentence === 'string' &&
    typeof offices === 'object' &&
    typeof at === 'number'
  )
}

const fromCompound = kept<CompoundWalks | null>('walks-2', null, isCompoundWalks)

/** Positions are never written down: what was reckoned from one is forgotten with the running app. */
let fromPosition: { readonly position: readonly [number, number]; readonly walks: Walks } | null = null

export function rememberWalks(origin: Origin, walks: Walks): void {
  if (origin.kind === 'position') fromPosition = { position: origin.position, walks }
  if (origin.kind === 'compound') fromCompound.write({ ...walks, compoundId: origin.compound.id })
}

/** Whether they were reckoned at once: each reading makes them anew. */
export const areSameWalks = (one: Walks | null, other: Walks | null): boolean =>
  one?.at === other?.at && one?.walker === other?.walker

/** What was reckoned last from this very start; `null` when it was another one, or nothing yet. */
export function walksFrom(origin: Origin): Walks | null {
  if (origin.kind === 'none') return null
  if (origin.kind === 'compound') {
    const walks = fromCompound.read()
    return walks?.compoundId === origin.compound.id ? walks : null
  }
  const [longitude, latitude] = origin.position
  const isHere = fromPosition?.position[0] === longitude && fromPosition.position[1] === latitude
  return isHere ? (fromPosition?.walks ?? null) : null
}
