import { violations } from './accessibility'
import { cutText, overflowing, overlappingText, smallTargets, smallText } from './layout'
import type { Visit, VisitOptions } from './visit'

interface Display extends Omit<VisitOptions, 'origin'> {
  /** CSS pixels: the smallest text and the smallest control that this edition allows. */
  readonly least: { readonly text: number; readonly target: number }
}

const inEdition = (elderScale: number): readonly (readonly [string, Display])[] => [
  ['the standard edition at 320', { width: 320, least: { text: 14, target: 44 } }],
  [
    'the elder edition at its largest, in the dark at 320',
    {
      display: { edition: 'elder', elderScale },
      theme: 'dark',
      width: 320,
      least: { text: 18, target: 60 },
    },
  ],
]

/** The two displays in which something breaks first, for a path with many states. */
export const NARROW = inEdition(1.8)
/** The same up to the largest text that a reader can choose. */
export const NARROWEST = inEdition(2)

/** Says of each state by its name whether it can be read, hit and heard. */
export const wellIn =
  ({ page }: Visit, { text, target }: Display['least']) =>
  async (what: string): Promise<void> => {
    const found = {
      overflowing: await overflowing(page),
      cutText: await cutText(page),
      overlappingText: await overlappingText(page),
      smallText: await smallText(page, text),
      smallTargets: await smallTargets(page, target),
      violations: await violations(page),
    }
    expect([what, found]).toEqual([what, NOTHING])
  }

const NOTHING = {
  overflowing: [],
  cutText: [],
  overlappingText: [],
  smallText: [],
  smallTargets: [],
  violations: [],
}
