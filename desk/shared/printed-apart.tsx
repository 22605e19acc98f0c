import { useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'

export type Print = (paper: ReactNode) => void

/** A screen that can hand the printer something other than itself. */
export function PrintedApart({ children }: { readonly children: (print: Print) => ReactNode }) {
  const [paper, setPaper] = useState<ReactNode>(null)
  const print: Print = (next) => {
    // The paper has to stand on the page before the browser takes it.
    flushSync(() => setPaper(next))
    window.print()
    setPaper(null)
  }
  return (
    <>
      <div className="no-print">{children(print)}</div>
      <div className="only-print">{paper}</div>
    </>
  )
}
