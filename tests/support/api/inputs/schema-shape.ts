import type { GenericSchema } from 'valibot'

/** What of a valibot schema these generators read. It is not in valibot's types, but it is how they work. */
export interface Shape {
  readonly type: string
  readonly wrapped?: Shape
  readonly item?: Shape
  readonly items?: readonly Shape[]
  readonly entries?: Readonly<Record<string, Shape>>
  readonly options?: readonly unknown[]
  readonly literal?: unknown
  /** The schema itself first, then what `pipe` was given after it. */
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[]
}

export const shapeOf = (schema: GenericSchema): Shape => schema as unknown as Shape

/** The number that a validator like `max_length` was given, or `otherwise`. */
export function boundOf(shape: Shape, validator: string, otherwise: number): number {
  const found = shape.pipe?.find(({ type }) => type === validator)?.requirement
  return typeof found === 'number' ? found : otherwise
}

export const hasValidator = (shape: Shape, validator: string): boolean =>
  shape.pipe?.some(({ type }) => type === validator) ?? false

export function patternOf(shape: Shape): RegExp | null {
  const found = shape.pipe?.find(({ type }) => type === 'regex')?.requirement
  return found instanceof RegExp ? found : null
}

const MAY_BE_MISSING = new Set(['optional', 'nullish', 'exact_optional', 'undefinedable'])
export const mayBeMissing = ({ type }: Shape): boolean => MAY_BE_MISSING.has(type)

const MAY_BE_NULL = new Set(['nullable', 'nullish'])
export const mayBeNull = ({ type, wrapped }: Shape): boolean =>
  MAY_BE_NULL.has(type) || (wrapped !== undefined && mayBeNull(wrapped))

/** A sentence for whoever writes an endpoint with a kind of field that is new here. */
export const unknownShape = (shape: Shape, path: string): Error =>
  new Error(
    `no generator for the valibot schema “${shape.type}” at “${path}”: teach it to tests/support/api, ` +
      'or give the field an arbitrary of its own in field-values.ts',
  )
