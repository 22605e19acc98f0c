import type { DoorParty } from '../../../../core/contract/check-in/door'

/** What looking for somebody came to. */
export type Found =
  | { readonly kind: 'party'; readonly party: DoorParty }
  | { readonly kind: 'parties'; readonly parties: readonly DoorParty[]; readonly note: string | null }
  /** A genuine ticket, of a registration that the kept list does not know yet. */
  | { readonly kind: 'unlisted'; readonly registrationId: string }
  | { readonly kind: 'no'; readonly sentence: string }
  /** A wall screen's code: pairing it is another page's work. */
  | { readonly kind: 'pairing'; readonly pairingId: string }
  /** The camera was closed again. */
  | { readonly kind: 'nothing' }

export const no = (sentence: string): Found => ({ kind: 'no', sentence })
export const partyFound = (party: DoorParty): Found => ({ kind: 'party', party })
