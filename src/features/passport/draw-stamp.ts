import { type Choose, chooserOf } from '../../components/facade/seed'
import { type ColourRole, PALETTES } from '../../theme/tokens'

/** One stamp: where somebody has been, and when. */
export interface StampSubject {
  readonly id: string
  readonly name: string
  /** `2026.11.28`. */
  readonly figures: string
  /** The group it belongs to; each has an ink of its own. */
  readonly group: string
}

export type Theme = 'light' | 'dark'

const INKS: Readonly<Record<string, ColourRole>> = {
  'living-room': 'brand',
  'party-service': 'closed',
  'activity-room': 'open',
  'service-centre': 'slate',
}

export const inkOf = (group: string, theme: Theme): string => PALETTES[theme][INKS[group] ?? 'brand']

/** Characters that stand in one line of a stamp. */
const LINE = 5
/** Characters of a name that a stamp holds in two lines. */
const HELD = 2 * LINE

/** A name in the one or two lines of a stamp; what does not fit ends in …. */
export function linesOf(name: string): readonly string[] {
  const characters = [...name]
  if (characters.length <= LINE) return [name]
  const held = characters.length > HELD ? [...characters.slice(0, HELD - 1), '…'] : characters
  const half = Math.ceil(held.length / 2)
  return [held.slice(0, half).join(''), held.slice(half).join('')]
}

/**
 * A stamp as SVG, 100 units wide: two rings, a house like those that stand in the street, the name and the day. It
 * is put down a little askew, the same way for the same place.
 */
export function drawStamp(subject: StampSubject, theme: Theme): string {
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>${print(subject, inkOf(subject.group, theme))}</svg>`
}

function print({ id, name, figures }: StampSubject, ink: string): string {
  const choose = chooserOf(id)
  const askew = choose([-9, -6, -4, 5, 7])
  const date = letters(figures, 79, 10.5, ink, 600)
  return (
    `<g transform='rotate(${askew} 50 50)'>` +
    `<circle cx='50' cy='50' r='46' fill='none' stroke='${ink}' stroke-width='3.4'/>` +
    `<circle cx='50' cy='50' r='41' fill='none' stroke='${ink}' stroke-width='1.2'/>` +
    house(choose, ink) +
    lettering(name, 59, ink) +
    date +
    '</g>'
  )
}

/** Roof, wall, door and window; neighbours have other roofs. */
function house(choose: Choose, ink: string): string {
  const roof = choose(['M31 27L50 14l19 13z', 'M31 27l7-9h24l7 9z', 'M33 23h34v4H33zM40 17h14v6H40z'])
  const door = choose([39, 53])
  const window = door === 39 ? 51 : 37
  return (
    `<path fill='${ink}' d='${roof}'/>` +
    `<path fill='none' stroke='${ink}' stroke-width='1.8' d='M35 27v14h30V27M${window} 31h10v6h-10z'/>` +
    `<path fill='${ink}' d='M${door} 31h8v10h-8z'/>`
  )
}

/** The name around a height; two lines are smaller and stand closer. */
function lettering(name: string, middle: number, ink: string): string {
  const [first = '', second] = linesOf(name)
  if (second === undefined)
    return letters(first, middle + 3, Math.min(19, 78 / Math.max(4, first.length)), ink, 700)
  const size = Math.min(14.5, 72 / first.length)
  return letters(first, middle - 3, size, ink, 700) + letters(second, middle + size - 1.5, size, ink, 700)
}

const letters = (text: string, y: number, size: number, ink: string, weight: number): string =>
  `<text x='50' y='${y}' font-size='${size.toFixed(1)}' font-family='sans-serif' font-weight='${weight}' ` +
  `text-anchor='middle' fill='${ink}'>${escaped(text)}</text>`

const escaped = (text: string): string =>
  text.replace(/[<>&'"]/g, (character) => `&#${character.charCodeAt(0)};`)
