/** What a browser says of itself, in the words that people know; only as much as we recognise. */
export interface NamedBrowser {
  readonly browser: string
  readonly system: string
}

/** The more special one first: they all call themselves Chrome and Safari too. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/QIHU|360[SE]E|QAXBrowser/i, '360 浏览器'],
  [/QQBrowser/i, 'QQ 浏览器'],
  [/MicroMessenger/i, '微信'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome 类浏览器'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Windows NT 6\.1/, 'Windows 7'],
  [/Windows/, 'Windows'],
  [/UOS|Uniontech/i, '统信 UOS'],
  [/Kylin/i, '麒麟'],
  [/Android/, '安卓手机'],
  [/iPhone|iPad/, '苹果手机或平板'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

const nameIn = (text: string, names: readonly (readonly [RegExp, string])[], unknown: string): string =>
  names.find(([pattern]) => pattern.test(text))?.[1] ?? unknown

/** @param userAgent as the browser sent it */
export const nameBrowser = (userAgent: string): NamedBrowser => ({
  browser: nameIn(userAgent, BROWSERS, '没见过的浏览器'),
  system: nameIn(userAgent, SYSTEMS, '没见过的系统'),
})
