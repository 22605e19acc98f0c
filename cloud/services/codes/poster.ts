import { randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Poster } from '../../../core/contract/check-in/screen'
import { shortForm } from '../../../core/domain/check-in/codes/code'
import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Schema } from '../../database/schema'
import { ensurePoster } from '../../repositories/check-in/codes'
import type { PlaceRef } from '../../repositories/check-in/places'

/** 128 bits in 22 characters, all of which a 小程序码 can carry: nobody guesses one from the name of a place. */
const TOKEN_BYTES = 16

/** What is printed for a place now; made the first time. */
export async function posterAt(
  tx: Transaction<Schema>,
  { name, ...place }: PlaceRef & { readonly name: string },
  now: Instant,
): Promise<Poster> {
  const token = await ensurePoster(tx, place, randomBytes(TOKEN_BYTES).toString('base64url'), now)
  return { token, path: `/${shortForm({ kind: 'poster', token })}`, name }
}
