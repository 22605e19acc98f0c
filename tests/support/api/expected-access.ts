import fc from 'fast-check'
import { contract, type EndpointName } from '../../../core/contract'
import type { Access, Endpoint } from '../../../core/contract/endpoint'
import type { StaffRole } from '../../../core/domain/staff/post'
import { fieldValues } from './inputs/field-values'
import { validInput } from './inputs/valid-input'
import { OWN_OFFICE } from './test-api'

/** An activity of `OWN_OFFICE`, which the suite makes. */
export const ACTIVITY = 'class-at-own-office'

export type Verdict = 'let in' | 'unauthenticated' | 'forbidden' | 'not_own_office'

/** Written apart from `accessFor`, which it judges: whoever is not named may not. */
export function expectedVerdict(access: Access, known: 'nobody' | 'resident' | StaffRole): Verdict {
  if (access === 'public') return 'let in'
  if (known === 'nobody') return 'unauthenticated'
  if (access === 'resident') return 'let in'
  return access.roles.some((role) => role === known) ? 'let in' : 'forbidden'
}

/** By itself, or in something that it holds, as a draft does. */
const names = ({ input }: Pick<Endpoint, 'input'>, field: string): boolean =>
  'entries' in input &&
  Object.entries(input.entries as Record<string, Endpoint['input']>).some(
    ([name, part]) => name === field || names({ input: part }, field),
  )

/** Who works at another office may act there alone: at none that an input names, by itself or by its activity. */
export function expectedElsewhere(endpoint: Endpoint): Verdict {
  const verdict = expectedVerdict(endpoint.access, 'office')
  if (verdict !== 'let in' || typeof endpoint.access !== 'object') return verdict
  const { within } = endpoint.access
  const isAboutOne =
    (within === 'office' && names(endpoint, 'officeId')) ||
    (within === 'activity' && (names(endpoint, 'activityId') || names(endpoint, 'officeId')))
  return isAboutOne ? 'not_own_office' : 'let in'
}

/** A volunteer works at activities, never for an office as such. */
export const expectedVolunteer = (endpoint: Endpoint): Verdict => {
  const verdict = expectedVerdict(endpoint.access, 'scanner')
  const isAboutOffice = names(endpoint, 'officeId') && !names(endpoint, 'activityId')
  return verdict === 'let in' && typeof endpoint.access === 'object' && isAboutOffice
    ? 'not_own_office'
    : verdict
}

const inputs = new Map<EndpointName, unknown>()

/** The same each time, and about the office that `staff` of the test belong to and an activity there. */
export function inputFor(name: EndpointName): unknown {
  if (!inputs.has(name)) inputs.set(name, makeInput(name))
  return structuredClone(inputs.get(name))
}

const makeInput = (name: EndpointName): unknown =>
  fc.sample(
    validInput(contract[name].input, {
      ...fieldValues,
      officeId: fc.constant(OWN_OFFICE),
      activityId: fc.constant(ACTIVITY),
    }),
    {
      numRuns: 1,
      seed: 1,
    },
  )[0]

export function verdictOf(body: Record<string, unknown>): unknown {
  if (body['fault'] === 'unauthenticated' || body['fault'] === 'forbidden') return body['fault']
  return body['refusal'] === 'not_own_office' ? 'not_own_office' : 'let in'
}
