import { pick } from '../chaos/seeded'

/** What no program expects in the place of a value. */
const STRANGE: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  0.1,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '﷽'.repeat(50),
  '王'.repeat(3_000),
  "'; drop table activity; --",
  '<script>1</script>',
  '../../etc/passwd',
  '1970-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  [],
  {},
  [[[[[[[[]]]]]]]],
  { constructor: { prototype: {} } },
  Array(200).fill('x'),
]

/** An input with one to three things changed at random: a field gone, one too many, a value of another kind. */
export function mutated(input: unknown, chance: () => number): unknown {
  let changed = structuredClone(input)
  for (let times = 1 + Math.floor(chance() * 3); times > 0; times -= 1) changed = changeOne(changed, chance)
  return changed
}

function changeOne(value: unknown, chance: () => number): unknown {
  if (Array.isArray(value) && value.length > 0 && chance() < 0.8) {
    const at = Math.floor(chance() * value.length)
    const drawn = chance()
    if (drawn < 0.2) return [...value, ...(value as unknown[])]
    if (drawn < 0.4) return value.filter((_, index) => index !== at)
    return value.map((item: unknown, index) => (index === at ? changeOne(item, chance) : item))
  }
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0 && chance() < 0.9) {
    const name = pick(Object.keys(value), chance)
    const fields = value as Record<string, unknown>
    const drawn = chance()
    if (drawn < 0.15) return Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name))
    if (drawn < 0.25) return { ...fields, [`${name}2`]: fields[name] }
    return { ...fields, [name]: changeOne(fields[name], chance) }
  }
  if (typeof value === 'string' && value !== '' && chance() < 0.4) {
    const at = Math.floor(chance() * value.length)
    return value.slice(0, at) + pick(['', '0', 'Z', '\n', '—', '💮'], chance) + value.slice(at + 1)
  }
  if (typeof value === 'number' && chance() < 0.5) return value + pick([-1, 1, 0.5, 2 ** 31, 2 ** 53], chance)
  return pick(STRANGE, chance)
}
