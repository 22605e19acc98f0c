/** WeChat's own form; before a server filled the page in, and where it knows no account, there is none. */
const APP_ID = /^wx[0-9a-f]{16}$/

const agent = (): string => navigator.userAgent

/** Whether WeChat is on this very device, so that a code on its screen cannot be scanned by it. */
export const isPhone = (): boolean => /Mobi|Android|iPhone|iPad/.test(agent())

/**
 * The page of the mini-program by WeChat's plain link, which a phone's browser hands over to it; `null` on a PC, where
 * the account is not known, and in WeChat's own browser, which does not follow it.
 * @param route of the page, as everywhere in the app
 */
export function miniProgramLink(route: string): string | null {
  const appId = document.querySelector<HTMLMetaElement>('meta[name="wechat-app-id"]')?.content ?? ''
  if (!isPhone() || !APP_ID.test(appId) || agent().includes('MicroMessenger')) return null
  const [path = '', query = ''] = route.replace(/^\//, '').split('?')
  return `weixin://dl/business/?appid=${appId}&path=${path}&query=${encodeURIComponent(query)}`
}

export const followLink = (link: string): void => window.location.assign(link)
