import type { ScreenPage } from '../../../core/contract/check-in/screen'
import type { Instant } from '../../../core/kernel/shanghai-time'

/** Why a screen asks to be paired. */
export type PairingReason = 'new' | 'revoked'

/** What stands on the wall. */
export type Phase =
  /** Without https a browser signs nothing. */
  | { readonly kind: 'insecure' }
  | {
      readonly kind: 'pairing'
      readonly why: PairingReason
      /** `null` until the backend was reached for the first time. */
      readonly offer: { readonly link: string; readonly digits: string } | null
      readonly reached: boolean
    }
  | {
      readonly kind: 'showing'
      readonly now: Instant
      /** The link of this slot's code. */
      readonly link: string
      /** `null` where the first answer is still to come. */
      readonly page: ScreenPage | null
      /** Long enough without an answer to say so. */
      readonly cutOff: boolean
    }
