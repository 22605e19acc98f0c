import { useEffect, useState } from 'react'

const wideQuery = () => window.matchMedia('(min-width: 1024px)')

/** Whether two columns have room beside each other; `frame.scss` says the same width. */
export function useIsWide(): boolean {
  const [wide, setWide] = useState(() => wideQuery().matches)
  useEffect(() => {
    const query = wideQuery()
    const follow = () => setWide(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return wide
}
