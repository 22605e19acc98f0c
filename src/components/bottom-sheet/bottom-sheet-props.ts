import type { ReactNode } from 'react'

export interface BottomSheetProps {
  readonly title: string
  /** What the button says that closes it. */
  readonly close: string
  readonly onClose: () => void
  /** What can be done here beside closing it; it stands with that button, always in sight. */
  readonly act?: ReactNode
  readonly children: ReactNode
}
