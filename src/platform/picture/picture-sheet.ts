import { encode } from 'uqr'
import { ORANGES } from '../../theme/tokens'
import type { Pen } from './painting'

/** A picture for a chat, in units of its own: five wide, eight high. */
export const PAPER_SIZE = { width: 600, height: 960 } as const

export const EDGE = 48
export const WIDEST = PAPER_SIZE.width - 2 * EDGE
const FONTS = "'PingFang SC', 'Noto Sans CJK SC', sans-serif"
export const AWNING = { stripes: 10, height: 84 } as const

export function fillBox(pen: Pen, colour: string, x: number, y: number, width: number, height: number): void {
  pen.fillStyle = colour
  pen.fillRect(x, y, width, height)
}

/** The awning of the offices, its stripes rounded below. */
export function drawAwning(pen: Pen): void {
  const width = PAPER_SIZE.width / AWNING.stripes
  for (let stripe = 0; stripe < AWNING.stripes; stripe += 1) {
    const x = stripe * width
    pen.fillStyle = stripe % 2 === 0 ? ORANGES.vital : ORANGES.warm
    pen.fillRect(x, 0, width, AWNING.height)
    pen.beginPath()
    pen.arc(x + width / 2, AWNING.height, width / 2, 0, Math.PI)
    pen.closePath()
    pen.fill()
  }
}

interface Writing {
  readonly y: number
  readonly size: number
  readonly colour: string
  readonly weight?: number
  /** Lines; what does not fit ends in …. */
  readonly most: number
  /** Width of a line. */
  readonly within?: number
  /** Where lines begin. */
  readonly x?: number
}

/** Writes lines one under the other. @returns where the next may begin */
export function write(
  pen: Pen,
  text: string,
  { y, size, colour, weight = 400, most, within = WIDEST, x = EDGE }: Writing,
): number {
  pen.font = `${weight} ${size}px ${FONTS}`
  pen.fillStyle = colour
  const lines = brokenInto(text, (part) => pen.measureText(part).width <= within, most)
  const height = Math.round(size * 1.3)
  lines.forEach((line, index) => pen.fillText(line, x, y + index * height))
  return y + lines.length * height
}

const OPENING = '（《“‘「【'
const CLOSING = '）》”’」】，。、：；！？'

/** A character, or a short word in brackets. */
const PIECES = /（[^（）]{1,5}）|[\s\S]/gu

/**
 * Chinese breaks anywhere but within a short bracket, behind an opening mark or before a closing one: there what stands
 * before goes along. What is left over after the last line is cut with a sign of it.
 */
export function brokenInto(text: string, fits: (part: string) => boolean, most: number): readonly string[] {
  const lines: string[] = []
  let line: string[] = []
  for (const piece of text.match(PIECES) ?? []) {
    if (line.length === 0 || fits(line.join('') + piece)) line.push(piece)
    else {
      let length = line.length
      if (CLOSING.includes(piece) && length > 1) length -= 1
      while (length > 1 && OPENING.includes(line[length - 1] ?? '')) length -= 1
      lines.push(line.slice(0, length).join(''))
      line = [...line.slice(length), piece]
    }
  }
  lines.push(line.join(''))
  if (lines.length <= most) return lines
  const last = [...(lines[most - 1] ?? '')]
  while (last.length > 1 && !fits(`${last.join('')}…`)) last.pop()
  return [...lines.slice(0, most - 1), `${last.join('')}…`]
}

/** Empty modules around a code, as its standard asks for. */
const QUIET = 4
const BLACK = '#000000'
const WHITE = '#FFFFFF'

/** Draws a plain QR code, black on white whatever is around it. `side` includes its quiet border. */
export function drawCode(pen: Pen, link: string, x: number, y: number, side: number): void {
  const { data, size } = encode(link, { ecc: 'M', border: QUIET })
  // Whole units: blurred edges are hard to scan.
  const module = Math.floor(side / size)
  const inset = Math.floor((side - module * size) / 2)
  pen.fillStyle = WHITE
  pen.fillRect(x, y, side, side)
  pen.fillStyle = BLACK
  data.forEach((row, down) =>
    row.forEach((dark, across) => {
      if (dark) pen.fillRect(x + inset + across * module, y + inset + down * module, module, module)
    }),
  )
}
