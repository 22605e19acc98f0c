import Taro from '@tarojs/taro'

/** Runs each time this page comes into view: first opening, back from another page, back from WeChat. */
export const useShown = (onShown: () => void): void => Taro.useDidShow(onShown)

/** Runs each time the app or this page goes out of view. */
export const useHidden = (onHidden: () => void): void => Taro.useDidHide(onHidden)

/**
 * Runs when a link leads to a page that does not exist, or no longer does. For the app itself, before it is drawn:
 * WeChat takes a redirection only until its callback returns, and Taro's hook runs after that.
 */
export const onPageMissing = (onMissing: () => void): void => Taro.onPageNotFound(onMissing)

const PAGE_PATH = /^[a-z-]+(?:\/[a-z-]+)*$/

/** Path of the page on top, without its query; `null` before the first one. */
export function routeOnTop(): string | null {
  const pages = Taro.getCurrentPages()
  const path = (pages[pages.length - 1]?.route ?? '').split('?')[0]?.replace(/^\//, '') ?? ''
  return PAGE_PATH.test(path) ? path : null
}
