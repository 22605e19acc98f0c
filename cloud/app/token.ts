import { createHash } from 'node:crypto'

/** What is kept of a bearer token: a leaked database opens no session. */
export const tokenHashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
