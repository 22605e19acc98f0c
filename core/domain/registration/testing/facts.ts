import type { Member, MemberPlace, MemberState, Registration } from '../party'
import type { WaitingParty } from '../queue/queue'

export const place = (state: MemberState, released = false): MemberPlace => ({ state, released })

export const member = (id: string, state: MemberState, changes: Partial<Member> = {}): Member => ({
  id,
  identity: `person of ${id}`,
  child: false,
  state,
  released: false,
  ...changes,
})

export const registration = (id: string, members: readonly Member[], joinNumber = 1): Registration => ({
  id,
  registrantId: `registrant of ${id}`,
  number: '0527',
  joinNumber,
  members,
})

/** A party named by its size and join number, such as `waits(2, 7)`. */
export const waits = (size: number, joinNumber: number, inCoolDown = false): WaitingParty => ({
  registrationId: String(joinNumber),
  size,
  joinNumber,
  inCoolDown,
})

export const idsOf = (parties: readonly WaitingParty[]): readonly string[] =>
  parties.map(({ registrationId }) => registrationId)
