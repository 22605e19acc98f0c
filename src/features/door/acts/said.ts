import type { DoorFlag } from '../../../../core/domain/registration/door/attendance'
import type { Instant } from '../../../../core/kernel/shanghai-time'

/** What is said of the last act, large, above everything else. */
export type Said =
  | {
      readonly kind: 'admitted'
      readonly names: readonly (string | null)[]
      readonly number: string
      readonly memberIds: readonly string[]
      /** All had come before: their first time. */
      readonly repeatedAt: Instant | null
      readonly doorFlag: DoorFlag | null
      readonly waiting: boolean
    }
  /** `count` is how many without a phone there are by now. */
  | {
      readonly kind: 'head'
      readonly count: number
      readonly entryId: string | null
      readonly waiting: boolean
    }
  | {
      readonly kind: 'gift'
      readonly who: string
      readonly before: Instant | null
      readonly waiting: boolean
    }
  | { readonly kind: 'undone'; readonly who: string }
  | { readonly kind: 'released'; readonly count: number }
  | { readonly kind: 'no'; readonly sentence: string; readonly waiting: boolean }
