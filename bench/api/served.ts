import { writeSync } from 'node:fs'
import type { AddressInfo } from 'node:net'

/** What the two servers that are measured side by side have in common. */
export const DATABASE_URL = process.env['DATABASE_URL'] ?? ''
/** As in `cloud/server/main.ts`. */
export const POOL_SIZE = 12

/** Standard output takes the log; the port goes over a channel of its own. */
export const PORT_CHANNEL = 3

export function report({ port }: AddressInfo): void {
  writeSync(PORT_CHANNEL, `${port}\n`)
}

export function warn(error: Error): void {
  process.stderr.write(`${error.message}\n`)
}
