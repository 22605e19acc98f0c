import type { OfficeKind } from '../../../core/domain/office/office'

/** Lit windows: somebody is there; dark: closed; curtains drawn: nobody has verified the hours. */
export type FacadeLight = 'lit' | 'dark' | 'curtained'

export interface FacadeSubject {
  readonly id: string
  /** What is written above the door. */
  readonly name: string
  readonly kind: OfficeKind
  readonly light: FacadeLight
  readonly aroundTheClock: boolean
}
