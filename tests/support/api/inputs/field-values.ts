import fc from 'fast-check'
import { addDays, type ShanghaiDay } from '../../../../core/kernel/shanghai-time'
import { COMPOUND, OTHER_OFFICE, OWN_OFFICE } from '../house'
import type { FieldValues } from './valid-input'

const FIRST_DAY = '2000-01-01' as ShanghaiDay
/** Days from 2000-01-01 to 2099-12-31. */
const DAYS = 36_524

const day = fc.integer({ min: 0, max: DAYS }).map((days) => addDays(FIRST_DAY, days))

const slug = fc.stringMatching(/^[a-z0-9]{1,12}(?:-[a-z0-9]{1,12}){0,3}$/)

/** Good values for fields of the contract whose meaning their schema cannot tell: ids that exist, days, instants. */
export const fieldValues: FieldValues = {
  officeId: fc.oneof(fc.constantFrom(OWN_OFFICE, OTHER_OFFICE, 'old-wutong-hall', 'reed-room'), slug),
  compoundId: fc.oneof(fc.constantFrom(COMPOUND, 'cloud-terrace', null), slug),
  day,
  instant: fc
    .tuple(day, fc.integer({ min: 0, max: 86_399_999 }), fc.constantFrom('Z', '+08:00', '-11:30'))
    .filter(([onDay]) => onDay > '2000-01-02' && onDay < '2099-12-30')
    .map(([onDay, ms, offset]) => `${onDay}T${new Date(ms).toISOString().slice(11, 23)}${offset}`),
}

/** Texts that look right and are not, by the field's name or by `uuid` for every request id. */
export const wrongTexts: Readonly<Record<string, readonly string[]>> = {
  uuid: [
    'not-a-uuid',
    '123e4567e89b42d3a456426614174000',
    '123e4567-e89b-42d3-a456-42661417400g',
    '{123e4567-e89b-42d3-a456-426614174000}',
    'urn:uuid:123e4567-e89b-42d3-a456-426614174000',
    '123e4567-e89b-42d3-a456-426614174000 ',
    "123e4567-e89b-42d3-a456-426614174000'--",
  ],
  day: [
    '2026-02-30',
    '2027-02-29',
    '2026-11-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '1999-12-31',
    '2100-01-01',
    '20261122',
    ' 2026-11-22',
    '2026-11-22T00:00:00Z',
    '２０２６-11-22',
    'today',
    'infinity',
  ],
  instant: [
    '2026-11-22',
    '2026-11-22T01:12:00',
    '2026-02-30T00:00:00Z',
    '2026-11-22T25:00:00Z',
    '2026-11-22T01:12:00+99:00',
    '1999-12-31T23:59:59.999Z',
    '2100-01-01T00:00:00Z',
    '1700000000000',
    'now',
    'infinity',
  ],
  officeId: ['UPPER', 'two words', '../../etc/passwd', '-first', 'last-', 'a--b', '梧桐', "x'; drop table office;--"],
  compoundId: ['UPPER', '../x', '%', 'a_b', '梧桐', 'a'.repeat(61)],
  demoUser: ['resident-0', 'resident-10000', 'resident-01', 'ADMIN', 'admin ', 'constructor', 'toString'],
}
