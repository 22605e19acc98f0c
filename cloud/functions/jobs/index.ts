import { checkSessions } from '../../database/role-settings'
import { wechatMessagesFor } from '../../gateways/wechat-messages'
import { textCheckFor } from '../../gateways/wechat/text-check'
import { runJobs } from '../../jobs/run'
import { wechatAccount } from '../../setup/wechat-account'
import { refuseIncompleteFunction } from '../../setup/strict-start'
import { functionDatabase } from '../function-database'
import { log } from '../function-log'

refuseIncompleteFunction(process.env, 'jobs')
const db = functionDatabase()
const account = wechatAccount(process.env)
const outside = { sendMessage: wechatMessagesFor(account), checkText: textCheckFor(account) }

/** Once for each instance, as at the start of any other program. */
let isChecked = false

/** The timer of the cloud calls this each minute; see `config.json` for the schedule. */
export async function main(): Promise<{ done: number; failed: number }> {
  if (!isChecked) for (const sentence of await checkSessions(db)) log('warn', { reason: sentence })
  isChecked = true
  const reports = await runJobs(db, outside)
  for (const { name, done, error } of reports) {
    if (error !== undefined) log('error', { job: name }, error)
    else if (done > 0) log('info', { job: name, done })
  }
  const failed = reports.filter((report) => report.error !== undefined).length
  return { done: reports.reduce((sum, report) => sum + report.done, 0), failed }
}
