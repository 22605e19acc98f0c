import Taro from '@tarojs/taro'

/** Says whether there is a network, at once and at each change; the answer ends that. */
export function onNetworkChange(listener: (online: boolean) => void): () => void {
  const changed = ({ isConnected }: { isConnected: boolean }) => listener(isConnected)
  Taro.onNetworkStatusChange(changed)
  Taro.getNetworkType({ success: ({ networkType }) => listener(networkType !== 'none') }).catch(
    (failure: { errMsg?: string }) => {
      // A phone that cannot tell counts as connected: sending shows the truth.
      if (failure.errMsg === undefined) throw failure
    },
  )
  return () => Taro.offNetworkStatusChange(changed)
}
