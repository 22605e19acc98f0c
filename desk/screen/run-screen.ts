import type { ScreenPage } from '../../core/contract/check-in/screen'
import { linkOf, type RollingCode } from '../../core/domain/check-in/codes/code'
import { slotAt, slotStart } from '../../core/domain/check-in/codes/rolling'
import { type Instant, parseInstant } from '../../core/kernel/shanghai-time'
import type { call } from './call'
import { isWrong, serverClock, type ServerClock, type Reading } from '../../core/kernel/server-clock'
import type { ScreenStore, PairedScreen, WaitingScreen } from './stored-screen'

/** A screen's life: paired once, then showing codes until somebody revokes its key, then waiting again. */
export async function runScreen(device: ScreenDevice, show: (phase: Phase) => void): Promise<void> {
  if (!device.canSign()) return show({ kind: 'insecure' })
  let stored = await device.store.read()
  let why: PairingReason = 'new'
  for (;;) {
    const paired = stored?.kind === 'paired' ? stored : await waitForPairing(device, stored, why, show)
    await device.store.write(paired)
    await showUntilRevoked(device, paired, show)
    await device.store.forget()
    stored = null
    why = 'revoked'
  }
}

/** Why a screen asks to be paired. */
type PairingReason = 'new' | 'revoked'

/** What stands on the wall. */
export type Phase =
  /** Without https a browser signs nothing. */
  | { readonly kind: 'insecure' }
  | {
      readonly kind: 'pairing'
      readonly why: PairingReason
      /** `null` until the backend was reached for the first time. */
      readonly offer: { readonly link: string; readonly digits: string; readonly code: string | null } | null
      readonly reached: boolean
    }
  | {
      readonly kind: 'showing'
      readonly now: Instant
      /** The link of this slot's code. */
      readonly link: string
      /** `null` where the first answer is still to come. */
      readonly page: ScreenPage | null
      /** Long enough without an answer to say so. */
      readonly cutOff: boolean
      /** The device's own clock is off: not what hangs here, but whoever set it up should know. */
      readonly clockWrong: boolean
    }

/** Everything outside the screen's own rules, so that a test can play a week in a second. */
export interface ScreenDevice {
  /** The host that codes lead to: the one that served this page. */
  readonly host: string
  readonly call: typeof call
  readonly store: ScreenStore
  readonly read: () => Reading
  readonly sleep: (ms: number) => Promise<void>
  readonly canSign: () => boolean
  readonly importKey: (base64url: string) => Promise<CryptoKey>
  readonly signSlot: (key: CryptoKey, screenId: string, slot: number) => Promise<RollingCode>
  /** Opens the page anew where the server has another version of it. */
  readonly takeNewVersion: () => Promise<void>
}

/** Staff types two digits meanwhile. */
const ASK_EVERY_MS = 3_000
const START_AGAIN_MS = 5_000

/** Shows the code and the two digits until staff has paired this screen; a code that expired makes room for the next. */
async function waitForPairing(
  device: ScreenDevice,
  begun: WaitingScreen | null,
  why: PairingReason,
  show: (phase: Phase) => void,
): Promise<PairedScreen> {
  let waiting = begun
  for (;;) {
    waiting ??= await startPairing(device, why, show)
    const paired = await collectKey(device, waiting, why, show)
    if (paired !== null) return paired
    waiting = null
  }
}

async function startPairing(
  device: ScreenDevice,
  why: PairingReason,
  show: (phase: Phase) => void,
): Promise<WaitingScreen> {
  for (let reached = true; ; reached = false) {
    show({ kind: 'pairing', why, offer: null, reached })
    const reply = await device.call('screen.startPairing', {})
    if (reply.ok) {
      const { secret, pairingId, digits, code } = reply.value
      const waiting = { kind: 'waiting', secret, pairingId, digits, code } as const
      await device.store.write(waiting)
      return waiting
    }
    await device.sleep(START_AGAIN_MS)
  }
}

