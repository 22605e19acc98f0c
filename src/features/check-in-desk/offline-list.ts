import { sign } from 'tweetnacl'
import type { CheckInList } from '../../../core/contract/check-in/check-in-desk'
import { ticketBody, type TicketCode } from '../../../core/domain/check-in/codes/code'
import { decideTryingNumber, type NumberLimits } from '../../../core/domain/check-in/wrong-numbers'
import { bytesFrom } from '../../../core/kernel/base64'
import { type Instant, parseInstant, shanghaiDay, type ShanghaiDay } from '../../../core/kernel/shanghai-time'
import { onPersonCleared } from '../../api/erasure'
import { readSealed, removeSealed, writeSealed } from '../../platform/storage/sealed'
import { CHECK_IN_LISTS_KEY, storedListsDay } from '../staff/purge-check-in-lists'

/** One activity's list as it was last read, for a desk without network: masked names, numbers, who came. */
export interface StoredList {
  readonly list: CheckInList
  readonly readAt: Instant
}

type StoredLists = Readonly<Record<string, StoredList>>

const isStoredLists = (found: unknown): found is StoredLists =>
  typeof found === 'object' &&
  found !== null &&
  Object.values(found).every(
    (one: unknown) =>
      typeof one === 'object' && one !== null && 'readAt' in one && 'list' in one && isList(one.list),
  )

const isList = (found: unknown): boolean =>
  typeof found === 'object' &&
  found !== null &&
  'activityId' in found &&
  'parties' in found &&
  Array.isArray(found.parties) &&
  'releaseFrom' in found &&
  'numberLimits' in found &&
  'checkInUntil' in found &&
  typeof found.checkInUntil === 'string'

/** As they lie sealed on the phone; null until they were opened. */
let lists: StoredLists | null = null
/** One after the other, so that the last one stays. */
let writing: Promise<unknown> = Promise.resolve()

/** Whether `openLists` has been here. */
export const areListsOpen = (): boolean => lists !== null

let opening: Promise<void> | null = null

/** Opens what lies sealed on this phone, once; what does not open is dropped. Nothing is stored before. */
export const openLists = (): Promise<void> => (opening ??= openSealed())

async function openSealed(): Promise<void> {
  const text = await readSealed(CHECK_IN_LISTS_KEY)
  const found = text === null ? null : parsed(text)
  if (text !== null && !isStoredLists(found)) removeSealed(CHECK_IN_LISTS_KEY)
  lists = isStoredLists(found) ? found : {}
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** @param until the last day of theirs, where it is later than what the next start knows of */
function writeLists(all: StoredLists, until: ShanghaiDay | null): void {
  lists = all
  writing = writing.then(async () => {
    // Removed or replaced meanwhile.
    if (lists !== all || (await writeSealed(CHECK_IN_LISTS_KEY, JSON.stringify(all))) === 'full') return
    if (lists === null || Object.keys(lists).length === 0) removeSealed(CHECK_IN_LISTS_KEY)
    const before = storedListsDay.read()
    if (until !== null && (before === null || before < until)) storedListsDay.write(until)
  })
}

/** What is stored of an activity whose day is not over; all that is older is dropped by the look. */
export function storedList(activityId: string, now: Instant): StoredList | null {
  return dropOld(now)[activityId] ?? null
}

/** Every list of today and later that is stored. */
export const storedLists = (now: Instant): readonly StoredList[] => Object.values(dropOld(now))

/** Stores what a desk without network needs, and no heads without a registration: they are nobody's. */
export function storeList(list: CheckInList, now: Instant): void {
  const others = dropOld(now)
  if (dayOf(list) < shanghaiDay(now)) return
  const stored = { list: { ...list, heads: [] }, readAt: now }
  writeLists({ ...others, [list.activityId]: stored }, dayOf(list))
}

/** Nobody of the staff uses this phone any more: the lists go. */
export function removeLists(): void {
  lists = {}
  removeSealed(CHECK_IN_LISTS_KEY)
}

onPersonCleared(removeLists)

const dayOf = ({ checkInUntil }: CheckInList) => shanghaiDay(parseInstant(checkInUntil))

function dropOld(now: Instant): StoredLists {
  const all = Object.entries(lists ?? {})
  const today = Object.fromEntries(all.filter(([, { list }]) => dayOf(list) >= shanghaiDay(now)))
  if (Object.keys(today).length < all.length) writeLists(today, null)
  return today
}

const KEY_BYTES = 32
const SIGNATURE_BYTES = 64

/**
 * Whether the backend signed this ticket (Ed25519), asked of nobody: a desk without network tells a real one
 * from a forged one.
 * @param publicKey 32 bytes in base64url, from the list of the activity
 */
export function isGenuineTicket(ticket: TicketCode, publicKey: string): boolean {
  const [key, signature] = [bytesFrom('base64url', publicKey), bytesFrom('base64url', ticket.signature)]
  if (key?.length !== KEY_BYTES || signature?.length !== SIGNATURE_BYTES) return false
  return sign.detached.verify(asciiBytes(ticketBody(ticket)), signature, key)
}

/** A ticket holds ASCII only; mini-programs have no TextEncoder. */
const asciiBytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

/** Wrong numbers typed on this phone without network, by activity; the backend counts all others. */
const wrongTries = new Map<string, Instant[]>()

/** The same hold-off as the backend's, by the numbers that came with the list. */
export const mayTryNumber = (activityId: string, now: Instant, limits: NumberLimits) =>
  decideTryingNumber(wrongTries.get(activityId) ?? [], now, limits)

export function noteWrongNumber(activityId: string, now: Instant, { wrongNumbers }: NumberLimits): void {
  wrongTries.set(activityId, [...(wrongTries.get(activityId) ?? []), now].slice(-wrongNumbers))
}
