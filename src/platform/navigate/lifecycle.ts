import Taro from '@tarojs/taro'

/** Runs each time this page comes into view: first opening, back from another page, back from WeChat. */
export const useShown = (act: () => void): void => Taro.useDidShow(act)

export const useHidden = (act: () => void): void => Taro.useDidHide(act)
