/** The icons in use, by their Lucide names. After a change run `node scripts/icons.mjs`. */
export const ICON_NAMES = [
  'accessibility',
  'a-large-small',
  'building-2',
  'calendar-days',
  'check',
  'chevron-left',
  'chevron-right',
  'clock',
  'footprints',
  'house',
  'info',
  'locate-fixed',
  'map-pin',
  'newspaper',
  'phone',
  'scan-line',
  'search',
  'shield-check',
  'store',
  'target',
  'user-round',
  'wifi-off',
  'x',
] as const

export type IconName = (typeof ICON_NAMES)[number]
