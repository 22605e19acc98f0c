import { useEffect, useRef, type MouseEvent } from 'react'
import { Button } from '../controls/button'
import { Heading } from '../elements/elements'
import type { BottomSheetProps } from './bottom-sheet-props'
import './bottom-sheet.scss'

/**
 * The browser's own dialog: it keeps the keyboard and the screen reader inside, closes on Escape and gives the focus
 * back to where it was.
 */
export function BottomSheet({ title, close, onClose, children }: BottomSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])
  const closeOutside = ({ target }: MouseEvent) => {
    if (target === dialog.current) dialog.current?.close()
  }
  return (
    <dialog ref={dialog} className="bottom-sheet" aria-label={title} onClose={onClose} onClick={closeOutside}>
      <div className="bottom-sheet__content">
        <Heading level={2} className="section">
          {title}
        </Heading>
        {children}
        <Button look="primary" onTap={() => dialog.current?.close()}>
          {close}
        </Button>
      </div>
    </dialog>
  )
}
