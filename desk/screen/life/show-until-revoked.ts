import type { ScreenPage } from '../../../core/contract/check-in/screen'
import { linkOf } from '../../../core/domain/check-in/codes/code'
import { slotAt, slotStart } from '../../../core/domain/check-in/codes/rolling'
import { parseInstant, type Instant } from '../../../core/kernel/shanghai-time'
import type { PairedScreen } from '../keeping/kept'
import { keptClock, type KeptClock } from '../time/kept-clock'
import type { Phase } from './phase'
import type { World } from './world'

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
  readonly clock: KeptClock
  page: ScreenPage | null
  failedSince: Instant | null
  revoked: boolean
}

/**
 * Shows a new code every 15 s, with or without a network, and asks every minute what else to show. Ends when
 * the backend does not want this screen any more.
 */
export async function showUntilRevoked(
  world: World,
  screen: PairedScreen,
  show: (phase: Phase) => void,
): Promise<void> {
  const clock = keptClock(world.read, screen.ahead)
  const showing: Showing = { screen, clock, page: screen.page, failedSince: null, revoked: false }
  const draw = async (): Promise<void> => {
    const code = await world.signSlot(screen.key, screen.screenId, slotAt(clock.now()))
    const now = clock.now()
    if (showing.revoked) return
    const { page, failedSince } = showing
    const cutOff = failedSince !== null && now - failedSince >= SAID_AFTER_MS
    show({ kind: 'showing', now, link: linkOf(world.host, code), page, cutOff })
  }
  // Drawing ends by itself at the next slot; who is revoked is not shown for so long.
  await Promise.race([drawEverySlot(world, showing, draw), keepContact(world, showing, draw)])
}

async function drawEverySlot(world: World, showing: Showing, draw: () => Promise<void>): Promise<void> {
  while (!showing.revoked) {
    await draw()
    const now = showing.clock.now()
    await world.sleep(slotStart(slotAt(now) + 1) - now + INTO_THE_SLOT_MS)
  }
}

async function keepContact(world: World, showing: Showing, draw: () => Promise<void>): Promise<void> {
  for (let contacts = 0, failures = 0; ;) {
    const reached = await ask(world, showing)
    if (showing.revoked) return
    await draw()
    if (reached) {
      failures = 0
      contacts += 1
      if (contacts % NEW_VERSION_EVERY === 0) await world.takeNewVersion()
      await world.sleep(CONTACT_EVERY_MS)
    } else {
      await world.sleep(TRY_AGAIN_MS[Math.min(failures, TRY_AGAIN_MS.length - 1)] ?? CONTACT_EVERY_MS)
      failures += 1
    }
  }
}

/** One contact: the clock is put right, and what came is kept for a restart without a network. */
async function ask(world: World, showing: Showing): Promise<boolean> {
  const { screen, clock } = showing
  const sent = world.read().steady
  const reply = await world.call('screen.show', { screenId: screen.screenId })
  const received = world.read().steady
  if ('refusal' in reply) showing.revoked = true
  if (!reply.ok) {
    showing.failedSince ??= clock.now()
    return false
  }
  clock.correct(parseInstant(reply.value.now), sent, received)
  showing.page = reply.value
  showing.failedSince = null
  await world.keeping.write({ ...screen, page: reply.value, ahead: clock.ahead() })
  return true
}
