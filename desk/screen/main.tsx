import { createRoot } from 'react-dom/client'
import { call } from '../api/call'
import { canSign, importKey, signSlot } from './code/signing'
import { inBrowser } from './keeping/in-browser'
import type { Phase } from './life/phase'
import { keepAwake } from './life/keep-awake'
import { live } from './life/screen-life'
import { takeNewVersion } from './life/take-new-version'
import { Insecure, Pairing } from './pairing/pairing'
import './screen.css'
import { GuardedWall } from './wall/guarded-wall'

const root = createRoot(document.getElementById('root') as HTMLElement)

/** After a bug of ours nobody stands at the display to press a key. */
const START_AGAIN_MS = 30_000

function Screen(phase: Phase) {
  switch (phase.kind) {
    case 'insecure':
      return <Insecure />
    case 'pairing':
      return <Pairing {...phase} />
    case 'showing':
      return <GuardedWall {...phase} />
  }
}

keepAwake()
live(
  {
    host: window.location.host,
    call,
    keeping: inBrowser,
    read: () => ({ wall: Date.now(), steady: performance.now() }),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    canSign,
    importKey,
    signSlot,
    takeNewVersion,
  },
  (phase) => root.render(<Screen {...phase} />),
).catch((bug: unknown) => {
  reportError(bug)
  setTimeout(() => window.location.reload(), START_AGAIN_MS)
})
