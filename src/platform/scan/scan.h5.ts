import type { ScanResult } from './scan-result'

/** Codes at the doors are made for WeChat: the page says so instead. */
export const scan = (): Promise<ScanResult> => Promise.resolve({ kind: 'unavailable' })

export const canScan = false
