import type { Painting, Pen } from '../../../platform/picture/painting'
import type { PosterWords } from '../../../text/activity/activities-poster'
import { ORANGES, PALETTES } from '../../../theme/tokens'
import { drawCode } from '../../paper/draw-code'
import { AWNING, drawAwning, EDGE, fillBox, PAPER_SIZE, WIDEST, write } from '../../paper/paper'

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
  ...PAPER_SIZE,
  draw: (pen) => drawPoster(pen, words, link),
})

function drawPoster(pen: Pen, words: PosterWords, link: string | null): void {
  pen.textBaseline = 'top'
  fillBox(pen, paper, 0, 0, PAPER_SIZE.width, PAPER_SIZE.height)
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
  const foot = PAPER_SIZE.height - FOOT
  fillBox(pen, tint, 0, foot, PAPER_SIZE.width, FOOT)
  const within = link === null ? WIDEST : WIDEST - CODE - 16
  const y = write(pen, entry, { y: foot + 32, size: 34, colour: ink, weight: 700, most: 1, within })
  write(pen, link === null ? find : scan, { y: y + 12, size: 25, colour: soft, most: 3, within })
  if (link !== null) drawCode(pen, link, PAPER_SIZE.width - EDGE - CODE, foot + (FOOT - CODE) / 2, CODE)
}
