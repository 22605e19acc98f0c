import { mayWriteNow, REPORTS_A_DAY } from '../../../core/domain/me/suggestion'
import { accept, refuse } from '../../../core/kernel/result'
import { checkedWrite } from '../../app/checked-write'
import type { Handler } from '../../app/handler'
import { isPlace, recordReport, reportedLately } from '../../repositories/life-circle'

/** The line goes to people, so WeChat reads it first; without a line there is nothing to check. */
export const report: Handler<'lifeCircle.report'> = (input, context) =>
  checkedWrite('lifeCircle.report', { input, words: input.note }, context, async (tx, checked) => {
    const { facilityId, reason, note } = input
    if (facilityId !== null && !(await isPlace(tx, facilityId))) return refuse('facility_not_found')
    const earlier = await reportedLately(tx, context.caller.residentId, context.now)
    if (!mayWriteNow(earlier, context.now, REPORTS_A_DAY)) return refuse('too_many_reports')
    if (checked === 'refused') return refuse('words_refused')
    const { residentId } = context.caller
    const report = { facilityId, reason, note, checked, reporterId: residentId }
    return accept({ reportId: await recordReport(tx, report, context.now) })
  })
