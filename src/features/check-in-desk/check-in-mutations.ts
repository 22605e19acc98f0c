import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { Output } from '../../../core/contract'
import type { CheckInList, CheckInParty, FoundBy } from '../../../core/contract/check-in/check-in-desk'
import type { NoSeatReason } from '../../../core/domain/registration/attendance/attendance'
import { type Instant, parseInstant, toIso } from '../../../core/kernel/shanghai-time'
import type { MutationName, MutationResult } from '../../api/result'
import type { QueuedInput } from '../../api/outbox/queued-mutation'
import type { Submission, SettledEntry } from '../../api/outbox/outbox'
import { outbox } from '../../api/outbox/device-outbox'
import { subdistrictNow } from '../../api/subdistrict'
import { reportBug } from '../../platform/start/report'
import { DESK_REFUSALS, LAST_RESULT, REFUSED_LATER } from '../../text/check-in/last-result'
import { PARTY } from '../../text/check-in/party'
import { refusalSentence } from '../../text/refusals/refusal-sentence'
import { now, phoneNow } from '../../api/clock'
import { PATIENCE_MS } from '../staff/ask-in-time'
import type { GiftTo, ShownList, ShownMember, ShownParty, PendingMutation } from './check-in-list'
import { checkInQueries } from './check-in-queries'
import { afterAdmitting, afterGift, afterHead, withParty } from './list-updates'
import { faultText } from '../page/reply-text'

/** A finger that bounces is one tap; the next person is never so quick. */
const BOUNCE_MS = 350

export interface CheckInMutations {
  readonly lastResult: LastResult | null
  readonly showResult: (lastResult: LastResult | null) => void
  /** Acts whose answer is awaited this moment. */
  readonly underway: number
  readonly admit: (party: ShownParty, members: readonly ShownMember[], foundBy: FoundBy) => void
  /** By a genuine ticket that the stored list does not know: everybody with a place. */
  readonly admitUnlisted: (registrationId: string) => void
  readonly addHead: () => void
  readonly giveGift: (to: GiftTo) => void
  /** What was found is newer than the list. */
  readonly learn: (party: CheckInParty) => void
}

/** Everything staff do at the check-in desk, each act written down before it is sent. */
export function useCheckInMutations(shown: ShownList): CheckInMutations {
  const { activityId } = shown
  const client = useQueryClient()
  const [lastResult, showResult] = useState<LastResult | null>(null)
  const [underway, setUnderway] = useState(0)
  const turn = useRef(0)
  const lastHead = useRef(0)

  const change = useCallback(
    (by: (list: CheckInList) => CheckInList) =>
      client.setQueryData(checkInQueries.list(activityId).queryKey, (list) =>
        list === undefined ? list : by(list),
      ),
    [client, activityId],
  )

  /**
   * Says what became of an act as soon as that is known, or after a while that it waits. A gift is no turn of
   * its own: it belongs to whoever was let in last.
   */
  async function submit<Name extends MutationName>(
    endpoint: Name,
    input: QueuedInput<Name>,
    about: string,
    words: Words<Name>,
  ): Promise<void> {
    const own = words.waiting === null ? turn.current : (turn.current += 1)
    const showNow = (what: LastResult | null): void => {
      if (own === turn.current && what !== null) showResult(what)
    }
    const showPending = (key: string | null): void => showNow(words.waiting?.(key) ?? null)
    setUnderway((count) => count + 1)
    const slow = setTimeout(() => showPending(null), PATIENCE_MS)
    try {
      const submission: Submission<Name> = await outbox.submit(endpoint, input, about)
      if (submission.kind === 'queued') return showPending(submission.key)
      if (submission.kind === 'not_stored') return showResult({ kind: 'no', sentence: LAST_RESULT.notStored })
      const { result, key } = submission
      if (result.kind === 'done') showNow(words.done(result.value))
      // Somebody else is spoken of already: this no stays with the answers that nobody has read, which the desk shows.
      else if (own !== turn.current && key !== null) return
      else showResult({ kind: 'no', sentence: refusalText(result, shown) })
      if (key !== null) outbox.acknowledge(key)
    } finally {
      clearTimeout(slow)
      setUnderway((count) => count - 1)
    }
  }
  const start = (acting: Promise<void>): void => void acting.catch(reportBug)

  const admit: CheckInMutations['admit'] = (party, members, foundBy) => {
    const names = members.map(({ name }) => name)
    const memberIds = members.map(({ memberId }) => memberId)
    const admitted = { kind: 'admitted', names, memberIds, number: party.number } as const
    start(
      submit(
        'door.admit',
        { activityId, registrationId: party.registrationId, members: [...memberIds], foundBy },
        LAST_RESULT.admitted(names, party.number),
        {
          waiting: (key) => ({ ...admitted, repeatedAt: null, doorFlag: null, unsent: { key } }),
          done: (value) => {
            change((list) => afterAdmitting(list, value))
            const own = value.came.filter(({ memberId }) => memberId !== null && memberIds.includes(memberId))
            const [first] = own
            const isRepeat = first !== undefined && own.every(({ repeated }) => repeated)
            return {
              ...admitted,
              repeatedAt: isRepeat ? parseInstant(first.at) : null,
              doorFlag: own.find(({ doorFlag }) => doorFlag !== null)?.doorFlag ?? null,
              unsent: null,
            }
          },
        },
      ),
    )
  }

  const admitUnlisted: CheckInMutations['admitUnlisted'] = (registrationId) =>
    start(
      submit(
        'door.admit',
        { activityId, registrationId, members: null, foundBy: 'ticket' },
        LAST_RESULT.storedUnlisted,
        {
          waiting: (key) => ({ kind: 'unlisted', unsent: { key } }),
          done: (value) => {
            change((list) => afterAdmitting(list, value))
            return { kind: 'unlisted', unsent: null }
          },
        },
      ),
    )

  const addHead: CheckInMutations['addHead'] = () => {
    // Two taps apart by the phone's own clock: an answer between them may put the server's back.
    const pressedAt = phoneNow()
    if (pressedAt - lastHead.current < BOUNCE_MS && pressedAt >= lastHead.current) return
    lastHead.current = pressedAt
    const tappedAt = now()
    const count = shown.counts.withoutPhone + 1
    start(
      submit('door.addHead', { activityId }, LAST_RESULT.withoutPhone, {
        waiting: (key) => ({ kind: 'head', count, entryId: null, unsent: { key } }),
        done: (value) => {
          change((list) => afterHead(list, value, toIso(tappedAt)))
          return { kind: 'head', count: value.counts.withoutPhone, entryId: value.entryId, unsent: null }
        },
      }),
    )
  }

  const giveGift: CheckInMutations['giveGift'] = ({ who, entryId, memberId }) =>
    start(
      submit('door.giveGift', { activityId, entryId, memberId }, PARTY.giftOf(who), {
        waiting: null,
        done: (value) => {
          change((list) => afterGift(list, value))
          return value.outcome === 'first' ? null : { kind: 'gift', who, before: parseInstant(value.at) }
        },
      }),
    )

  const learn = (party: CheckInParty): void => void change((list) => withParty(list, party))
  return { lastResult, showResult, underway, admit, admitUnlisted, addHead, giveGift, learn }
}

