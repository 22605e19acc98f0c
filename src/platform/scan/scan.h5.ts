import type { Scanned } from './scanned'

/** Codes at the doors are made for WeChat: the page says so instead. */
export const scan = (): Promise<Scanned> => Promise.resolve({ kind: 'unavailable' })

export const canScan = false
