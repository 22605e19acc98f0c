import { accept, refuse } from '../../../core/kernel/result'
import { checkedAct } from '../../app/act/checked-act'
import type { Handler } from '../../app/handler'
import { isPlace, recordReport } from '../../repositories/life-circle'

/** The line goes to people, so WeChat reads it first; without a line there is nothing to check. */
export const report: Handler<'lifeCircle.report'> = (input, context) =>
  checkedAct('lifeCircle.report', { input, words: input.note }, context, async (tx, checked) => {
    const { facilityId, reason, note } = input
    if (facilityId !== null && !(await isPlace(tx, facilityId))) return refuse('facility_not_found')
    if (checked === 'refused') return refuse('words_refused')
    const { residentId } = context.caller
    const report = { facilityId, reason, note, checked, reporterId: residentId }
    return accept({ reportId: await recordReport(tx, report, context.now) })
  })
