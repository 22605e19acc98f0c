/** 长辈版 is the elder edition: larger text and targets, one question a screen, no tab bar. */
export type Edition = 'standard' | 'elder'

/** What a resident chose on this phone; `null` until then: the edition follows the WeChat font. */
export interface DisplayChoice {
  readonly edition: Edition | null
  readonly elderScale: number
  /** Light or dark whatever the phone says; missing where it follows the phone. */
  readonly theme?: 'light' | 'dark' | undefined
}

export interface DisplayScale {
  readonly edition: Edition
  /** Factor of every text size, 1 to `LARGEST_SCALE`. */
  readonly textScale: number
  /** The elder edition came by itself, because WeChat's font is at 关怀 size. */
  readonly startedByItself: boolean
}

/** Points of body text at scale 1: WeChat's own standard size. */
export const STANDARD_BODY = 17
/** WeChat's 关怀模式 sets body text to 23.8 points. */
const CARE_BODY = 23.8
/** Beyond twice the size a line holds too few characters to be read as a sentence. */
export const LARGEST_SCALE = 2

/** 1.8 brings body text to 30.6 points; MIIT asks for at least 30. The last one is the cap. */
export const ELDER_SCALES = [1.2, 1.4, 1.6, 1.8, 2] as const
export const DEFAULT_ELDER_SCALE = 1.4

export const NO_DISPLAY_CHOICE: DisplayChoice = { edition: null, elderScale: DEFAULT_ELDER_SCALE }

/**
 * The edition that was chosen, or else the elder one from WeChat's 关怀 size on. The scale is the larger
 * of WeChat's and the elder edition's, at least 1 and at most 2.
 * @param weChatFactor WeChat's font size over its standard; anything that is no positive number counts as 1
 */
export function displayScale(weChatFactor: number, choice: DisplayChoice): DisplayScale {
  const factor = Number.isFinite(weChatFactor) && weChatFactor > 0 ? weChatFactor : 1
  // WeChat reports 23.8 / 17 with rounding; a hair below still is 关怀 size.
  const careSize = factor >= CARE_BODY / STANDARD_BODY - 0.005
  const edition = choice.edition ?? (careSize ? 'elder' : 'standard')
  const wanted = edition === 'elder' ? Math.max(factor, choice.elderScale) : factor
  return {
    edition,
    textScale: Math.min(LARGEST_SCALE, Math.max(1, wanted)),
    startedByItself: choice.edition === null && edition === 'elder',
  }
}
