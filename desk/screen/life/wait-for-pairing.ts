import { linkOf } from '../../../core/domain/check-in/codes/code'
import type { PairedScreen, WaitingScreen } from '../keeping/kept'
import type { PairingReason, Phase } from './phase'
import type { World } from './world'

/** Staff types two digits meanwhile. */
const ASK_EVERY_MS = 3_000
const TRY_AGAIN_MS = 5_000

/** Shows the code and the two digits until staff has paired this screen; a code that expired makes room for the next. */
export async function waitForPairing(
  world: World,
  begun: WaitingScreen | null,
  why: PairingReason,
  show: (phase: Phase) => void,
): Promise<PairedScreen> {
  let waiting = begun
  for (;;) {
    waiting ??= await startPairing(world, why, show)
    const paired = await collectKey(world, waiting, why, show)
    if (paired !== null) return paired
    waiting = null
  }
}

async function startPairing(
  world: World,
  why: PairingReason,
  show: (phase: Phase) => void,
): Promise<WaitingScreen> {
  for (let reached = true; ; reached = false) {
    show({ kind: 'pairing', why, offer: null, reached })
    const reply = await world.call('screen.startPairing', {})
    if (reply.ok) {
      const { secret, pairingId, digits } = reply.value
      const waiting = { kind: 'waiting', secret, pairingId, digits } as const
      await world.keeping.write(waiting)
      return waiting
    }
    await world.sleep(TRY_AGAIN_MS)
  }
}

/** Null where the pairing is over without having come about. */
async function collectKey(
  world: World,
  { secret, pairingId, digits }: WaitingScreen,
  why: PairingReason,
  show: (phase: Phase) => void,
): Promise<PairedScreen | null> {
  const offer = { link: linkOf(world.host, { kind: 'pairing', pairingId }), digits }
  for (;;) {
    const reply = await world.call('screen.collectKey', { secret })
    if (reply.ok && reply.value.state === 'paired') {
      const { screenId, key } = reply.value
      return { kind: 'paired', screenId, key: await world.importKey(key), page: null, ahead: 0 }
    }
    if ('refusal' in reply) return null
    show({ kind: 'pairing', why, offer, reached: reply.ok })
    await world.sleep(ASK_EVERY_MS)
  }
}
