import { decideHolidayPlan } from '../../../core/domain/office/holiday-plan'
import { accept, refuse } from '../../../core/kernel/result'
import { shanghaiDay, type ShanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { readHolidayPlans, recordHolidayPlan } from '../../repositories/holiday-plan'

export const save: Handler<'holiday.save'> = async (input, { db, now, permit, logAs }) => {
  const { year, version, isComplete } = input
  const spans = input.spans.map(({ name, from, to }) => ({
    name,
    from: from as ShanghaiDay,
    to: to as ShanghaiDay,
  }))
  const workdays = input.workdays.map((day) => day as ShanghaiDay)
  const plan = decideHolidayPlan({ year, spans, workdays, isComplete }, shanghaiDay(now))
  if (!plan.ok) return plan
  logAs({ record: { kind: 'holidays', id: String(year) }, changed: { ...plan.value } })
  const saved = await recordHolidayPlan(db, permit(), plan.value, version, now)
  if (saved !== null) return accept({ year, version: saved })
  const other = (await readHolidayPlans(db)).find((stored) => stored.year === year)
  return refuse('holidays_changed', { called: other?.called ?? '' })
}
