import type { ScreenPage } from '../../../core/contract/check-in/screen'

/** A screen that has its key. */
export interface PairedScreen {
  readonly kind: 'paired'
  readonly screenId: string
  readonly key: CryptoKey
  /** The last good answer: what a restart without a network shows. */
  readonly page: ScreenPage | null
  /** Milliseconds that the server is ahead of this device's own clock. */
  readonly ahead: number
}

/** A screen that waits for staff: a restart in between goes on waiting with the same code. */
export interface WaitingScreen {
  readonly kind: 'waiting'
  readonly secret: string
  readonly pairingId: string
  readonly digits: string
}

export type Kept = PairedScreen | WaitingScreen

/** What the screen remembers over a restart. Where a browser keeps nothing, it lives from memory until then. */
export interface Keeping {
  /** `null` where nothing is kept, or nothing that can be used. */
  read(): Promise<Kept | null>
  write(kept: Kept): Promise<void>
  forget(): Promise<void>
}
