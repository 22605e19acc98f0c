import Taro from '@tarojs/taro'
import { isSinglePage } from '../start/single-page'
import { toGcj02 } from './datum'
import type { Place } from './place'

/** WeChat's own map, with its walking directions. */
export function openLocation({ name, address, position }: Place): void {
  if (isSinglePage) return
  const [longitude, latitude] = toGcj02(position)
  void Taro.openLocation({ longitude, latitude, name, address, scale: 17 })
}
