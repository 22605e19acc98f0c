import Taro from '@tarojs/taro'
import type { DisplayReading, Theme } from './display-reading'

/** WeChat's standard body size in points. */
const STANDARD_FONT = 17

/** Fields that Taro's types lack. */
interface BaseReading {
  readonly fontSizeSetting?: number
  readonly fontSizeScaleFactor?: number
  readonly theme?: string
}

const themeOf = (theme: string | undefined): Theme => (theme === 'dark' ? 'dark' : 'light')

export function readDisplay(): DisplayReading {
  const base = (
    Taro.canIUse('getAppBaseInfo') ? Taro.getAppBaseInfo() : Taro.getSystemInfoSync()
  ) as BaseReading
  const fontFactor = base.fontSizeScaleFactor ?? (base.fontSizeSetting ?? Number.NaN) / STANDARD_FONT
  return { fontFactor, theme: themeOf(base.theme) }
}

/** Calls back when the theme changes; the answer ends that. */
export function onThemeChange(listener: (theme: Theme) => void): () => void {
  const changed = ({ theme }: { theme: string }) => listener(themeOf(theme))
  Taro.onThemeChange(changed)
  return () => Taro.offThemeChange(changed)
}
