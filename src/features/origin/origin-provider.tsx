import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Compound } from '../../../core/domain/office/office'
import type { Wgs84 } from '../../../core/kernel/units'
import { call } from '../../api/call/call'
import { onForgotten } from '../../api/forget/own-traces'
import { newRequestId } from '../../api/call/request-id'
import { isSignedIn } from '../../api/call/session'
import { locate } from '../../platform/location/location'
import { kept } from '../../platform/storage/kept'
import { isOriginChoice, NO_ORIGIN_CHOICE, originOf, type Origin, type OriginChoice } from './origin'

/** How the last attempt to use the position went. */
export type LocatingState = 'idle' | 'locating' | 'privacy' | 'denied' | 'unavailable'

interface OriginAccess {
  readonly origin: Origin
  readonly choice: OriginChoice
  readonly locating: LocatingState
  /** Asks the phone where it is; what comes of it is in `origin` and `locating`. */
  readonly locateMe: () => Promise<void>
  readonly chooseCompound: (compound: Compound) => void
  /** Reads the position again where the resident let us before. */
  readonly resume: () => void
  readonly declinePrivacy: () => void
}

const OriginContext = createContext<OriginAccess | null>(null)
const remembered = kept<OriginChoice>('origin-1', NO_ORIGIN_CHOICE, isOriginChoice)

export function OriginProvider({ children }: { readonly children: ReactNode }) {
  const [choice, setChoice] = useState(remembered.read)
  const [position, setPosition] = useState<Wgs84 | null>(null)
  const [locating, setLocating] = useState<LocatingState>('idle')
  useEffect(() => onForgotten(() => setChoice(NO_ORIGIN_CHOICE)), [])

  const access = useMemo<OriginAccess>(() => {
    const choose = (next: OriginChoice) => {
      setChoice(next)
      remembered.write(next)
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
      origin: originOf(choice, position),
      choice,
      locating,
      locateMe,
      chooseCompound(compound) {
        choose({ compound, usesPosition: false })
        setPosition(null)
        setLocating('idle')
        void tellBackend(compound)
      },
      resume() {
        if (choice.usesPosition && position === null && locating === 'idle') void locateMe()
      },
      declinePrivacy: () => setLocating('denied'),
    }
  }, [choice, position, locating])

  return <OriginContext.Provider value={access}>{children}</OriginContext.Provider>
}

export function useOrigin(): OriginAccess {
  const access = useContext(OriginContext)
  if (access === null) throw new Error('no OriginProvider around this page')
  return access
}

/**
 * For whoever is signed in anyway, so that another phone of theirs knows it too. The choice on this phone
 * stands whatever the backend answers, so its answer changes nothing here.
 */
async function tellBackend(compound: Compound): Promise<void> {
  if (!isSignedIn()) return
  await call('me.chooseCompound', { compoundId: compound.id, requestId: await newRequestId() })
}
