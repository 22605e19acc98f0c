import { ARRIVING, DOOR_FLAGS, SAID } from '../../../text/door/arriving'
import { RECENT } from '../../../text/door/arriving'
import type { SeenCame, SeenDoor, SeenMember } from '../seen/seen'

/** One head at this door, as it stands in the list of arrivals. */
export interface RecentArrival {
  readonly key: string
  readonly who: string
  readonly memberId: string | null
  readonly came: SeenCame
  /** How they came, and what staff have to know of it. */
  readonly hints: readonly string[]
}

/** Everybody who came, the last first. */
export function arrivalsAt({ parties, heads }: SeenDoor): readonly RecentArrival[] {
  const members = parties.flatMap(({ number, members }) =>
    members.flatMap((member) => (member.came === null ? [] : [arrivalOf(member, member.came, number)])),
  )
  const others = heads.map(({ key, name, withoutPhone, came }) => ({
    key,
    who: withoutPhone ? SAID.withoutPhone : (name ?? SAID.walkedIn),
    memberId: null,
    came,
    hints: hintsOf(came),
  }))
  return [...members, ...others].sort((one, other) => other.came.at - one.came.at)
}

const arrivalOf = ({ memberId, name }: SeenMember, came: SeenCame, number: string): RecentArrival => ({
  key: memberId,
  who: name ?? ARRIVING.number(number),
  memberId,
  came,
  hints: hintsOf(came),
})

function hintsOf({ entry }: SeenCame): readonly string[] {
  if (entry === null) return [RECENT.waiting]
  return [
    ...(entry.grade === 'staff' ? [] : [RECENT.self]),
    ...(entry.flags.includes('offline') ? [RECENT.uploaded] : []),
    ...(entry.doorFlag === null ? [] : [DOOR_FLAGS[entry.doorFlag]]),
    ...(entry.giftTwice ? [ARRIVING.giftTwice] : []),
  ]
}
