import Taro from '@tarojs/taro'

/** Points that stay above it, so that one sees what was read before. */
const ABOVE = 160

/** Brings it into the upper part of the screen; what has gone meanwhile needs no scrolling. */
export function scrollToShow(elementId: string): void {
  Taro.pageScrollTo({ selector: `#${elementId}`, offsetTop: -ABOVE, duration: 300 }).catch(
    (failure: { errMsg?: string }) => {
      if (!failure.errMsg?.startsWith('pageScrollTo:fail')) throw failure
    },
  )
}
