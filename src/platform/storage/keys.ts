/**
 * Every small thing on the phone, and whose it is. Keys carry a version: a changed shape gets a new key.
 * `phone`: a setting or something that everybody may see. `trace`: of its owner, and easily made anew: gone as soon as
 * they ask to be erased. `person`: of its owner, needed until then: gone with them.
 */
export const KEYS = {
  'display-1': 'phone',
  'erasure-1': 'phone',
  'places-1': 'phone',
  'shelf-1': 'phone',
  'streets-1': 'phone',
  'calendar-1': 'trace',
  'party-1': 'trace',
  'searched-1': 'trace',
  'door-lists-2': 'person',
  'door-lists-day-1': 'person',
  'origin-1': 'person',
  'session-2': 'person',
  'staff-phone-1': 'person',
  'walker-1': 'person',
  'walks-2': 'person',
} as const

export type Key = keyof typeof KEYS

/** What a start asks for before its first picture; the large ones and what only some pages need come later. */
export const KEYS_AT_START: readonly Key[] = [
  'display-1',
  'erasure-1',
  'door-lists-day-1',
  'origin-1',
  'session-2',
  'walker-1',
  'walks-2',
]
