import Taro from '@tarojs/taro'

/** Calls back for what nobody caught. WeChat gives an error as text, with its stack below. */
export function onUncaught(hear: (error: unknown) => void): void {
  Taro.onError(hear)
  Taro.onUnhandledRejection(({ reason }) => hear(reason))
}