/** Null where the pairing is over without having come about. */
async function collectKey(
  device: ScreenDevice,
  { secret, pairingId, digits, code = null }: WaitingScreen,
  why: PairingReason,
  show: (phase: Phase) => void,
): Promise<PairedScreen | null> {
  const offer = { link: linkOf(device.host, { kind: 'pairing', pairingId }), digits, code }
  for (;;) {
    const reply = await device.call('screen.collectKey', { secret })
    if (reply.ok && reply.value.state === 'paired') {
      const { screenId, key } = reply.value
      return { kind: 'paired', screenId, key: await device.importKey(key), page: null, ahead: 0 }
    }
    if ('refusal' in reply) return null
    show({ kind: 'pairing', why, offer, reached: reply.ok })
    await device.sleep(ASK_EVERY_MS)
  }
}

const CONTACT_EVERY_MS = 60_000
/** A server that is restarted is back after some tries; a network that is down is asked no more often than this. */
const TRY_AGAIN_MS = [5_000, 10_000, 20_000, 30_000] as const
/** A restart of the server is nobody's business in front of the screen. */
const SAID_AFTER_MS = 45_000
/** Contacts between two looks for a newer version of this page: an hour. */
const NEW_VERSION_EVERY = 60
/** Timers may come a little early. */
const INTO_THE_SLOT_MS = 20

interface Showing {
  readonly screen: PairedScreen
  readonly clock: ServerClock
  page: ScreenPage | null
  failedSince: Instant | null
  /** The clock of a demonstration is moved: then it differs from the device's by intent. */
  moved: boolean
  revoked: boolean
}

/**
 * Shows a new code every 15 s, with or without a network, and asks every minute what else to show. Ends when
 * the backend does not want this screen any more.
 */
async function showUntilRevoked(
  device: ScreenDevice,
  screen: PairedScreen,
  show: (phase: Phase) => void,
): Promise<void> {
  const clock = serverClock(device.read, screen.ahead)
  const showing: Showing = {
    screen,
    clock,
    page: screen.page,
    failedSince: null,
    moved: false,
    revoked: false,
  }
  const draw = async (): Promise<void> => {
    const code = await device.signSlot(screen.key, screen.screenId, slotAt(clock.now()))
    const now = clock.now()
    if (showing.revoked) return
    const { page, failedSince } = showing
    const cutOff = failedSince !== null && now - failedSince >= SAID_AFTER_MS
    const clockWrong = !showing.moved && isWrong(clock.ahead())
    show({ kind: 'showing', now, link: linkOf(device.host, code), page, cutOff, clockWrong })
  }
  // Drawing ends by itself at the next slot; who is revoked is not shown for so long.
  await Promise.race([drawEverySlot(device, showing, draw), keepContact(device, showing, draw)])
}

async function drawEverySlot(
  device: ScreenDevice,
  showing: Showing,
  draw: () => Promise<void>,
): Promise<void> {
  while (!showing.revoked) {
    await draw()
    const now = showing.clock.now()
    await device.sleep(slotStart(slotAt(now) + 1) - now + INTO_THE_SLOT_MS)
  }
}

async function keepContact(device: ScreenDevice, showing: Showing, draw: () => Promise<void>): Promise<void> {
  for (let contacts = 0, failures = 0; ;) {
    const reached = await ask(device, showing)
    if (showing.revoked) return
    await draw()
    if (reached) {
      failures = 0
      contacts += 1
      if (contacts % NEW_VERSION_EVERY === 0) await device.takeNewVersion()
      await device.sleep(CONTACT_EVERY_MS)
    } else {
      await device.sleep(TRY_AGAIN_MS[Math.min(failures, TRY_AGAIN_MS.length - 1)] ?? CONTACT_EVERY_MS)
      failures += 1
    }
  }
}

/** One contact: the clock is put right, and what came is kept for a restart without a network. */
async function ask(device: ScreenDevice, showing: Showing): Promise<boolean> {
  const { screen, clock } = showing
  const sent = device.read().steady
  const reply = await device.call('screen.show', { screenId: screen.screenId })
  const received = device.read().steady
  if ('refusal' in reply) showing.revoked = true
  if (!reply.ok) {
    showing.failedSince ??= clock.now()
    return false
  }
  clock.correct(parseInstant(reply.value.now), sent, received)
  showing.moved = reply.moved === true
  showing.page = reply.value
  showing.failedSince = null
  await device.store.write({ ...screen, page: reply.value, ahead: clock.ahead() })
  return true
}
