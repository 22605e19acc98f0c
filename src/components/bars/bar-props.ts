import type { IconName } from '../icon/icon-names'

export interface TopBarProps {
  readonly title: string
  /** `null` on pages that one does not come back from. */
  readonly onBack: (() => void) | null
}

export interface TabLink {
  readonly to: string
  readonly text: string
  readonly icon: IconName
  readonly current: boolean
}

export interface TabNavProps {
  readonly tabs: readonly TabLink[]
}
