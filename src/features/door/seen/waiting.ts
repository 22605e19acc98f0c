import type { Instant } from '../../../../core/kernel/shanghai-time'

/** What happened at the door and has no answer yet: stored on this phone, sent when there is a network. */
export type WaitingAct = { readonly key: string; readonly at: Instant } & (
  | {
      readonly kind: 'admit'
      readonly registrationId: string
      /** `null`: everybody with a place, by a ticket that the kept list did not know. */
      readonly members: readonly string[] | null
    }
  | { readonly kind: 'head' }
  | { readonly kind: 'gift'; readonly memberId: string | null; readonly entryId: string | null }
)
