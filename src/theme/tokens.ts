/**
 * Source of every colour, size and distance. `scripts/tokens.mjs` writes `tokens.scss` from it; canvas,
 * map and drawings read it directly. Components name roles, never colours.
 */

/** 活力橙 for surfaces and pictures, 温暖橙 for light grounds, 团结橙 for text and buttons. */
export const ORANGES = { vital: '#FF7A1A', warm: '#FFB86B', firm: '#C2500A' } as const

/** Daylight. Text roles hold 4.5:1 on the grounds they stand on; `tokens.test.ts` measures it. */
const light = {
  paper: '#FFF9F2',
  card: '#FFFFFF',
  tint: '#FFF0DF',
  'tint-strong': '#FFE1BF',
  line: '#F0E3D3',
  'line-strong': '#A08A73',
  ink: '#2B2118',
  'ink-soft': '#66564A',
  brand: '#C2500A',
  'brand-press': '#A34208',
  'on-brand': '#FFFFFF',
  vital: '#FF7A1A',
  'on-vital': '#2B2118',
  warm: '#FFB86B',
  open: '#40692F',
  'open-ground': '#E9F1E1',
  closed: '#9A3B2E',
  'closed-ground': '#FBE9E4',
  slate: '#4A6572',
  'slate-ground': '#E6EDF0',
  'reach-5': '#C2500A',
  'reach-10': '#FF7A1A',
  'reach-15': '#FFB86B',
} as const

export type ColourRole = keyof typeof light
type Palette = Readonly<Record<ColourRole, string>>

/** The same room with the lamps on. */
const dark: Palette = {
  paper: '#1E1812',
  card: '#2A221A',
  tint: '#3A2A19',
  'tint-strong': '#4D361D',
  line: '#3D3226',
  'line-strong': '#8C7761',
  ink: '#F6EADC',
  'ink-soft': '#C4B4A1',
  brand: '#FF9A4D',
  'brand-press': '#FFB478',
  'on-brand': '#1E1812',
  vital: '#FF7A1A',
  'on-vital': '#1E1812',
  warm: '#FFB86B',
  open: '#9CCB89',
  'open-ground': '#26321F',
  closed: '#F0A093',
  'closed-ground': '#3E2420',
  slate: '#9DB7C3',
  'slate-ground': '#232E33',
  'reach-5': '#FF9A4D',
  'reach-10': '#D9722B',
  'reach-15': '#8F5A2E',
}

export const PALETTES: Readonly<Record<'light' | 'dark', Palette>> = { light, dark }

/**
 * Type sizes in points at text scale 1. `growth` is the share of the scale that a size follows: headings
 * are large already and grow less, so that at 2× a title still leaves room for its answer.
 */
export const TYPE_SCALE = {
  caption: { size: 14, growth: 1 },
  small: { size: 15, growth: 1 },
  body: { size: 17, growth: 1 },
  lead: { size: 18, growth: 1 },
  heading: { size: 20, growth: 0.85 },
  title: { size: 25, growth: 0.65 },
} as const

/** No text below this many points: the first for everybody, the second in the elder edition. */
export const TEXT_FLOOR = { standard: 14, elder: 18 } as const

/** Multiples of a 4-point grid. */
export const SPACES = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 20, 6: 24, 8: 32 } as const

export const RADII = { small: 8, card: 12, large: 20 } as const

/** Smallest height of what can be tapped, and of a button, in points (MIIT: 60 in the elder edition). */
export const TARGETS = {
  standard: { target: 48, button: 52, 'button-large': 64 },
  elder: { target: 60, button: 60, 'button-large': 68 },
} as const
