import fc, { type Arbitrary } from 'fast-check'
import { safeParse, type GenericSchema } from 'valibot'
import { wrongTexts } from './field-values'
import { kindOf } from './kinds'
import {
  boundOf,
  hasValidator,
  mayBeMissing,
  mayBeNull,
  shapeOf,
  unknownShape,
  type Shape,
} from './schema-shape'
import { child, entriesOf, join, validValue, type FieldValues } from './valid-input'

/** An input with one thing wrong in it. */
export interface Slip {
  readonly value: unknown
  /** Path of what is wrong, as the answer has to name it. */
  readonly at: string
  readonly why: string
}

type Bad = Arbitrary<Slip>

/** Bytes of a body that is read at all: what is larger is refused as a whole before anybody looks into it. */
const BODY_LIMIT = 65_536

/** Inputs that are wrong in exactly one place, whatever the schema itself says about them. */
export const invalidInput = (schema: GenericSchema, fields: FieldValues): Bad =>
  // Null counts as no input at all, so it is not wrong by itself.
  fc
    .oneof(...badValues(shapeOf(schema), '', fields))
    .filter(({ value }) => value !== null && Buffer.byteLength(JSON.stringify(value)) <= BODY_LIMIT)

function badValues(shape: Shape, path: string, fields: FieldValues): Bad[] {
  switch (shape.type) {
    case 'strict_object':
      return badObjects(shape, path, fields)
    case 'array':
      return badArrays(shape, path, fields)
    case 'strict_tuple':
      return badTuples(shape, path, fields)
    case 'nullable':
    case 'nullish':
    case 'optional': {
      const nullIsFine = mayBeNull(shape)
      const inner = badValues(child(shape.wrapped, shape, path), path, fields)
      return nullIsFine ? inner.map((bad) => bad.filter(({ value }) => value !== null)) : inner
    }
    case 'picklist':
      return [
        wrong(path, 'is none of the list', ['nonsense', 'constructor', '__proto__', '', 0, null, [], {}]),
      ]
    case 'boolean':
      return [wrong(path, 'is no boolean', ['true', 0, 1, null, [], {}])]
    case 'number':
      return badNumbers(shape, path)
    case 'string':
      return badTexts(shape, path)
    default:
      throw unknownShape(shape, path)
  }
}

const wrong = (at: string, why: string, values: readonly unknown[]): Bad =>
  fc.constantFrom(...values).map((value) => ({ value, at, why }))

/** Names that mean something to JavaScript, to WeChat or to our own records, and have no place in an input. */
const STRANGE_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
  'valueOf',
]
const FORGED_NAMES = ['openid', 'openId', 'userInfo', 'residentId', 'caller', 'role', 'token', 'isDemo']

function badObjects(shape: Shape, path: string, fields: FieldValues): Bad[] {
  const whole = validValue({ ...shape, type: 'strict_object' }, path, fields) as Arbitrary<
    Record<string, unknown>
  >
  const named = entriesOf(shape)
  const extraName = fc
    .oneof(fc.constantFrom(...STRANGE_NAMES, ...FORGED_NAMES), fc.string({ minLength: 1, maxLength: 150 }))
    .filter((name) => !named.some(([known]) => known === name) && !name.includes('.'))
  const bad: Bad[] = [
    wrong(path, 'is no object', ['text', 7, true, null, [], [{}]]),
    fc.tuple(whole, extraName, fc.jsonValue()).map(([good, name, value]) => ({
      value: { ...good, [name]: value },
      at: join(path, name),
      why: 'is no field',
    })),
  ]
  for (const [name, entry] of named) {
    if (!mayBeMissing(entry))
      bad.push(whole.map((good) => ({ value: without(good, name), at: join(path, name), why: 'is missing' })))
    for (const slip of badValues(entry, join(path, name), fields)) {
      bad.push(
        fc
          .tuple(whole, slip)
          .map(([good, { value, ...rest }]) => ({ ...rest, value: { ...good, [name]: value } })),
      )
    }
  }
  if (hasValidator(shape, 'check')) bad.push(badTogether(shape, path, whole))
  return bad
}

