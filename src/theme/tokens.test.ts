import { PALETTES, type ColourRole } from './tokens'

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

/** Relative luminance by WCAG 2.1. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => channel(parseInt(colour.slice(at, at + 2), 16) / 255))
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

const TEXT_ON: readonly (readonly [text: ColourRole, grounds: readonly ColourRole[]])[] = [
  ['ink', ['paper', 'card', 'tint', 'tint-strong']],
  ['ink-soft', ['paper', 'card', 'tint']],
  ['brand', ['paper', 'card']],
  ['on-brand', ['brand', 'brand-press']],
  ['on-vital', ['vital', 'warm']],
  ['open', ['paper', 'card', 'tint', 'open-ground']],
  ['closed', ['paper', 'card', 'tint', 'closed-ground']],
  ['slate', ['paper', 'card', 'slate-ground']],
]

describe.each(['light', 'dark'] as const)('the %s palette', (name) => {
  const palette = PALETTES[name]
  const pairs = TEXT_ON.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const))

  it.each(pairs)('reads %s on %s at 4.5:1 or better', (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['card', 'paper'] as const)('draws outlines of what can be tapped at 3:1 on %s', (ground) => {
    expect(contrast(palette['line-strong'], palette[ground])).toBeGreaterThanOrEqual(3)
    expect(contrast(palette.brand, palette[ground])).toBeGreaterThanOrEqual(3)
  })
})
