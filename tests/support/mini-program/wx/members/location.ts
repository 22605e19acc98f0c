import gcoord from 'gcoord'
import type { Host } from '../../host'
import type { Phone } from '../../phone/phone'
import { answering, note, WxRefusal, type Options, type WxMembers } from '../answer'
import type { PrivacyGate } from './privacy'

const DENIED = 'auth deny'
/** `errno` when the phone cannot tell where it is, and when its owner refused. */
const NO_FIX = 602010
const NO_PERMISSION = 103

/** Where the phone is: consent to the privacy rules first, then WeChat's permission, then a fix. */
export function locationMembers(host: Host, gate: PrivacyGate): WxMembers {
  const { phone, appPackage } = host
  const declared = (api: string): void => {
    if (appPackage.app.requiredPrivateInfos?.includes(api)) return
    host.fault(`wx.${api} is not declared in requiredPrivateInfos of app.json`)
    throw new WxRefusal('the api need to be declared in the requiredPrivateInfos field in app.json/ext.json')
  }
  const permit = (scope: string): void => {
    if (appPackage.app.permission?.[scope] === undefined) {
      host.fault(`${scope} is not declared in permission of app.json`)
      throw new WxRefusal('please declare permission in app.json')
    }
    phone.location = decided(phone.location)
    if (phone.location === 'denied') throw new WxRefusal(DENIED, NO_PERMISSION)
  }
  const locating = (api: string, scope: string): WxMembers => ({
    [api]: answering(host, api, async (options) => {
      declared(api)
      await gate.pass(api)
      permit(scope)
      if (phone.position === null) throw new WxRefusal('ERROR_NETWORK', NO_FIX)
      return fix(phone.position, options)
    }),
  })
  return {
    ...locating('getLocation', 'scope.userLocation'),
    ...locating('getFuzzyLocation', 'scope.userFuzzyLocation'),
    getSetting: answering(host, 'getSetting', () => ({ authSetting: authSetting(host) })),
    openSetting: answering(host, 'openSetting', (options) => {
      note(host, 'openSetting', options)
      return { authSetting: authSetting(host) }
    }),
    openLocation: answering(host, 'openLocation', (options) => {
      for (const name of ['latitude', 'longitude']) {
        if (typeof options[name] !== 'number')
          throw new WxRefusal(`parameter error: ${name} should be Number`)
      }
      note(host, 'openLocation', options)
    }),
  }
}

const decided = (permission: Phone['location']): Phone['location'] =>
  permission === 'would-grant' ? 'granted' : permission === 'would-deny' ? 'denied' : permission

function fix({ longitude, latitude }: { longitude: number; latitude: number }, options: Options): Options {
  const isShifted = options['type'] === 'gcj02'
  const [x = longitude, y = latitude] = isShifted
    ? gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord.GCJ02)
    : [longitude, latitude]
  return {
    longitude: x,
    latitude: y,
    accuracy: 30,
    horizontalAccuracy: 30,
    verticalAccuracy: 0,
    speed: -1,
    altitude: 0,
  }
}

/** Only what its owner was asked about is listed. */
function authSetting({ phone, appPackage }: Host): Record<string, boolean> {
  if (phone.location === 'would-grant' || phone.location === 'would-deny') return {}
  const scopes = Object.keys(appPackage.app.permission ?? {})
  return Object.fromEntries(scopes.map((scope) => [scope, phone.location === 'granted']))
}
