import type { Painting, Pen } from '../../../platform/picture/painting'
import type { PosterWords } from '../../../text/activity/activities-poster'
import { ORANGES, PALETTES } from '../../../theme/tokens'
import { drawCode } from './draw-code'

export const POSTER_SIZE = { width: 600, height: 960 } as const

const EDGE = 48
const WIDEST = POSTER_SIZE.width - 2 * EDGE
const FONTS = "'PingFang SC', 'Noto Sans CJK SC', sans-serif"
const AWNING = { stripes: 10, height: 84 } as const
/** The paper of the poster is the same whatever the phone's theme: it is printed and passed on. */
const { paper, ink, 'ink-soft': soft, tint } = PALETTES.light

/** Height of the foot, and the side of the code that stands in it. */
const FOOT = 216
const CODE = 184

/**
 * An activity as a picture for a chat: what, when, where, and how one gets in.
 * @param link what the code leads to; without one the words say how to find it
 */
export const posterOf = (words: PosterWords, link: string | null): Painting => ({
  ...POSTER_SIZE,
  draw: (pen) => drawPoster(pen, words, link),
})

function drawPoster(pen: Pen, words: PosterWords, link: string | null): void {
  pen.textBaseline = 'top'
  fillBox(pen, paper, 0, 0, POSTER_SIZE.width, POSTER_SIZE.height)
  drawAwning(pen)
  let y = AWNING.height + 68
  y = write(pen, words.by, { y, size: 28, colour: soft, most: 1 }) + 12
  y = write(pen, words.title, { y, size: 64, colour: ink, weight: 700, most: 3 }) + 28
  y = write(pen, words.day, { y, size: 46, colour: ORANGES.firm, weight: 700, most: 1 }) + 4
  y = write(pen, words.hours, { y, size: 46, colour: ORANGES.firm, weight: 700, most: 1 }) + 24
  write(pen, words.place, { y, size: 38, colour: ink, weight: 600, most: 2 })
  drawFoot(pen, words, link)
}

function drawFoot(pen: Pen, { entry, scan, find }: PosterWords, link: string | null): void {
  const foot = POSTER_SIZE.height - FOOT
  fillBox(pen, tint, 0, foot, POSTER_SIZE.width, FOOT)
  const within = link === null ? WIDEST : WIDEST - CODE - 16
  const y = write(pen, entry, { y: foot + 32, size: 34, colour: ink, weight: 700, most: 1, within })
  write(pen, link === null ? find : scan, { y: y + 12, size: 25, colour: soft, most: 3, within })
  if (link !== null) drawCode(pen, link, POSTER_SIZE.width - EDGE - CODE, foot + (FOOT - CODE) / 2, CODE)
}

function fillBox(pen: Pen, colour: string, x: number, y: number, width: number, height: number): void {
  pen.fillStyle = colour
  pen.fillRect(x, y, width, height)
}

/** The awning of the offices, its stripes rounded below. */
function drawAwning(pen: Pen): void {
  const width = POSTER_SIZE.width / AWNING.stripes
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
}

/** Writes lines one under the other. @returns where the next may begin */
function write(
  pen: Pen,
  text: string,
  { y, size, colour, weight = 400, most, within = WIDEST }: Writing,
): number {
  pen.font = `${weight} ${size}px ${FONTS}`
  pen.fillStyle = colour
  const lines = brokenInto(text, (part) => pen.measureText(part).width <= within, most)
  const height = Math.round(size * 1.3)
  lines.forEach((line, index) => pen.fillText(line, EDGE, y + index * height))
  return y + lines.length * height
}

const OPENING = '（《“‘「【'
const CLOSING = '）》”’」】，。、：；！？'

/**
 * Chinese breaks anywhere but behind an opening mark or before a closing one: there one more character goes along.
 * What is left over after the last line is cut with a sign of it.
 */
export function brokenInto(text: string, fits: (part: string) => boolean, most: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const character of text) {
    if (line === '' || fits(line + character)) line += character
    else {
      const characters = [...line]
      let kept = characters.length
      if (CLOSING.includes(character) && kept > 1) kept -= 1
      while (kept > 1 && OPENING.includes(characters[kept - 1] ?? '')) kept -= 1
      lines.push(characters.slice(0, kept).join(''))
      line = characters.slice(kept).join('') + character
    }
  }
  lines.push(line)
  if (lines.length <= most) return lines
  const last = [...(lines[most - 1] ?? '')]
  while (last.length > 1 && !fits(`${last.join('')}…`)) last.pop()
  return [...lines.slice(0, most - 1), `${last.join('')}…`]
}
