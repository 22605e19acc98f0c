import { accept } from '../../../core/kernel/result'
import { instant } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { judgeUpload } from '../../services/codes/judge-code'
import { activitiesOfScan } from '../../repositories/check-in/expected'
import { recordScan } from '../../services/check-in/record-scan'

export const upload: Handler<'checkIn.upload'> = async (input, { db, caller, now, gateways }) => {
  const { happenedAt, sentAt } = input.times
  const times = { happenedAt: instant(happenedAt), sentAt: instant(sentAt) }
  const judged = await judgeUpload(db, input.code, times, now, gateways.keySeal)
  if (!judged.ok) return judged
  const { place, grade, flags, moment, rules } = judged.value
  const { residentId } = caller
  const given = { members: input.members ?? null, walkIns: input.walkIns ?? [] }
  const scope = await activitiesOfScan(db, place, residentId, moment.at, given, rules)
  return accept(
    await recordScan(db, scope, {
      place,
      residentId,
      mode: 'upload',
      ...given,
      at: moment.at,
      now,
      grade,
      flags,
      rules,
    }),
  )
}
