import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { Output } from '../../../../core/contract'
import type { DoorList, DoorParty } from '../../../../core/contract/check-in/door'
import { parseInstant, toIso } from '../../../../core/kernel/shanghai-time'
import type { ActName } from '../../../api/acting'
import type { KeptWish } from '../../../api/outbox/kept-act'
import type { Submission } from '../../../api/outbox/outbox-kinds'
import { outbox } from '../../../api/outbox/own-outbox'
import { reportBug } from '../../../platform/start/report'
import { ARRIVING, SAID } from '../../../text/door/arriving'
import { now } from '../../clock/use-now'
import { doorQueries } from '../queries'
import { afterAdmitting, afterGift, afterHead, withParty } from '../seen/list-after'
import type { SeenDoor, SeenMember, SeenParty } from '../seen/seen'
import { sayNo } from './say-no'
import type { Said } from './said'

/** At a door nobody waits longer for an answer: the act is written down, and sent when it can be. */
const PATIENCE_MS = 4_000
/** A finger that bounces is one tap; the next person is never so quick. */
const BOUNCE_MS = 350

/** Whose gift it is, by the entry or, before there is one, by the member. */
export interface GiftTo {
  readonly who: string
  readonly entryId: string | null
  readonly memberId: string | null
}

export interface DoorActs {
  readonly said: Said | null
  readonly say: (said: Said | null) => void
  /** Acts whose answer is awaited this moment. */
  readonly underway: number
  readonly admit: (party: SeenParty, members: readonly SeenMember[]) => void
  /** By a genuine ticket that the kept list does not know: everybody with a place. */
  readonly admitUnlisted: (registrationId: string) => void
  readonly addHead: () => void
  readonly giveGift: (to: GiftTo) => void
  /** What was found is newer than the list. */
  readonly learn: (party: DoorParty) => void
}

/** Everything staff do at a door, each act written down before it is sent. */
export function useDoorActs(door: SeenDoor): DoorActs {
  const { activityId } = door
  const client = useQueryClient()
  const [said, say] = useState<Said | null>(null)
  const [underway, setUnderway] = useState(0)
  const turn = useRef(0)
  const lastHead = useRef(0)

  const change = useCallback(
    (by: (list: DoorList) => DoorList) =>
      client.setQueryData(doorQueries.list(activityId).queryKey, (list) =>
        list === undefined ? list : by(list),
      ),
    [client, activityId],
  )

  /**
   * Says what became of an act as soon as that is known, or after a while that it waits. A gift is no turn of
   * its own: it belongs to whoever was let in last.
   */
  async function act<Name extends ActName>(
    endpoint: Name,
    wish: KeptWish<Name>,
    about: string,
    words: Words<Name>,
  ): Promise<void> {
    const own = words.waiting === null ? turn.current : (turn.current += 1)
    const sayNow = (what: Said | null): void => {
      if (own === turn.current && what !== null) say(what)
    }
    const sayWaiting = (key: string | null): void => sayNow(words.waiting?.(key) ?? null)
    setUnderway((count) => count + 1)
    const slow = setTimeout(() => sayWaiting(null), PATIENCE_MS)
    try {
      const submission: Submission<Name> = await outbox.submit(endpoint, wish, about)
      if (submission.kind === 'waiting') return sayWaiting(submission.key)
      if (submission.kind === 'not_kept') return say({ kind: 'no', sentence: SAID.notKept })
      const { answer, key } = submission
      if (answer.kind === 'done') sayNow(words.done(answer.value))
      // Somebody else is spoken of already: this no stays among the unseen, which the desk shows.
      else if (own !== turn.current && key !== null) return
      else say({ kind: 'no', sentence: sayNo(answer, door) })
      if (key !== null) outbox.seen(key)
    } finally {
      clearTimeout(slow)
      setUnderway((count) => count - 1)
    }
  }
  const start = (acting: Promise<void>): void => void acting.catch(reportBug)

  const admit: DoorActs['admit'] = (party, members) => {
    const names = members.map(({ name }) => name)
    const memberIds = members.map(({ memberId }) => memberId)
    const admitted = { kind: 'admitted', names, memberIds, number: party.number } as const
    start(
      act(
        'door.admit',
        { activityId, registrationId: party.registrationId, members: [...memberIds] },
        SAID.admitted(names, party.number),
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

  const admitUnlisted: DoorActs['admitUnlisted'] = (registrationId) =>
    start(
      act('door.admit', { activityId, registrationId, members: null }, SAID.keptUnlisted, {
        waiting: (key) => ({ kind: 'unlisted', unsent: { key } }),
        done: (value) => {
          change((list) => afterAdmitting(list, value))
          return { kind: 'unlisted', unsent: null }
        },
      }),
    )

  const addHead: DoorActs['addHead'] = () => {
    const tappedAt = now()
    if (tappedAt - lastHead.current < BOUNCE_MS && tappedAt >= lastHead.current) return
    lastHead.current = tappedAt
    const count = door.counts.withoutPhone + 1
    start(
      act('door.addHead', { activityId }, SAID.withoutPhone, {
        waiting: (key) => ({ kind: 'head', count, entryId: null, unsent: { key } }),
        done: (value) => {
          change((list) => afterHead(list, value, toIso(tappedAt)))
          return { kind: 'head', count: value.counts.withoutPhone, entryId: value.entryId, unsent: null }
        },
      }),
    )
  }

  const giveGift: DoorActs['giveGift'] = ({ who, entryId, memberId }) =>
    start(
      act('door.giveGift', { activityId, entryId, memberId }, ARRIVING.giftOf(who), {
        waiting: null,
        done: (value) => {
          change((list) => afterGift(list, value))
          return value.outcome === 'first' ? null : { kind: 'gift', who, before: parseInstant(value.at) }
        },
      }),
    )

  const learn = (party: DoorParty): void => void change((list) => withParty(list, party))
  return { said, say, underway, admit, admitUnlisted, addHead, giveGift, learn }
}

interface Words<Name extends ActName> {
  /** `null` where the page itself shows that it waits. */
  readonly waiting: ((key: string | null) => Said) | null
  /** `null` where the page itself shows that it was done. */
  readonly done: (value: Output<Name>) => Said | null
}
