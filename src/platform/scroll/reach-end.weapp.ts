import Taro from '@tarojs/taro'

/** Acts when the reader comes to the end of the page; `rows` is `null` while there is nothing more. */
export function useReachEnd(_className: string, rows: number | null, onEnd: () => void): void {
  Taro.useReachBottom(() => {
    if (rows !== null) onEnd()
  })
}
