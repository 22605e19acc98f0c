import type { AccessAnswer } from '../../../core/domain/office/office'
import { Pair, Pairs } from './fact-row'
import { ACCESS_WORDS } from '../../text/office/office'
import { OFFICE, doorWidth } from '../../text/office/office-page'

interface Access {
  readonly ramp: AccessAnswer
  readonly lift: AccessAnswer
  readonly accessibleToilet: AccessAnswer
  readonly hearingLoop: AccessAnswer
  readonly doorWidthCm: number | null
}

/** What somebody with a wheelchair, a pram or weak ears needs to know: 有, 没有 or 未核实. */
export function AccessPairs({ access }: { readonly access: Access }) {
  const width = access.doorWidthCm
  const facts: readonly (readonly [string, AccessAnswer])[] = [
    [OFFICE.ramp, access.ramp],
    [OFFICE.lift, access.lift],
    [OFFICE.toilet, access.accessibleToilet],
    [OFFICE.hearing, access.hearingLoop],
  ]
  return (
    <Pairs>
      {facts.map(([what, answer]) => (
        <Pair key={what} name={what} value={ACCESS_WORDS[answer]} tone={answer} />
      ))}
      <Pair
        name={OFFICE.door}
        value={width === null ? OFFICE.doorUnknown : doorWidth(width)}
        tone={width === null ? 'unverified' : 'plain'}
      />
    </Pairs>
  )
}
