import Taro from '@tarojs/taro'

/** Points that stay above it, so that one sees what was read before. */
const ABOVE = 160

/** Brings it into the upper part of the screen; what has gone meanwhile needs no scrolling. */
export const scrollToShow = (elementId: string): void =>
  scroll({ selector: `#${elementId}`, offsetTop: -ABOVE, duration: 300 })

/** At once: another thing opens on the same page. */
export const scrollToTop = (): void => scroll({ scrollTop: 0, duration: 0 })

function scroll(option: Taro.pageScrollTo.Option): void {
  Taro.pageScrollTo(option).catch((failure: { errMsg?: string }) => {
    if (!failure.errMsg?.startsWith('pageScrollTo:fail')) throw failure
  })
}
