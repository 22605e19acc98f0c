import { isAbroad } from '../../core/shapes/phone'

/** Apart from the vocabulary, which the wall screen reads too: its television cannot tell what is a number. */
export const phoneError = (typed: string): string =>
  isAbroad(typed)
    ? '这是境外的号码，我们打不出去，请留一个内地的手机或座机。'
    : '电话好像不对，请看一看。座机写成 021-62570000 这样。'
