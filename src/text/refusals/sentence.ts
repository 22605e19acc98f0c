import type { Contract, EndpointName, Refusal } from '../../../core/contract'
import { clockText, minuteOfDay, parseInstant, shanghaiDay } from '../../../core/kernel/shanghai-time'
import { fullMomentText } from '../time'

export type Detail = Readonly<Record<string, unknown>>
export type Sentence = string | ((detail: Detail) => string)

/** What a resident's own acts can meet; the rest is met by staff only. */
export type ResidentRefusal = {
  [Name in EndpointName]: Contract[Name]['access'] extends string ? Refusal<Name> : never
}[EndpointName]

/** An instant of the detail in words; empty where the backend sent none. */
export const whenIn = (detail: Detail, name: string): string => {
  const iso = detail[name]
  return typeof iso === 'string' ? fullMomentText(parseInstant(iso)) : ''
}

/** 周六 11月28日 8:00 到 11:30, with the second day where it is another one; empty where the backend sent none. */
export function spanIn(detail: Detail, from: string, until: string): string {
  const [first, last] = [detail[from], detail[until]]
  if (typeof first !== 'string' || typeof last !== 'string') return ''
  const [start, end] = [parseInstant(first), parseInstant(last)]
  const isOneDay = shanghaiDay(start) === shanghaiDay(end)
  return `${fullMomentText(start)} 到 ${isOneDay ? clockText(minuteOfDay(end)) : fullMomentText(end)}`
}

/** Until a moment that the backend did not send. */
export const IN_A_FEW_MINUTES = '过几分钟'

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
