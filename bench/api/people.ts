import { randomBytes } from 'node:crypto'
import { tokenHashOf } from '../../cloud/app/token'
import type { Database } from '../../cloud/database/connect'
import { ensureResident } from '../../cloud/repositories/resident'
import { openSession } from '../../cloud/repositories/session'
import { parseInstant } from '../../core/kernel/shanghai-time'

export interface Person {
  readonly residentId: string
  readonly token: string
}

/** So many residents, each signed in for good. */
export async function signInPeople(db: Database, count: number): Promise<readonly Person[]> {
  const now = parseInstant('2026-01-01T00:00:00Z')
  const expiresAt = parseInstant('2099-01-01T00:00:00Z')
  const people: Person[] = []
  for (let number = 0; number < count; number += 1) {
    const residentId = await ensureResident(db, `o-bench-${number}`, now)
    const token = randomBytes(32).toString('base64url')
    await openSession(db, { tokenHash: tokenHashOf(token), residentId, now, expiresAt })
    people.push({ residentId, token })
  }
  return people
}
