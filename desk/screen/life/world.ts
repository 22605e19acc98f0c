import type { RollingCode } from '../../../core/domain/check-in/codes/code'
import type { call } from '../../api/call'
import type { Keeping } from '../keeping/kept'
import type { Reading } from '../time/kept-clock'

/** Everything outside the screen's own rules, so that a test can play a week in a second. */
export interface World {
  /** The host that codes lead to: the one that served this page. */
  readonly host: string
  readonly call: typeof call
  readonly keeping: Keeping
  readonly read: () => Reading
  readonly sleep: (ms: number) => Promise<void>
  readonly canSign: () => boolean
  readonly importKey: (base64url: string) => Promise<CryptoKey>
  readonly signSlot: (key: CryptoKey, screenId: string, slot: number) => Promise<RollingCode>
  /** Opens the page anew where the server has another version of it. */
  readonly takeNewVersion: () => Promise<void>
}
