import { replyIn } from '../call/reply'
import { inputOf, type KeptAct } from './kept-act'
import type { OutboxPorts, SignedIn } from './outbox-kinds'
import { verdictOn, type Verdict } from './verdict'

/** What one try came to; `not-theirs` is an act of somebody who is not signed in here now. */
export type Delivery = Exclude<Verdict, { kind: 'sign-in' }> | { readonly kind: 'not-theirs' }

const LATER: Delivery = { kind: 'later', atLeastMs: 0 }

/**
 * Sends an act once, as who did it; a session that is over is renewed once. Nobody else's session carries it:
 * the backend knows a `requestId` together with its person only, and would record it twice.
 * @param bind writes down who does it, before the first sending
 */
export async function deliver(
  act: KeptAct,
  isFirst: boolean,
  bind: (person: string) => void,
  ports: OutboxPorts,
): Promise<Delivery> {
  let session: SignedIn | null = await ports.signedIn(null)
  let doer = act.person
  for (let tries = 0; tries < 2 && session !== null; tries += 1) {
    if (doer === null) {
      doer = session.person
      bind(doer)
    }
    if (doer !== session.person) return { kind: 'not-theirs' }
    const input = inputOf(act, ports.clock(), isFirst)
    const verdict = verdictOn(replyIn(await ports.send(act.endpoint, input, session.token)))
    if (verdict.kind !== 'sign-in') return verdict
    session = await ports.signedIn(session)
  }
  return LATER
}
