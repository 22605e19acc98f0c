import type { FinalAnswer } from '../../../api/outbox/kept-act'
import { instant, parseInstant } from '../../../../core/kernel/shanghai-time'
import { DEFAULT_RULES } from '../../../../core/domain/activity/rule-settings'
import { FAULT_SENTENCES } from '../../../text/acts'
import { AFTERWARDS, DOOR_REFUSALS } from '../../../text/door/arriving'
import { refusalSentence } from '../../../text/refusals/refusal-sentence'
import { now } from '../../clock/use-now'
import type { SeenDoor } from '../seen/seen'

/** From when on staff may give the seats of who has not come to others; the backend decides. */
export const mayReleaseFrom = ({ startsAt }: Pick<SeenDoor, 'startsAt'>) =>
  instant(parseInstant(startsAt) + DEFAULT_RULES.releaseMinutes * 60_000)

/** Why an act at the door was not done, in words for staff; without a door it is past. */
export function sayNo(
  answer: Exclude<FinalAnswer, { kind: 'done' }>,
  door: Pick<SeenDoor, 'startsAt'> | null,
): string {
  if (answer.kind === 'too_old') return AFTERWARDS.tooOld
  if (answer.kind === 'fault') return FAULT_SENTENCES[answer.fault]
  const { refusal, detail } = answer
  if (refusal === 'no_room' && door !== null && now() >= mayReleaseFrom(door))
    return DOOR_REFUSALS.no_room_release
  const own = DOOR_REFUSALS as Readonly<Partial<Record<typeof refusal, string>>>
  return own[refusal] ?? refusalSentence(refusal, detail)
}
