import Taro from '@tarojs/taro'

/** WeChat's numbers for a code that the camera read just now: 二维码 and 小程序码. A long press or the album have others. */
const CAMERA = [1011, 1047]

/** Whether the camera brought the reader here, and no picture that somebody forwarded. */
export const isFromCamera = (): boolean => CAMERA.includes(Taro.getEnterOptionsSync().scene)
