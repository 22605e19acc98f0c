import type { Host } from '../../host'
import { answering, WxRefusal, type WxMembers } from '../answer'

/** WeChat's number for a page that is read inside Moments. */
export const MOMENTS = 1154

/** What WeChat refuses to a page inside Moments. */
const REFUSED = [
  'login',
  'checkSession',
  'navigateTo',
  'redirectTo',
  'switchTab',
  'reLaunch',
  'navigateBack',
  'makePhoneCall',
  'scanCode',
  'getLocation',
  'getFuzzyLocation',
  'openLocation',
  'setNavigationBarTitle',
  'openPrivacyContract',
]

/** Trying one of them is a fault: the page should know where it stands. */
export const refusedInMoments = (host: Host): WxMembers =>
  Object.fromEntries(
    REFUSED.map((name) => [
      name,
      answering(host, name, () => {
        host.fault(`wx.${name} was tried inside Moments`)
        throw new WxRefusal('not supported in single page mode')
      }),
    ]),
  )
