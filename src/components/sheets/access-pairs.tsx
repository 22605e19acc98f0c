import type { AccessAnswer } from '../../../core/domain/office/office'
import { Pair, Pairs } from './fact-row'
import { UNKNOWN } from '../../text/vocabulary'
import { ACCESS_WORDS } from '../../text/office/office'
import { OFFICE, doorWidth } from '../../text/office/office-page'

interface Access {
  readonly ramp: AccessAnswer
  readonly lift: AccessAnswer
  readonly accessibleToilet: AccessAnswer
  readonly hearingLoop: AccessAnswer
  readonly doorWidthCm: number | null
}

/** What nobody has verified of the ways in, by name; in one word where that is all of it. */
export function unverifiedAccess(
  ways: readonly { readonly stepFree: AccessAnswer; readonly access: Access }[],
): readonly string[] {
  const facts = ways.flatMap(({ stepFree, access }): Fact[] => [
    [UNKNOWN.steps, stepFree],
    ...factsOf(access),
  ])
  const unknown = facts.filter(([, answer]) => answer === 'unverified').map(([what]) => what)
  return unknown.length === facts.length ? [UNKNOWN.access] : [...new Set(unknown)]
}

type Fact = readonly [what: string, answer: AccessAnswer]

const factsOf = (access: Access): readonly Fact[] => [
  [OFFICE.ramp, access.ramp],
  [OFFICE.lift, access.lift],
  [OFFICE.toilet, access.accessibleToilet],
  [OFFICE.hearing, access.hearingLoop],
]

/**
 * What somebody with a wheelchair, a pram or weak ears needs to know: 有 or 没有. What is not verified is left out, for
 * the page names it once; it never reads as 有.
 */
export function AccessPairs({ access }: { readonly access: Access }) {
  const width = access.doorWidthCm
  const known = factsOf(access).filter(([, answer]) => answer !== 'unverified')
  if (known.length === 0 && width === null) return null
  return (
    <Pairs>
      {known.map(([what, answer]) => (
        <Pair key={what} name={what} value={ACCESS_WORDS[answer]} tone={answer} />
      ))}
      {width === null ? null : <Pair name={OFFICE.door} value={doorWidth(width)} tone="plain" />}
    </Pairs>
  )
}
