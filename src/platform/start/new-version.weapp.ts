import Taro from '@tarojs/taro'

/** Calls back once WeChat has fetched a newer version than the one that runs: it would come with the next cold start. */
export function onNewVersion(ready: () => void): void {
  // Since base library 1.9.90; the single page in Moments has none.
  if (Taro.canIUse('getUpdateManager')) Taro.getUpdateManager().onUpdateReady(ready)
}

/** Starts the mini-program anew, in the version that was fetched. */
export const startNewVersion = (): void => Taro.getUpdateManager().applyUpdate()
