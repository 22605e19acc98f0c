import type { Host } from '../../host'
import { strictMembers } from '../strict-members'
import { withinPatience } from './request'
import { answering, WxRefusal, type Options, type WxMembers } from '../answer'

/** WeChat waits this long for a cloud function. */
const PATIENCE_MS = 60_000

/** `wx.cloud`: refuses calls before `init`; event and result cross as JSON. */
export function cloudMembers(host: Host): WxMembers {
  let isReady = false
  const callFunction = answering(host, 'cloud.callFunction', async (options: Options) => {
    if (!isReady) {
      host.fault('wx.cloud.callFunction before wx.cloud.init')
      throw new WxRefusal('Cloud API isn’t enabled, please call wx.cloud.init first')
    }
    const name = String(options['name'])
    const body = JSON.stringify(options['data'] ?? {})
    host.record.sent.push({ way: 'callFunction', to: name, body, header: {} })
    const result = await withinPatience(host, PATIENCE_MS, async () => {
      await host.idle(host.phone.network.passage())
      const answer = await invoke(host, name, JSON.parse(body) as unknown)
      host.phone.network.arrival(body)
      return answer
    })
    return { result, requestID: `request-${host.record.sent.length}` }
  })
  const cloud = {
    init: () => {
      isReady = true
    },
    callFunction,
  }
  return { cloud: strictMembers(host, 'wx.cloud', cloud) }
}

async function invoke(host: Host, name: string, event: unknown): Promise<unknown> {
  const cloudFunction = host.phone.outside.functions?.[name]
  if (!cloudFunction)
    throw new WxRefusal('Error: errCode: -501000 | errMsg: FunctionName parameter could not be found')
  const result = await cloudFunction(event)
  return result === undefined ? null : (JSON.parse(JSON.stringify(result)) as unknown)
}
