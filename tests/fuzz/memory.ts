import { pick } from '../chaos/seeded'

/** Ids and codes that answers told, by the name of their field. */
export interface Memory {
  learn(value: unknown): void
  /** The same input with what is known in most of the fields of that name. */
  fillIn(input: unknown): unknown
}

const PER_NAME = 40
/** Beside fields that end in `Id`: what an answer gives to be shown again. */
const TELLING = new Set([
  'card',
  'receipt',
  'ticket',
  'token',
  'secret',
  'digits',
  'number',
  'code',
  'version',
])
/** Lists of ids by another name. */
const LISTS: Readonly<Record<string, string>> = {
  members: 'memberId',
  party: 'familyMemberId',
  walkIns: 'activityId',
  officeIds: 'officeId',
  activityIds: 'activityId',
}
const USED = 0.8

export function createMemory(chance: () => number): Memory {
  const known = new Map<string, string[]>([
    ['activityId', Array.from({ length: 4 }, (_, n) => [`fuzz-class-${n}`, `fuzz-open-${n}`]).flat()],
  ])
  const isTelling = (name: string): boolean => name.endsWith('Id') || TELLING.has(name)

  const remember = (name: string, value: string): void => {
    const values = known.get(name) ?? []
    if (!values.includes(value)) values.push(value)
    if (values.length > PER_NAME) values.splice(Math.floor(chance() * values.length), 1)
    known.set(name, values)
    // What opens a place stands in its poster's token too.
    if (name === 'token') remember('code', `p/${value}`)
  }
  const oneOf = (name: string): string | null => {
    const values = known.get(name) ?? []
    return values.length > 0 && chance() < USED ? pick(values, chance) : null
  }
  const fill = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => fill(item, LISTS[name] ?? name))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, fill(inner, field)]))
    if (name === 'requestId' || typeof value !== 'string') return value
    return isTelling(name) ? (oneOf(name) ?? value) : value
  }

  const learn = (value: unknown, name: string): void => {
    if (Array.isArray(value)) value.forEach((item) => learn(item, name))
    else if (typeof value === 'object' && value !== null)
      Object.entries(value).forEach(([field, inner]) => learn(inner, field))
    else if (typeof value === 'string' && isTelling(name)) remember(name, value)
  }

  return { learn: (value) => learn(value, ''), fillIn: (input) => fill(input, '') }
}
