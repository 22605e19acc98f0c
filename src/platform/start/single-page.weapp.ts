import Taro from '@tarojs/taro'

/** WeChat's number for a page that is read inside Moments. */
const MOMENTS = 1154

/**
 * Read inside Moments: no signing in, no going elsewhere, nothing kept from other times. What WeChat refuses
 * there is not tried; the page says how to go on.
 */
export const isSinglePage: boolean = Taro.getLaunchOptionsSync().scene === MOMENTS
