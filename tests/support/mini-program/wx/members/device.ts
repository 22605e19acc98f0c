import { randomBytes } from 'node:crypto'
import type { Host } from '../../host'
import { answering, listening, noted, type WxMembers } from '../answer'

/** WeChat's standard size of body text, in points. */
const STANDARD_FONT = 17

/** What the phone says about itself: screen, font, theme, network. */
export function deviceMembers(
  host: Host,
  launch: { readonly path: string; readonly query: unknown; readonly scene: number },
): WxMembers {
  const { phone, realm } = host
  const themes = listening(host, 'ThemeChange')
  const networks = listening(host, 'NetworkStatusChange')
  phone.network.onChange((isConnected) => networks.emit({ isConnected, networkType: networkType(host) }))
  const windowFacts = () => ({
    windowWidth: phone.widthPoints,
    windowHeight: 760,
    screenWidth: phone.widthPoints,
    screenHeight: 844,
    screenTop: 84,
    statusBarHeight: 44,
    pixelRatio: 3,
    safeArea: {
      left: 0,
      right: phone.widthPoints,
      top: 44,
      bottom: 810,
      width: phone.widthPoints,
      height: 766,
    },
  })
  const appFacts = () => ({
    SDKVersion: '3.8.0',
    version: '8.0.56',
    language: 'zh_CN',
    theme: phone.theme,
    fontSizeSetting: phone.fontSize,
    fontSizeScaleFactor: phone.fontSize / STANDARD_FONT,
    host: { env: 'WeChat' },
    enableDebug: false,
  })
  const deviceFacts = () => ({
    platform: phone.platform,
    system: 'Android 12',
    brand: 'phone',
    model: 'phone',
    abi: 'arm64-v8a',
  })
  const everything = () => ({ ...windowFacts(), ...appFacts(), ...deviceFacts() })
  const entered = {
    path: launch.path,
    query: launch.query,
    scene: launch.scene,
    referrerInfo: {},
    apiCategory: 'default',
  }
  return {
    ...themes.members,
    ...networks.members,
    getWindowInfo: () => realm.own(windowFacts()),
    getAppBaseInfo: () => realm.own(appFacts()),
    getDeviceInfo: () => realm.own(deviceFacts()),
    getSystemInfoSync: () => realm.own(everything()),
    getSystemInfo: answering(host, 'getSystemInfo', everything),
    getMenuButtonBoundingClientRect: () =>
      realm.own({ left: 290, right: 377, top: 48, bottom: 80, width: 87, height: 32 }),
    getLaunchOptionsSync: () => realm.own(entered),
    getEnterOptionsSync: () => realm.own(entered),
    getAccountInfoSync: () =>
      realm.own({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' } }),
    getNetworkType: answering(host, 'getNetworkType', () => ({ networkType: networkType(host) })),
    getRandomValues: ({ length, success }: { length: number; success?: (answer: unknown) => void }) =>
      host.later('wx.getRandomValues', () =>
        success?.(
          Object.assign(realm.own({ errMsg: 'getRandomValues:ok' }), {
            randomValues: realm.bytes(randomBytes(length)),
          }),
        ),
      ),
    nextTick: (run: () => void) => host.later('wx.nextTick', run),
    env: realm.own({ USER_DATA_PATH: 'http://usr' }),
    ...noted(host, 'vibrateShort'),
    ...noted(host, 'setKeepScreenOn'),
  }
}

const networkType = (host: Host): string => (host.phone.network.isOnline() ? 'wifi' : 'none')
