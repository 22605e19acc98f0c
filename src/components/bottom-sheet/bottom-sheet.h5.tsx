import { useEffect, useRef, type MouseEvent } from 'react'
import { Button } from '../controls/button'
import { Heading } from '../elements/elements'
import type { BottomSheetProps } from './bottom-sheet-props'
import './bottom-sheet.scss'

/**
 * The browser's own dialog: it keeps the keyboard and the screen reader inside, closes on Escape and a phone's Back, and
 * gives the focus back to where it was. It is read from its heading on.
 */
export function BottomSheet({ title, close, onClose, act, children }: BottomSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    const heading = opened?.querySelector('h2')
    if (heading) {
      heading.tabIndex = -1
      heading.focus()
    }
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
      </div>
      <div className="bottom-sheet__buttons">
        <Button look="primary" onTap={() => dialog.current?.close()}>
          {close}
        </Button>
        {act}
      </div>
    </dialog>
  )
}
