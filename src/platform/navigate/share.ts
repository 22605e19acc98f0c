import Taro from '@tarojs/taro'

/** The card that a forwarded page becomes: its title says what and when, its path opens the same page. */
export function useShareCard(title: string, path: string): void {
  Taro.useShareAppMessage(() => ({ title, path }))
}
