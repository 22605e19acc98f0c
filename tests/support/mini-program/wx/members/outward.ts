import type { Host } from '../../host'
import { answering, listening, note, noted, WxRefusal, type Options, type WxMembers } from '../answer'
import type { PrivacyGate } from './privacy'

/** What leads out of the mini-program: calls, codes, sign-in, clipboard; and news about the app as a whole. */
export function outwardMembers(host: Host, gate: PrivacyGate): WxMembers {
  const { phone } = host
  const openArticle = answering(host, 'openOfficialAccountArticle', (options) => {
    note(host, 'openOfficialAccountArticle', options)
    if (phone.opensArticles === 'refuses') throw new WxRefusal('invalid url')
  })
  const news = ['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'MemoryWarning', 'AudioInterruptionEnd']
  return {
    login: answering(host, 'login', async () => {
      await host.idle(phone.network.passage()).catch(() => {
        throw new WxRefusal('net::ERR_INTERNET_DISCONNECTED', 600001)
      })
      const code = phone.outside.loginCode?.()
      if (code === undefined) throw new WxRefusal('system error')
      return { code }
    }),
    checkSession: answering(host, 'checkSession', () => undefined),
    makePhoneCall: answering(host, 'makePhoneCall', (options) => {
      if (typeof options['phoneNumber'] !== 'string' || options['phoneNumber'] === '') {
        throw new WxRefusal('parameter error: parameter.phoneNumber should be String')
      }
      note(host, 'makePhoneCall', options)
    }),
    scanCode: answering(host, 'scanCode', (options) => {
      note(host, 'scanCode', options)
      if (phone.camera === 'denied') throw new WxRefusal('auth deny')
      if (phone.codeInSight === null) throw new WxRefusal('cancel')
      return { result: phone.codeInSight, scanType: 'QR_CODE', charSet: 'UTF-8', path: '', rawData: '' }
    }),
    addPhoneCalendar: answering(host, 'addPhoneCalendar', async (options) => {
      await gate.pass('addPhoneCalendar')
      if (typeof options['title'] !== 'string' || typeof options['startTime'] !== 'number') {
        throw new WxRefusal('parameter error: title should be String, startTime should be Number')
      }
      if (options['endTime'] !== undefined && typeof options['endTime'] !== 'string') {
        throw new WxRefusal('parameter error: endTime should be String')
      }
      if (phone.calendar === 'denied') throw new WxRefusal('auth deny')
      phone.calendarEntries.push({ ...options })
    }),
    setClipboardData: answering(host, 'setClipboardData', async (options) => {
      await gate.pass('setClipboardData')
      note(host, 'setClipboardData', options)
    }),
    showModal: answering(host, 'showModal', (options) => {
      note(host, 'showModal', options)
      const tapped = phone.answering()
      return { confirm: tapped === 'confirm', cancel: tapped === 'cancel' }
    }),
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: (ready: () => void) => {
        if (phone.hasNewVersion) host.later('onUpdateReady', ready)
      },
      onUpdateFailed: () => undefined,
      applyUpdate: () => note(host, 'applyUpdate', {}),
    }),
    openOfficialAccountArticle: (options: Options) => {
      if (!host.tap.isAnswered) host.fault('wx.openOfficialAccountArticle outside of a tap')
      return openArticle(options)
    },
    ...noted(host, 'exitMiniProgram'),
    ...Object.assign({}, ...news.map((name) => listening(host, name).members)),
  }
}
