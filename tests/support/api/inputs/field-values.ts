import fc from 'fast-check'
import { COMPOUND, OTHER_OFFICE, OWN_OFFICE } from '../test-api'
import type { FieldValues } from './valid-input'

const slug = fc.stringMatching(/^[a-z0-9]{1,12}(?:-[a-z0-9]{1,12}){0,3}$/)

/** Activities of the fixture pack: one that can be registered for at any time, one for elders, one open, one part of it. */
const ACTIVITIES = ['boat-reading', 'paper-cutting', 'reed-market-20261128', 'lantern-workshop-20261205']
const activityId = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ACTIVITIES) },
  { weight: 1, arbitrary: slug },
)

/** Good values for fields whose meaning their schema cannot tell: ids that exist, and some that do not. */
export const fieldValues: FieldValues = {
  officeId: fc.oneof(fc.constantFrom(OWN_OFFICE, OTHER_OFFICE, 'old-wutong-hall', 'reed-room'), slug),
  compoundId: fc.oneof(fc.constantFrom(COMPOUND, 'cloud-terrace', null), slug),
  activityId,
  articleId: fc.oneof(fc.constantFrom('new-room', 'lift-day', 'spring-plan'), slug),
  noticeId: fc.oneof(fc.constant('reed-bridge'), slug),
  partOf: fc.option(activityId, { nil: null }),
}

/** Texts that look right for a field of that name and are not. */
export const wrongTexts: Readonly<Record<string, readonly string[]>> = {
  officeId: [
    'UPPER',
    'two words',
    '../../etc/passwd',
    '-first',
    'last-',
    'a--b',
    '梧桐',
    "x'; drop table office;--",
  ],
  compoundId: ['UPPER', '../x', '%', 'a_b', '梧桐', 'a'.repeat(61)],
  demoUser: ['resident-0', 'resident-10000', 'resident-01', 'ADMIN', 'admin ', 'constructor', 'toString'],
}