interface Words<Name extends MutationName> {
  /** `null` where the page itself shows that it waits. */
  readonly waiting: ((key: string | null) => LastResult) | null
  /** `null` where the page itself shows that it was done. */
  readonly done: (value: Output<Name>) => LastResult | null
}

/** Where it waits to be sent; `key` is `null` while its first answer is only slow. */
interface Unsent {
  readonly key: string | null
}

/** What is said of the last act, large, above everything else; `unsent` is `null` once it was answered. */
export type LastResult =
  | {
      readonly kind: 'admitted'
      readonly names: readonly (string | null)[]
      readonly number: string
      readonly memberIds: readonly string[]
      /** All had come before: their first time. */
      readonly repeatedAt: Instant | null
      readonly doorFlag: NoSeatReason | null
      readonly unsent: Unsent | null
    }
  /** `count` is how many without a phone there are by now. */
  | {
      readonly kind: 'head'
      readonly count: number
      readonly entryId: string | null
      readonly unsent: Unsent | null
    }
  /** By a ticket that the stored list did not know. */
  | { readonly kind: 'unlisted'; readonly unsent: Unsent | null }
  /** A gift that was given before. */
  | { readonly kind: 'gift'; readonly who: string; readonly before: Instant }
  | { readonly kind: 'undone'; readonly who: string }
  | { readonly kind: 'released'; readonly count: number }
  | { readonly kind: 'no'; readonly sentence: string }

const unsentOf = (lastResult: LastResult): Unsent | null =>
  'unsent' in lastResult ? lastResult.unsent : null

/** Whether what was said waits is still waiting: a network that came back sends it by itself. */
export function isStillPending(lastResult: LastResult, waiting: readonly PendingMutation[]): boolean {
  const unsent = unsentOf(lastResult)
  return unsent !== null && (unsent.key === null || waiting.some(({ key }) => key === unsent.key))
}

/** What was said waits was sent and refused: another part of the page says why. */
export function wasRefusedLater(
  lastResult: LastResult,
  answered: readonly Extract<SettledEntry, { kind: 'settled' }>[],
): boolean {
  const key = unsentOf(lastResult)?.key ?? null
  return key !== null && answered.some((one) => one.key === key && one.result.kind !== 'done')
}

/** Why something was not recorded, in words for staff; without a list its day is past. */
export function refusalText(
  result: Exclude<MutationResult, { kind: 'done' }>,
  shown: Pick<ShownList, 'releaseFrom'> | null,
): string {
  if (result.kind === 'lost') return REFUSED_LATER.tooOld
  if (result.kind === 'fault') return faultText(result.fault, result.trace)
  const { refusal, detail } = result
  if (refusal === 'no_room' && shown !== null && now() >= parseInstant(shown.releaseFrom))
    return DESK_REFUSALS.no_room_release
  const own = DESK_REFUSALS as Readonly<Partial<Record<typeof refusal, string>>>
  return own[refusal] ?? refusalSentence(refusal, detail ?? {}, subdistrictNow())
}
