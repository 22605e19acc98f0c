import Taro from '@tarojs/taro'

/** The card that a forwarded page becomes: its title says what and when, its path opens the same page. */
export function useShareCard(title: string, path: string): void {
  Taro.useShareAppMessage(() => ({ title, path }))
}

/** The line in Moments that a page becomes; there it is read without signing in. `query` is what follows the question mark of its path. */
export function useShareTimeline(title: string, query = ''): void {
  Taro.useShareTimeline(() => ({ title, query }))
}
