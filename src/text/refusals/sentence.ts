import type { Contract, EndpointName, Refusal } from '../../../core/contract'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { fullMomentText } from '../time'

export type Detail = Readonly<Record<string, unknown>>
export type Sentence = string | ((detail: Detail) => string)

/** What a resident's own acts can meet; the rest is met by staff only. */
export type ResidentRefusal = {
  [Name in EndpointName]: Contract[Name]['access'] extends readonly string[] ? never : Refusal<Name>
}[EndpointName]

/** An instant of the detail in words; empty where the backend sent none. */
export const whenIn = (detail: Detail, name: string): string => {
  const iso = detail[name]
  return typeof iso === 'string' ? fullMomentText(parseInstant(iso)) : ''
}

export const numberIn = (detail: Detail, name: string, fallback: string): string => {
  const value = detail[name]
  return typeof value === 'number' ? String(value) : fallback
}

/** The name of something in the detail; empty where the backend sent none. */
export function nameIn(detail: Detail, key: string): string {
  const thing = detail[key]
  if (typeof thing === 'string') return thing
  if (typeof thing !== 'object' || thing === null || !('name' in thing)) return ''
  return typeof thing.name === 'string' ? thing.name : ''
}
