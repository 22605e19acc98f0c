import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Compound } from '../../../core/domain/office/office'
import type { Wgs84 } from '../../../core/kernel/units'
import { callEndpoint } from '../../api/client'
import { newRequestId } from '../../api/mutation'
import { isSignedIn } from '../../api/session'
import { onPersonCleared } from '../../api/erasure'
import { locate } from '../../platform/location/location'
import { storedOnPhone } from '../../platform/storage/stored-on-phone'

/** From where "nearest" is computed. A position lives in memory only and never leaves the phone. */
export type StartPoint =
  | { readonly kind: 'none' }
  | { readonly kind: 'position'; readonly position: Wgs84 }
  | { readonly kind: 'compound'; readonly compound: Compound }

/** What this phone remembers of it. */
interface StartPointChoice {
  /** The whole record, so that the nearest office shows without asking for the list of compounds. */
  readonly compound: Compound | null
  /** The resident let us use the position once: it is read again without asking. */
  readonly usesPosition: boolean
}

const NO_START_POINT_CHOICE: StartPointChoice = { compound: null, usesPosition: false }

function isStartPointChoice(found: unknown): found is StartPointChoice {
  if (typeof found !== 'object' || found === null) return false
  const { compound, usesPosition } = found as Partial<StartPointChoice>
  return typeof usesPosition === 'boolean' && (compound === null || typeof compound?.name === 'string')
}

/** A fresh position counts more than the compound that was once chosen. */
function startPointOf({ compound }: StartPointChoice, position: Wgs84 | null): StartPoint {
  if (position !== null) return { kind: 'position', position }
  return compound === null ? { kind: 'none' } : { kind: 'compound', compound }
}

export const chosenCompound = (startPoint: StartPoint): Compound | null =>
  startPoint.kind === 'compound' ? startPoint.compound : null

/** Where the minutes count from; `null` when nobody knows. */
export function positionOf(startPoint: StartPoint): Wgs84 | null {
  if (startPoint.kind === 'none') return null
  return startPoint.kind === 'position' ? startPoint.position : startPoint.compound.position
}

/** How the last attempt to use the position went. */
export type LocatingState = 'idle' | 'locating' | 'privacy' | 'denied' | 'unavailable'

interface StartPointAccess {
  readonly startPoint: StartPoint
  readonly choice: StartPointChoice
  readonly locating: LocatingState
  /** Asks the phone where it is; what comes of it is in `startPoint` and `locating`. */
  readonly locateMe: () => Promise<void>
  readonly chooseCompound: (compound: Compound) => void
  /** Reads the position again where the resident let us before. */
  readonly resume: () => void
  readonly declinePrivacy: () => void
}

const StartPointContext = createContext<StartPointAccess | null>(null)
const storedChoice = storedOnPhone<StartPointChoice>('origin-1', NO_START_POINT_CHOICE, isStartPointChoice)

export function StartPointProvider({ children }: { readonly children: ReactNode }) {
  const [choice, setChoice] = useState(storedChoice.read)
  const [position, setPosition] = useState<Wgs84 | null>(null)
  const [locating, setLocating] = useState<LocatingState>('idle')
  useEffect(() => onPersonCleared(() => setChoice(NO_START_POINT_CHOICE)), [])

  const access = useMemo<StartPointAccess>(() => {
    const choose = (next: StartPointChoice) => {
      setChoice(next)
      storedChoice.write(next)
    }
    const locateMe = async () => {
      setLocating('locating')
      const located = await locate()
      if (located.kind === 'located') {
        setPosition(located.position)
        setLocating('idle')
        if (!choice.usesPosition) choose({ ...choice, usesPosition: true })
        return
      }
      setLocating(located.why)
      if (located.why === 'denied' && choice.usesPosition) choose({ ...choice, usesPosition: false })
    }
    return {
      startPoint: startPointOf(choice, position),
      choice,
      locating,
      locateMe,
      chooseCompound(compound) {
        choose({ compound, usesPosition: false })
        setPosition(null)
        setLocating('idle')
        void sendChoice(compound)
      },
      resume() {
        if (choice.usesPosition && position === null && locating === 'idle') void locateMe()
      },
      declinePrivacy: () => setLocating('denied'),
    }
  }, [choice, position, locating])

  return <StartPointContext.Provider value={access}>{children}</StartPointContext.Provider>
}

export function useStartPoint(): StartPointAccess {
  const access = useContext(StartPointContext)
  if (access === null) throw new Error('no StartPointProvider around this page')
  return access
}

/**
 * For whoever is signed in anyway, so that another phone of theirs knows it too. The choice on this phone
 * stands whatever the backend answers, so its answer changes nothing here.
 */
async function sendChoice(compound: Compound): Promise<void> {
  if (!isSignedIn()) return
  await callEndpoint('me.chooseCompound', { compoundId: compound.id, requestId: await newRequestId() })
}
