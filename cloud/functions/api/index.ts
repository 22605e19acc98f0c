import { createDispatch, type Handled, type TimedReply } from '../../app/dispatch'
import { standardLimits } from '../../app/limits'
import { sealsFor } from '../../gateways/sealing/seals'
import { wechatLoginWithout } from '../../gateways/wechat-login'
import { wechatCodesFor } from '../../gateways/wechat/codes'
import { textCheckFor } from '../../gateways/wechat/text-check'
import { handlers } from '../../handlers'
import { wechatApp } from '../../setup/wechat-account'
import { refuseIncompleteFunction } from '../../setup/strict-start'
import { functionDatabase } from '../function-database'
import { log } from '../function-log'
import { wechatIdentity } from './wechat-identity'

/** What `wx.cloud.callFunction` sends: anything else in it, an `openid` above all, is not read. */
interface FunctionCall {
  readonly name?: unknown
  readonly input?: unknown
}

refuseIncompleteFunction(process.env, 'api')
const { phoneSeal, keySeal } = sealsFor(process.env, false)

const dispatch = createDispatch({
  db: functionDatabase(),
  handlers,
  limits: standardLimits,
  gateways: {
    wechatLogin: wechatLoginWithout,
    // Most calls never ask for it: its table of years is read by the first that does.
    holidays: async (today) => (await import('../../gateways/holiday-calendar')).announcedHolidays(today),
    phoneSeal,
    keySeal,
    checkText: textCheckFor(wechatApp(process.env)),
    drawCode: wechatCodesFor(wechatApp(process.env)),
    wechatAppId: wechatApp(process.env)?.appId ?? null,
  },
  onHandled: logHandled,
})

/** The residents' backend as a WeChat cloud function: the same dispatch, the same bodies, without a status. */
export async function main(event: FunctionCall, _context: unknown): Promise<TimedReply> {
  // Before the first await: WeChat's context belongs to the call that runs synchronously.
  const openid = wechatIdentity()
  return dispatch({
    endpoint: typeof event?.name === 'string' ? event.name : '',
    input: event?.input,
    token: null,
    openid,
    address: 'cloud-function',
  })
}

function logHandled({ endpoint, outcome, trace, milliseconds, error, facts }: Handled): void {
  log(
    error === undefined ? 'info' : 'error',
    { endpoint, outcome, trace, ms: Math.round(milliseconds), ...facts },
    error,
  )
}
