import Taro from '@tarojs/taro'

/** Runs each time this page comes into view: first opening, back from another page, back from WeChat. */
export const useShown = (act: () => void): void => Taro.useDidShow(act)

/** Runs each time the app or this page goes out of view. */
export const useHidden = (act: () => void): void => Taro.useDidHide(act)

/** Runs when a link leads to a page that does not exist, or no longer does. For the app itself. */
export const usePageMissing = (act: () => void): void => Taro.usePageNotFound(act)
