import type { Stored } from './storing'

/** A browser reads from memory. */
export const readAhead = (_keys: readonly string[]): void => undefined

/** `null` when nothing is there, or when the browser keeps nothing for this page. */
export function readText(key: string): string | null {
  try {
    return window.localStorage.getItem(key)
  } catch (error) {
    // Private windows and blocked cookies refuse the very access.
    if (error instanceof DOMException) return null
    throw error
  }
}

export function writeText(key: string, text: string): Stored {
  try {
    window.localStorage.setItem(key, text)
    return 'stored'
  } catch (error) {
    if (error instanceof DOMException) return 'full'
    throw error
  }
}

export function removeText(key: string): void {
  try {
    window.localStorage.removeItem(key)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}

/** Every key that begins so; none where the browser keeps nothing. */
export function keysFrom(beginning: string): readonly string[] {
  try {
    return Object.keys(window.localStorage).filter((key) => key.startsWith(beginning))
  } catch (error) {
    if (error instanceof DOMException) return []
    throw error
  }
}
