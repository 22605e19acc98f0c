import type { Host } from '../../host'
import { answering, note, WxRefusal, type WxMembers } from '../answer'

/** WeChat: at most three templates a call. */
const MOST_TEMPLATES = 3
/** WeChat's `errCode` where the main switch for messages is off. */
const SWITCHED_OFF = 20004

/** `wx.requestSubscribeMessage`: only while a tap is being answered; the owner says yes or no to all at once. */
export function subscribeMembers(host: Host): WxMembers {
  const settle = answering(host, 'requestSubscribeMessage', (options) => {
    const ids = options['tmplIds'] as readonly string[]
    if (ids.length === 0 || ids.length > MOST_TEMPLATES)
      throw new WxRefusal('invalid tmplIds', undefined, 10003)
    if (host.phone.subscribing === 'switched-off')
      throw new WxRefusal('The main switch is switched off', undefined, SWITCHED_OFF)
    return Object.fromEntries(ids.map((id) => [id, host.phone.subscribing]))
  })
  return {
    requestSubscribeMessage: (options: Record<string, unknown> = {}) => {
      note(host, 'requestSubscribeMessage', options)
      if (!host.tap.isAnswered) host.fault('wx.requestSubscribeMessage outside of a tap')
      return settle(options)
    },
  }
}
