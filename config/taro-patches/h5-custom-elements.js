/**
 * In place of Taro's web components, 30 kB compressed that no page of ours shows: its router asks for them
 * to draw a tab bar, which the frame of each page draws itself, and `previewImage` to draw a swiper.
 */
const isNotHere = (name) => () => {
  throw new Error(`${name} is not part of this build; see config/taro-patches/h5-custom-elements.js`)
}

export const defineCustomElementTaroTabbar = isNotHere('taro-tabbar')
export const defineCustomElementTaroSwiperCore = isNotHere('taro-swiper-core')
export const defineCustomElementTaroSwiperItemCore = isNotHere('taro-swiper-item-core')
