import type { Unseen, Waiting } from '../../../api/outbox/outbox-kinds'
import { instant } from '../../../../core/kernel/shanghai-time'
import type { WaitingAct } from '../seen/waiting'

/** What the outbox still holds of one door, as the door reads it. */
export const waitingAt = (activityId: string, waiting: readonly Waiting[]): readonly WaitingAct[] =>
  waiting.filter(({ wish }) => wish['activityId'] === activityId).flatMap(doorActIn)

/** Acts at this door whose last word came when nobody waited for it any more. */
export const answeredAt = (
  activityId: string,
  unseen: readonly Unseen[],
): readonly Extract<Unseen, { kind: 'answered' }>[] =>
  unseen.flatMap((act) =>
    act.kind === 'answered' && act.endpoint.startsWith('door.') && act.wish['activityId'] === activityId
      ? [act]
      : [],
  )

function doorActIn({ key, endpoint, wish, happenedAt }: Waiting): readonly WaitingAct[] {
  const own = { key, at: instant(happenedAt) }
  switch (endpoint) {
    case 'door.admit':
      return [
        {
          ...own,
          kind: 'admit',
          registrationId: String(wish['registrationId']),
          members: Array.isArray(wish['members']) ? wish['members'].map(String) : null,
        },
      ]
    case 'door.addHead':
      return [{ ...own, kind: 'head' }]
    case 'door.giveGift':
      return [{ ...own, kind: 'gift', memberId: idIn(wish['memberId']), entryId: idIn(wish['entryId']) }]
    default:
      return []
  }
}

const idIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)
