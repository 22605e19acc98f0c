import type { FacadeSubject } from './facade-subject'
import { GROUND } from './draw-street'
import type { Paints } from './facade-paints'
import type { Choose } from './seed'

const LEFT = 82
const RIGHT = 298
const WIDTH = RIGHT - LEFT
/** Top of the shop floor: the band with the name begins here. */
const SHOP = 84
const BAND = 26

const rect = (x: number, y: number, width: number, height: number, fill: string, more = '') =>
  `<rect x='${x}' y='${y}' width='${width}' height='${height}' fill='${fill}'${more}/>`

/** A former shop front at street level, neighbours living above it. */
export function drawHouse(subject: FacadeSubject, band: string, choose: Choose, paints: Paints): string {
  const roof = choose([gable, terrace, hip])
  return [
    roof(paints),
    upperFloor(choose, paints),
    rect(LEFT, SHOP, WIDTH, GROUND - SHOP, paints.wallShade),
    shopFloor(subject, band, choose, paints),
    nameBand(subject.name, band, paints),
    subject.light === 'lit' ? shineOnPavement(paints) : '',
  ].join('')
}

const gable = ({ roof }: Paints) => `<path fill='${roof}' d='M${LEFT - 8} 42L190 12 ${RIGHT + 8} 42z'/>`

const hip = ({ roof }: Paints) => `<path fill='${roof}' d='M${LEFT - 8} 42l24-22h${WIDTH - 32}l24 22z'/>`

const terrace = ({ roof, frame }: Paints) =>
  rect(LEFT - 4, 34, WIDTH + 8, 8, roof) +
  `<path fill='none' stroke='${frame}' stroke-width='1.6' d='M${LEFT + 4} 24h${WIDTH - 8}M${LEFT + 8} 24v10m40-10v10m40-10v10m40-10v10m40-10v10m36-10v10'/>`

/** Windows of those who live above, with washing out to dry on some. */
function upperFloor(choose: Choose, paints: Paints): string {
  const lit = choose([0, 1, 2, 3])
  const windows = [0, 1, 2, 3].map((index) => {
    const x = LEFT + 16 + index * 50
    const glass = index === lit ? paints.glassLit : paints.glassDark
    return (
      rect(x, 50, 30, 24, glass, ` stroke='${paints.frame}' stroke-width='1.6'`) +
      `<path stroke='${paints.frame}' stroke-width='1.2' d='M${x + 15} 50v24'/>`
    )
  })
  return rect(LEFT, 42, WIDTH, SHOP - 42, paints.wall) + windows.join('') + washing(choose, paints)
}

function washing(choose: Choose, { frame, cloth }: Paints): string {
  const x = LEFT + choose([10, 60, 110, 160])
  return (
    `<path stroke='${frame}' stroke-width='1.4' d='M${x} 66h44'/>` +
    `<path fill='${cloth[0]}' d='M${x + 4} 66h11v13h-11z'/><path fill='${cloth[1]}' d='M${x + 18} 66h9v10h-9z'/>` +
    `<path fill='${cloth[2]}' d='M${x + 30} 66h11v14h-11z'/>`
  )
}

function shopFloor(
  { light, aroundTheClock }: FacadeSubject,
  band: string,
  choose: Choose,
  paints: Paints,
): string {
  const glass = { lit: paints.glassLit, dark: paints.glassDark, curtained: paints.curtain }[light]
  const doorFirst = choose([true, false])
  const door = doorFirst ? LEFT + 14 : RIGHT - 66
  const display = doorFirst ? LEFT + 80 : LEFT + 14
  const kiosk = aroundTheClock ? kioskAt(doorFirst ? RIGHT - 32 : RIGHT - 92, band, paints) : ''
  const wide = WIDTH - 94 - (aroundTheClock ? 34 : 0)
  return doorAt(door, glass, paints) + displayAt(display, wide, glass, choose, paints) + kiosk
}

function doorAt(x: number, glass: string, { frame }: Paints): string {
  return (
    rect(x, 116, 52, GROUND - 116, glass, ` stroke='${frame}' stroke-width='2'`) +
    `<path stroke='${frame}' stroke-width='2' fill='none' d='M${x + 26} 116v42m-6-24v8m12-8v8'/>`
  )
}

/** A wide window; behind it a table, or a shelf with a plant. */
function displayAt(x: number, width: number, glass: string, choose: Choose, paints: Paints): string {
  const { frame, roof, crown } = paints
  const middle = x + width / 2
  const inside = choose([
    `<path fill='${roof}' d='M${middle - 26} 139h52v4h-52zm8 4h4v9h-4zm32 0h4v9h-4z'/><path fill='${frame}' d='M${middle - 8} 132h7v7h-7zm11 2h6v5h-6z'/>`,
    `<path fill='${roof}' d='M${x + 6} 138h${width - 12}v3H${x + 6}z'/><path fill='${crown}' d='M${x + 14} 138q-8-14 4-16 10 2 4 16zm26 0q-4-9 3-11 7 2 3 11z'/>`,
    `<path fill='${roof}' d='M${middle - 30} 128h18v12h-18zm24 0h18v12h-18z' opacity='.55'/><path fill='${frame}' d='M${middle + 20} 134h12v3h-12zm2-6h8v6h-8z'/>`,
  ])
  return (
    rect(x, 116, width, 36, glass, ` stroke='${frame}' stroke-width='2'`) +
    inside +
    `<path stroke='${frame}' stroke-width='1.4' d='M${middle} 116v36'/>`
  )
}

/** The 24-hour self-service cabin is lit whatever the hour. */
const kioskAt = (x: number, band: string, { glassLit, frame, sign }: Paints): string =>
  rect(x, 114, 26, GROUND - 114, band) +
  rect(x + 4, 130, 18, GROUND - 132, glassLit, ` stroke='${frame}' stroke-width='1.4'`) +
  `<text x='${x + 13}' y='126' font-size='9' font-weight='700' text-anchor='middle' fill='${sign}'>24h</text>`

function nameBand(name: string, band: string, { sign, frame }: Paints): string {
  const size = Math.min(15, Math.floor((WIDTH - 20) / Math.max(1, name.length)))
  const letters = `font-family='sans-serif' font-weight='700' text-anchor='middle' letter-spacing='1' fill='${sign}'`
  return (
    rect(LEFT - 5, SHOP, WIDTH + 10, BAND, band) +
    `<path fill='${frame}' opacity='.35' d='M${LEFT - 5} ${SHOP + BAND}h${WIDTH + 10}v3h-${WIDTH + 10}z'/>` +
    `<text x='190' y='${SHOP + BAND / 2 + size * 0.36}' font-size='${size}' ${letters}>${escaped(name)}</text>`
  )
}

const shineOnPavement = ({ shine }: Paints): string =>
  `<path fill='${shine}' opacity='.7' d='M${LEFT + 8} ${GROUND}h${WIDTH - 16}l14 14H${LEFT - 6}z'/>`

const escaped = (text: string): string =>
  text.replace(/[<>&'"]/g, (character) => `&#${character.charCodeAt(0)};`)
