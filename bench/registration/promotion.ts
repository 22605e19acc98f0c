import { instant } from '../../core/kernel/shanghai-time'
import { promote } from '../../core/domain/registration/queue/promotion'
import { figure, type Figure } from '../figure'
import { median } from '../support/median'

const PARTIES = 1_000
const RUNS = 50

/** A queue of a thousand parties of one to three, in no order, for half as many seats as they want. */
export function measurePromotion(): Figure {
  const queue = Array.from({ length: PARTIES }, (_, index) => ({
    registrationId: String(index),
    size: 1 + (index % 3),
    joinNumber: (index * 389) % PARTIES,
    inCoolDown: index % 7 === 0,
  }))
  const times = Array.from({ length: RUNS }, () => {
    const begun = performance.now()
    promote(queue, { capacity: PARTIES, inUse: 0 }, { promotionEndsAt: instant(1) }, instant(0))
    return performance.now() - begun
  })
  return figure('registration', `promotion of ${PARTIES} parties in core`, median(times), 'ms', { most: 50 })
}
