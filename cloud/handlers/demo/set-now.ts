import { accept } from '../../../core/kernel/result'
import { parseInstant, toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { moveClock } from '../../repositories/database-mode'

export const setNow: Handler<'demo.setNow'> = async (input, { db }) => {
  const target = parseInstant(input.instant)
  await moveClock(db, target)
  return accept({ now: toIso(target) })
}
