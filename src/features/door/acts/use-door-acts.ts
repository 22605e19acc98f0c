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

  /** Says what became of an act as soon as that is known, or after a while that it waits. */
  async function act<Name extends ActName>(
    endpoint: Name,
    wish: KeptWish<Name>,
    about: string,
    words: Words<Name>,
  ): Promise<void> {
    const own = (turn.current += 1)
    const sayNow = (what: Said): void => {
      if (own === turn.current) say(what)
    }
    setUnderway((count) => count + 1)
    const slow = setTimeout(() => sayNow(words.waiting()), PATIENCE_MS)
    try {
      const submission: Submission<Name> = await outbox.submit(endpoint, wish, about)
      if (submission.kind === 'waiting') return sayNow(words.waiting())
      if (submission.kind === 'not_kept') return say({ kind: 'no', sentence: SAID.notKept, waiting: false })
      const { answer, key } = submission
      if (answer.kind === 'done') sayNow(words.done(answer.value))
      else if (own !== turn.current && key !== null) return
      else say({ kind: 'no', sentence: sayNo(answer, door), waiting: false })
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
          waiting: () => ({ ...admitted, repeatedAt: null, doorFlag: null, waiting: true }),
          done: (value) => {
            change((list) => afterAdmitting(list, value))
            const own = value.came.filter(({ memberId }) => memberId !== null && memberIds.includes(memberId))
            const [first] = own
            const isRepeat = first !== undefined && own.every(({ repeated }) => repeated)
            return {
              ...admitted,
              repeatedAt: isRepeat ? parseInstant(first.at) : null,
              doorFlag: own.find(({ doorFlag }) => doorFlag !== null)?.doorFlag ?? null,
              waiting: false,
            }
          },
        },
      ),
    )
  }

  const admitUnlisted: DoorActs['admitUnlisted'] = (registrationId) =>
    start(
      act('door.admit', { activityId, registrationId, members: null }, SAID.keptUnlisted, {
        waiting: () => ({ kind: 'no', sentence: `${SAID.keptUnlisted}，${SAID.sentLater}`, waiting: true }),
        done: (value) => {
          change((list) => afterAdmitting(list, value))
          return { kind: 'no', sentence: SAID.admitted([null], ''), waiting: false }
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
        waiting: () => ({ kind: 'head', count, entryId: null, waiting: true }),
        done: (value) => {
          change((list) => afterHead(list, value, toIso(tappedAt)))
          return { kind: 'head', count: value.counts.withoutPhone, entryId: value.entryId, waiting: false }
        },
      }),
    )
  }

  const giveGift: DoorActs['giveGift'] = ({ who, entryId, memberId }) =>
    start(
      act('door.giveGift', { activityId, entryId, memberId }, ARRIVING.giftOf(who), {
        waiting: () => ({ kind: 'gift', who, before: null, waiting: true }),
        done: (value) => {
          change((list) => afterGift(list, value))
          const before = value.outcome === 'first' ? null : parseInstant(value.at)
          return { kind: 'gift', who, before, waiting: false }
        },
      }),
    )

  const learn = (party: DoorParty): void => void change((list) => withParty(list, party))
  return { said, say, underway, admit, admitUnlisted, addHead, giveGift, learn }
}

interface Words<Name extends ActName> {
  readonly waiting: () => Said
  readonly done: (value: Output<Name>) => Said
}
