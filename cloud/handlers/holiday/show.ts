import type { HolidayYearView } from '../../../core/contract/holiday'
import { accept } from '../../../core/kernel/result'
import { shanghaiDay, toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { announcedYear } from '../../gateways/holiday-calendar'
import { readHolidayPlans, type StoredPlan } from '../../repositories/holiday-plan'
import { missingYear } from '../../services/calendar'

export const show: Handler<'holiday.show'> = async (_input, { db, gateways, now }) => {
  const year = Number(shanghaiDay(now).slice(0, 4))
  const plans = await readHolidayPlans(db)
  return accept({
    years: [year, year + 1].map((one) =>
      viewOf(
        one,
        plans.find((plan) => plan.year === one),
      ),
    ),
    missing: await missingYear({ db, gateways }, now),
  })
}

function viewOf(year: number, stored: StoredPlan | undefined): HolidayYearView {
  if (stored !== undefined) {
    const { called, at, ...plan } = stored
    return { ...plan, source: 'staff', by: { called, at: toIso(at) } }
  }
  const known = announcedYear(year)
  return {
    ...(known ?? { year, spans: [], workdays: [] }),
    isComplete: known !== null,
    source: known === null ? 'none' : 'program',
    version: 0,
    by: null,
  }
}
