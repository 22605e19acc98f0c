import Taro from '@tarojs/taro'

/** The card that a forwarded page becomes: its title says what and when, its path opens the same page. */
export function useShareCard(title: string, path: string): void {
  Taro.useShareAppMessage(() => ({ title, path }))
}

/** The line in Moments that a page becomes; it opens the same page, read without signing in. */
export function useShareTimeline(title: string, query = ''): void {
  Taro.useShareTimeline(() => ({ title, query }))
}
