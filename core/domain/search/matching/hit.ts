/**
 * How a piece of a query and a text agree, from the best to the loosest. What else weighs is less than fifty points,
 * so that a better agreement wins; only the two ways of letters, in full and in initials, stand closer together.
 */
export const AGREEMENT = {
  exact: 900,
  prefix: 800,
  wordStart: 700,
  inside: 600,
  /** By letters: the whole of it, 金梅园 by jinmeiyuan. */
  soundWhole: 520,
  /** jmy. */
  initialsWhole: 510,
  soundPrefix: 460,
  initialsPrefix: 450,
  soundWord: 390,
  initialsWord: 380,
  /** Guesses, asked only where nothing else was found. Other characters that sound the same: 金每园. */
  sameSound: 300,
  /** Two halves, each found by itself: 武宁食堂. */
  split: 250,
  /** One letter or one character is wrong, missing or too many. */
  slip: 200,
  /** The question names it: 加装电梯怎么办. */
  named: 150,
} as const

export type Agreement = keyof typeof AGREEMENT

/** Where a piece of a query was found, in the plain text of a field. */
export interface Hit {
  readonly agreement: Agreement
  readonly from: number
  readonly to: number
}
