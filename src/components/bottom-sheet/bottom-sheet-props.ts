import type { ReactNode } from 'react'

export interface BottomSheetProps {
  readonly title: string
  /** What the button says that closes it. */
  readonly close: string
  readonly onClose: () => void
  readonly children: ReactNode
}
