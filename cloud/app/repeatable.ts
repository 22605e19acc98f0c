import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Result } from '../../core/kernel/result'
import type { Instant } from '../../core/kernel/shanghai-time'
import type { Schema } from '../database/schema'
import { claimRequest, firstAnswer, recordAnswer, type RequestKey } from '../repositories/request'
import { InvalidInput, Unauthenticated } from './faults'
import { sameSecret } from '../gateways/sealing/same-secret'

/** The id of a repeatable write; null for inputs that carry none. */
export function requestIdOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || !('requestId' in input)) return null
  return typeof input.requestId === 'string' ? input.requestId.toLowerCase() : null
}

/** What one request may bring anew with each sending: `times` says when this one was sent, or that it was stored on the phone at all. */
const OF_THE_SENDING: ReadonlySet<string> = new Set(['requestId', 'times'])

/**
 * What two sendings of one request have in common. Parsed input has the field order of its schema, so its JSON is
 * canonical. Only the input's own fields are of the sending: a `times` further inside belongs to the request.
 */
export function hashOf(input: unknown): Buffer {
  const fields = Object.entries(input as object).filter(([name]) => !OF_THE_SENDING.has(name))
  return createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(fields)))
    .digest()
}

/**
 * Runs `write` once per request id: the id is claimed in the same transaction as its effects, so
 * either both are there or neither is. A repeat gets the first answer.
 * @throws InvalidInput when the id came before with another input
 * @throws Unauthenticated when the caller was erased since the call arrived
 */
export async function once(
  tx: Transaction<Schema>,
  key: RequestKey,
  input: unknown,
  now: Instant,
  write: () => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const inputHash = hashOf(input)
  if (await claimRequest(tx, key, inputHash, now)) {
    const answer = await write()
    await recordAnswer(tx, key, answer)
    return answer
  }
  const first = await firstAnswer(tx, key)
  if (first === null) throw new Unauthenticated()
  if (!sameSecret(first.inputHash, inputHash)) {
    throw new InvalidInput([
      {
        path: 'requestId',
        message: 'this requestId was used with a different input; make a new one for another request',
      },
    ])
  }
  return first.answer as Result<unknown>
}
