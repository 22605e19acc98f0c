import { tidy, wholeOf } from './values'

/** 12号, 第十二号摊位, １２, 01, A3, 3-1 without what is written around a number of a stall. */
const AROUND = /^(?:第|摊位|摊|no\.? ?|#)?(.+?)(?:号摊位?|号位|号|摊位?|#)?$/i

/** As a sign shows it: 01 stays 01, 十二 becomes 12, a3 becomes A3. `null` for what is no number of a stall. */
export function stallNumberOf(text: string): string | null {
  const bare = AROUND.exec(tidy(text).replace(/\s/g, ''))?.[1] ?? ''
  const whole = wholeOf(bare)
  if (whole !== null) return /^\d+$/.test(bare) ? bare : String(whole)
  return /^[A-Za-z]{0,2}-?\d{1,4}(?:-\d{1,3})?[A-Za-z]?$/.test(bare) ? bare.toUpperCase() : null
}

/** Equal for the same stall, whichever way it is written: 01, 1 and 一号; A03, a-3 and A3. */
export const stallKey = (number: string): string =>
  number
    .toUpperCase()
    .replace(/([A-Z])-(?=\d)/g, '$1')
    .replace(/(^|\D)0+(?=\d)/g, '$1')