const without = (object: Record<string, unknown>, name: string): object =>
  Object.fromEntries(Object.entries(object).filter(([other]) => other !== name))

/** Each field is right and all of them together are not. */
const badTogether = (shape: Shape, path: string, whole: Arbitrary<Record<string, unknown>>): Bad =>
  whole
    .filter((value) => !safeParse(shape as unknown as GenericSchema, value).success)
    .map((value) => ({ value, at: path, why: 'contradicts itself' }))

function badArrays(shape: Shape, path: string, fields: FieldValues): Bad[] {
  const item = child(shape.item, shape, path)
  const good = validValue(item, join(path, '0'), fields)
  const bad = [wrong(path, 'is no list', ['text', 7, true, null, {}, { length: 1 }, { 0: [] }])]
  const longest = boundOf(shape, 'max_length', Number.POSITIVE_INFINITY)
  for (const tooMany of [longest + 1, 1_000]) {
    if (longest < tooMany)
      bad.push(good.map((value) => ({ value: Array(tooMany).fill(value), at: path, why: 'is too long' })))
  }
  for (const slip of badValues(item, join(path, '0'), fields)) {
    bad.push(
      fc
        .tuple(slip, good)
        .map(([{ value, ...rest }, next]) => ({ ...rest, value: longest > 1 ? [value, next] : [value] })),
    )
  }
  return bad
}

function badTuples(shape: Shape, path: string, fields: FieldValues): Bad[] {
  const items = shape.items ?? []
  const whole = validValue(shape, path, fields) as Arbitrary<unknown[]>
  const last = items.length - 1
  return [
    wrong(path, 'is no list', ['text', 7, null, {}]),
    whole.map((value) => ({
      value: [...value, 0],
      at: join(path, String(items.length)),
      why: 'has one too many',
    })),
    whole.map((value) => ({
      value: value.slice(0, last),
      at: join(path, String(last)),
      why: 'has one too few',
    })),
    ...items.flatMap((item, index) =>
      badValues(item, join(path, String(index)), fields).map((slip) =>
        fc.tuple(whole, slip).map(([good, { value, ...rest }]) => ({
          ...rest,
          value: good.map((old, place) => (place === index ? value : old)),
        })),
      ),
    ),
  ]
}

function badNumbers(shape: Shape, path: string): Bad[] {
  const outside = [boundOf(shape, 'min_value', Number.NaN) - 1, boundOf(shape, 'max_value', Number.NaN) + 1]
  const bad = [
    wrong(path, 'is no number', ['1', 'NaN', '', true, null, [], [1], {}]),
    wrong(path, 'is out of bounds', [...outside.filter((value) => !Number.isNaN(value)), 1e308, -1e308]),
  ]
  if (hasValidator(shape, 'integer')) bad.push(wrong(path, 'is no whole number', [0.5, 1e-7, 59.999]))
  return bad
}

const DEEP = 500
const deep = Array.from({ length: DEEP }).reduce<unknown>((inside) => [inside], 'bottom')

function badTexts(shape: Shape, path: string): Bad[] {
  const field = path.split('.').at(-1) ?? ''
  const looksRight = [...(wrongTexts[field] ?? []), ...(kindOf(shape)?.looksRight ?? [])]
  const bad = [
    wrong(path, 'is no text', [0, 1.5, true, false, null, [], ['text'], {}, { toString: 'text' }, deep]),
    wrong(path, 'has characters that no database takes', [
      '\0',
      'a\0b',
      '\ud800',
      'a\udfffb',
      '\udc00\ud800',
    ]),
    wrong(path, 'is too long', ['x'.repeat(40_000), '会'.repeat(10_000), 'a-'.repeat(10_000) + 'a']),
  ]
  if (looksRight.length > 0) bad.push(wrong(path, 'looks right but is not', looksRight))
  return bad
}
