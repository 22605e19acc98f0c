import fc, { type Arbitrary } from 'fast-check'
import { safeParse, type GenericSchema } from 'valibot'
import { kindOf } from './kinds'
import {
  boundOf,
  hasValidator,
  mayBeMissing,
  patternOf,
  shapeOf,
  unknownShape,
  type Shape,
} from './schema-shape'

/** Arbitraries for fields whose meaning a schema cannot tell, such as an id that exists, by the field's name. */
export type FieldValues = Readonly<Record<string, Arbitrary<unknown>>>

/** Inputs that the schema accepts, as they travel: JSON, so a field that may be missing sometimes is. */
export const validInput = (schema: GenericSchema, fields: FieldValues): Arbitrary<unknown> =>
  validValue(shapeOf(schema), '', fields).filter((input) => safeParse(schema, input).success)

export function validValue(shape: Shape, path: string, fields: FieldValues): Arbitrary<unknown> {
  const own = fields[path.split('.').at(-1) ?? '']
  if (own !== undefined) return own
  const kind = kindOf(shape)
  if (kind !== null) return kind.good
  switch (shape.type) {
    case 'strict_object':
      return fc.record(
        Object.fromEntries(
          entriesOf(shape).map(([name, entry]) => [name, validValue(entry, join(path, name), fields)]),
        ),
        { requiredKeys: entriesOf(shape).flatMap(([name, entry]) => (mayBeMissing(entry) ? [] : [name])) },
      )
    case 'array':
      return fc.array(validValue(child(shape.item, shape, path), join(path, '0'), fields), {
        minLength: boundOf(shape, 'min_length', 0),
        maxLength: boundOf(shape, 'max_length', 5),
      })
    case 'strict_tuple':
      return fc.tuple(
        ...(shape.items ?? []).map((item, index) => validValue(item, join(path, String(index)), fields)),
      )
    case 'nullable':
    case 'nullish':
      return fc.option(validValue(child(shape.wrapped, shape, path), path, fields), { nil: null })
    case 'optional':
      return validValue(child(shape.wrapped, shape, path), path, fields)
    case 'picklist':
      return fc.constantFrom(...(shape.options ?? []))
    case 'literal':
      return fc.constant(shape.literal)
    case 'boolean':
      return fc.boolean()
    case 'number':
      return number(shape)
    case 'string':
      return text(shape, path)
    default:
      throw unknownShape(shape, path)
  }
}

export const entriesOf = (shape: Shape): [string, Shape][] => Object.entries(shape.entries ?? {})

export const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

export function child(found: Shape | undefined, parent: Shape, path: string): Shape {
  if (found === undefined) throw unknownShape(parent, path)
  return found
}

function number(shape: Shape): Arbitrary<number> {
  const min = boundOf(shape, 'min_value', -1_000_000)
  const max = boundOf(shape, 'max_value', 1_000_000)
  return hasValidator(shape, 'integer') ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true })
}

/** By its schema: to lay out a pattern takes longer than a hundred texts by it. */
const texts = new WeakMap<Shape, Arbitrary<string>>()

function text(shape: Shape, path: string): Arbitrary<string> {
  const made = texts.get(shape) ?? makeText(shape, path)
  texts.set(shape, made)
  return made
}

/** By pattern where there is one, and where that lets it through any text: Chinese, emoji, combining marks. */
function makeText(shape: Shape, path: string): Arbitrary<string> {
  if (hasValidator(shape, 'uuid')) return fc.uuid()
  const pattern = patternOf(shape)
  // What only code of ours can judge would be guessed at for ever.
  if (pattern === null && hasValidator(shape, 'check')) throw unknownShape(shape, path)
  const maxLength = Math.min(boundOf(shape, 'max_length', 200), 1_000)
  const anything = fc.string({ unit: 'grapheme', minLength: boundOf(shape, 'min_length', 0), maxLength })
  const isFree = pattern === null || pattern.test('王阿姨 😀')
  const byPattern = pattern === null ? [] : [fc.stringMatching(pattern, { maxLength })]
  return fc
    .oneof(...byPattern, ...(isFree ? [anything] : []))
    .filter((value) => safeParse(shape as unknown as GenericSchema<string>, value).success)
}
