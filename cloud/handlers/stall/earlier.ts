import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { readEarlierMarkets } from '../../repositories/stall-plan'

export const earlier: Handler<'stall.earlier'> = async ({ activityId }, { db, reach }) =>
  accept({ markets: await readEarlierMarkets(db, reach, activityId) })
