import { seconds, type Seconds } from '../../kernel/units'
import { EDGE } from '../graph/street-graph'

/** How somebody walks: applied when a question is asked, never stored in the graph. */
export interface Profile {
  readonly metresPerSecond: number
  /** What crossing one arterial road costs, waiting included. */
  readonly crossing: Seconds
  /** Bits of `EDGE` of which an edge may have none. */
  readonly barred: number
  /** Bits of `EDGE` of which an edge must have all. */
  readonly required: number
}

export type ProfileName = 'adult' | 'elder' | 'wheelchair' | 'stroller'

const CROSSING = seconds(30)

/** 成人, 长者, 轮椅, 推童车: speeds and bars of the design ("Life circle"); wheels go only where verified. */
export const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  adult: { metresPerSecond: 1.2, crossing: CROSSING, barred: 0, required: 0 },
  elder: { metresPerSecond: 0.8, crossing: CROSSING, barred: 0, required: 0 },
  wheelchair: {
    metresPerSecond: 0.7,
    crossing: CROSSING,
    barred: EDGE.steps | EDGE.wheelchairBarred,
    required: EDGE.verified,
  },
  stroller: { metresPerSecond: 1.0, crossing: CROSSING, barred: EDGE.steps, required: 0 },
}

/** Nobody walks slower or faster than this, in metres per second. */
const SPEEDS = { least: 0.1, most: 4 }
const LONGEST_CROSSING = 600

/**
 * A profile with another speed or another cost of crossing.
 * @throws RangeError naming the value when the speed is not within [0.1, 4] m/s or the crossing not within
 * [0, 600] s.
 */
export function adjustProfile(
  profile: Profile,
  change: Partial<Pick<Profile, 'metresPerSecond' | 'crossing'>>,
): Profile {
  const adjusted = { ...profile, ...change }
  const { metresPerSecond, crossing } = adjusted
  if (!(metresPerSecond >= SPEEDS.least && metresPerSecond <= SPEEDS.most)) {
    throw new RangeError(
      `metresPerSecond must be within [${SPEEDS.least}, ${SPEEDS.most}], got ${metresPerSecond}`,
    )
  }
  if (!(crossing >= 0 && crossing <= LONGEST_CROSSING)) {
    throw new RangeError(`crossing must be within [0, ${LONGEST_CROSSING}] seconds, got ${crossing}`)
  }
  return adjusted
}
