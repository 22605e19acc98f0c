import { useSyncExternalStore } from 'react'
import { NavRow, NavRows } from '../../components/rows/nav-row'
import { onNewVersion, startNewVersion } from '../../platform/start/new-version'
import { NEW_VERSION } from '../../text/page'

let isFetched = false
const listeners = new Set<() => void>()

/** From the start on: WeChat tells it once, whichever page is shown. */
export function awaitNewVersion(): void {
  onNewVersion(() => {
    isFetched = true
    listeners.forEach((listener) => listener())
  })
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Offers a newer version where nothing is being done: a row that waits, and nothing happens without a tap. */
export function NewVersionRow() {
  const offered = useSyncExternalStore(listen, () => isFetched)
  if (!offered) return null
  return (
    <NavRows>
      <NavRow icon="info" title={NEW_VERSION.title} hint={NEW_VERSION.hint} onTap={startNewVersion} />
    </NavRows>
  )
}
