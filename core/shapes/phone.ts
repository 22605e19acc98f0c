import { withoutInvisible } from './invisible'

/** Mobile, or landline with or without area code and extension; where the code has three digits the number has eight. */
const OWN = '(?:0[12]\\d-[2-9]\\d{7}|(?:0[3-9]\\d{2}-)?[2-9]\\d{6,7})(?:-\\d{1,6})?|1[3-9]\\d{9}'
/** 400 and 800 numbers, with or without extension; service numbers of five or six digits such as 95598. */
const SERVICE = '[48]00-\\d{3}-\\d{4}(?:-\\d{1,6})?|1\\d{4}|9\\d{4,5}'

/** A number that somebody can be called back on. */
export const PHONE = new RegExp(`^(?:${OWN}|${SERVICE})$`)

/** What a 街道 may print: the numbers of an emergency too, such as 110. */
export const PRINTED_PHONE = new RegExp(`^(?:${OWN}|${SERVICE}|1\\d{2})$`)

/** Signs as they stand on a Chinese keyboard, as the ordinary ones. */
const narrowed = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[‐-―⁃−﹣_－ー]+/g, '-')

/** What stands before a number where it was copied from: tel:, 电话：. And what ended the sentence. */
const AROUND = /^(?:tel|(?:联系)?(?:电话|手机)号?码?):?|[,，.。;；、]$/gi
/** 转 801, 分机801, 总机转801, ext. 801, x801, #801, *801, (801). */
const EXTENSION = /-?(?:\(?(?:总机)?(?:转分机|转|分机号?|ext(?:ension)?|x|#|\*|,)\.?:?|\()(\d{1,6})\)?$/i
const COUNTRY =
  /^(?:\(?(?:\+|00)86\)?|\(0?86\)|0?86(?=-?(?:1[3-9]\d(?:-?\d{4}){2}|0\d{2,3}-?[2-9]\d{3}-?\d{3,4})$))-?/
/** (021)6257-0000, 138(1234)5678: brackets that only part; and 021/6257. */
const PARTED = /^(0\d{2,3})\/|\((\d{3,4})\)-?/g

/** Digits alone in their one form; `null` where they are no number. */
function formOf(digits: string): string | null {
  // From a fixed line a mobile of elsewhere is dialled with a zero.
  const mobile = /^0?(1[3-9]\d{9})$/.exec(digits)?.[1]
  if (mobile !== undefined) return mobile
  const service = /^([48]00)(\d{3})(\d{4})$/.exec(digits)
  if (service !== null) return service.slice(1).join('-')
  const landline = /^(0[12]\d)([2-9]\d{7})$|^(0[3-9]\d{2})([2-9]\d{6,7})$/
    .exec(digits)
    ?.slice(1)
    .filter(Boolean)
  if (landline !== undefined) return landline.join('-')
  return /^[2-9]\d{6,7}$/.test(digits) ? digits : null
}

/** A number as it is stored: one form, whichever way people write it. What is no number stays one that is refused. */
export function phoneFrom(typed: string): string {
  const written = narrowed(withoutInvisible(typed))
    .replace(/[\s.·]/g, '')
    .replace(AROUND, '')
  const extension = EXTENSION.exec(written)?.[1]
  const whole = extension === undefined ? written : written.replace(EXTENSION, '')
  const national = whole
    .replace(COUNTRY, '')
    .replace(/^\(0\)-?/, '')
    .replace(PARTED, (_, area: string | undefined, part: string) => `${area ?? part}-`)
  const hasCountry = COUNTRY.test(whole)
  // +86 21 6257 0000: the zero of the area code is left out behind the country.
  const number = hasCountry && !/^(?:0|1[3-9]|[48]00)/.test(national) ? `0${national}` : national
  const end = extension === undefined ? '' : `-${extension}`
  if (PRINTED_PHONE.test(number) && !/^[48]00/.test(number)) return number + end
  const form = /^\d+(?:-\d+)*$/.test(number) ? formOf(number.replace(/-/g, '')) : null
  if (form !== null) return form + end
  const cut = number.lastIndexOf('-')
  const before = cut < 0 || end !== '' ? null : formOf(number.slice(0, cut).replace(/-/g, ''))
  return before === null ? number + end : `${before}-${number.slice(cut + 1)}`
}

/** +852, 00886 and other countries' and regions' codes: nobody here can dial out there. */
export const isAbroad = (typed: string): boolean => {
  const written = narrowed(withoutInvisible(typed))
    .replace(/[\s.·]/g, '')
    .replace(AROUND, '')
  return /^\(?(?:\+|00)(?!86)[1-9]/.test(written)
}

/** Whether what somebody typed is a number that they can be called back on. */
export const isPhone = (typed: string): boolean => PHONE.test(phoneFrom(typed))
