import type { Painting, Pen } from '../../platform/picture/painting'
import type { PassportWords } from '../../text/passport'
import { ORANGES, PALETTES } from '../../theme/tokens'
import {
  AWNING,
  drawAwning,
  drawCode,
  EDGE,
  fillBox,
  PAPER_SIZE,
  WIDEST,
  write,
} from '../../platform/picture/picture-sheet'
import { inkOf, linesOf } from './draw-stamp'

/** A stamp as the picture prints it. */
export interface PrintedStamp {
  readonly name: string
  readonly figures: string
  readonly group: string
}

const ACROSS = 3
const DOWN = 3
/** So many stand two across. */
const FEW = 4
/** Stamps that the picture has room for; the latest ones. */
export const PRINTED = ACROSS * DOWN

const { paper, ink, 'ink-soft': soft, tint } = PALETTES.light
const FOOT = 200
const CODE = 168
const STAMPS_FROM = 308
const RADIUS = 68

/**
 * The passport as a picture for a chat: how many places, the latest stamps, who runs it, and nobody's name.
 * @param link what the code leads to; without one there is none
 */
export const passportPainting = (
  words: PassportWords,
  stamps: readonly PrintedStamp[],
  link: string | null,
): Painting => ({
  ...PAPER_SIZE,
  draw: (pen) => {
    pen.textBaseline = 'top'
    fillBox(pen, paper, 0, 0, PAPER_SIZE.width, PAPER_SIZE.height)
    drawAwning(pen)
    drawHead(pen, words)
    const printed = stamps.slice(0, PRINTED)
    printed.forEach((stamp, index) => drawPrinted(pen, stamp, printed.length, index))
    drawFoot(pen, words, link)
  },
})

function drawHead(pen: Pen, { by, title, count, latest }: PassportWords): void {
  let y = AWNING.height + 60
  y = write(pen, by, { y, size: 26, colour: soft, most: 1 }) + 4
  y = write(pen, title, { y, size: 52, colour: ink, weight: 700, most: 1 }) + 2
  y = write(pen, count, { y, size: 32, colour: ORANGES.firm, weight: 700, most: 1 }) + 2
  if (latest !== '') write(pen, latest, { y, size: 22, colour: soft, most: 1 })
}

function drawFoot(pen: Pen, { trust, scan }: PassportWords, link: string | null): void {
  const foot = PAPER_SIZE.height - FOOT
  fillBox(pen, tint, 0, foot, PAPER_SIZE.width, FOOT)
  const within = link === null ? WIDEST : WIDEST - CODE - 16
  let y = foot + 20
  if (link !== null) y = write(pen, scan, { y, size: 24, colour: ink, weight: 700, most: 1, within }) + 6
  write(pen, trust, { y, size: 22, colour: soft, most: 5, within })
  if (link !== null) drawCode(pen, link, PAPER_SIZE.width - EDGE - CODE, foot + (FOOT - CODE) / 2, CODE)
}

/** Where stamps stand: two across while they are few, and larger. */
function placing(
  count: number,
  index: number,
): { readonly x: number; readonly y: number; readonly scale: number } {
  const across = count <= FEW ? 2 : ACROSS
  const step = WIDEST / across
  const scale = across === 2 ? 1.5 : 1
  const x = EDGE + step * (index % across) + step / 2
  const row = Math.floor(index / across)
  return { x, y: STAMPS_FROM + RADIUS * scale + row * (2 * RADIUS * scale + 12), scale }
}

/** A filled ring: pens of both platforms fill, but not all of them draw lines. */
function drawPrinted(pen: Pen, { name, figures, group }: PrintedStamp, count: number, index: number): void {
  const { x, y, scale } = placing(count, index)
  const colour = inkOf(group, 'light')
  const rings = [RADIUS, RADIUS - 5, RADIUS - 9, RADIUS - 11]
  rings.forEach((radius, at) => disc(pen, at % 2 === 0 ? colour : paper, x, y, radius * scale))
  drawHouse(pen, colour, x, y - 38 * scale, scale)
  const lines = linesOf(name)
  const size = (lines.length === 1 ? 25 : 20) * scale
  const top = y - (lines.length === 1 ? 16 : 19) * scale
  lines.forEach((line, at) => centred(pen, line, x, top + at * (size + 1), Math.round(size), colour))
  centred(pen, figures, x, y + 24 * scale, Math.round(14 * scale), colour)
}

function disc(pen: Pen, colour: string, x: number, y: number, radius: number): void {
  pen.fillStyle = colour
  pen.beginPath()
  pen.arc(x, y, radius, 0, 2 * Math.PI)
  pen.closePath()
  pen.fill()
}

function drawHouse(pen: Pen, colour: string, x: number, y: number, scale: number): void {
  const box = (left: number, top: number, width: number, height: number): void =>
    pen.fillRect(x + left * scale, y + top * scale, width * scale, height * scale)
  pen.fillStyle = colour
  pen.beginPath()
  pen.moveTo(x - 20 * scale, y)
  pen.lineTo(x, y - 14 * scale)
  pen.lineTo(x + 20 * scale, y)
  pen.closePath()
  pen.fill()
  box(-15, 0, 30, 16)
  pen.fillStyle = paper
  box(-10, 4, 8, 7)
  box(3, 4, 7, 12)
}

function centred(pen: Pen, text: string, x: number, y: number, size: number, colour: string): void {
  pen.font = `700 ${size}px 'PingFang SC', 'Noto Sans CJK SC', sans-serif`
  pen.fillStyle = colour
  pen.fillText(text, x - pen.measureText(text).width / 2, y)
}
