import { isLive, type MemberPlace } from '../party'

/** How a guest said yes to being kept: 口头 · 书面. */
export const GUEST_CONSENTS = ['oral', 'written'] as const
export type GuestConsent = (typeof GUEST_CONSENTS)[number]

/** A party that is in an activity already, or was, as far as it tells who somebody is. */
export interface KnownParty {
  readonly registrationId: string
  /** Registered by an office and taken over by nobody. */
  readonly byStaff: boolean
  readonly names: readonly string[]
  readonly phone: string | null
  readonly members: readonly MemberPlace[]
}

/** What a newcomer at the counter says of themselves. */
export interface Newcomer {
  readonly called: string
  readonly phone: string | null
}

const plainName = (name: string): string => name.normalize('NFKC').replace(/\s/g, '')

/**
 * Parties of the same activity that the newcomer may be one of: with the same telephone, or of the same name where
 * one of both left no telephone. Nobody is taken for another by that: staff asks. Who cancelled counts only where
 * the office registered them, because their row and number can be used again.
 */
export const perhapsTheSame = <Party extends KnownParty>(
  { called, phone }: Newcomer,
  known: readonly Party[],
): readonly Party[] =>
  known
    .filter(({ byStaff, members }) => byStaff || members.some(isLive))
    .filter((party) => {
      if (phone !== null && party.phone !== null) return phone === party.phone
      return party.names.some((name) => plainName(name) === plainName(called))
    })
