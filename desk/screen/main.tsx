import { createRoot } from 'react-dom/client'
import { bytesFrom } from '../../core/kernel/base64'
import { signedPart, type RollingCode } from '../../core/domain/check-in/codes/code'
import { call, nullIfLost } from './call'
import { GuardedWall } from './wall'
import { Insecure, Pairing } from './pairing'
import { reportBug } from './report-bug'
import { runScreen, type Phase } from './run-screen'
import './screen.css'
import { browserStore } from './stored-screen'

const root = createRoot(document.getElementById('root') as HTMLElement)

/** After a bug of ours nobody stands at the display to press a key. */
const START_AGAIN_MS = 30_000

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const
/** 96 bits, as the backend compares them. */
const MAC_BYTES = 12

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
runScreen(
  {
    host: window.location.host,
    call,
    store: browserStore,
    read: () => ({ wall: Date.now(), steady: performance.now() }),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    canSign,
    importKey,
    signSlot,
    takeNewVersion,
  },
  (phase) => root.render(<Screen {...phase} />),
).catch((bug: unknown) => {
  reportBug(bug)
  setTimeout(() => window.location.reload(), START_AGAIN_MS)
})

/**
 * Asks the device not to switch the display off, again each time the page comes back into view, which ends an
 * earlier choice. A browser that cannot, or must not, leaves it to the device's own settings.
 */
function keepAwake(): void {
  const ask = (): void => {
    if (document.visibilityState === 'visible' && 'wakeLock' in navigator)
      navigator.wakeLock.request('screen').then(
        () => undefined,
        () => undefined,
      )
  }
  document.addEventListener('visibilitychange', ask)
  ask()
}

/**
 * Opens the page anew where the server has another build of it, so that a display that is never touched does
 * not stay behind. Without an answer everything stays as it is.
 */
async function takeNewVersion(): Promise<void> {
  const own = document.querySelector<HTMLScriptElement>('script[src]')?.src
  const page = await fetch(window.location.pathname, { cache: 'no-store' })
    .then((response) => (response.ok ? response.text() : null))
    .catch(nullIfLost)
  if (own === undefined || page === null || !page.includes('id="root"')) return
  if (!page.includes(new URL(own).pathname)) window.location.reload()
}

/** Browsers sign only on https and on the machine itself. */
function canSign(): boolean {
  return (window.crypto.subtle as SubtleCrypto | undefined) !== undefined
}

/** The key leaves this browser no more: not to a script, not to whoever opens its storage. */
function importKey(base64url: string): Promise<CryptoKey> {
  const bytes = bytesFrom('base64url', base64url)
  if (bytes === null) throw new Error('the key of this screen is no base64url')
  return crypto.subtle.importKey('raw', bytes, HMAC, false, ['sign'])
}

/** The code that this screen shows in a slot. */
async function signSlot(key: CryptoKey, screenId: string, slot: number): Promise<RollingCode> {
  const text = new TextEncoder().encode(signedPart({ screenId, slot }))
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, text)).subarray(0, MAC_BYTES)
  return { kind: 'rolling', screenId, slot, mac: base64urlOf(mac) }
}

function base64urlOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '')
}
