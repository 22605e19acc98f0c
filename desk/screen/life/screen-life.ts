import { showUntilRevoked } from './show-until-revoked'
import type { PairingReason, Phase } from './phase'
import { waitForPairing } from './wait-for-pairing'
import type { World } from './world'

/** A screen's life: paired once, then showing codes until somebody revokes its key, then waiting again. */
export async function live(world: World, show: (phase: Phase) => void): Promise<void> {
  if (!world.canSign()) return show({ kind: 'insecure' })
  let kept = await world.keeping.read()
  let why: PairingReason = 'new'
  for (;;) {
    const paired = kept?.kind === 'paired' ? kept : await waitForPairing(world, kept, why, show)
    await world.keeping.write(paired)
    await showUntilRevoked(world, paired, show)
    await world.keeping.forget()
    kept = null
    why = 'revoked'
  }
}
