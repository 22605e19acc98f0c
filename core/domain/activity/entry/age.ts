import { shanghaiDay, type Instant } from '../../../kernel/shanghai-time'

/** Years in which somebody may have been born, both inclusive; one year where it is known. */
export interface BirthYears {
  readonly from: number
  readonly to: number
}

/** Ages in full years, both inclusive, that somebody may have on the Shanghai day of `at`. */
export function possibleAges({ from, to }: BirthYears, at: Instant): { youngest: number; oldest: number } {
  const year = Number(shanghaiDay(at).slice(0, 4))
  return { youngest: year - to - 1, oldest: year - from }
}

/**
 * Is this person to be treated as a child at `at`? Whoever may still be below the age is, because
 * protection must not hang on a birthday we don't ask for; an unknown year is an account holder's.
 */
export function countsAsChild(born: BirthYears | null, at: Instant, childAge: number): boolean {
  return born !== null && possibleAges(born, at).youngest < childAge
}
