import type { IconName } from '../icon/icon-names'

export interface TopBarProps {
  readonly title: string
  /** `null` on pages that one does not come back from. */
  readonly onBack: (() => void) | null
  /** Where home is, for who came in from outside; `null` where the way is another. */
  readonly home: string | null
}

export interface TabLink {
  readonly to: string
  readonly text: string
  readonly icon: IconName
  readonly current: boolean
  /** How many messages behind it nobody has read; said aloud, drawn as a dot. */
  readonly unread: number
}

export interface TabNavProps {
  readonly tabs: readonly TabLink[]
}

export interface WayHomeProps {
  readonly home: string
}
