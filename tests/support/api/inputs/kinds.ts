import fc, { type Arbitrary } from 'fast-check'
import type { GenericSchema } from 'valibot'
import { isoInstant, requestId, shanghaiDay } from '../../../../core/contract/fields'
import { addDays, type ShanghaiDay } from '../../../../core/kernel/shanghai-time'
import { shapeOf, type Shape } from './schema-shape'

/** A field of the contract that many endpoints share, by its schema: what is right in it, and what only looks right. */
interface Kind {
  readonly good: Arbitrary<string>
  readonly looksRight: readonly string[]
}

const FIRST_DAY = '2000-01-01' as ShanghaiDay
/** Days from 2000-01-01 to 2099-12-31. */
const DAYS = 36_524

const day = fc.integer({ min: 0, max: DAYS }).map((days) => addDays(FIRST_DAY, days))

const instant = fc
  .tuple(day, fc.integer({ min: 0, max: 86_399_999 }), fc.constantFrom('Z', '+08:00', '-11:30'))
  .filter(([onDay]) => onDay > '2000-01-02' && onDay < '2099-12-30')
  .map(([onDay, ms, offset]) => `${onDay}T${new Date(ms).toISOString().slice(11, 23)}${offset}`)

const kinds = new Map<Shape, Kind>([
  [
    shapeOf(requestId as GenericSchema),
    {
      good: fc.uuid(),
      looksRight: [
        'not-a-uuid',
        '123e4567e89b42d3a456426614174000',
        '123e4567-e89b-42d3-a456-42661417400g',
        '{123e4567-e89b-42d3-a456-426614174000}',
        'urn:uuid:123e4567-e89b-42d3-a456-426614174000',
        '123e4567-e89b-42d3-a456-426614174000 ',
        "123e4567-e89b-42d3-a456-426614174000'--",
      ],
    },
  ],
  [
    shapeOf(shanghaiDay as GenericSchema),
    {
      good: day,
      looksRight: [
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
    },
  ],
  [
    shapeOf(isoInstant as GenericSchema),
    {
      good: instant,
      looksRight: [
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
    },
  ],
])

/** The kind of a field, also where more rules were piped after it; null for a field of its own. */
export const kindOf = (shape: Shape): Kind | null =>
  kinds.get(shape) ?? kinds.get((shape.pipe?.[0] ?? shape) as Shape) ?? null
