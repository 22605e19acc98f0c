import { createContext, useContext, useEffect, useRef } from 'react'

/** Says what Back closes until it is called again with `null`. */
export type CatchBack = (close: (() => void) | null) => void

export const BackCatching = createContext<CatchBack>(() => undefined)

/** For whatever lies over a page: as long as it is there, Back closes it and the page stays. */
export function useClosedByBack(onClose: () => void): void {
  const catchBack = useContext(BackCatching)
  const latest = useRef(onClose)
  useEffect(() => {
    latest.current = onClose
  })
  useEffect(() => {
    catchBack(() => latest.current())
    return () => catchBack(null)
  }, [catchBack])
}
