import { useSyncExternalStore, type MouseEvent } from 'react'

/** Where the desk's addresses begin. */
const BASE = '/desk/'

const listeners = new Set<() => void>()
const changed = (): void => listeners.forEach((listener) => listener())
window.addEventListener('popstate', changed)

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const pathNow = (): string => window.location.pathname.slice(BASE.length)

const searchNow = (): string => window.location.search

/** What is open: `posts/invite` of `/desk/posts/invite`. */
export const usePath = (): string => useSyncExternalStore(subscribe, pathNow)

/** What is chosen in it: `?page=…`, as the browser has it. */
export const useSearch = (): string => useSyncExternalStore(subscribe, searchNow)

export const addressOf = (path: string): string => `${BASE}${path}`

export function goTo(path: string): void {
  window.history.pushState(null, '', addressOf(path))
  changed()
}

/** The same page under another address: Back leads to where one came from. */
export function replaceWith(path: string): void {
  window.history.replaceState(null, '', addressOf(path))
  changed()
}

/** A link to another screen: the browser's own ways (a new tab, the middle button) stay as they are. */
export const linkTo = (path: string) => ({
  href: addressOf(path),
  onClick: (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    goTo(path)
  },
})
